/// Renders bodies and makes pages, in parallel.
///
/// A page whose layouts ask nothing of other pages' bodies is made as soon as its own body is
/// rendered, and its HTML is not kept; the others are made when the bodies are joined.
struct PageStage: Sendable {
  /// A body, and the page where it is made already.
  struct Rendered: Sendable {
    var body: Body
    var page: MadePage?
    /// What the body is of, where it was not rendered.
    var earlier: PageKeeping.Taken?
  }

  /// A page that is made.
  struct Made: Sendable {
    var page: MadePage
    /// What an earlier build kept of it, where it was taken over from there.
    var taken: [UInt8]?
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
          var rendered = Rendered(body: try renderer.render(index, &buffers.words))
          if maker.needsOnlyItself(index) {
            rendered.page = try maker.make(index, rendered.body, backlinks: [], in: nil, &buffers)
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
    return Rendered(body: earlier.page.body, page: earlier.page.page, earlier: earlier)
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
    let waiting = indices.filter { rendered[$0].page == nil }
    var made = try await waiting.concurrentMap(workers: workers) { run in
      var buffers = PageBuffers()
      return try run.map { index in
        try watch.during(site.pages[index]) {
          try make(index, joined, beside: rendered[index], &buffers)
        }
      }
    }[...]
    return rendered.prefix(indices.count).map { rendered in
      rendered.page.map { Made(page: $0, taken: rendered.earlier?.bytes) } ?? made.removeFirst()
    }
  }

  private func make(
    _ index: PageIndex, _ joined: JoinedSite, beside rendered: Rendered,
    _ buffers: inout PageBuffers
  ) throws -> Made {
    let backlinks = joined.backlinks[index]
    if let earlier = rendered.earlier, earlier.page.backlinks == backlinks,
      keeps(index, earlier.page)
    {
      return Made(page: earlier.page.page, taken: earlier.bytes)
    }
    let body =
      rendered.earlier == nil ? joined.bodies[index] : try renderer.render(index, &buffers.words)
    // What is kept must hold whatever anchors other bodies have then.
    return Made(
      page: try maker.make(
        index, body, backlinks: backlinks, in: keeping == nil ? joined : nil, &buffers))
  }

  /// The pages as they are kept for the next build; `nil` where they are not.
  func kept(_ joined: JoinedSite, _ made: [Made]) async throws -> [UInt8]? {
    try await keeping?.bytes(
      joined, made, backlinks: Set(indices.filter { !maker.needsOnlyItself($0) }),
      workers: workers)
  }
}
