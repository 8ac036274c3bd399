package import Diagnostics
package import Values

extension Registry {
  /// Returns what was published before and was lost or changed without a word: R60, R61 and R62.
  ///
  /// O(*entries* of both).
  package func check(since previous: PreviousRegistry, asOf day: PlainDate) -> [Diagnostic] {
    lostIDs(since: previous.registry) + changedFacts(since: previous.registry)
      + unloggedEnds(since: previous.registry, asOf: day)
  }
}
