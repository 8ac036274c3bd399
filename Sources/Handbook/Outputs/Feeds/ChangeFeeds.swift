import Values

/// The feeds of what changed on a site's pages: one of the whole site, and one of each section with changes.
///
/// A change is an entry of a page's `changes`; a page without them has its `updated` day, else its `date`.
struct ChangeFeeds: Sendable {
  /// A feed before its pages are told.
  struct Plan: Sendable {
    /// Where it is published.
    let path: String
    /// The section's page; `nil` for the whole site.
    let section: PageIndex?
    /// The newest changes, newest first.
    let changes: [Change]
  }

  /// What happened to a page on a day.
  struct Change: Sendable {
    let page: PageIndex
    let date: PlainDate
    let note: String?
    /// How many changes of this page and day stand before it.
    let number: Int
  }

  /// The feed of the whole site first, then those of sections in the order of their addresses.
  let plans: [Plan]

  /// Plans the feeds; there are none of a site without an address, or that wants none.
  init(_ pages: [Page], _ settings: Settings, publishesDrafts: Bool) {
    guard settings.url != nil, settings.feed.isOn else {
      plans = []
      return
    }
    let changes = pages.indices.filter { pages[$0].isFeedable(publishesDrafts) }
      .flatMap { Self.changes(of: $0, pages[$0]) }.sorted(by: Self.isNewer)
    let most = settings.feed.entries
    var plans =
      changes.isEmpty
      ? [] : [Plan(path: "/feed.xml", section: nil, changes: Array(changes.prefix(most)))]
    if settings.feed.sections {
      let bySection = Dictionary(grouping: changes) { pages[$0.page].url.section }
      for page in pages.indices.sorted(by: { pages[$0].url < pages[$1].url }) {
        let url = pages[page].url
        guard url != "/", url == url.section, publishesDrafts || !pages[page].isDraft,
          let changes = bySection[url]
        else { continue }
        plans.append(
          Plan(path: url + "feed.xml", section: page, changes: Array(changes.prefix(most))))
      }
    }
    self.plans = plans
  }

  /// The path of the feed that tells most closely of a page's surroundings.
  func path(for page: Page) -> String? {
    let section = page.url.section + "feed.xml"
    return plans.first { $0.path == section }?.path ?? plans.first?.path
  }

  private static func changes(of index: PageIndex, _ page: Page) -> [Change] {
    let days: [PageChange] =
      page.head.changes.isEmpty
      ? [page.head.updated ?? page.head.date].compactMap {
        $0.map { PageChange(date: $0, note: nil) }
      }
      : page.head.changes
    var seen: [PlainDate: Int] = [:]
    return days.map { change in
      defer { seen[change.date, default: 0] += 1 }
      return Change(
        page: index, date: change.date, note: change.note, number: seen[change.date, default: 0])
    }
  }

  /// Newest first; of a day, in the order of pages, and of a page as written.
  private static func isNewer(_ left: Change, _ right: Change) -> Bool {
    (right.date, left.page, left.number) < (left.date, right.page, right.number)
  }
}

extension ChangeFeeds.Plan {
  /// The feed, with titles and addresses of `site`.
  func feed(of site: Site, at url: SiteURL) -> AtomFeed {
    let title = section.map { "\(site.pages[$0].title), " } ?? ""
    return AtomFeed(
      title: "Changes to \(title)\(site.settings.title)", author: site.settings.title,
      language: site.settings.language, updated: changes.first?.date ?? site.asOf,
      address: url.absolute(path), page: url.absolute(section.map { site.pages[$0].url } ?? "/"),
      entries: changes.map { entry($0, site, url) })
  }

  private func entry(_ change: ChangeFeeds.Change, _ site: Site, _ url: SiteURL) -> AtomFeed.Entry {
    let page = site.pages[change.page]
    return AtomFeed.Entry(
      id: AtomFeed.id(at: url, change.date.description, "page:\(page.url)", number: change.number),
      title: page.title, updated: change.date, link: url.absolute(page.url),
      summary: change.note ?? page.head.description ?? page.title)
  }
}

extension Page {
  /// Whether feeds may tell of the page.
  fileprivate func isFeedable(_ publishesDrafts: Bool) -> Bool {
    source != nil && listing != .nowhere && !head.isHiddenFromSearch && path.text != "/404.html"
      && (publishesDrafts || !isDraft)
  }
}

extension String {
  /// The first folder of a page's address, such as `/roles/` of `/roles/lead/`; `/` of pages in none.
  fileprivate var section: String {
    guard let end = utf8.dropFirst().firstIndex(of: UInt8(ascii: "/")) else { return "/" }
    return String(self[...end])
  }
}
