import Diagnostics

/// An entry of the menu: a section of the site, a page, or a group of entries.
struct NavigationEntry: Sendable {
  /// What the menu shows.
  var title: String
  /// Where it leads, without the base path; `nil` for a group without pages.
  var url: String?
  /// The page it stands for, when it is one.
  var page: PageIndex?
  /// The entries below it, as indices into the menu's entries.
  var children: [Int] = []
  /// The pages that belong to it, in reading order.
  var pages: [PageIndex] = []
}

/// The menu, and where each page stands in it.
struct Navigation: Sendable {
  /// All entries.
  private(set) var entries: [NavigationEntry] = []
  /// The top-level entries, in order: the site's sections.
  private(set) var sections: [Int] = []
  /// The section of each page, as an index into the entries.
  private(set) var sectionOfPage: [Int?]
  /// The page before each page within its section.
  private(set) var previous: [PageIndex?]
  /// The page after each page within its section.
  private(set) var next: [PageIndex?]

  /// Lays out the menu of `settings`, or that of the folders when there is none, with the pages
  /// that `isPublished` lets in.
  static func make(
    _ settings: Settings, pages: [Page], tree: PageTree, collections: Collections,
    find: @escaping (String) -> PageIndex?, isPublished: @escaping (PageIndex) -> Bool
  ) -> Diagnosed<Navigation> {
    var maker = Maker(
      settings: settings, pages: pages, tree: tree, collections: collections, find: find,
      isPublished: isPublished)
    let sections =
      settings.navigation.map { items in items.compactMap { maker.entry($0) } } ?? maker.folders()
    return Diagnosed(
      Navigation(maker.entries, sections, tree, pageCount: pages.count), maker.diagnostics)
  }

  private init(
    _ entries: [NavigationEntry], _ sections: [Int], _ tree: PageTree, pageCount: Int
  ) {
    self.entries = entries
    self.sections = sections
    sectionOfPage = Array(repeating: nil, count: pageCount)
    previous = Array(repeating: nil, count: pageCount)
    next = Array(repeating: nil, count: pageCount)
    for section in sections {
      var last: PageIndex?
      // A page that several sections list belongs to the first.
      for page in entries[section].pages where sectionOfPage[page] == nil {
        sectionOfPage[page] = section
        previous[page] = last
        if let last { next[last] = page }
        last = page
      }
    }
    // A page in no menu belongs where the page above it does.
    for page in sectionOfPage.indices where sectionOfPage[page] == nil && !tree.isInMenus(page) {
      sectionOfPage[page] = tree.parents[page].flatMap { sectionOfPage[$0] }
    }
  }
}

/// Makes entries from what `site.yml` or the folders say.
private struct Maker {
  let settings: Settings
  let pages: [Page]
  let tree: PageTree
  let collections: Collections
  let find: (String) -> PageIndex?
  let isPublished: (PageIndex) -> Bool
  var entries: [NavigationEntry] = []
  var diagnostics: [Diagnostic] = []

  init(
    settings: Settings, pages: [Page], tree: PageTree, collections: Collections,
    find: @escaping (String) -> PageIndex?, isPublished: @escaping (PageIndex) -> Bool
  ) {
    self.settings = settings
    self.pages = pages
    self.tree = tree
    self.collections = collections
    self.find = find
    self.isPublished = isPublished
  }

  /// The top-level folders that hold pages, in the order of lists.
  mutating func folders() -> [Int] {
    tree.readingOrder.filter { isTopFolder(pages[$0]) && isPublished($0) }.map { section($0) }
  }

  mutating func entry(_ item: NavigationItem) -> Int? {
    switch item.target {
    case .page(let written):
      guard let page = find(written.value) else {
        diagnostics.append(.noPage(written, in: settings.file, pages))
        return nil
      }
      guard isPublished(page) else {
        diagnostics.append(
          LinkFault(.toDraft, subject: pages[page].url)
            .diagnostic(at: Place(settings.file, written.range), near: nil))
        return nil
      }
      return section(page, title: item.title)
    case .tag(let tag):
      let members = collections.tagged(tag).filter(isPublished)
      return add(
        NavigationEntry(
          title: item.title ?? tag, url: members.first.map { pages[$0].url }, pages: members))
    case .group(let items):
      let children = items.compactMap { entry($0) }
      return add(
        NavigationEntry(
          title: item.title ?? children.first.map { entries[$0].title } ?? "",
          url: children.first.flatMap { entries[$0].url },
          children: children, pages: children.flatMap { entries[$0].pages }))
    }
  }

  private mutating func section(_ page: PageIndex, title: String? = nil) -> Int {
    add(
      NavigationEntry(
        title: title ?? pages[page].navigationTitle, url: pages[page].url, page: page,
        pages: tree.subtree(of: page).filter(isPublished)))
  }

  private mutating func add(_ entry: NavigationEntry) -> Int {
    entries.append(entry)
    return entries.count - 1
  }

  private func isTopFolder(_ page: Page) -> Bool {
    guard let path = page.source?.path else { return page.subject == .overview }
    return path.hasSuffix("/index.md") && path.utf8.count { $0 == UInt8(ascii: "/") } == 2
  }
}

extension Diagnostic {
  fileprivate static func noPage(
    _ written: Located<String>, in file: SourceFile, _ pages: [Page]
  ) -> Diagnostic {
    let near = nearest(to: written.value, among: pages.map(\.url))
    let place = Place(file, written.range)
    return Diagnostic(
      "broken-link", .error, at: place,
      "the menu names '\(written.value)', but there is no such page",
      help: near.map { "did you mean '\($0)'?" },
      fix: Fix(ofWord: written.value, to: near, at: place))
  }
}
