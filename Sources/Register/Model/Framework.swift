package import Diagnostics

/// What the register accredits for: the elements of the skill, the levels and the rules of time.
package struct Framework: Sendable {
  /// Its id, such as `soms`.
  package var id: Located<String>?
  /// Its name.
  package var title: String?
  /// Its edition, as written.
  package var version: String?
  /// The elements as written, in order; `nil` where the file names none.
  package var elements: [Entry]?
  /// The levels as written, in order; `nil` where the file names none.
  package var levels: [Entry]?
  /// The rules of time.
  package var rules = Rules()
  /// Those who audit.
  package var auditors: [Auditor] = []

  /// An element or a level.
  package struct Entry: Sendable {
    /// Its id.
    package let id: Located<String>?
    /// An element's number or a level's rank.
    package let rank: Located<Int>?
    /// Where it is written.
    package let range: SourceRange
    /// The months that a level's evidence usually spans, such as 12 to 24.
    package let typicalMonths: ClosedRange<Int>?
    /// The month in the middle of that span.
    package let centre: Int?
  }

  /// What the register decided about time.
  package struct Rules: Sendable {
    /// How long an accreditation is, in months.
    package var accreditationMonths = 24
    /// How long a certificate is valid, in months; `nil` for without end.
    package var certificateMonths: Int?
    /// Whether a certificate wants one of the level below.
    package var requireLowerLevel = true
    /// The fewest elements that a senior practitioner's project covers.
    package var seniorElementsPerProject = 2
    /// How many days before its end an accreditation shows as expiring.
    package var renewalOpensDays = 183
    /// How many months a person is listed after the last certificate ended.
    package var listingMonths = 12
    /// Whether search engines may know the pages of people who are listed.
    package var arePeopleIndexed = false
  }

  /// Someone who audits, under a code.
  package struct Auditor: Sendable {
    /// The code, such as `aud-person-a`.
    package let id: Located<String>
    /// The organisations that he or she has an interest in.
    package let interests: [Located<String>]
  }

  /// What holds where a file says nothing.
  package static let standard = Framework()
}

/// A level of the skill, the lowest first.
package enum Level: String, Sendable, CaseIterable, Comparable {
  case foundation
  case practitioner
  case seniorPractitioner = "senior-practitioner"

  /// Its rank, from 1.
  package var rank: Int {
    switch self {
    case .foundation: 1
    case .practitioner: 2
    case .seniorPractitioner: 3
    }
  }

  /// The level below.
  package var lower: Level? {
    switch self {
    case .foundation: nil
    case .practitioner: .foundation
    case .seniorPractitioner: .practitioner
    }
  }

  package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
}

/// An element of the skill, in the framework's order.
package enum Element: String, Sendable, CaseIterable {
  case customerExperience = "customer-experience"
  case delivery
  case processContext = "process-context"
  case peopleCapability = "people-capability"
  case demandCapacity = "demand-capacity"
  case performanceImprovement = "performance-improvement"
  case strategyGovernanceLeadership = "strategy-governance-leadership"
}
