import Diagnostics

/// The page that shows what was found, at `/search/`.
enum SearchPage {
  /// Where it stands.
  static let url = "/search/"
  private static let layout = "search/page"

  /// Returns the page as the program makes it.
  fileprivate static func made(for settings: Settings) -> Page {
    var head = PageHead()
    head.layout = Located(value: layout, range: 0..<0)
    head.isHiddenFromSearch = true
    head.contents = .none
    head.description = "Find pages of \(settings.title) by their words."
    return Page(
      origin: .generated(Place(settings.file, 0..<0)), purpose: .search, listing: .nowhere,
      head: Boxed(head),
      path: URLPath(url), url: url, bodyStart: 0, title: "Search", navigationTitle: "Search")
  }

  /// Gives a page that somebody wrote at the same URL what makes it find things.
  fileprivate static func equip(_ page: inout Page) {
    page.head.layout = page.head.layout ?? Located(value: layout, range: 0..<0)
  }
}

extension [Page] {
  /// The pages and the one for searching, where the site is searched; a page or file at its URL takes
  /// its place.
  func addingSearch(_ settings: Settings, files: [PublishedFile]) -> [Page] {
    guard settings.search != nil else { return self }
    let key = URLPath(SearchPage.url).key
    var pages = self
    if let authored = firstIndex(where: { $0.path.key.lowercased() == key }) {
      SearchPage.equip(&pages[authored])
      return pages
    }
    let isTaken = files.contains { $0.url.key.lowercased() == key }
    return isTaken ? pages : pages + [SearchPage.made(for: settings)]
  }
}
