import Diagnostics

extension SiteRule {
  /// Every folder of pages has a page at its address.
  static let missingIndex = SiteRule(missingIndexText) { made in
    let site = made.site
    var served = Set(Redirects(site: site).all.map { String($0.path.key) })
    for page in site.pages.indices where site.isPublished(page) {
      served.insert(String(site.pages[page].path.key))
    }
    guard site.pages.contains(where: { $0.source != nil }) else {
      return [
        Diagnostic(
          missingIndexText.id, .warning, at: Place(site.settings.file, 0..<0),
          "this handbook has no page",
          help: "write 'content/index.md', or look why there is nothing in 'content'")
      ]
    }
    var findings: [Diagnostic] = []
    for page in site.collections.all where site.isPublished(page) && site.pages[page].source != nil
    {
      guard let folder = site.pages[page].path.ancestors.first,
        served.insert(String(folder.key)).inserted
      else { continue }
      findings.append(
        Diagnostic(
          missingIndexText.id, .warning, at: try made.place(of: page),
          "there are pages below '\(folder.text)', and none at it",
          help: "add 'content\(folder.text)index.md', or '\(folder.text)' to the 'aliases' of the "
            + "page that leads to them"))
    }
    return findings
  }

  private static let missingIndexText = RuleText(
    "missing-index", .warning,
    promise: "Every folder of pages has a page of its own.",
    why: "Readers shorten addresses to see what else there is, and menus need a title.",
    example: "# content/roles/lead.md without content/roles/index.md",
    repair: "Add 'index.md' to the folder with a title and a sentence, or the folder's address to "
      + "the 'aliases' of the page that leads to its pages.")
}
