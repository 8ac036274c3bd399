import Diagnostics

/// A part of a site's pages as they were just made, to be taken into the site they are of.
package struct LearnedPages: Sendable {
  fileprivate let pages: [(index: PageIndex, facts: PageFacts)]
}

/// Pages of a live site that are to be made so that all is known of them.
package struct LiveWork: Sendable {
  fileprivate let pages: [(index: PageIndex, backlinks: [PageIndex]?)]
  fileprivate let maker: LiveMaker

  /// Makes the pages, by `workers` tasks.
  package func run(workers: Int) async throws -> LearnedPages {
    let maker = maker
    return LearnedPages(
      pages: try await pages.concurrentMap(workers: workers, run: 8) { run in
        var buffers = PageBuffers()
        return try run.map { page in
          (page.index, try maker.make(page.index, backlinks: page.backlinks, &buffers).facts)
        }
      })
  }
}

extension LiveSite {
  /// Whether all is known of all pages.
  package var isComplete: Bool { facts.allSatisfy(\.isComplete) }

  /// Whether the bodies of all pages are known.
  package var knowsAllBodies: Bool { facts.allSatisfy(\.hasBody) }

  /// Up to `limit` of the pages of which not all is known, to be made apart from this value; `nil`
  /// where none is left.
  package func work(atMost limit: Int, bodiesOnly: Bool = false) -> LiveWork? {
    let wanted = facts.indices.lazy.filter { page in
      !facts[page].hasBody
        || !bodiesOnly && !facts[page].isComplete
          && (backlinks(of: page) != nil || !maker.needsAllBodies(page))
    }.prefix(limit)
    let pages = Array(wanted)
    guard !pages.isEmpty else { return nil }
    return LiveWork(pages: pages.map { ($0, backlinks(of: $0)) }, maker: maker)
  }

  /// Takes in what came of work for this revision.
  package mutating func take(_ learned: LearnedPages) {
    for (index, facts) in learned.pages { self.facts[index] = facts }
    joinIfPossible()
  }

  /// Learns who links to whom, where all bodies are known, it is not, and some layout asks.
  mutating func joinIfPossible() {
    guard asksForBacklinks, backlinks == nil, knowsAllBodies else { return }
    backlinks = JoinedSite.backlinks(site, facts.map { $0.body ?? .empty })
  }

  /// Who links to a page; `nil` while it is not known and somebody may ask.
  func backlinks(of page: PageIndex) -> [PageIndex]? {
    asksForBacklinks ? backlinks?[page] : []
  }

  /// All findings, as `compile` tells them; `nil` while not all is known.
  package func report() throws -> BuildReport? {
    guard isComplete else { return nil }
    let bodies = facts.map { $0.body ?? .empty }
    let pages = facts.map { $0.page ?? MadePage() }
    let joined = JoinedSite(site, bodies, backlinks: backlinks ?? [])
    return try BuildReport(
      surveyed: surveyed, assets: assets.diagnostics,
      leaks: maker.leakFindings(
        facts.flatMap(\.leaks), listed: listedPages, searchFiles, assets.value, sources),
      made: MadeSite(joined: joined, pages: pages, sources: sources), options)
  }

  /// What `handbook.json` tells of each page, as far as it is known.
  var listedPages: [ListedPage] { facts.map { ListedPage($0.body, $0.page) } }
}
