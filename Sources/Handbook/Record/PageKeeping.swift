import Diagnostics
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
  /// The pages of a world in which bodies at least come out the same.
  private let earlier: KeptPages?
  /// The layouts' files, in which their links are written.
  private let layouts: [String: SourceFile]

  /// `nil` where pages are not to be kept, or may show more than their own source and what a survey tells:
  /// that a handbook adapts another is told page by page, from the bodies of both.
  init?(_ surveyed: Surveyed, _ sources: any SourceTree, _ options: BuildOptions) async {
    guard let key = options.keepsPages, surveyed.site.adaptation == nil, options.untrusted == nil,
      options.book == nil, !options.keepsLinks, options.external == nil
    else { return nil }
    (site, self.sources) = (surveyed.site, sources)
    // What keeps a file from being read is for the stages to say that need it.
    guard
      let world = try? await PageWorld(
        key: key, site.settings, sources, heads: surveyed.heads, workers: options.workers)
    else { return nil }
    self.world = world
    earlier = options.earlier.flatMap { $0.world.bodies == world.bodies ? $0 : nil }
    let files =
      earlier == nil
      ? [] : sources.entries.filter { $0.kind == .file && FileName.isLayout($0.path) }
    layouts = Dictionary(
      files.compactMap { entry in
        (try? sources.read(entry)).map { (entry.path, SourceFile(path: entry.path, bytes: $0)) }
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// The page as it was, where it comes out the same.
  func taken(_ index: PageIndex) throws -> Taken? {
    guard let earlier, earlier.world == world else { return nil }
    return earlier.page(
      index, of: try digest(of: index), at: site.pages[index].source?.path, file: { layouts[$0] })
  }

  /// The page's body as it was, where it comes out the same and is found in what is published.
  func body(_ index: PageIndex, published: (OutputPath) -> [UInt8]?) throws -> Body? {
    let page = site.pages[index]
    guard let earlier, let source = page.source, let path = page.path.outputPath,
      let kept = earlier.page(
        index, of: try digest(of: index), at: source.path, file: { layouts[$0] })?.page,
      kept.page.isWritten, let html = published(path)
    else { return nil }
    return try? kept.body(in: html)
  }

  /// A page that was made, as bytes to keep; empty where it cannot be kept.
  func bytes(
    _ index: PageIndex, _ body: Body, _ page: MadePage, backlinks: [PageIndex]?
  ) throws -> [UInt8] {
    try KeptPage(body, page, backlinks: backlinks)?.bytes(
      of: digest(of: index), at: site.pages[index].source?.path) ?? []
  }

  /// All pages as bytes; the one for printing, the last, is made of all others.
  func bytes(_ pages: [PageStage.Made]) -> [UInt8] {
    KeptPages.bytes(
      world, site.pages.indices.map { $0 < pages.count ? pages[$0].kept ?? [] : [] })
  }

  private func digest(of page: PageIndex) throws -> SHA256? {
    try site.pages[page].source.map { try sources.digest($0) }
  }
}
