package import Values

extension PlainDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The day as people write it, such as `30 June 2026`.
  package var words: String { "\(day) \(Self.months[month - 1]) \(year)" }
}

extension Level {
  /// The level as people write it.
  package var title: String {
    switch self {
    case .foundation: "Foundation"
    case .practitioner: "Practitioner"
    case .seniorPractitioner: "Senior Practitioner"
    }
  }
}

extension Element {
  /// The element as people write it.
  package var title: String {
    switch self {
    case .customerExperience: "Customer experience"
    case .delivery: "Delivery"
    case .processContext: "Process context"
    case .peopleCapability: "People capability"
    case .demandCapacity: "Demand and capacity"
    case .performanceImprovement: "Performance and improvement"
    case .strategyGovernanceLeadership: "Strategy, governance and leadership"
    }
  }
}

extension Organisation {
  /// The status on a day in a few words, with the dates that it rests on.
  package func statusWords(on day: PlainDate) -> String {
    switch status(on: day) {
    case .withdrawn: "Withdrawn" + words("on", withdrawals(on: day).first?.from.value)
    case .suspended: "Suspended" + suspension(on: day)
    case .accredited: "Accredited" + words("until", term(on: day)?.end)
    case .lapsed: "Lapsed" + words("after", terms.map(\.end).filter { $0 < day }.max())
    case .scheduled:
      "Scheduled" + words("from", terms.map(\.start.value).filter { day < $0 }.min())
    case .refused:
      "Refused" + words("on", audits.compactMap(\.closed?.value).filter { $0 <= day }.max())
    case .inAudit:
      "In audit" + words("since", audits.compactMap(\.opened?.value).filter { $0 <= day }.max())
    case .applied:
      "Applied" + words("on", applications.compactMap(\.date?.value).filter { $0 <= day }.max())
    case nil: "No application yet"
    }
  }

  /// Of several that overlap, from the first day of the earliest to the last day of all.
  private func suspension(on day: PlainDate) -> String {
    let suspensions = suspensions(on: day)
    let ends = suspensions.compactMap(\.to?.value)
    return words("since", suspensions.map(\.from.value).min())
      + words("until", ends.count == suspensions.count ? ends.max() : nil)
  }

  private func words(_ preposition: String, _ date: PlainDate?) -> String {
    date.map { " \(preposition) \($0.words)" } ?? ""
  }
}

extension Certificate {
  /// The status on a day in a few words, with the date that it rests on.
  package func statusWords(on day: PlainDate, validFor months: Int?) -> String {
    guard let (status, since) = status(on: day, validFor: months) else { return "Not awarded" }
    return switch status {
    case .notYet: "Not yet valid: to be awarded on \(since.words)"
    case .revoked: "Revoked on \(since.words)"
    case .superseded: "Superseded on \(since.words)"
    case .expired: "Expired on \(since.words)"
    case .valid: "Valid since \(since.words)"
    }
  }
}
