import Diagnostics

extension SiteRule {
  /// Every page can be reached from another one.
  static let orphanPage = SiteRule(orphanPageText) { made in
    let site = made.site
    let isReached = reachedPages(made)
    return try site.pages.indices.filter { !isReached[$0] && mustBeReached($0, site) }.map { page in
      Diagnostic(
        orphanPageText.id, .warning, at: try made.place(of: page),
        "no page and no menu leads to '\(site.pages[page].url)'",
        help: "link to it from where a reader would look for it, or remove it")
    }
  }

  /// The pages that a reader of another page can go to: by a link in its text, by one that its
  /// layout prints, or by an entry of the menu.
  private static func reachedPages(_ made: MadeSite) -> [Bool] {
    let site = made.site
    var isReached = Array(repeating: false, count: site.pages.count)
    for entry in site.navigation.entries {
      // A tag or group of the menu has no page of its own: its pages are its entry.
      for page in entry.page.map({ [$0] }) ?? entry.pages { isReached[page] = true }
    }
    for source in site.pages.indices where site.isPublished(source) {
      for target in made.joined.bodies[source].targets where target != source {
        isReached[target] = true
      }
      for target in made.pages[source].targets where target != source { isReached[target] = true }
    }
    return isReached
  }

  /// Whether readers should come to the page on their own.
  ///
  /// What is replaced or withdrawn is kept for old links alone.
  private static func mustBeReached(_ index: PageIndex, _ site: Site) -> Bool {
    let page = site.pages[index]
    let isKept = page.head.status == .superseded || page.head.status == .withdrawn
    return page.source != nil && site.isPublished(index) && site.links.leadsToItself(index)
      && !page.path.isRoot && !page.path.isForNoPage && !page.head.isHiddenFromSearch
      && !isKept
  }

  private static let orphanPageText = RuleText(
    "orphan-page", .warning,
    promise: "Every page can be reached from another page or the menu.",
    why: "A page that nothing leads to is found by search alone.",
    example: "# content/process/retired.md, which no page links to",
    repair: "Link to it from where a reader would look for it, or remove it. A page with "
      + "'noindex: true', or one that is superseded or withdrawn, need not be reached.")
}
