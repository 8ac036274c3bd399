import Diagnostics
import Values
import YAML

/// Puts together what a site is made of where it adapts another handbook.
enum AdaptationStage {
  /// What there is after one handbook was laid over its base.
  struct Tree {
    /// A file as all later stages see it.
    struct File {
      /// By its path here.
      var entry: SourceEntry
      /// Where it lies.
      var listed: SourceEntry
      /// Its text, where it is put together from several.
      var text: ComposedText?
    }

    var files: [String: File] = [:]
    var settings: ComposedText
    /// What is wrong in the files of this handbook, and in those of its bases.
    var findings: [Diagnostic] = []
  }

  /// Returns the sources as one handbook; those given where it adapts none.
  ///
  /// Finding out costs a look at `site.yml`. Else O(*files*), and of its own pages each is read.
  static func run(_ sources: any SourceTree, asOf day: PlainDate) throws(SourceError)
    -> (sources: any SourceTree, adaptation: Adaptation?)
  {
    guard let entry = try sources.find("site.yml") else { return (sources, nil) }
    // One that is too large to be read is reported where the settings are.
    guard let settings = try sources.file(entry).value else { return (sources, nil) }
    guard UTF8Check.firstInvalid(in: settings.bytes) == nil else { return (sources, nil) }
    let named = BaseReference.read(in: settings)
    guard let base = named.value else { return (sources, nil) }
    var layers: [Layer] = [Layer(prefix: "", settings: (entry, settings), sources)]
    while let next = try Layer(below: layers[layers.count - 1], sources) { layers.append(next) }
    let faults = sources.baseFaults
    let place = Place(settings, base.range)
    var findings = faults.map { fault in
      let layer = layers.last { $0.prefix + "site.yml" == fault.settings }
      return fault.diagnostic(
        at: layer.map { Place($0.settings, $0.baseRange ?? 0..<0) } ?? place)
    }
    if layers.count == 1, faults.isEmpty {
      findings.append(
        BaseFault(in: "site.yml", .unreachable("nothing is there")).diagnostic(at: place))
    }
    let lacksBase = layers.count == 1 || !faults.isEmpty
    return try resolve(
      layers, base.base, findings, lacksBase: lacksBase, sources, day)
  }

  /// What `handbook.lock` pins of the `wanted` pages, of all where none are named; `nil` where there is
  /// no lock, or none that can be read.
  static func lock(
    _ sources: any SourceTree, only wanted: Set<String>? = nil
  ) throws(SourceError) -> Diagnosed<BaseLock?> {
    guard let entry = try sources.find(BaseLock.path), entry.kind == .file else {
      return Diagnosed(nil)
    }
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    if let lock = BaseLock(parsing: file.bytes, only: wanted) { return Diagnosed(lock) }
    return Diagnosed(
      nil,
      [
        Diagnostic(
          "base-changed", .error, at: Place(file, 0..<0),
          "this file pins nothing: it is not as 'handbook adapt update' writes it",
          help: "take it from version control, or remove it and write it anew")
      ])
  }

  private static func resolve(
    _ layers: [Layer], _ reference: BaseReference, _ findings: [Diagnostic], lacksBase: Bool,
    _ sources: any SourceTree, _ day: PlainDate
  ) throws(SourceError) -> (sources: any SourceTree, adaptation: Adaptation?) {
    var tree = layers[layers.count - 1].tree
    let outermost = tree.settings
    var base = tree
    var overlay = LayerOverlay()
    var inherited: [Adaptation.Removal] = []
    for layer in layers.dropLast().reversed() {
      base = tree
      inherited = overlay.removals + inherited
      overlay = LayerOverlay()
      tree = try overlay.lay(layer, over: tree, sources, asOf: day)
    }
    let named = try tree.namedFiles(layers, sources)
    let isAlone = layers.count == 1
    let lock = try Self.lock(sources, only: overlay.pagesOfBase)
    let adaptation = Adaptation(
      reference: reference, overlay: overlay,
      inherited: inherited.filter { tree.files[$0.removal.path] == nil }, composed: tree.texts,
      origins: tree.origins.merging(named) { first, _ in first },
      basePages: isAlone ? [:] : base.pages,
      findings: findings + tree.findings + drifted(overlay, lock.value) + lock.diagnostics,
      lacksBase: lacksBase,
      base: isAlone ? nil : settings(base.settings), outermost: isAlone ? nil : settings(outermost))
    let entries = tree.files.values.map(\.entry)
      .sorted { $0.path.precedes($1.path) }
    return (AdaptedSources(sources, entries: entries, adaptation), adaptation)
  }

  /// The pages here that were adapted, or taken out, before the base's text last changed.
  private static func drifted(_ overlay: LayerOverlay, _ lock: BaseLock?) -> [Diagnostic] {
    let changes = overlay.changes.compactMap { change in
      drifted(change.path, change.base, change.place, lock) { change.touched($0, $1) }
    }
    let removals = overlay.removals.compactMap { removal in
      drifted(
        removal.removal.path, removal.base, Place(removal.settings, removal.removal.range), lock
      ) { $1.keys(with: $0) }
    }
    return changes + removals
  }

  private static func drifted(
    _ path: String, _ base: ComposedText, _ place: Place, _ lock: BaseLock?,
    touched: (_ before: PageHashes, _ after: PageHashes) -> [String]
  ) -> Diagnostic? {
    // The page's own hash is the base's as pinned, so it tells nothing of what was looked at.
    guard let before = lock?.pages[path] else { return nil }
    let after = PageHashes(base)
    let parts = touched(before, after).filter { before[$0] != after[$0] }
    guard let first = parts.first else { return nil }
    let others = parts.count > 1 ? " and \(parts.count - 1) more" : ""
    return Diagnostic(
      "drifted-page", .warning, at: place,
      "the base changed '\(first)'\(others) since this page was last held against it",
      help: "see 'handbook adapt diff \(path)', then write 'handbook adapt update "
        + "--accept \(path)'")
  }

  private static func settings(_ text: ComposedText) -> Settings {
    SettingsReader.read(text.file(at: "site.yml"), url: nil).value
  }
}

/// The files of one handbook in a row of bases.
struct Layer {
  /// What stands before its paths in the listing.
  let prefix: String
  let settings: SourceFile
  let entries: [SourceEntry]
  let mapping: Mapping
  private let entry: SourceEntry

  /// Where its `site.yml` names a base.
  var baseRange: SourceRange? { mapping["extends"]?.range }

  init(prefix: String, settings: (entry: SourceEntry, file: SourceFile), _ sources: any SourceTree)
  {
    self.prefix = prefix
    self.settings = settings.file
    entry = settings.entry
    let deeper = prefix + BaseReference.prefix
    entries = sources.entries.filter { $0.path.hasPrefix(prefix) && !$0.path.hasPrefix(deeper) }
    mapping =
      parseMapping(
        file: settings.file, range: 0..<settings.file.bytes.count, rule: "invalid-front-matter",
        limits: .dataFile
      ).value
  }

  /// The base of another one; `nil` where it has none here.
  init?(below layer: Layer, _ sources: any SourceTree) throws(SourceError) {
    let prefix = layer.prefix + BaseReference.prefix
    guard let entry = sources.entries.first(where: { $0.path == prefix + "site.yml" }) else {
      return nil
    }
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    self.init(prefix: prefix, settings: (entry, file), sources)
  }

  /// The handbook alone.
  var tree: AdaptationStage.Tree {
    var tree = AdaptationStage.Tree(settings: ComposedText(settings))
    tree.files.reserveCapacity(entries.count)
    for entry in entries {
      let path = here(entry.path)
      tree.files[path] = .init(entry: named(entry, path), listed: entry)
    }
    return tree
  }

  /// The path of a file without what tells whose it is.
  func here(_ path: String) -> String { path.pathHere }

  func named(_ entry: SourceEntry, _ path: String) -> SourceEntry {
    var entry = entry
    entry.path = path
    return entry
  }
}

extension AdaptationStage.Tree {
  /// The texts that are put together, by path.
  var texts: [String: ComposedText] {
    var texts = files.compactMapValues(\.text)
    texts["site.yml"] = settings
    return texts
  }

  /// Where files of bases lie, by their paths here.
  var origins: [String: SourceEntry] {
    var origins: [String: SourceEntry] = [:]
    origins.reserveCapacity(files.count)
    for (path, file) in files where file.text == nil && file.listed.path != path {
      origins[path] = file.listed
    }
    return origins
  }

  /// The pages as they are.
  var pages: [String: BasePage] {
    var pages: [String: BasePage] = [:]
    pages.reserveCapacity(files.count)
    for (path, file) in files where path.isPage {
      pages[path] = BasePage(entry: file.listed, composed: file.text)
    }
    return pages
  }

  /// The data files that `site.yml` names and that only a base has; no listing need hold them.
  func namedFiles(
    _ layers: [Layer], _ sources: any SourceTree
  ) throws(SourceError) -> [String: SourceEntry] {
    let settings = SettingsReader.read(settings.file(at: "site.yml"), url: nil).value
    var named: [String: SourceEntry] = [:]
    for path in settings.namedPaths where files[path] == nil {
      for layer in layers {
        guard let found = try sources.find(layer.prefix + path) else { continue }
        if !layer.prefix.isEmpty { named[path] = layer.named(found, layer.prefix + path) }
        break
      }
    }
    return named
  }
}

extension String {
  /// Whether it is the path of a page's source.
  var isPage: Bool { hasPrefix(URLPath.contentPrefix) && hasSuffix(".md") }
}
