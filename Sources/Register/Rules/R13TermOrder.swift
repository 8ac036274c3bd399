import Diagnostics
import Values

extension RegistryRule {
  static let r13 = RegistryRule(
    "registry-r13", .error, "the terms of an organisation do not overlap"
  ) { registry, _ in
    registry.followingTerms.compactMap { earlier, end, later in
      guard later.start.value <= end else { return nil }
      return RegistryFinding(
        at: later.start.range,
        "this term begins on \(later.start.value), before the one before it ends on \(end)",
        help: "a renewal begins on the day after the old term",
        notes: [("the term before it", earlier.place)])
    }
  }

  static let r14 = RegistryRule(
    "registry-r14", .error,
    "a renewal whose audit was closed before the old term ended begins on the day after it"
  ) { registry, _ in
    registry.followingTerms.compactMap { earlier, end, later in
      guard hasGap(end, later), isRenewedInTime(end, later, in: registry) else { return nil }
      let day = end.adding(days: 1)
      return RegistryFinding(
        at: later.start.range,
        "this renewal was decided in time, yet begins later than the old term ends",
        help: day.map { "write start: \($0)" },
        notes: [("the old term ends on \(end)", earlier.place)])
    }
  }

  static let r15 = RegistryRule(
    "registry-r15", .warning, "no gap lies between the terms of an organisation"
  ) { registry, _ in
    registry.followingTerms.compactMap { earlier, end, later in
      guard hasGap(end, later), !isRenewedInTime(end, later, in: registry) else { return nil }
      return RegistryFinding(
        at: later.start.range,
        "between \(end) and \(later.start.value) the organisation was not accredited",
        help: "if that is right, allow this finding in a comment",
        notes: [("the term before it", earlier.place)])
    }
  }

  private static func hasGap(_ end: PlainDate, _ later: Term) -> Bool {
    end.adding(days: 1).map { $0 < later.start.value } ?? false
  }

  private static func isRenewedInTime(
    _ end: PlainDate, _ later: Term, in registry: Registry
  ) -> Bool {
    guard let audit = registry.audit(of: later), let closed = audit.closed else { return false }
    return audit.kind?.value == .renewal && closed.value <= end
  }
}

extension Registry {
  /// Each term of an organisation, the last day on which it could hold, and the term that begins
  /// next; of organisations all of whose terms could be read.
  fileprivate var followingTerms: [(earlier: Term, end: PlainDate, later: Term)] {
    organisations.filter { !$0.hasUnreadableTerm }.flatMap { organisation in
      let terms = organisation.terms.sorted { $0.start.value < $1.start.value }
      return zip(terms, terms.dropFirst()).map { ($0, organisation.lastDay(of: $0), $1) }
    }
  }
}
