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
  private let newPages: [PageIndex]
  private let newPagesByTitle: [String: PageIndex]
  private let newPagesByName: [Substring: PageIndex]
  /// What the pages' texts are known by.
  private let texts: [TextSignature?]
  /// Looking for a similar text or title costs a look at every new page, so only so many findings
  /// get one.
  private static let suggestions = 200
  /// How much of a text must be the same for a page to be known by it.
  private static let leastLikeness = 0.5

  init(_ site: Site, texts: [TextSignature?], since previous: PreviousSite) {
    self.site = site
    self.texts = texts
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
    newPages = new
    newPagesByTitle = Self.table(new.map { (pages[$0].title, $0) })
    newPagesByName = Self.table(new.map { (Self.name(pages[$0].url), $0) })
  }

  /// The findings, in the order in which the earlier site listed its pages.
  func diagnostics(_ sources: any SourceTree) throws(SourceError) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var repaired: Set<String> = []
    for page in previous.pages {
      for url in [page.url] + page.aliases.map({ Redirects.split($0).path.encoded })
      where !published.contains(Self.key(url)) {
        let heir = heir(of: page, looksForSimilar: findings.count < Self.suggestions)
        let place = try place(heir, sources)
        // One repair a page and run, as two would both begin the list of aliases.
        let isFirst = repaired.insert(place.file.path).inserted
        let fix = isFirst && !place.file.bytes.isEmpty && place.file.path != "site.yml"
        findings.append(.lost(url, heir, at: place, canBeRepaired: fix))
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

  /// The page of the same file, else a new one of the same text, title or name, else of a similar
  /// title.
  private func heir(of lost: PreviousSite.Page, looksForSimilar: Bool) -> Heir? {
    func heir(_ page: PageIndex, _ likeness: String) -> Heir {
      Heir(page: site.pages[page], isPublished: site.isPublished(page), likeness: likeness)
    }
    if let page = pagesBySource[lost.source] {
      return heir(page, site.isPublished(page) ? "is the same file" : "is a draft now")
    }
    if looksForSimilar, let (page, likeness) = newPage(like: lost) {
      return heir(page, likeness == 1 ? "has the same text" : "has much of the same text")
    }
    if let page = newPagesByTitle[lost.title] { return heir(page, "has the same title") }
    if let page = newPagesByName[Self.name(lost.url)] { return heir(page, "has the same name") }
    guard looksForSimilar, let title = nearest(to: lost.title, among: newPagesByTitle.keys) else {
      return nil
    }
    return newPagesByTitle[title].map { heir($0, "has a similar title") }
  }

  /// The new page whose text is most like that of a lost one, and how much it is.
  private func newPage(like lost: PreviousSite.Page) -> (PageIndex, Double)? {
    guard let text = lost.signature else { return nil }
    let alike = newPages.map { ($0, texts[$0]?.likeness(to: text) ?? 0) }
    return alike.max { $0.1 < $1.1 }.flatMap { $0.1 >= Self.leastLikeness ? $0 : nil }
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
    _ url: String, _ heir: LostURLs.Heir?, at place: Place, canBeRepaired: Bool
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
      help: help ?? "\(alias) the page that has its content now",
      fix: canBeRepaired
        ? AliasEdit.adding(url, to: place.file).map {
          Fix($0.range, with: $0.replacement, isCertain: false)
        } : nil)
  }
}
