/// Renders bodies and makes pages, in parallel.
///
/// A page whose layouts ask nothing of other pages' bodies is made as soon as its own body is
/// rendered, and its HTML is not kept; the others are made when the bodies are joined.
struct PageStage: Sendable {
  /// A body, and the page where it is made already.
  struct Rendered: Sendable {
    var body: Body
    var page: MadePage?
  }

  private let renderer: BodyRenderer
  private let maker: PageMaker
  private let workers: Int
  private let watch: any WorkWatch
  private let indices: [PageIndex]
  private let site: Site

  init(
    values: SiteValues, templates: TemplateTable, assets: HashedAssets, sources: any SourceTree,
    sink: any OutputSink, options: BuildOptions, keepsLinks: Bool = false
  ) {
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

  /// Makes the page for printing, which a site with a book has.
  func makePrintPage(_ book: Book) throws -> MadePage {
    var buffers = PageBuffers()
    return try maker.make(
      site.pages.count - 1, PrintPage.body(book, of: site), backlinks: [], in: nil, &buffers)
  }

  /// Makes the pages that are not made yet, and returns all but the one for printing, in order.
  func makePages(_ joined: JoinedSite, beside rendered: [Rendered]) async throws -> [MadePage] {
    let waiting = indices.filter { rendered[$0].page == nil }
    var made = try await waiting.concurrentMap(workers: workers) { run in
      var buffers = PageBuffers()
      return try run.map { index in
        try watch.during(site.pages[index]) {
          try maker.make(
            index, joined.bodies[index], backlinks: joined.backlinks[index], in: joined, &buffers)
        }
      }
    }[...]
    return rendered.prefix(indices.count).map { $0.page ?? made.removeFirst() }
  }
}
