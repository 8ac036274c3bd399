import Digest

/// Takes over pages from an earlier build, and gathers those of this one for the next.
struct PageKeeping: Sendable {
  /// A page of an earlier build, and its bytes there.
  struct Taken: Sendable {
    let page: KeptPage
    let bytes: [UInt8]
  }

  private let site: Site
  private let sources: any SourceTree
  private let world: PageWorld
  /// The pages of the same world.
  private let earlier: KeptPages?

  /// `nil` where pages are not to be kept, or may show more than their own source and what a survey tells:
  /// that a handbook adapts another is told page by page, from the bodies of both.
  init?(_ surveyed: Surveyed, _ sources: any SourceTree, _ options: BuildOptions) async throws {
    guard let key = options.keepsPages, surveyed.site.adaptation == nil, options.untrusted == nil,
      options.book == nil, !options.keepsLinks, options.external == nil
    else { return nil }
    site = surveyed.site
    self.sources = sources
    let world = try await PageWorld(
      key: key, sources, heads: surveyed.heads, workers: options.workers)
    self.world = world
    earlier = options.earlier.flatMap { $0.world == world ? $0 : nil }
  }

  /// The page as it was, where its own source is the same.
  func taken(_ index: PageIndex) throws -> Taken? {
    guard let earlier else { return nil }
    return earlier.page(index, of: try digest(of: index), at: site.pages[index].source?.path)
  }

  /// All pages that can be kept, as bytes.
  func bytes(
    _ joined: JoinedSite, _ made: [PageStage.Made], backlinks: Set<PageIndex>, workers: Int
  ) async throws -> [UInt8] {
    let pages = try await Array(site.pages.indices).concurrentMap(workers: workers) { run in
      try run.map { index -> [UInt8] in
        guard made.indices.contains(index) else { return [] }
        if let taken = made[index].taken { return taken }
        let page = KeptPage(
          joined.bodies[index], made[index].page,
          backlinks: backlinks.contains(index) ? joined.backlinks[index] : nil)
        return page?.bytes(of: try digest(of: index), at: site.pages[index].source?.path) ?? []
      }
    }
    return KeptPages.bytes(world, pages)
  }

  private func digest(of page: PageIndex) throws -> SHA256? {
    try site.pages[page].source.map { try sources.digest($0) }
  }
}
