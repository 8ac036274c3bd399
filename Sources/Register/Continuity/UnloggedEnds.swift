import Diagnostics
import Values

extension Registry {
  /// The accreditations that ended since the earlier register was written and of which the log says
  /// nothing: R62.
  ///
  /// That one was written on the last day that anything in its log tells of. O(*entries*).
  func unloggedEnds(since previous: Registry, asOf day: PlainDate) -> [Diagnostic] {
    guard let written = previous.log.compactMap(\.date?.value).max() else { return [] }
    return organisations.compactMap { organisation in
      guard let before = previous.organisation(organisation.id.value),
        before.status(on: written)?.isInForce == true, !organisation.hasUnreadableTerm,
        let end = organisation.end(by: day), !isLogged(end, of: organisation)
      else { return nil }
      return finding(end, organisation)
    }
  }

  private func isLogged(_ end: AccreditationEnd, of organisation: Organisation) -> Bool {
    log.contains { entry in
      guard entry.subject?.value == organisation.id.value, let date = entry.date?.value else {
        return false
      }
      // Some write the last day, some the day after it.
      return entry.kind?.value == end.logged && (end.day.adding(days: -1) ?? end.day) <= date
    }
  }

  private func finding(_ end: AccreditationEnd, _ organisation: Organisation) -> Diagnostic {
    Diagnostic(
      "registry-r62", .warning, at: place(of: organisation.id.range),
      "the accreditation of '\(organisation.id.value)' ended, and the log does not say so",
      help: "add '{date: \(end.day), kind: \(end.logged.rawValue), subject: "
        + "\(organisation.id.value)}' to 'log'",
      since: end.logged == .accreditationLapsed ? end.day.description : nil,
      notes: [Diagnostic.Note("it ended here", at: place(of: end.range))])
  }
}

/// How an accreditation ended, and the first day without it.
private struct AccreditationEnd {
  let day: PlainDate
  let range: SourceRange
  let logged: LogEntry.Kind
}

extension Organisation {
  fileprivate func end(by day: PlainDate) -> AccreditationEnd? {
    switch status(on: day) {
    case .withdrawn:
      interruptions.last { $0.kind.value == .withdrawn && $0.from.value <= day }.map {
        AccreditationEnd(
          day: $0.from.value, range: $0.from.range, logged: .accreditationWithdrawn)
      }
    case .lapsed:
      terms.max { $0.end < $1.end }.map {
        AccreditationEnd(
          day: $0.end.adding(days: 1) ?? $0.end, range: ($0.writtenEnd ?? $0.start).range,
          logged: .accreditationLapsed)
      }
    default: nil
    }
  }
}
