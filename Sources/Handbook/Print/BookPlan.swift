/// Which pages stand in a site's book, and in which order: home, the sections as in the menu, and what
/// is in no section.
struct BookPlan: Sendable {
  /// Pages under one entry of the contents.
  struct Chapter: Sendable {
    var title: String
    /// The page that the entry leads to, where it has one of its own.
    var head: PageIndex?
    /// The pages below it.
    var pages: [PageIndex]
  }

  let chapters: [Chapter]
  /// All pages of the book, in order.
  var pages: [PageIndex] { chapters.flatMap { ($0.head.map { [$0] } ?? []) + $0.pages } }

  /// Plans the book of a whole site, or of the pages at and below the address `section`, with those
  /// that `site.yml` wants in every book.
  ///
  /// Nothing is in it that is not found by readers of lists: drafts, pages with `noindex`, the page
  /// for what is not found, certificates.
  init(_ site: Site, section: String? = nil) {
    var taken: Set<PageIndex> = []
    let always = (site.settings.print?.always ?? [])
      .compactMap { site.links.page(named: $0.value) }
    func take(_ page: PageIndex) -> Bool {
      guard site.isPrinted(page) else { return false }
      if let section, !site.pages[page].url.hasPrefix(section), !always.contains(page) {
        return false
      }
      return taken.insert(page).inserted
    }
    func alone(_ page: PageIndex) -> Chapter? {
      take(page) ? Chapter(title: site.pages[page].title, head: page, pages: []) : nil
    }
    var chapters: [Chapter] = [site.links.page(named: "/").flatMap(alone)].compactMap(\.self)
    for entry in site.navigation.sections.map({ site.navigation.entries[$0] }) {
      let head = entry.page.flatMap { take($0) ? $0 : nil }
      let pages = entry.pages.filter(take)
      guard head != nil || !pages.isEmpty else { continue }
      // A page that is asked for alone needs no entry of its section above it.
      chapters +=
        head == nil && entry.page != nil && pages.count == 1
        ? [Chapter(title: site.pages[pages[0]].title, head: pages[0], pages: [])]
        : [Chapter(title: entry.title, head: head, pages: pages)]
    }
    self.chapters = chapters + site.collections.all.compactMap(alone)
  }
}

extension Site {
  /// Whether a page may stand in a book.
  fileprivate func isPrinted(_ page: PageIndex) -> Bool {
    isPublished(page) && pages[page].listing == .everywhere && !pages[page].head.isHiddenFromSearch
      && !pages[page].path.isForNoPage && links.leadsToItself(page)
  }
}
