package import Values

/// What an organisation is to the register on a day.
package enum OrganisationStatus: String, Sendable, CaseIterable {
  case withdrawn, suspended, accredited, lapsed, scheduled, refused
  case inAudit = "in-audit"
  case applied

  /// Whether an accreditation is there, suspended or not.
  var isInForce: Bool { self == .accredited || self == .suspended }
}

extension Organisation {
  /// The status on a day: the first of withdrawn, suspended, accredited, lapsed, scheduled, refused,
  /// in audit and applied that holds; `nil` where nothing was written by then.
  ///
  /// A withdrawal ends where it says so, or where a term begins after it.
  package func status(on day: PlainDate) -> OrganisationStatus? {
    if !withdrawals(on: day).isEmpty { return .withdrawn }
    if !suspensions(on: day).isEmpty { return .suspended }
    if terms.contains(where: { $0.contains(day) }) { return .accredited }
    let hasFutureTerm = terms.contains { day < $0.start.value }
    if !hasFutureTerm, terms.contains(where: { $0.end < day }) { return .lapsed }
    if hasFutureTerm { return .scheduled }
    return statusBeforeFirstTerm(on: day)
  }

  /// Whether the accreditation of a day ends soon, and no term follows it.
  package func isExpiring(on day: PlainDate, within days: Int) -> Bool {
    guard status(on: day) == .accredited, let term = term(on: day) else { return false }
    let hasNext = terms.contains { term.end < $0.start.value }
    return !hasNext && term.end.daysSinceEpoch - day.daysSinceEpoch <= days
  }

  /// The term that a day lies in; of several the one that ends last.
  package func term(on day: PlainDate) -> Term? {
    terms.filter { $0.contains(day) }.max { $0.end < $1.end }
  }

  /// Whether certificates may be awarded on a day: a term holds and nothing interrupts it.
  package func mayAward(on day: PlainDate) -> Bool {
    status(on: day) == .accredited
  }

  /// The withdrawals by a day after which no term began by then, the earliest first.
  func withdrawals(by day: PlainDate) -> [Interruption] {
    let last = terms.map(\.start.value).filter { $0 <= day }.max()
    return interruptions.filter { interruption in
      interruption.kind.value == .withdrawn && interruption.from.value <= day
        && last.map { $0 <= interruption.from.value } ?? true
    }.sorted { $0.from.value < $1.from.value }
  }

  /// The withdrawals that hold on a day, the earliest first.
  func withdrawals(on day: PlainDate) -> [Interruption] {
    withdrawals(by: day).filter { $0.contains(day) }
  }

  /// The suspensions that hold on a day.
  func suspensions(on day: PlainDate) -> [Interruption] {
    interruptions.filter { $0.kind.value == .suspended && $0.contains(day) }
  }

  /// Whether a term makes good a withdrawal, so that it is granted and renews nothing.
  func isReadmission(_ term: Term) -> Bool {
    term.start.value.adding(days: -1).map { !withdrawals(by: $0).isEmpty } ?? false
  }

  /// The last day on which a term could hold: its own, or the one before a withdrawal in it for good.
  package func lastDay(of term: Term) -> PlainDate {
    let withdrawn = interruptions.lazy.filter {
      $0.kind.value == .withdrawn && $0.to == nil && term.contains($0.from.value)
    }
    return withdrawn.map(\.from.value).min()?.adding(days: -1) ?? term.end
  }

  private func statusBeforeFirstTerm(on day: PlainDate) -> OrganisationStatus? {
    let begun = audits.compactMap { audit in
      (audit.opened ?? audit.closed).map { (audit: audit, start: $0.value) }
    }.filter { $0.start <= day }
    if let last = begun.max(by: { $0.start < $1.start })?.audit {
      guard let closed = last.closed?.value, closed <= day else { return .inAudit }
      return last.decision?.value == .refuse ? .refused : .inAudit
    }
    let hasApplied = applications.contains { ($0.date?.value).map { $0 <= day } ?? false }
    return hasApplied ? .applied : nil
  }
}
