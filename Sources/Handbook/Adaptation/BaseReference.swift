package import Diagnostics
import YAML

/// The handbook that another one adapts, as `extends` in `site.yml` names it.
package enum BaseReference: Sendable, Hashable {
  /// A folder, relative to the one that holds `site.yml`.
  case folder(String)
  /// A folder in a git repository, at a branch, tag or commit; an empty path is the repository's own.
  case git(url: String, at: String, path: String)

  /// What listings put before the paths of a base.
  package static let prefix = "base:"

  /// How many bases down the file of a listing lies, 0 for the site's own, and its path there.
  package static func parted(_ path: String) -> (depth: Int, path: String) {
    let prefix = Self.prefix.utf8
    var (depth, inner) = (0, path.utf8[...])
    while inner.starts(with: prefix) {
      depth += 1
      inner = inner.dropFirst(prefix.count)
    }
    return depth == 0 ? (0, path) : (depth, String(Substring(inner)))
  }

  /// What `extends` may tell of a base in git.
  static let keys = [
    KeyForm.required("git", .text(), "The address of the repository, or its path"),
    KeyForm.required("at", .text(), "A tag, a branch or a commit"),
    KeyForm("path", .text(), "The folder in it that holds site.yml"),
  ]

  /// Reads `extends` of `site.yml`: `nil` where it is not there, or is none.
  package static func read(in file: SourceFile) -> Diagnosed<
    (base: BaseReference, range: SourceRange)?
  > {
    // Most handbooks adapt none, and their settings are not parsed for it.
    guard file.holds("extends") else { return Diagnosed(nil) }
    let settings = parseMapping(
      file: file, range: 0..<file.bytes.count, rule: "invalid-front-matter", limits: .dataFile)
    guard let pair = settings.value.pairs.first(where: { $0.key == "extends" }) else {
      return Diagnosed(nil)
    }
    var decoder = NodeDecoder(file: file, rules: .page)
    let base = read(pair.value, &decoder)
    return Diagnosed(base.map { ($0, pair.value.range) }, decoder.diagnostics)
  }

  /// Reads the value of the key.
  static func read(_ node: Node, _ decoder: inout NodeDecoder) -> BaseReference? {
    guard let mapping = node.mapping else {
      guard let folder = decoder.text(node, as: "extends"), !folder.isEmpty else { return nil }
      return .folder(folder)
    }
    decoder.refuseUnknownKeys(of: mapping, known: keys.names, owner: "'extends'")
    var texts: [String: String] = [:]
    for key in ["git", "at", "path"] {
      texts[key] = mapping[key].flatMap { decoder.text($0, as: key) }
    }
    guard let url = texts["git"], let at = texts["at"] else {
      for key in ["git", "at"] where texts[key] == nil {
        decoder.reportMissing(key, of: "'extends'", at: node.range)
      }
      return nil
    }
    // Git would take these for options, or run them.
    for (key, value) in [("git", url), ("at", at)]
    where value.isEmpty || value.hasPrefix("-") || key == "git" && value.contains("::") {
      decoder.wrongType(
        mapping[key] ?? node, "'\(value)' is no \(key == "git" ? "repository" : "version")",
        help: key == "git"
          ? "write an address such as https://example.org/handbook.git, or a path"
          : "write a tag, a branch or a commit")
      return nil
    }
    return .git(url: url, at: at, path: texts["path"] ?? "")
  }
}

/// A base that is named and has no files here.
package struct BaseFault: Sendable, Equatable {
  /// Why it has none.
  package enum Reason: Sendable, Equatable {
    /// It could not be read; the words say why, without a final full stop.
    case unreachable(String)
    /// It is this handbook itself, or one that this is a base of.
    case circle
    /// What `handbook.lock` pins is not what is there now.
    case changed(pinned: String, found: String)
  }

  /// The `site.yml` that names it, as it is listed.
  package let settings: String
  /// Why.
  package let reason: Reason

  /// Creates a fault.
  package init(in settings: String, _ reason: Reason) {
    self.settings = settings
    self.reason = reason
  }

  /// The finding, at what names the base.
  func diagnostic(at place: Place) -> Diagnostic {
    switch reason {
    case .unreachable(let reason):
      Diagnostic(
        "base-unreachable", .error, at: place, "the base cannot be read: \(reason)",
        help: "correct 'extends'; it names a folder, or {git, at, path}")
    case .circle:
      Diagnostic(
        "base-circle", .error, at: place, "this handbook is its own base, over one or more others",
        help: "let one of them stand without 'extends'")
    case .changed(let pinned, let found):
      Diagnostic(
        "base-changed", .error, at: place,
        "handbook.lock pins \(pinned.prefix(12)), and this is \(found.prefix(12)) now",
        help: "look at 'handbook adapt status', then take it over with 'handbook adapt update'")
    }
  }
}
