import Diagnostics
import Handbook

/// What a preview puts into a page: its script and styles, and the panel with what is wrong.
///
/// Only what is served gets it, never what is built.
struct Panel {
  /// Where the script and the styles lie.
  let files: String
  let list: FindingList

  /// What the panel says beside findings.
  struct Words {
    /// What kind of text is shown, where it is not just the newest, published one.
    var state: String?
    /// The page's findings.
    var findings: [Diagnostic] = []
    /// How many findings the whole site has; `nil` while that is not known.
    var total: Int?
  }

  /// The page's HTML with all of it.
  func added(to html: [UInt8], _ words: Words) -> [UInt8] {
    // Which text this is, for the script: the same for the same bytes, while this program runs.
    let version = String(UInt(bitPattern: html.hashValue), radix: 36)
    let head =
      "<link rel=\"stylesheet\" href=\"\(files)panel.css\"><script src=\"\(files)live.js\" data-version=\"\(version)\" defer></script>"
    let end = html.lastIndex(of: "</body") ?? html.count
    let start = html.firstIndex(of: "</head", before: end) ?? 0
    // A page without a head keeps its doctype first.
    let into = start == 0 ? end : start
    return Array(html[..<into]) + head.utf8 + html[into..<end] + panel(words).utf8 + html[end...]
  }

  /// The panel; an empty one where there is nothing to tell, for the script to fill.
  func panel(_ words: Words) -> String {
    let here = FindingList.count(words.findings)
    let elsewhere = max(0, (words.total ?? 0) - words.findings.count)
    guard here != nil || words.state != nil || elsewhere > 0 else {
      return "<aside id=\"_handbook-panel\" hidden></aside>"
    }
    let title = [words.state, here.map { "\($0) on this page" } ?? "Nothing wrong on this page"]
      .compactMap { $0 }.joined(separator: " · ")
    let all =
      words.total.map { total in
        "<p><a href=\"/_handbook/\">The whole handbook: \(total == 1 ? "1 finding" : "\(total) findings")</a></p>\n"
      } ?? "<p><a href=\"/_handbook/\">The whole handbook</a></p>\n"
    return """
      <aside id="_handbook-panel" aria-label="Preview"><details\(here == nil ? "" : " open")>
      <summary>\(escapedAttribute(title))</summary>
      \(list.html(words.findings))\(all)</details></aside>
      """
  }
}
