import Diagnostics
import Values

extension Registry {
  /// What was published of a certificate, a term or a withdrawal and is another now without a correction: R61.
  ///
  /// O(*entries*).
  func changedFacts(since previous: Registry) -> [Diagnostic] {
    factChanges(since: previous).filter { !$0.isCorrected }.map { change in
      Diagnostic(
        "registry-r61", .error, at: place(of: change.range),
        "the \(change.what) of '\(change.id)' was published as \(change.old)",
        help: change.isLogged
          ? "put it back, or add a log entry 'correction' about '\(change.entry)'"
          : "put it back, or add a status event 'corrected' to this certificate",
        notes: [Diagnostic.Note("it stood here", at: previous.place(of: change.oldRange))])
    }
  }

  /// Every fact of certificates, terms and withdrawals that is another than before, corrected or not.
  func factChanges(since previous: Registry) -> [FactChange] {
    certificates.flatMap { certificate in
      previous.certificate(certificate.id.value).map { certificate.facts(since: $0) } ?? []
    }
      + organisations.flatMap { organisation in
        previous.organisation(organisation.id.value).map { before in
          organisation.facts(
            since: before,
            isCorrected: corrections(of: organisation.id.value)
              > previous.corrections(of: organisation.id.value))
        } ?? []
      }
  }

  private func corrections(of id: String) -> Int {
    log.count { $0.kind?.value == .correction && $0.subject?.value == id }
  }
}

/// A fact that was published and is another now.
struct FactChange {
  /// The entry in the register, and what of it: the same, or a term.
  let entry: String, id: String
  let what: String
  let old: String, new: String
  let range: SourceRange, oldRange: SourceRange
  /// Whether an event or the log says that it was corrected.
  let isCorrected: Bool
  /// Whether the log is where a correction stands.
  let isLogged: Bool
}

extension Certificate {
  fileprivate func facts(since before: Certificate) -> [FactChange] {
    let isCorrected = events.corrections > before.events.corrections
    func change(_ what: String, _ new: Located<String>?, _ old: Located<String>?) -> FactChange? {
      guard let old, new?.value != old.value else { return nil }
      return FactChange(
        entry: id.value, id: id.value, what: what, old: old.value, new: new?.value ?? "nothing",
        range: new?.range ?? id.range, oldRange: old.range, isCorrected: isCorrected,
        isLogged: false)
    }
    func revocation(_ certificate: Certificate) -> Located<String>? {
      certificate.events.first { $0.kind.value == .revoked }.flatMap { $0.date.map(\.word) }
    }
    return [
      change("level", level.map(\.word), before.level.map(\.word)),
      change("organisation", organisation, before.organisation),
      change("course", course, before.course),
      change("day of award", awarded.map(\.word), before.awarded.map(\.word)),
      change("revocation", revocation(self), revocation(before)),
    ].compactMap { $0 }
  }
}

extension Organisation {
  fileprivate func facts(since before: Organisation, isCorrected: Bool) -> [FactChange] {
    let known = Dictionary(
      before.terms.compactMap { term in term.id.map { ($0.value, term) } },
      uniquingKeysWith: { first, _ in first })
    return terms.flatMap { term -> [FactChange] in
      guard let termID = term.id, let old = known[termID.value] else { return [] }
      func change(_ what: String, _ new: Located<PlainDate>, _ old: Located<PlainDate>)
        -> FactChange?
      {
        guard new.value != old.value else { return nil }
        return FactChange(
          entry: id.value, id: termID.value, what: what, old: old.value.description,
          new: new.value.description, range: new.range, oldRange: old.range,
          isCorrected: isCorrected, isLogged: true)
      }
      return [
        change("first day", term.start, old.start), change("last day", term.lastDay, old.lastDay),
      ].compactMap { $0 }
    } + lostWithdrawals(since: before, isCorrected: isCorrected)
  }

  private func lostWithdrawals(since before: Organisation, isCorrected: Bool) -> [FactChange] {
    before.interruptions.filter { old in
      old.kind.value == .withdrawn && !interruptions.contains { $0.isSame(as: old) }
    }.map {
      FactChange(
        entry: id.value, id: id.value, what: "withdrawal", old: $0.from.value.description,
        new: "nothing", range: id.range, oldRange: $0.from.range, isCorrected: isCorrected,
        isLogged: true)
    }
  }
}

extension Term {
  /// The last day, at the place that says it: where it is written, else where it follows from.
  fileprivate var lastDay: Located<PlainDate> {
    Located(end, at: writtenEnd?.range ?? start.range)
  }
}

extension [StatusEvent] {
  fileprivate var corrections: Int { count { $0.kind.value == .corrected } }
}

extension Located where Value: RawRepresentable<String> {
  fileprivate var word: Located<String> { Located<String>(value.rawValue, at: range) }
}

extension Located where Value: CustomStringConvertible {
  fileprivate var word: Located<String> { Located<String>(value.description, at: range) }
}
