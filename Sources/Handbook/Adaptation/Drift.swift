import Diagnostics
import YAML

/// What a newer base changed, and what that means for the pages here.
package struct Drift: Sendable {
  /// How a page of the base stands to what is pinned.
  package enum Status: String, Sendable, CaseIterable {
    /// The base changed what this handbook changed too: somebody must look.
    case both = "changed in both"
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
    package var needsDecision: Bool { self == .both || self == .removedUpstream }
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
    let removed = Set(adaptation.removals.map(\.removal.path))
    let orphans = Set(adaptation.orphans)
    pages = Set(known.keys).union(now.keys).sorted().map { path in
      let change = adaptation.changesByPath[path]
      let isAdapted = change != nil || removed.contains(path) || orphans.contains(path)
      guard let after = now[path] else {
        return Page(
          path: path, status: isAdapted ? .removedUpstream : .removed, isAdapted: isAdapted,
          sections: [])
      }
      guard let before = known[path] else {
        return Page(path: path, status: .added, isAdapted: isAdapted, sections: [])
      }
      let touched = change.map { $0.touched(before, after) } ?? []
      let both = touched.filter { before[$0] != after[$0] }
      let status: Status =
        !both.isEmpty ? .both : before.page == after.page ? .unchanged : .improved
      return Page(path: path, status: status, isAdapted: isAdapted, sections: both)
    }
  }

  /// Whether somebody must decide about some page.
  package var needsDecision: Bool { pages.contains { $0.status.needsDecision } }

  /// The lock with the base as it is now, but for what changed in both on pages that are not
  /// `settled`: that stays as it was looked at.
  package func updatedLock(settled: (String) -> Bool) -> BaseLock {
    var pages = now
    for page in self.pages where page.status == .both && !settled(page.path) {
      guard let before = lock?.pages[page.path], let after = now[page.path] else { continue }
      pages[page.path] = after.keeping(page.sections, as: before)
    }
    for page in self.pages where page.status == .removedUpstream && !settled(page.path) {
      pages[page.path] = lock?.pages[page.path]
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

extension Adaptation.Change {
  /// The parts of the base's page that this one stands against.
  func touched(_ before: PageHashes, _ after: PageHashes) -> [String] {
    guard mode == .page else {
      var known: Set<String> = []
      return sections.flatMap(\.keys).filter { known.insert($0).inserted }
    }
    let gone = before.sections.map(\.key).filter { after[$0] == nil }
    return after.sections.map(\.key) + gone
  }
}
