package import Values

extension Registry {
  /// The first day after `day` on which a status, a term or an entry of the log shown changes;
  /// `nil` when all that is written lies behind.
  ///
  /// O(*entries*).
  package func nextChange(after day: PlainDate) -> PlainDate? {
    var next: PlainDate?
    func consider(_ date: PlainDate?) {
      guard let date, day < date else { return }
      next = next.map { min($0, date) } ?? date
    }
    for organisation in organisations { changes(of: organisation).forEach(consider) }
    for course in courses {
      consider(course.valid?.from?.value)
      consider(course.valid?.to?.value.adding(days: 1))
    }
    for certificate in certificates {
      consider(certificate.awarded?.value)
      for event in certificate.events { consider(event.date?.value) }
      if let months = framework.rules.certificateMonths {
        consider(certificate.awarded?.value.adding(months: months))
      }
    }
    for entry in log { consider(entry.date?.value) }
    return next
  }

  /// The days on which an organisation's status, current term or nearness to its end may change.
  private func changes(of organisation: Organisation) -> [PlainDate?] {
    var days: [PlainDate?] = organisation.applications.map { $0.date?.value }
    for audit in organisation.audits { days += [audit.opened?.value, audit.closed?.value] }
    for term in organisation.terms {
      days += [
        term.start.value, term.end.adding(days: 1),
        term.end.adding(days: -framework.rules.renewalOpensDays),
      ]
    }
    for interruption in organisation.interruptions {
      days += [interruption.from.value, interruption.to?.value.adding(days: 1)]
    }
    return days
  }
}
