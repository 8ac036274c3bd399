import Diagnostics
import Values
import YAML

/// A handbook that adapts another, as plain files without a base.
package struct ResolvedFiles: Sendable {
  /// The files, by their paths in a site's folder, in order.
  package let files: [(path: String, bytes: [UInt8])]

  /// Puts all sources together.
  ///
  /// Pages that take the place of removed ones get their addresses as aliases.
  ///
  /// - Throws: `NoBase` where the site adapts nothing or its base has no files here.
  package init(_ sources: any SourceTree, _ options: BuildOptions) async throws {
    let surveyed = try await Survey(sources: sources, options: options).run().value
    guard let adaptation = surveyed.site.adaptation else { throw NoBase.none }
    guard !adaptation.lacksBase else {
      throw NoBase.unreachable(adaptation.findings.first?.message ?? "its files are not here")
    }
    let all = surveyed.sources
    var files: [(path: String, bytes: [UInt8])] = []
    for entry in all.entries where entry.kind == .file {
      files.append((entry.path, Self.bytes(try all.read(entry), at: entry.path, surveyed.site)))
    }
    let listed = Set(files.map(\.path))
    for path in surveyed.site.settings.namedPaths where !listed.contains(path) {
      if let entry = try all.find(path), entry.kind == .file {
        files.append((path, try all.read(entry)))
      }
    }
    self.files = files.sorted { $0.path.precedes($1.path) }
  }

  private static func bytes(_ bytes: [UInt8], at path: String, _ site: Site) -> [UInt8] {
    let file = SourceFile(path: path, bytes: bytes)
    if path == "site.yml" {
      return KeyOverlaying.text(
        ComposedText(), over: ComposedText(file), as: KeyOverlaying.settings,
        without: ["extends", "remove"]
      ).value.bytes
    }
    var bytes = path.isPage ? unmarked(file) : bytes
    for removal in site.adaptation?.removals ?? [] {
      let url = URLPath(contentPath: removal.removal.path).encoded
      guard let page = site.links.page(source: path),
        case .alias(page) = site.links.target(
          String(URLPath(contentPath: removal.removal.path).key)),
        let edit = AliasEdit.adding(url, to: SourceFile(path: path, bytes: bytes))
      else { continue }
      bytes = bytes.applying([edit])
    }
    return bytes
  }

  /// The page without what it says of a base, which it has no more.
  private static func unmarked(_ page: SourceFile) -> [UInt8] {
    guard let yaml = FrontMatter.split(page).value.yaml else { return page.bytes }
    let mapping = parseMapping(
      file: page, range: yaml, rule: "invalid-front-matter", limits: .frontMatter)
    let text = ComposedText(page)
    let mark = KeyedText(text, mapping.value, end: yaml.upperBound).pieces
      .first { $0.key == "adapts" }
    guard let mark else { return page.bytes }
    if mark.isLines { return page.bytes.applying([TextEdit(mark.range, "")]) }
    var head = ComposedText()
    head.append(yaml, of: text)
    let kept = KeyOverlaying.text(ComposedText(), over: head, as: .byKey(), without: ["adapts"])
    return page.bytes[..<yaml.lowerBound] + kept.value.bytes + page.bytes[yaml.upperBound...]
  }
}
