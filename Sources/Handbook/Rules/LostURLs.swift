import Diagnostics

/// Every address that was published before still leads somewhere.
struct LostURLs {
  private let site: Site
  private let previous: PreviousSite
  /// Where something is published now.
  private let published: Set<String>
  /// The pages by their files, drafts too.
  private let pagesBySource: [String: PageIndex]
  /// The published pages of authors that stand where nothing stood before, by title and by name: one
  /// of them may have taken the place of a page that is gone.
  private let newPagesByTitle: [String: PageIndex]
  private let newPagesByName: [Substring: PageIndex]
  /// Looking for a similar title costs a look at every new page, so only so many findings get one.
  private static let suggestions = 200

  init(_ site: Site, since previous: PreviousSite) {
    self.site = site
    self.previous = previous
    let pages = site.pages
    let visible = pages.indices.filter(site.isPublished)
    published = Set(
      visible.map { String(pages[$0].path.key) }
        + Redirects(site: site).all.map { String($0.path.key) }
        + site.files.map { String($0.url.key) })
    let before = Set(previous.pages.map { Self.key($0.url) })
    let new = visible.filter {
      pages[$0].source != nil && !before.contains(String(pages[$0].path.key))
    }
    pagesBySource = Self.table(
      pages.indices.compactMap { page in pages[page].source.map { ($0.path, page) } })
    newPagesByTitle = Self.table(new.map { (pages[$0].title, $0) })
    newPagesByName = Self.table(new.map { (Self.name(pages[$0].url), $0) })
  }

  /// The findings, in the order in which the earlier site listed its pages.
  func diagnostics(_ sources: any SourceTree) throws(SourceError) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for page in previous.pages {
      for url in [page.url] + page.aliases.map({ Redirects.split($0).path.encoded })
      where !published.contains(Self.key(url)) {
        let heir = heir(of: page, comparesTitles: findings.count < Self.suggestions)
        findings.append(.lost(url, heir, at: try place(heir, sources)))
      }
    }
    return findings
  }

  /// A page that a lost one may live on in.
  struct Heir {
    /// The page.
    let page: Page
    /// Whether readers can see it.
    let isPublished: Bool
    /// What the two have in common.
    let likeness: String
  }

  /// The page of the same file, else a new one of the same or a similar title or name.
  private func heir(of lost: PreviousSite.Page, comparesTitles: Bool) -> Heir? {
    func heir(_ page: PageIndex, _ likeness: String) -> Heir {
      Heir(page: site.pages[page], isPublished: site.isPublished(page), likeness: likeness)
    }
    if let page = pagesBySource[lost.source] {
      return heir(page, site.isPublished(page) ? "is the same file" : "is a draft now")
    }
    if let page = newPagesByTitle[lost.title] { return heir(page, "has the same title") }
    if let page = newPagesByName[Self.name(lost.url)] { return heir(page, "has the same name") }
    guard comparesTitles, let title = nearest(to: lost.title, among: newPagesByTitle.keys) else {
      return nil
    }
    return newPagesByTitle[title].map { heir($0, "has a similar title") }
  }

  /// The page that may take the address over, where that can be published; else the settings.
  private func place(_ heir: Heir?, _ sources: any SourceTree) throws(SourceError) -> Place {
    guard let heir, heir.isPublished, let entry = heir.page.source else {
      return Place(site.settings.file, 0..<0)
    }
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    return Place(file, 0..<0)
  }

  /// The first page of each key.
  private static func table<Key: Hashable>(_ pages: [(Key, PageIndex)]) -> [Key: PageIndex] {
    Dictionary(pages, uniquingKeysWith: { first, _ in first })
  }

  private static func key(_ url: String) -> String {
    String(URLPath(percentDecoded(url) ?? url).key)
  }

  private static func name(_ url: String) -> Substring {
    url.split(separator: "/").last ?? ""
  }
}

extension Diagnostic {
  fileprivate static func lost(
    _ url: String, _ heir: LostURLs.Heir?, at place: Place
  ) -> Diagnostic {
    let alias = "add 'aliases: [\(url)]' to"
    let help = heir.map { heir in
      "'\(heir.page.place.file.path)' \(heir.likeness): "
        + (heir.isPublished
          ? "\(alias) its front matter"
          : "publish it, or \(alias) the page that has its content now")
    }
    return Diagnostic(
      "lost-url", .warning, at: place, "'\(url)' was published before, and nothing is there now",
      help: help ?? "\(alias) the page that has its content now")
  }
}
