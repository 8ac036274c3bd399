/// What of a page was taken over from an earlier build.
enum TakenPart {
  case nothing, body, page
}

/// Renders bodies and makes pages, in parallel.
///
/// A page whose layouts ask nothing of other pages' bodies is made as soon as its own body is
/// rendered, and its HTML is not kept; the others are made when the bodies are joined.
struct PageStage: Sendable {
  /// A body, and the page where it is made already.
  struct Rendered: Sendable {
    var body: Body
    var made: Made?
    /// The page that the body is of, where the page may be taken over, too.
    var earlier: PageKeeping.Taken?
    /// Whether the body was taken from what is published.
    var isTaken = false
  }

  /// A page that is made.
  struct Made: Sendable {
    var page: MadePage
    /// What is kept of it for the next build, where anything is.
    var kept: [UInt8]?
    /// What was taken over from an earlier build.
    var taken = TakenPart.nothing
  }

  private let renderer: BodyRenderer
  private let maker: PageMaker
  private let workers: Int
  private let watch: any WorkWatch
  private let indices: [PageIndex]
  private let site: Site
  private let sink: any OutputSink
  private let keeping: PageKeeping?

  init(
    values: SiteValues, templates: TemplateTable, assets: HashedAssets, sources: any SourceTree,
    sink: any OutputSink, options: BuildOptions, keepsLinks: Bool = false,
    keeping: PageKeeping? = nil
  ) {
    self.sink = sink
    self.keeping = keeping
    renderer = BodyRenderer(
      values: values, sources: sources, templates: templates, keepsLinks: keepsLinks)
    maker = PageMaker(
      values: values, templates: templates, assets: assets, sink: sink, keepsLinks: keepsLinks)
    workers = options.workers
    watch = options.watch
    site = values.site
    // The page for printing is made of all others.
    indices = Array(values.site.pages.indices.filter { $0 != values.site.printPage })
  }

  /// Renders every body, in the order of the pages; that of the page for printing is empty.
  func renderBodies() async throws -> [Rendered] {
    let rendered = try await indices.concurrentMap(workers: workers) { run in
      var buffers = PageBuffers()
      return try run.map { index in
        try watch.during(site.pages[index]) {
          if let taken = try taken(index) { return taken }
          var rendered = try body(index, &buffers)
          if maker.needsOnlyItself(index) {
            rendered.made = try make(index, rendered, backlinks: nil, in: nil, &buffers)
            rendered.body.html = Body.empty.html
          }
          return rendered
        }
      }
    }
    return rendered + (site.printPage == nil ? [] : [Rendered(body: .empty)])
  }

  /// The page as an earlier build made it; while it is not known which pages lead to it, with its body alone
  /// where it shows them.
  private func taken(_ index: PageIndex) throws -> Rendered? {
    guard let earlier = try keeping?.taken(index) else { return nil }
    guard maker.needsOnlyItself(index) else {
      return Rendered(body: earlier.page.body, earlier: earlier)
    }
    guard keeps(index, earlier.page) else { return nil }
    return Rendered(body: earlier.page.body, made: Made(earlier))
  }

  /// The body as it is published, where it comes out the same, or rendered.
  private func body(_ index: PageIndex, _ buffers: inout PageBuffers) throws -> Rendered {
    if let body = try keeping?.body(index, published: sink.published) {
      return Rendered(body: body, isTaken: true)
    }
    return Rendered(body: try renderer.render(index, &buffers.words))
  }

  /// Makes a page; `backlinks` are `nil` where it does not show them.
  private func make(
    _ index: PageIndex, _ rendered: Rendered, backlinks: [PageIndex]?, in joined: JoinedSite?,
    _ buffers: inout PageBuffers
  ) throws -> Made {
    let body = rendered.body
    let page = try maker.make(index, body, backlinks: backlinks ?? [], in: joined, &buffers)
    return Made(
      page: page, kept: try keeping?.bytes(index, body, page, backlinks: backlinks),
      taken: rendered.isTaken ? .body : .nothing)
  }

  /// Whether what is published of a page is taken over.
  private func keeps(_ index: PageIndex, _ earlier: KeptPage) -> Bool {
    !earlier.page.isWritten || site.pages[index].path.outputPath.map { sink.keep($0) } ?? false
  }

  /// Makes the page for printing, which a site with a book has.
  func makePrintPage(_ book: Book) throws -> MadePage {
    var buffers = PageBuffers()
    return try maker.make(
      site.pages.count - 1, PrintPage.body(book, of: site), backlinks: [], in: nil, &buffers)
  }

  /// Makes the pages that are not made yet, and returns all but the one for printing, in order.
  func makePages(_ joined: JoinedSite, beside rendered: [Rendered]) async throws -> [Made] {
    let waiting = indices.filter { rendered[$0].made == nil }
    var made = try await waiting.concurrentMap(workers: workers) { run in
      var buffers = PageBuffers()
      return try run.map { index in
        try watch.during(site.pages[index]) {
          try make(index, joined, beside: rendered[index], &buffers)
        }
      }
    }[...]
    return rendered.prefix(indices.count).map { $0.made ?? made.removeFirst() }
  }

  private func make(
    _ index: PageIndex, _ joined: JoinedSite, beside rendered: Rendered,
    _ buffers: inout PageBuffers
  ) throws -> Made {
    let backlinks = joined.backlinks[index]
    if let earlier = rendered.earlier, earlier.page.backlinks == backlinks,
      keeps(index, earlier.page)
    {
      return Made(earlier)
    }
    let rendered = rendered.earlier == nil ? rendered : try body(index, &buffers)
    // What is kept must hold whatever anchors other bodies have then.
    return try make(
      index, rendered, backlinks: backlinks, in: keeping == nil ? joined : nil, &buffers)
  }
}

extension PageStage.Made {
  /// Takes over a page from an earlier build.
  fileprivate init(_ earlier: PageKeeping.Taken) {
    self.init(page: earlier.page.page, kept: earlier.bytes, taken: .page)
  }
}
