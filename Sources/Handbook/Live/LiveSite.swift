import Diagnostics

/// A site while it is edited: what was read of it, and what is known of each page until now.
///
/// A value: an edit makes another one, which takes over what still holds. Whatever it tells is what
/// `compile` would make of the same sources.
package struct LiveSite: Sendable {
  /// Counts the edits that may have changed what is published.
  package internal(set) var revision = 0
  let options: BuildOptions
  let surveyed: Diagnosed<Surveyed>
  let values: SiteValues
  private(set) var sources: LiveSources
  private(set) var assets: Diagnosed<HashedAssets>
  private(set) var maker: LiveMaker
  /// The files that `site.yml` names, as they were when it was read.
  let named: [String: SourceEntry?]
  /// Everything that is no page, by where it is published.
  private(set) var others: [OutputPath: OtherFiles.Content]
  /// What is known of each page.
  var facts: [PageFacts]
  /// What was read of each page's own file.
  var readings: PageReadings
  /// Whether a layout shows who links to its page.
  let asksForBacklinks: Bool
  /// Who links to each page; `nil` while some body is not known, or no layout asks.
  var backlinks: [[PageIndex]]?

  var site: Site { surveyed.value.site }

  /// Reads a site for the first time.
  ///
  /// `options` are those of `compile`.
  package init(_ sources: any SourceTree, _ options: BuildOptions) async throws {
    try await self.init(sources, options, readings: PageReadings(), assets: nil)
  }

  /// Reads a site; nothing is read again of pages that `readings` know, and of `assets` where given.
  init(
    _ sources: any SourceTree, _ options: BuildOptions, readings: PageReadings,
    assets: Diagnosed<HashedAssets>?
  ) async throws {
    self.options = options
    surveyed = try await Survey(sources: sources, options: options, readings: readings).run()
    let sources = surveyed.value.sources
    self.sources = LiveSources(base: sources)
    let site = surveyed.value.site
    named = try Dictionary(
      site.settings.namedPaths.map { ($0, try sources.find($0)) }, uniquingKeysWith: { $1 })
    values = SiteValues(site)
    self.assets =
      try assets
      ?? HashedAssets.make(
        site.files, made: SearchFiles.script(site.settings), sources: sources,
        site: site.settings.url)
    self.readings = surveyed.value.readings ?? PageReadings()
    facts = Array(repeating: PageFacts(), count: site.pages.count)
    let maker = LiveMaker(
      values, surveyed.value.templates, self.assets.value, self.sources, options.watch)
    self.maker = maker
    asksForBacklinks = site.pages.indices.contains { maker.needsAllBodies($0) }
    others = Self.others(site, self.assets.value)
  }

  private static func others(
    _ site: Site, _ assets: HashedAssets
  ) -> [OutputPath: OtherFiles.Content] {
    Dictionary(
      OtherFiles(site: site, assets: assets).all.map { ($0.path, $0.content) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The same survey over newer sources.
  func with(_ sources: any SourceTree) -> LiveSite {
    var next = self
    next.sources = LiveSources(base: sources)
    next.maker = LiveMaker(
      values, surveyed.value.templates, assets.value, next.sources, options.watch)
    return next
  }

  /// The same survey, with style sheets, scripts and fonts read again.
  func withAssetsReadAgain() throws -> LiveSite {
    var next = self
    next.assets = try HashedAssets.make(
      site.files, made: SearchFiles.script(site.settings), sources: sources,
      site: site.settings.url)
    next.maker = LiveMaker(
      values, surveyed.value.templates, next.assets.value, sources, options.watch)
    next.others = Self.others(site, next.assets.value)
    return next
  }
}

extension Settings {
  /// The files and folders of data that it names.
  var namedPaths: [String] {
    [dataFile, registry, people].compactMap { $0?.value } + [figuresFile].compactMap(\.self)
  }
}
