import Diagnostics
import Values

/// How a handbook differs from the one that it adapts, and where each of its files comes from.
final class Adaptation: Sendable {
  /// A page that differs.
  struct Change: Sendable {
    /// Its path among the sources, such as `content/a.md`.
    let path: String
    let mode: AdaptationMark.Mode
    let reasons: AdaptationReasons
    /// What is done to sections of the base; empty in mode `page`.
    let sections: [SectionChange]
    /// Whether its front matter says more than that it adapts the base's page.
    let hasOwnKeys: Bool
    /// Whether all that it says of the base's page fits that page.
    let fits: Bool
    /// The base's page.
    let base: ComposedText
    /// Where the page says so.
    let place: Place
  }

  /// A page that is taken out.
  struct Removal: Sendable {
    let removal: PageRemoval
    /// The `site.yml` that says so.
    let settings: SourceFile
    /// The base's page.
    let base: ComposedText
  }

  /// What the base is.
  let reference: BaseReference
  /// Pages that differ, in the order of their paths.
  let changes: [Change]
  /// The same by path.
  let changesByPath: [String: Change]
  /// Pages that the base does not have, by path, in order.
  let added: [String]
  /// Pages of the base that are taken out here.
  let removals: [Removal]
  /// The same, and behind them what the bases take out of theirs, the nearest first, where no page stands
  /// at the path again.
  let allRemovals: [Removal]
  /// Pages that say they adapt one that the base does not have.
  let orphans: [String]
  /// Pages at the path of one of the base that do not say that they take its place.
  let unmarked: [String]
  /// What `remove` names and the base does not have, as it is named.
  let unknownRemovals: [String]
  /// Files that are put together, by path.
  let composed: [String: ComposedText]
  /// Where files of bases lie, by the path that they have here.
  let origins: [String: SourceEntry]
  /// The pages of the base as they are there, by path.
  let basePages: [String: BasePage]
  /// What is wrong with the adaptation, at its place.
  let findings: [Diagnostic]
  /// Whether the base has no files here, so that nothing of the site can be judged.
  let lacksBase: Bool
  /// Where the base is published.
  let baseURL: SiteURL?
  /// What the base calls itself.
  let baseTitle: String
  /// The terms of the outermost base, which anchors are made of.
  let anchorTerms: [Term]
  /// The terms of the base, before this handbook's are laid over them.
  let baseTerms: [Term]

  init(
    reference: BaseReference, overlay: LayerOverlay, inherited: [Removal],
    composed: [String: ComposedText], origins: [String: SourceEntry],
    basePages: [String: BasePage], findings: [Diagnostic], lacksBase: Bool, base: Settings?,
    outermost: Settings?
  ) {
    self.reference = reference
    changes = overlay.changes
    changesByPath = Dictionary(
      overlay.changes.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    added = overlay.added
    removals = overlay.removals
    allRemovals = overlay.removals + inherited
    orphans = overlay.orphans
    unmarked = overlay.unmarked
    unknownRemovals = overlay.unknownRemovals
    self.composed = composed
    self.origins = origins
    self.basePages = basePages
    self.findings = findings
    self.lacksBase = lacksBase
    baseURL = base?.url
    baseTitle = base?.title ?? ""
    anchorTerms = outermost?.terms ?? []
    baseTerms = base?.terms ?? []
  }

  /// Whether the file at a path is a base's as it is there.
  func isFromBase(_ path: String) -> Bool { origins[path] != nil && composed[path] == nil }

  /// Where a place among the files put together was written.
  ///
  /// A place in a file as it was written stays what it is.
  func written(_ place: Place) -> Place {
    let (path, bytes) = (place.file.path, place.file.bytes)
    if let text = composed[path] {
      return bytes.isEmpty || bytes == text.bytes ? text.place(of: place.range) : place
    }
    guard let origin = origins[path] else { return place }
    return Place(SourceFile(path: origin.path, bytes: place.file.bytes), place.range)
  }

  /// The finding where it was written.
  func written(_ finding: Diagnostic) -> Diagnostic {
    var written = finding
    written.place = self.written(finding.place)
    written.notes = finding.notes.map { .init($0.message, at: self.written($0.place)) }
    if let fix = finding.fix {
      let place = self.written(Place(finding.place.file, fix.range))
      let isOwn = !written.isInBase && place.file.path == written.place.file.path
      written.fix =
        isOwn && place.range.count == fix.range.count
        ? Fix(place.range, with: fix.replacement, isCertain: fix.isCertain) : nil
    }
    return written
  }

  /// The comment's place, and what it allows, where they were written.
  func written(_ exemption: Exemption) -> Exemption {
    let file = exemption.comment.file
    let comment = written(exemption.comment)
    let start = written(Place(file, exemption.scope.lowerBound..<exemption.scope.lowerBound))
    let end = written(
      Place(
        file,
        max(exemption.scope.upperBound - 1, exemption.scope.lowerBound)..<exemption.scope.upperBound
      ))
    let scope =
      start.file.path == comment.file.path && end.file.path == comment.file.path
      ? min(
        start.range.lowerBound, end.range.upperBound)..<max(
          start.range.lowerBound, end.range.upperBound)
      : comment.range
    return Exemption(clause: exemption.clause, comment: comment, scope: scope)
  }
}

extension Place {
  /// Whether it is in a file of a base.
  var isInBase: Bool { file.path.hasPrefix(BaseReference.prefix) }
}

extension Diagnostic {
  /// Whether it is about a file of a base, which is not edited here.
  var isInBase: Bool { place.isInBase }

  /// The path that patterns of `site.yml` mean: that of the file here, wherever it lies.
  var pathHere: String { place.file.path.pathHere }
}

extension String {
  /// The path of a listed file without what tells whose it is.
  var pathHere: String { BaseReference.parted(self).path }
}

/// A page of a base: its file, and the text where it is put together.
struct BasePage: Sendable {
  let entry: SourceEntry
  let composed: ComposedText?
}
