import Diagnostics
import Digest
import Markdown
import Register
import Values

/// What the survey finds: the site before any body, and the templates to render it with.
struct Surveyed: Sendable {
  var site: Site
  /// The sources as one handbook, where it adapts another.
  var sources: any SourceTree
  var templates: TemplateTable
  /// One-line remarks on what the site does without.
  var notes: [String]
  /// What was read of each page, where the survey was given what was read before.
  var readings: PageReadings?
  /// What each page's file told that was read without a finding, where a build keeps its pages.
  var heads: [String: SHA256] = [:]
}

/// Reads `site.yml`, every page's front matter and the register, and settles titles and addresses.
struct Survey {
  private(set) var sources: any SourceTree
  let options: BuildOptions
  /// What was read of pages before: of one whose file is the same nothing is read again.
  var readings: PageReadings?
  private var adaptation: Adaptation?

  init(sources: any SourceTree, options: BuildOptions, readings: PageReadings? = nil) {
    self.sources = sources
    self.options = options
    self.readings = readings
  }

  func run() async throws -> Diagnosed<Surveyed> {
    var survey = self
    (survey.sources, survey.adaptation) = try AdaptationStage.run(sources, asOf: options.asOf)
    return try await survey.surveyed()
  }

  private func surveyed() async throws -> Diagnosed<Surveyed> {
    let settings = try readSettings()
    let untrusted = options.untrusted
    let registry = try RegistryReader.read(settings.value, sources, options)
    var diagnostics = settings.diagnostics + registry.diagnostics + (untrusted?.findings ?? [])
    let inventory = Inventory(
      sources.entries, settings: settings.value, registers: registry.value.paths,
      endless: options.endless)
    diagnostics += inventory.diagnostics
    let terms = TermTable(settings.value.terms)
    let read = try await readPages(inventory.pages, settings.value.kinds, terms)
    diagnostics += read.flatMap(\.reading.diagnostics)
    diagnostics += try inventory.suspects.compactMap {
      try .pageOfOtherName($0, in: sources) ?? .unexpected($0)
    }
    let titled = read.compactMap(\.titled)
    diagnostics += titled.flatMap(\.diagnostics)
    let register = registry.value.view
    if register != nil {
      diagnostics += try PublishedPeople.findings(in: inventory.files, sources)
    }
    let kept = titled.map(\.value).replacing(adaptation?.allRemovals ?? [])
    diagnostics += kept.diagnostics
    // A page that names no address of its own has its file's, which may be none.
    diagnostics += kept.value.filter { $0.path.outputPath == nil }
      .compactMap { $0.source.map(Diagnostic.badName) }
    diagnostics += try untrusted?.judge(kept.value, sources) ?? []
    var authored = kept.value
    let history = settings.value.isDatedByGit ? options.history?() : nil
    history?.date(&authored)
    let pages = authored.adding(register, files: inventory.files)
      .addingSearch(settings.value, files: inventory.files)
      .addingAdaptations(adaptation, settings.value, files: inventory.files)
      .addingPrint(settings.value, files: inventory.files)
    let feeds = ChangeFeeds(pages, settings.value, publishesDrafts: options.includesDrafts)
    let generated = GeneratedFiles.paths(
      settings.value, feeds: feeds, hasRegister: register != nil, beside: inventory.files)
    async let clashes = DuplicateURLs(pages: pages, files: inventory.files, generated: generated)
      .diagnostics(sources)
    let templates = try TemplateTable.load(
      inventory, pages: pages, settings: settings.value, asOf: options.asOf,
      hasRegister: register != nil, adapts: adaptation != nil, untrusted: untrusted?.pages ?? [],
      sources)
    let site = try await site(settings.value, pages, inventory, terms, register, feeds)
    diagnostics += try await clashes + templates.diagnostics + site.diagnostics
    return Diagnosed(
      Surveyed(
        site: site.value, sources: sources, templates: templates.value,
        notes: notes(settings.value) + [history?.note].compactMap(\.self)
          + site.value.figures.remarks
          + registry.value.notes,
        readings: readings == nil ? nil : PageReadings(inventory.pages, read.map(\.reading)),
        heads: options.keepsPages == nil ? [:] : Self.heads(inventory.pages, read.map(\.reading))),
      diagnostics)
  }

  /// What the files tell that were read without a finding: of others nobody knows what was read of them.
  private static func heads(
    _ entries: [SourceEntry], _ readings: [Diagnosed<ReadPage?>]
  ) -> [String: SHA256] {
    let told = zip(entries, readings).compactMap { entry, reading in
      reading.diagnostics.isEmpty ? reading.value.map { (entry.path, $0.told) } : nil
    }
    return Dictionary(told, uniquingKeysWith: { first, _ in first })
  }

  func readSettings() throws -> Diagnosed<Settings> {
    guard let entry = try sources.find("site.yml") else { throw BuildError.noSettings }
    let read = try sources.file(entry, help: "write data of its own into files, named by 'data'")
    guard let file = read.value else {
      return Diagnosed(
        .unread(SourceFile(path: entry.path, bytes: [])), read.diagnostics)
    }
    if let offset = UTF8Check.firstInvalid(in: file.bytes) {
      return Diagnosed(.unread(file), [.notText(file, at: offset)])
    }
    var settings = SettingsReader.read(file, url: options.url)
    if let path = settings.value.dataFile {
      let data = try DataFile.read(path, in: file, sources)
      settings.value.data = data.value
      settings.diagnostics += data.diagnostics
    }
    return settings
  }

  /// What was read of each page's front matter, and the page that it makes.
  private func readPages(
    _ entries: [SourceEntry], _ kinds: KindTable, _ terms: TermTable
  ) async throws -> [(reading: Diagnosed<ReadPage?>, titled: Diagnosed<Page>?)] {
    let (sources, readings, watch) = (sources, readings, options.watch)
    return try await entries.concurrentMap(workers: options.workers) { run in
      var patterns = PatternCache()
      return try run.map { entry in
        let reading =
          try readings?[entry]
          ?? watch.during(entry.path, entry) {
            try PageReader.read(entry, from: sources, kinds: kinds, &patterns)
          }
        return (reading, reading.value.map { PageTitles.settle($0, terms, sources) })
      }
    }
  }

  private func site(
    _ settings: Settings, _ pages: [Page], _ inventory: Inventory, _ terms: TermTable,
    _ register: RegisterView?, _ feeds: ChangeFeeds
  ) async throws -> Diagnosed<Site> {
    async let treeOfPages = PageTree(pages)
    let links = LinkResolver(
      table: LinkTable(
        pages: pages, files: inventory.files,
        generated: GeneratedFiles.paths(
          settings, feeds: feeds, hasRegister: register != nil, beside: inventory.files),
        removed: adaptation?.allRemovals.map(\.removal.path) ?? []),
      pages: pages, site: settings.url, publishesDrafts: options.includesDrafts,
      registerURL: { register?.url(of: $0) },
      base: adaptation.flatMap { adaptation in
        adaptation.baseURL.map { ($0, { adaptation.isFromBase($0) }) }
      })
    let collections = Collections(pages)
    let tree = await treeOfPages
    let navigation = Navigation.make(
      settings.without(adaptation?.allRemovals ?? []), pages: pages, tree: tree,
      collections: collections,
      find: { links.page(named: $0) },
      isPublished: { options.includesDrafts || !pages[$0].isDraft })
    var diagnostics = navigation.diagnostics
    diagnostics += (settings.print?.always ?? []).filter { links.page(named: $0.value) == nil }
      .map { .noPage(toPrint: $0, settings, pages) }
    let names = ReferenceResolver(kinds: settings.kinds, pages: pages, links: links)
    var pages = pages
    let references = try ReferenceStage.run(
      ReferenceStage(
        kinds: settings.kinds, resolver: names, links: links, register: register,
        markdown: MarkdownOptions(settings), untrusted: options.untrusted?.pages ?? [],
        sources: sources,
        isHidden: { [options, pages] in !options.includesDrafts && pages[$0].isDraft }),
      &pages, order: collections.all)
    diagnostics += references.diagnostics
    let figures = try FigureTable.make(
      settings, register, sources,
      for: FigureReader.Site(
        pages: pages, links: links, collections: collections, terms: terms, kinds: settings.kinds,
        isPublished: { options.includesDrafts || !pages[$0].isDraft }, graphviz: options.graphviz))
    diagnostics += figures.diagnostics
    let site = Site(
      settings: settings, asOf: options.asOf, publishesDrafts: options.includesDrafts, pages: pages,
      tree: tree, collections: collections, navigation: navigation.value, files: inventory.files,
      links: links, terms: terms, register: register, feeds: feeds, references: references.value,
      names: names, figures: figures.value, adaptation: adaptation)
    return Diagnosed(site, diagnostics)
  }

  private func notes(_ settings: Settings) -> [String] {
    if settings.isCutShort {
      return ["the rest of the handbook is looked at when site.yml can be read to its end"]
    }
    guard settings.url == nil else { return [] }
    return ["site.yml names no 'url': no sitemap and no canonical links are made"]
  }
}

extension Diagnostic {
  /// A file among the pages that no rule expects; `nil` for another.
  fileprivate static func unexpected(_ entry: SourceEntry) -> Diagnostic? {
    if FileName.isExpected(entry.path) { return nil }
    return Diagnostic(
      "stray-file", .warning, at: Place(SourceFile(path: entry.path, bytes: []), 0..<0),
      "no page and no known kind of file, yet it would be published",
      help: FileName.isMarkdown(entry.path)
        ? "rename it to '\(FileName.page(entry.path))' to make it a page"
        : "remove it, or name it in 'exclude' in site.yml")
  }

  /// A file that begins as pages do; `nil` for another.
  fileprivate static func pageOfOtherName(
    _ entry: SourceEntry, in sources: any SourceTree
  ) throws -> Diagnostic? {
    let bytes = try sources.read(entry)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].starts(with: Array("---".utf8)),
      bytes.dropFirst(start + 3).first.map({ $0 <= 0x20 }) ?? true
    else { return nil }
    return Diagnostic(
      "stray-file", .error,
      at: Place(SourceFile(path: entry.path, bytes: bytes), start..<(start + 3)),
      "this begins like a page, but its name does not end in .md",
      help: "rename it to '\(FileName.page(entry.path))'")
  }
}
