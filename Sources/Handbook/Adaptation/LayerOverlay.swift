import Diagnostics
import Values
import YAML

/// Lays one handbook over its base.
struct LayerOverlay {
  private(set) var changes: [Adaptation.Change] = []
  private(set) var added: [String] = []
  /// Pages that say they adapt one that the base does not have.
  private(set) var orphans: [String] = []
  /// Pages at the path of one of the base that do not say that they take its place.
  private(set) var unmarked: [String] = []
  /// What `remove` names and the base does not have, as it is named.
  private(set) var unknownRemovals: [String] = []
  private(set) var removals: [Adaptation.Removal] = []
  private var findings: [Diagnostic] = []

  /// The base's pages that are adapted or taken out.
  var pagesOfBase: Set<String> {
    Set(changes.map(\.path)).union(removals.map(\.removal.path))
  }

  /// Returns the base with the handbook over it.
  mutating func lay(
    _ layer: Layer, over base: AdaptationStage.Tree, _ sources: any SourceTree, asOf day: PlainDate
  ) throws(SourceError) -> AdaptationStage.Tree {
    var tree = base
    let settings = KeyOverlaying.text(
      ComposedText(layer.settings), over: base.settings, as: KeyOverlaying.settings,
      without: KeyOverlaying.unshared)
    tree.settings = settings.value
    findings += settings.diagnostics
    // Who stands behind the register's pseudonyms is the base's secret.
    let people = SettingsReader.read(base.settings.file(at: "site.yml"), url: nil).value.people
    if let people { tree.files[people.value] = nil }
    try remove(layer, from: &tree, base, sources, day)
    let removed = Set(removals.map(\.removal.path))
    for entry in layer.entries {
      let path = layer.here(entry.path)
      var file = AdaptationStage.Tree.File(entry: layer.named(entry, path), listed: entry)
      if path == "site.yml" {
        if let lower = base.files[path] { file.entry.mix(with: lower.entry) }
        file.entry.size = tree.settings.bytes.count
      } else if path.isPage, entry.kind == .file, entry.size <= SourceEntry.readLimit,
        !FileName.isPrivate(path), !FileName.isLeftover(path)
      {
        let below = removed.contains(path) ? nil : base.files[path]
        try lay(&file, over: below, base, sources, day)
      }
      tree.files[path] = file
    }
    tree.findings += findings
    return tree
  }

  private mutating func lay(
    _ file: inout AdaptationStage.Tree.File, over lower: AdaptationStage.Tree.File?,
    _ base: AdaptationStage.Tree, _ sources: any SourceTree, _ day: PlainDate
  ) throws(SourceError) {
    let source = SourceFile(path: file.listed.path, bytes: try sources.read(file.listed))
    let path = file.entry.path
    // Whoever reads the page tells that it is no text.
    guard UTF8Check.firstInvalid(in: source.bytes) == nil else { return }
    let read = AdaptationMark.read(source)
    findings += read.diagnostics
    guard let lower, lower.entry.kind == .file, lower.entry.size <= SourceEntry.readLimit else {
      guard let mark = read.value.mark else {
        added.append(path)
        return
      }
      orphans.append(path)
      findings.append(.noBase(mark, source, path, base))
      return
    }
    let text = try Self.text(lower, sources)
    guard let mark = read.value.mark else {
      if !read.value.isWritten {
        unmarked.append(path)
        findings.append(.unmarked(source))
      }
      return
    }
    findings += mark.reasons.diagnostics(source, mark.range, asOf: day)
    var sections: [SectionChange] = []
    var fits = true
    if mark.mode == .sections {
      let composed = SectionOverlay.compose(source, over: text)
      findings += composed.diagnostics
      sections = composed.value.changes
      fits = composed.diagnostics.isEmpty
      if mark.isAlone, sections.isEmpty, composed.diagnostics.isEmpty {
        findings.append(.changesNothing(mark, source))
      }
      file.text = composed.value.text
      file.entry.mix(with: lower.entry)
      file.entry.size = composed.value.text.bytes.count
    }
    changes.append(
      Adaptation.Change(
        path: path, mode: mark.mode, reasons: mark.reasons, sections: sections,
        hasOwnKeys: !mark.isAlone, fits: fits, base: text, place: Place(source, mark.range)))
  }

  private mutating func remove(
    _ layer: Layer, from tree: inout AdaptationStage.Tree, _ base: AdaptationStage.Tree,
    _ sources: any SourceTree, _ day: PlainDate
  ) throws(SourceError) {
    let read = PageRemoval.read(
      layer.mapping, in: layer.settings, find: { base.page(named: $0) },
      all: { base.files.keys.filter(\.isPage).map { URLPath(contentPath: $0).encoded }.sorted() })
    findings += read.diagnostics
    unknownRemovals = read.value.unknown
    for removal in read.value.removals {
      guard let file = tree.files.removeValue(forKey: removal.path) else { continue }
      findings += removal.reasons.diagnostics(layer.settings, removal.range, asOf: day)
      removals.append(
        Adaptation.Removal(
          removal: removal, settings: layer.settings, base: try Self.text(file, sources)))
    }
  }

  private static func text(
    _ file: AdaptationStage.Tree.File, _ sources: any SourceTree
  ) throws(SourceError) -> ComposedText {
    if let text = file.text { return text }
    return ComposedText(SourceFile(path: file.listed.path, bytes: try sources.read(file.listed)))
  }
}

extension AdaptationStage.Tree {
  /// The page that a person names by its address, as its path says, or by its file.
  func page(named name: String) -> String? {
    PageRemoval.page(named: name) { files[$0] != nil }
  }
}

extension SourceEntry {
  /// Lets the entry tell of changes of another file too, of which it is made.
  mutating func mix(with other: SourceEntry) {
    modified = modified &* 31 &+ other.modified
    inode = inode &* 31 &+ other.inode &+ UInt64(truncatingIfNeeded: other.size)
  }
}

extension Diagnostic {
  fileprivate static func unmarked(_ page: SourceFile) -> Diagnostic {
    let opening = FrontMatter.split(page).value.opening
    return Diagnostic(
      "unmarked-override", .error, at: Place(page, opening),
      "the base has a page at this path, and this one does not say that it takes its place",
      help: "add 'adapts: {mode: page, why: …}' to its front matter, or rename it")
  }

  fileprivate static func changesNothing(
    _ mark: AdaptationMark, _ page: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      "unmatched-adaptation", .error, at: Place(page, mark.range),
      "this page has no section of its own, so it changes nothing of the base's page",
      help: "write headings such as '## Duties {after}', or remove the page")
  }

  fileprivate static func noBase(
    _ mark: AdaptationMark, _ page: SourceFile, _ path: String, _ base: AdaptationStage.Tree
  ) -> Diagnostic {
    let near = nearest(to: path, among: base.files.keys.filter(\.isPage))
    return Diagnostic(
      "unmatched-adaptation", .error, at: Place(page, mark.range),
      "the base has no page '\(path)' to adapt",
      help: near.map { "did you mean '\($0)'?" } ?? "remove 'adapts': a page of your own needs none"
    )
  }
}
