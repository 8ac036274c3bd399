import Diagnostics
import YAML

/// What a newer base changed, and what that means for the pages here.
package struct Drift: Sendable {
  /// How a page of the base stands to what is pinned.
  package enum Status: String, Sendable, CaseIterable {
    /// The base changed what this handbook changed too: somebody must look.
    case both = "changed in both"
    /// The base has a page since at the path of one here, which does not say that it takes its place.
    case addedInBoth = "added in both"
    /// The base has the page no more, and this handbook adapts it or takes it out.
    case removedUpstream = "removed upstream, still adapted"
    /// The base changed, and nothing here stands against it.
    case improved = "improved upstream"
    /// The base has it since.
    case added = "added upstream"
    /// The base has it no more, and nothing here is about it.
    case removed = "removed upstream"
    /// The same as pinned.
    case unchanged = "unchanged"

    /// Whether a person must decide.
    package var needsDecision: Bool { [.both, .addedInBoth, .removedUpstream].contains(self) }
  }

  /// A page of the base.
  package struct Page: Sendable, Equatable {
    /// Its path among the sources.
    package let path: String
    /// How it stands to what is pinned.
    package let status: Status
    /// Whether this handbook adapts it or takes it out.
    package let isAdapted: Bool
    /// The parts that changed in both, by their keys in the lock.
    package let sections: [String]
  }

  /// All pages that are pinned or there, in the order of their paths.
  package let pages: [Page]
  /// Whether nothing is pinned yet.
  package let isFirst: Bool
  /// The commit of the base as it is now, where it is in git.
  private let commit: String?
  private let now: [String: PageHashes]
  private let lock: BaseLock?
  private let source: String

  /// Compares what `handbook.lock` pins with the base among `sources`.
  ///
  /// - Throws: `NoBase` where the site adapts nothing or its base has no files here.
  /// - Complexity: O(*bytes of the base's pages*).
  package init(_ sources: any SourceTree, _ options: BuildOptions) throws {
    let resolved = try AdaptationStage.run(sources, asOf: options.asOf)
    guard let adaptation = resolved.adaptation else { throw NoBase.none }
    guard !adaptation.lacksBase else {
      throw NoBase.unreachable(adaptation.findings.first?.message ?? "its files are not here")
    }
    var now: [String: PageHashes] = [:]
    for (path, page) in adaptation.basePages {
      now[path] = PageHashes(
        try page.composed ?? ComposedText(SourceFile(path: path, bytes: sources.read(page.entry))))
    }
    self.init(
      adaptation, now: now, lock: try AdaptationStage.lock(sources).value,
      commit: sources.baseCommit)
  }

  private init(
    _ adaptation: Adaptation, now: [String: PageHashes], lock: BaseLock?, commit: String?
  ) {
    self.lock = lock
    self.now = now
    self.commit = commit
    source = adaptation.reference.text
    isFirst = lock == nil
    let known = lock?.pages ?? now
    let stand = Stand(adaptation, known)
    pages = Set(known.keys).union(now.keys).sorted().map { path in
      stand.page(path, before: known[path], after: now[path])
    }
  }

  /// Whether somebody must decide about some page.
  package var needsDecision: Bool { pages.contains { $0.status.needsDecision } }

  /// The lock with the base as it is now, but for what needs a decision on pages that are not `settled`:
  /// that stays as it was looked at.
  package func updatedLock(settled: (String) -> Bool) -> BaseLock {
    var pages = now
    for page in self.pages where page.status.needsDecision && !settled(page.path) {
      let before = lock?.pages[page.path]
      pages[page.path] =
        page.status == .both
        ? before.flatMap { now[page.path]?.keeping(page.sections, as: $0) } : before
    }
    return BaseLock(commit: commit, source: source, pages: pages)
  }
}

/// Why nothing can be told of a base.
package enum NoBase: Error, CustomStringConvertible {
  /// The site adapts nothing.
  case none
  /// The base has no files here.
  case unreachable(String)

  /// One sentence without its full stop.
  package var description: String {
    switch self {
    case .none: "this handbook adapts no other: site.yml has no 'extends'"
    case .unreachable(let reason): reason
    }
  }
}

/// How this handbook stands to pages of its base.
private struct Stand {
  private let adaptation: Adaptation
  private let removed: Set<String>
  private let orphans: Set<String>
  private let unmarked: Set<String>

  /// `known` are the pages that are pinned: what is taken out may be one of those.
  init(_ adaptation: Adaptation, _ known: [String: PageHashes]) {
    self.adaptation = adaptation
    removed = Set(adaptation.removals.map(\.removal.path)).union(
      adaptation.unknownRemovals.compactMap { name in
        PageRemoval.page(named: name) { known[$0] != nil }
      })
    orphans = Set(adaptation.orphans)
    unmarked = Set(adaptation.unmarked)
  }

  /// What became of a page, by its hashes as pinned and as they are now.
  func page(_ path: String, before: PageHashes?, after: PageHashes?) -> Drift.Page {
    let change = adaptation.changesByPath[path]
    let isAdapted = change != nil || removed.contains(path) || orphans.contains(path)
    func page(_ status: Drift.Status, _ sections: [String] = []) -> Drift.Page {
      Drift.Page(path: path, status: status, isAdapted: isAdapted, sections: sections)
    }
    guard let after else { return page(isAdapted ? .removedUpstream : .removed) }
    guard let before else { return page(unmarked.contains(path) ? .addedInBoth : .added) }
    // A page that is taken out stands against all of the base's.
    let all = removed.contains(path) ? after.keys(with: before) : []
    let touched = change.map { $0.touched(before, after) } ?? all
    let both = touched.filter { before[$0] != after[$0] }
    return page(
      !both.isEmpty ? .both : before.page == after.page ? .unchanged : .improved, both)
  }
}

extension Adaptation.Change {
  /// The parts of the base's page that this one stands against.
  func touched(_ before: PageHashes, _ after: PageHashes) -> [String] {
    // What fits the page no more may have been about any part of it.
    guard mode == .sections, fits else { return after.keys(with: before) }
    // The lock knows front matter as a whole.
    let head = hasOwnKeys ? [SectionedText.head] : []
    var known: Set<String> = []
    return (head + sections.flatMap(\.keys) + gone(before, after))
      .filter { known.insert($0).inserted }
  }

  /// The parts that the base has no more and that may have lain below one that gives way here: those
  /// that stood behind it, as the lock knows no levels.
  private func gone(_ before: PageHashes, _ after: PageHashes) -> [String] {
    let displaced = Set(sections.filter(\.action.displaces).flatMap(\.keys))
    var isBelow = false
    return before.sections.map(\.key).filter { key in
      if after[key] != nil { isBelow = displaced.contains(key) }
      return isBelow && after[key] == nil
    }
  }
}
