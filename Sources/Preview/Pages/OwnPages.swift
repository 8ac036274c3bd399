import Diagnostics
import Handbook

/// The preview's own pages.
struct OwnPages {
  /// Where the script and the styles lie.
  let files: String
  let list: FindingList
  let basePath: String

  /// All findings, and the pages by what is to be done about them.
  func overview(
    title: String, _ pages: [PageSummary], _ report: BuildReport?, isCurrent: Bool, problem: String?
  ) -> [UInt8] {
    let findings = report?.findings ?? []
    let count = FindingList.count(findings) ?? "Nothing is wrong"
    let state = report == nil || !isCurrent ? " – being looked at again" : ""
    let drafts = report?.drafts ?? []
    let known = report?.suppressed.count ?? 0
    return page(
      "\(title): preview",
      """
      <p><a href="\(escapedAttribute(basePath))/">To the handbook</a></p>
      \(problem.map { "<p role=\"alert\"><strong>The handbook cannot be read as it is:</strong> \(escapedAttribute($0)). What was read before is shown.</p>\n" } ?? "")\
      <h2 id="findings">Findings: \(count)\(state)</h2>
      \(list.html(findings.filter { !drafts.contains($0.place.file.path) }))\
      \(known == 0 ? "" : "<p>\(known) more \(known == 1 ? "is" : "are") known or allowed, and not counted.</p>\n")\
      \(inDrafts(findings.filter { drafts.contains($0.place.file.path) }))\
      \(PageSummary.State.allCases.map { section($0, pages) }.joined())\
      <h2 id="pages">All pages: \(pages.count)</h2>
      \(table(pages))
      """)
  }

  private func inDrafts(_ findings: [Diagnostic]) -> String {
    findings.isEmpty
      ? "" : "<h2>In drafts, not counted</h2>\n" + list.html(findings)
  }

  private func section(_ state: PageSummary.State, _ pages: [PageSummary]) -> String {
    let pages = pages.filter { $0.states.contains(state) }
    let title =
      switch state {
      case .draft: "Drafts"
      case .overdue: "Reviews overdue"
      case .orphan: "Pages that nothing leads to"
      }
    return pages.isEmpty
      ? "" : "<h2 id=\"\(state.rawValue)\">\(title): \(pages.count)</h2>\n" + table(pages)
  }

  private func table(_ pages: [PageSummary]) -> String {
    "<table><thead><tr><th scope=\"col\">Page</th><th scope=\"col\">File</th></tr></thead><tbody>\n"
      + pages.map { page in
        let file = page.source.map(list.link(file:))
        return
          "<tr><td><a href=\"\(escapedAttribute(basePath + page.url))\">\(escapedAttribute(page.title))</a></td><td>\(file ?? "from the register")</td></tr>\n"
      }.joined() + "</tbody></table>\n"
  }

  /// The source of a page that cannot be shown, where it never could.
  func source(_ path: String, _ bytes: [UInt8]) -> [UInt8] {
    page(
      path,
      "<p>This page cannot be shown as it is. Here is what its file holds.</p>\n"
        + "<pre class=\"handbook-source\">\(escapedAttribute(String(decoding: bytes, as: UTF8.self)))</pre>\n"
    )
  }

  /// Nothing is at a path.
  func notFound(_ path: String) -> [UInt8] {
    page(
      "Nothing here",
      "<p>The handbook has nothing at <code>\(escapedAttribute(path))</code>. "
        + "<a href=\"\(escapedAttribute(basePath))/\">To the handbook</a> · "
        + "<a href=\"/_handbook/#pages\">All its pages</a></p>\n")
  }

  /// The handbook cannot be read at all.
  func broken(_ reason: String) -> [UInt8] {
    page(
      "The handbook cannot be read",
      "<p role=\"alert\">\(escapedAttribute(reason.prefix(1).uppercased() + reason.dropFirst())).</p>\n"
        + "<p>This page shows the handbook as soon as that is repaired.</p>\n")
  }

  /// A page does not come to its end, and the preview starts itself again without it.
  func startingAgain(_ finding: Diagnostic) -> [UInt8] {
    page(
      "The preview starts again",
      list.html([finding]) + "<p>The preview leaves that page out and is here again at once.</p>\n")
  }

  private func page(_ title: String, _ body: String) -> [UInt8] {
    Array(
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escapedAttribute(title))</title>
      <link rel="stylesheet" href="\(files)page.css"></head>
      <body><main><h1>\(escapedAttribute(title))</h1>
      \(body)</main></body></html>

      """.utf8)
  }
}
