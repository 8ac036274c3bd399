import Diagnostics

/// Every address that was published before still leads somewhere.
struct LostURLs {
  private let site: Site
  private let previous: PreviousSite
  /// Where something is published now.
  private let published: Set<String>
  /// The published pages that stand where nothing stood before: one of them may have taken the
  /// place of a page that is gone.
  private let newPages: [PageIndex]

  init(_ site: Site, since previous: PreviousSite) {
    self.site = site
    self.previous = previous
    let pages = site.pages.indices.filter(site.isPublished)
    published = Set(
      pages.map { String(site.pages[$0].path.key) }
        + Redirects(site: site).all.map { String($0.path.key) }
        + site.files.map { String($0.url.key) })
    let before = Set(previous.pages.map { Self.key($0.url) })
    newPages = pages.filter { !before.contains(String(site.pages[$0].path.key)) }
  }

  /// The findings, in the order in which the earlier site listed its pages.
  func diagnostics(_ sources: any SourceTree) throws(SourceError) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for page in previous.pages {
      for url in [page.url] + page.aliases.map({ Redirects.split($0).path.encoded })
      where !published.contains(Self.key(url)) {
        let heir = heir(of: page)
        findings.append(.lost(url, heir, at: try place(heir, sources)))
      }
    }
    return findings
  }

  /// A page that a lost one may live on in.
  struct Heir {
    /// The page.
    let page: Page
    /// What the two have in common.
    let likeness: String
  }

  /// The page of the same file, else a new one of the same or a similar title or name.
  private func heir(of lost: PreviousSite.Page) -> Heir? {
    if let page = site.pages.indices.first(where: { site.pages[$0].source?.path == lost.source }) {
      let isDraft = !site.isPublished(page)
      return Heir(page: site.pages[page], likeness: isDraft ? "is a draft now" : "is the same file")
    }
    let pages = newPages.map { site.pages[$0] }
    if let page = pages.first(where: { $0.title == lost.title }) {
      return Heir(page: page, likeness: "has the same title")
    }
    let name = Self.name(lost.url)
    if let page = pages.first(where: { Self.name($0.url) == name }) {
      return Heir(page: page, likeness: "has the same name")
    }
    let title = nearest(to: lost.title, among: pages.map(\.title))
    return pages.first { $0.title == title }.map {
      Heir(page: $0, likeness: "has a similar title")
    }
  }

  /// The page that may take the address over, where that can be published; else the settings.
  private func place(_ heir: Heir?, _ sources: any SourceTree) throws(SourceError) -> Place {
    guard let page = heir?.page, site.publishesDrafts || !page.isDraft else {
      return Place(site.settings.file, 0..<0)
    }
    guard let entry = page.source else { return page.place }
    return Place(SourceFile(path: entry.path, bytes: try sources.read(entry)), 0..<0)
  }

  private static func key(_ url: String) -> String {
    String(URLPath(percentDecoded(url) ?? url).key)
  }

  private static func name(_ url: String) -> Substring {
    url.split(separator: "/").last ?? ""
  }
}

extension Diagnostic {
  fileprivate static func lost(_ url: String, _ heir: LostURLs.Heir?, at place: Place) -> Diagnostic {
    let help = heir.map { heir in
      "'\(heir.page.place.file.path)' \(heir.likeness): "
        + (heir.page.isDraft ? "publish it, or " : "")
        + "add 'aliases: [\(url)]' to "
        + (heir.page.isDraft ? "the page that has its content now" : "its front matter")
    }
    return Diagnostic(
      "lost-url", .warning, at: place, "'\(url)' was published before, and nothing is there now",
      help: help ?? "add it to the 'aliases' of the page that has its content now")
  }
}
