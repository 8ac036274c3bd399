import Diagnostics

/// What the rest of a site asks of one page: all that is known of it but its HTML.
struct PageFacts: Sendable {
  /// The body, kept apart, as all facts are copied with every edit.
  var keptBody: Boxed<Body>?
  private var keptPage: Boxed<MadePage>?
  /// The names in it that may not stand there.
  var leaks: [Leak] = []

  /// The body without HTML and headings; `nil` while it is not known.
  var body: Body? {
    get { keptBody?.value }
    set { keptBody = newValue.map(Boxed.init) }
  }

  /// What its making told; `nil` while it is not known.
  var page: MadePage? {
    get { keptPage?.value }
    set { keptPage = newValue.map(Boxed.init) }
  }

  /// Whether the body is known.
  var hasBody: Bool { keptBody != nil }

  /// Whether all is known.
  var isComplete: Bool { keptBody != nil && keptPage != nil }
}

extension Body {
  /// The body without what only its own page shows.
  var asFact: Body {
    var fact = self
    fact.html = Body.empty.html
    fact.headings = []
    return fact
  }
}

/// Makes the pages of a live site, each when it is asked for.
struct LiveMaker: Sendable {
  private let site: Site
  private let renderer: BodyRenderer
  private let maker: PageMaker
  private let search: LeakSearch?
  private let watch: any WorkWatch

  init(
    _ values: SiteValues, _ templates: TemplateTable, _ assets: HashedAssets,
    _ sources: LiveSources, _ watch: any WorkWatch
  ) {
    self.watch = watch
    site = values.site
    renderer = BodyRenderer(values: values, sources: sources, templates: templates)
    maker = PageMaker(values: values, templates: templates, assets: assets, sink: NoOutput())
    search = LeakSearch(values.site.register)
  }

  /// A page as it was just made.
  struct Made {
    var facts = PageFacts()
    var html: [UInt8] = []
  }

  /// Whether the page can be made only when the bodies of all pages are known.
  func needsAllBodies(_ page: PageIndex) -> Bool { !maker.needsOnlyItself(page) }

  /// Makes a page.
  ///
  /// While `backlinks` are not known, a page whose layout asks for them is left with its body.
  func make(
    _ index: PageIndex, backlinks: [PageIndex]?, _ buffers: inout PageBuffers
  ) throws -> Made {
    try watch.during(site.pages[index]) { try made(index, backlinks, &buffers) }
  }

  private func made(
    _ index: PageIndex, _ backlinks: [PageIndex]?, _ buffers: inout PageBuffers
  ) throws -> Made {
    let body = try renderer.render(index, &buffers.words)
    var made = Made()
    made.facts.body = body.asFact
    guard backlinks != nil || maker.needsOnlyItself(index) else { return made }
    let page = try maker.make(index, body, backlinks: backlinks ?? [], in: nil, &buffers)
    made.facts.page = page
    made.html = buffers.finished
    if let search, page.isWritten, let path = site.pages[index].path.outputPath {
      made.facts.leaks = made.html.withUnsafeBytes { search.leaks(in: $0, path) }
    }
    return made
  }

  /// Makes the page for printing, the last of the site.
  func makePrintPage(_ book: Book, _ buffers: inout PageBuffers) throws -> Made {
    var made = Made()
    made.facts.body = .empty
    made.facts.page = try maker.make(
      site.pages.count - 1, PrintPage.body(book, of: site), backlinks: [], in: nil, &buffers)
    made.html = buffers.finished
    return made
  }

  /// The findings of names that may not stand where they do: in pages, and in all other files.
  func leakFindings(
    _ pages: [Leak], listed: @autoclosure () -> [ListedPage],
    _ files: @autoclosure () -> SearchFiles, _ assets: HashedAssets, _ sources: LiveSources
  ) throws -> [Diagnostic] {
    guard let search else { return [] }
    let others = LeakGuard(search, before: NoOutput(), sources)
    try OtherFiles(site: site, assets: assets).write(listed(), search: files(), into: others)
    return others.findings(site, and: pages)
  }
}
