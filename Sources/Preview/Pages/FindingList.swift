import Diagnostics
import Handbook

/// Findings as HTML for people: place, wording, the source line, what to do, and a link that opens
/// the editor there.
struct FindingList {
  /// The absolute path of the site's folder.
  let folder: String
  /// The pattern of the link, with `{path}`, `{line}` and `{column}`.
  let editor: String

  /// What opens a file in the editor that most people have.
  static let usualEditor = "vscode://file{path}:{line}:{column}"

  /// More than anybody reads at once; a browser takes long for more.
  private static let most = 200

  /// The findings as a list; empty for none.
  ///
  /// Of very many the first are shown, and how many there are more.
  func html(_ findings: [Diagnostic]) -> String {
    guard !findings.isEmpty else { return "" }
    var regions = Regions()
    let items = findings.prefix(Self.most).map { item($0, &regions) }.joined()
    let left = findings.count - Self.most
    return "<ol class=\"handbook-findings\">\n\(items)</ol>\n"
      + (left > 0 ? "<p>And \(left) more, which 'handbook check' tells.</p>\n" : "")
  }

  /// Such as `2 errors, 1 warning`; `nil` for none.
  static func count(_ findings: [Diagnostic]) -> String? {
    let errors = findings.count { $0.severity == .error }
    let parts = [(errors, "error"), (findings.count - errors, "warning")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// A place as a link that opens it.
  func link(_ place: Place) -> String {
    var regions = Regions()
    return link(place, &regions)
  }

  private func link(_ place: Place, _ regions: inout Regions) -> String {
    let start = regions.lines(of: place.file).position(at: place.range.lowerBound)
    return link("\(place.file.path):\(start.line):\(start.column)", place.file.path, start)
  }

  /// A file as a link that opens it.
  func link(file path: String) -> String {
    link(path, path, LineTable([]).position(at: 0))
  }

  private func link(_ text: String, _ path: String, _ position: LineTable.Position) -> String {
    "<a href=\"\(escapedAttribute(address(path, position)))\">\(escapedAttribute(text))</a>"
  }

  private func address(_ path: String, _ position: LineTable.Position) -> String {
    editor.replacing("{path}", with: percentEncoded(folder + "/" + path))
      .replacing("{line}", with: "\(position.line)")
      .replacing("{column}", with: "\(position.column)")
  }

  /// A sentence of words that may end as one.
  private func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + (words.hasSuffix("?") ? "" : ".")
  }

  private func item(_ finding: Diagnostic, _ regions: inout Regions) -> String {
    // The first line is said in HTML; what follows is the excerpt and the help.
    let rest = TextPrinter().print(finding, &regions).split(separator: "\n").dropFirst()
    let excerpt = rest.prefix { $0.hasPrefix("  ") && !$0.hasPrefix("  help: ") }
    let pre = excerpt.map { $0.dropFirst(2) }.joined(separator: "\n")
    return """
      <li class="handbook-\(finding.severity.rawValue)"><p>\(link(finding.place, &regions)) \
      <strong>\(finding.severity.rawValue)</strong>: \(escapedAttribute(finding.message)) \
      <code>\(escapedAttribute(finding.rule))</code></p>
      \(pre.isEmpty ? "" : "<pre>\(escapedAttribute(pre))</pre>\n")\
      \(finding.help.map { "<p>\(escapedAttribute(sentence($0)))</p>\n" } ?? "")</li>

      """
  }
}
