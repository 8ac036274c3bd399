package import Values

/// An accreditation that was decided: an audit and the term that begins with it.
package struct Accreditation: Sendable {
  /// The day on which the audit was closed.
  package let decided: PlainDate
  /// The first day of the audit.
  package var opened: PlainDate?
  /// The first day of the term, where it is not the usual one.
  package var start: PlainDate?
  /// Who audited, under their codes.
  package var auditors: [String]
  /// What is asked for, as codes.
  package var conditions: [String]

  /// Creates one.
  package init(
    decided: PlainDate, opened: PlainDate? = nil, start: PlainDate? = nil, auditors: [String] = [],
    conditions: [String] = []
  ) {
    self.decided = decided
    self.opened = opened
    self.start = start
    self.auditors = auditors
    self.conditions = conditions
  }

  /// The audit, with everything met.
  func audit(_ id: String, kind: Audit.Kind) -> DraftValue {
    .map([
      ("id", .text(id)), ("kind", .text(kind.rawValue)), ("opened", .day(opened ?? decided)),
      ("closed", .day(decided)), ("auditors", .texts(auditors)),
      ("scope", .map(Audit.scopeParts.map { ($0, .text("met")) })),
      (
        "decision",
        .text(
          conditions.isEmpty
            ? Audit.Decision.accredit.rawValue : Audit.Decision.accreditWithConditions.rawValue)
      ), ("conditions", .texts(conditions)),
    ])
  }

  /// The term that begins on `start`.
  func term(
    _ id: String, audit: String, start: PlainDate, months: Int
  ) throws(DraftRefusal) -> DraftValue {
    guard let end = Term.end(from: start, months: months) else {
      throw .impossible("a term from \(start) would end behind the calendar")
    }
    return .map([
      ("id", .text(id)), ("audit", .text(audit)), ("start", .day(start)), ("end", .day(end)),
    ])
  }
}

extension Registry {
  /// Drafts a renewal: a passed audit, the term that follows the last one, and a line of the log.
  ///
  /// A renewal decided by the last day of the old term begins the day after it, a later one when it
  /// is decided. An organisation that was withdrawn is audited as if for the first time, and its old
  /// term ended with the withdrawal.
  package func renewal(
    of id: String, _ accreditation: Accreditation
  ) throws(DraftRefusal) -> RegistryDraft {
    let organisation = try known(id)
    guard let last = organisation.terms.max(by: { $0.end < $1.end }) else {
      throw .impossible("'\(id)' has no term yet; its first audit is entered with the organisation")
    }
    let coming = last.start.value
    if accreditation.decided < coming, accreditation.start == nil {
      throw .impossible(
        "'\(id)' has its next term already: '\(last.id?.value ?? "")' begins on \(coming); "
          + "for another one give --start")
    }
    let isReadmitted = !organisation.withdrawals(by: accreditation.decided).isEmpty
    var ids = FreshIDs(self)
    let (audit, term) = (ids.next("aud-"), ids.next("acc-"))
    let end = organisation.lastDay(of: last)
    let following = end.adding(days: 1) ?? end
    let start = accreditation.start ?? max(following, accreditation.decided)
    var draft = RegistryDraft(
      id: term,
      additions: [
        .init(
          list: "audits", organisation: id,
          entry: accreditation.audit(audit, kind: isReadmitted ? .initial : .renewal)),
        .init(
          list: "terms", organisation: id,
          entry: try accreditation.term(
            term, audit: audit, start: start, months: framework.rules.accreditationMonths)),
        .log(
          accreditation.decided, isReadmitted ? .accreditationGranted : .accreditationRenewed, id,
          note: "from-\(start)"),
      ])
    if following < start { draft.remarks.append("there is a gap from \(following) on") }
    if accreditation.auditors.isEmpty { draft.remarks.append(RegistryDraft.noAuditors(audit)) }
    if let remark = nextVersions(of: id, audit, from: start) { draft.remarks.append(remark) }
    return draft
  }

  /// What is to be done about courses that an earlier audit found met, and that are in use when the
  /// new term begins: `nil` without any.
  private func nextVersions(of id: String, _ audit: String, from start: PlainDate) -> String? {
    let courses = courses.filter {
      $0.organisation?.value == id && $0.valid.map { $0.contains(start) } ?? true
    }
    guard !courses.isEmpty, let last = start.adding(days: -1) else { return nil }
    return "end the versions of \(courses.map(\.id.value).joined(separator: ", ")) on \(last), and "
      + "enter what '\(audit)' found by 'registry add course --audit \(audit) --from \(start)'"
  }

  /// The organisation of this id.
  func known(_ id: String) throws(DraftRefusal) -> Organisation {
    guard let organisation = organisation(id) else {
      throw .unknown(
        kind: "organisation", id: id, nearest: nearestID(to: id, among: organisations.map(\.id)))
    }
    return organisation
  }
}

extension RegistryDraft {
  static func noAuditors(_ audit: String) -> String {
    "'\(audit)' names nobody who audited: add their codes"
  }
}

extension RegistryDraft.Addition {
  /// A line of the log.
  static func log(
    _ day: PlainDate, _ kind: LogEntry.Kind, _ subject: String, note: String
  ) -> RegistryDraft.Addition {
    .init(
      list: "log",
      entry: .map([
        ("date", .day(day)), ("kind", .text(kind.rawValue)), ("subject", .text(subject)),
        ("note_code", .text(note)),
      ]))
  }
}
