package import Diagnostics
package import Digest
package import Register
package import Values

/// What a build is asked for.
package struct BuildOptions: Sendable {
  /// The day that statuses are told for.
  package var asOf: PlainDate
  /// The site's address, in place of the one in `site.yml`.
  package var url: SiteURL?
  /// Whether drafts are published and count.
  package var includesDrafts: Bool
  /// How many tasks work at once.
  package var workers: Int
  /// Findings that are known and do not count.
  package var baseline: Baseline?
  /// The site as it was published before, whose addresses must not be lost.
  package var previous: PreviousSite?
  /// The register as it was published before, of which nothing may be lost or changed in silence.
  package var previousRegistry: PreviousRegistry?
  /// The private file of people, in place of the one in `site.yml`.
  package var people: NamedPeople?
  /// Who is told what is being worked on.
  package var watch: any WorkWatch = Unwatched()
  /// What is taken of somebody else's change, where the sources hold one.
  package var untrusted: UntrustedChange?
  /// Pages that are left out because they never came to an end.
  package var endless: EndlessPages?
  /// Asks git whether it ignores a file, by its path from the site's folder or from the root;
  /// `nil` where nobody is to ask.
  package var asksGit: (@Sendable (_ path: String) -> GitAnswer)?

  /// Tells when files were last changed; asked only by a site that wants to know it.
  package var history: (@Sendable () -> SourceHistory)?
  /// Lays out networks that ask for Graphviz, once for each text; `nil` where no program is to be started.
  package var graphviz: (@Sendable (GraphvizRequest) -> GraphvizAnswer)?
  /// The book to make beside the site, where one is asked for.
  package var book: BookRequest?

  /// Whether the report holds every link with its place; that costs each page a second rendering.
  package var keepsLinks = false
  /// What other sites said of links to them, where they were asked.
  package var external: [String: ExternalAnswer]?
  /// What stands for the program and its options, where the report is to hold the pages for the next build.
  package var keepsPages: SHA256?
  /// What an earlier build kept of the pages that the output has now.
  package var earlier: KeptPages?
  /// Told of each stage when it begins, in their order.
  package var begins: (@Sendable (BuildStage) -> Void)?

  /// Creates options.
  package init(asOf: PlainDate, url: SiteURL?, includesDrafts: Bool, workers: Int) {
    self.asOf = asOf
    self.url = url
    self.includesDrafts = includesDrafts
    self.workers = workers
  }
}

/// Why a site could not be built at all.
package enum BuildError: Error, Equatable {
  /// There is no `site.yml`.
  case noSettings
}

/// What came of a build.
package struct BuildReport: Sendable {
  /// All findings, in the order of files and places, but those that are suppressed.
  package var findings: [Diagnostic]
  /// Findings that do not count: those that the baseline lists, then those that comments allow.
  package var suppressed: [SuppressedFinding]
  /// The files that are drafts, whose findings do not count.
  package var drafts: Set<String>
  /// One-line remarks on what the site does without.
  package var notes: [String]
  /// How many pages were made.
  package var pageCount: Int
  /// All rules that findings may name, those that the site declares too.
  package var rules: [RuleText]
  /// The site with its links, where the options ask for them.
  package var linked: LinkedSite?
  /// The book that the options ask for.
  package var book: BookDocument?
  /// The pages for the next build, where the options ask for them and they can be kept.
  package var pages: [UInt8]?
  /// How many pages were taken over from an earlier build, and of how many others the bodies.
  package var taken = (pages: 0, bodies: 0)
  /// What the site was made of; `nil` where it was not made.
  package var remains: SiteRemains?

  /// The findings that count.
  package var counted: [Diagnostic] { findings.filter { !drafts.contains($0.place.file.path) } }
}

/// Compiles a handbook: every stage, in the order it runs.
///
/// All files go to `sink`, also when there are errors; whether they are published is the caller's
/// decision.
///
/// The same sources and options give the same files and findings.
package func compile(
  _ sources: any SourceTree, _ options: BuildOptions, into sink: any OutputSink
) async throws -> BuildReport {
  options.begins?(.survey)
  let surveyed = try await Survey(sources: sources, options: options).run()
  let site = surveyed.value.site
  let sources = surveyed.value.sources
  let output: any OutputSink =
    (sources as? AdaptedSources).map { sources in
      ReadingOutput(before: sink, sources) { sources.adaptation.origins[$0.path] != nil }
    } ?? sink
  let leakGuard = LeakSearch(site.register).map { LeakGuard($0, before: output, sources) }
  let binding = try BookBinding(site, options, before: leakGuard ?? output)
  options.begins?(.assets)
  let assets = try HashedAssets.make(
    site.files, made: SearchFiles.script(site.settings), sources: sources, site: site.settings.url)
  let keepsLinks = options.keepsLinks || options.external != nil
  let keeping = await PageKeeping(surveyed.value, sources, options)
  let stage = PageStage(
    values: SiteValues(site), templates: surveyed.value.templates, assets: assets.value,
    sources: sources, sink: binding.sink, options: options, keepsLinks: keepsLinks, keeping: keeping
  )
  options.begins?(.bodies)
  let rendered = try await stage.renderBodies()
  options.begins?(.join)
  let joined = JoinedSite(site, rendered.map(\.body))
  options.begins?(.pages)
  let finished = try await stage.makePages(joined, beside: rendered)
  var pages = finished.map(\.page)
  if let book = binding.printed { pages += [try stage.makePrintPage(book)] }
  options.begins?(.files)
  let made = MadeSite(joined: joined, pages: pages, sources: sources)
  async let written: Void = OtherFiles(site: site, assets: assets.value).write(
    made.listed, search: SearchFiles(site, joined.bodies), into: binding.sink)
  // What a file would give away is known when the last is written.
  if leakGuard != nil { try await written }
  let leaks = leakGuard?.findings(site) ?? []
  var report = try BuildReport(
    surveyed: surveyed, assets: assets.diagnostics, leaks: leaks, made: made,
    linked: keepsLinks
      ? try LinkedSite(site, bodies: joined.bodies, pages: pages, sources: sources) : nil,
    book: binding.document, options)
  try await written
  // What was found in what went by would not be found in what does not.
  if leaks.isEmpty { report.pages = keeping?.bytes(finished) }
  report.taken = (finished.count { $0.taken == .page }, finished.count { $0.taken == .body })
  report.remains = SiteRemains(surveyed, rendered, finished, made)
  return report
}

extension BuildReport {
  /// Gathers all findings of a site whose pages are made.
  init(
    surveyed: Diagnosed<Surveyed>, assets: [Diagnostic], leaks: [Diagnostic], made: MadeSite,
    linked: LinkedSite? = nil, book: BookDocument? = nil, _ options: BuildOptions
  ) throws {
    let site = made.site
    let lost =
      try options.previous.map {
        try LostURLs(site, texts: made.joined.bodies.map(\.signature), since: $0)
          .diagnostics(made.sources)
      } ?? []
    let outside = linked.flatMap { linked in
      options.external.map { (links: ExternalLinks(of: linked), answers: $0) }
    }
    let findings = try Findings(
      joined: made.joined, pages: made.pages, sources: made.sources, baseline: options.baseline,
      asksOtherSites: outside != nil,
      diagnostics: surveyed.diagnostics + assets + lost + leaks
        + (outside.map { $0.links.findings($0.answers) } ?? []) + SiteRule.findings(made)
        + ChoiceAnchors.findings(made) + ModelRuleCheck.findings(made) + made.indexedPeople())
    self.init(
      findings: findings.open, suppressed: findings.suppressed,
      drafts: options.includesDrafts ? [] : site.draftPaths,
      notes: surveyed.value.notes
        + (outside.flatMap { $0.links.note($0.answers) }.map { [$0] } ?? []),
      pageCount: zip(site.pages, made.pages).count { $1.isWritten && !$0.isService },
      rules: RuleCatalogue.all(with: DeclaredRules(site.settings).all), linked: linked, book: book)
  }
}

extension Site {
  /// The files of the drafts.
  fileprivate var draftPaths: Set<String> {
    let drafts = pages.filter(\.isDraft).compactMap(\.source?.path)
    return Set(drafts + drafts.compactMap { adaptation?.origins[$0]?.path })
  }
}
