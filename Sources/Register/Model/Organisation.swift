package import Diagnostics
package import Values

/// A training organisation: its audits, the terms of its accreditation and what interrupted them.
package struct Organisation: Sendable {
  /// Its id, such as `org-tallowmere`.
  package let id: Located<String>
  /// Where its entry is written.
  package let range: SourceRange
  /// Its name.
  package var name: Located<String>?
  /// Its site.
  package var url: Located<String>?
  /// Its country's code, such as `GB`.
  package var country: String?
  /// What it is.
  package var kind: Located<Kind>?
  /// Where to ask: a form or a role, never a person.
  package var contactURL: Located<String>?
  /// Its numbers in other registers.
  package var identifiers: [Identifier] = []
  /// When it applied.
  package var applications: [Application] = []
  /// Its audits.
  package var audits: [Audit] = []
  /// The terms of its accreditation.
  package var terms: [Term] = []
  /// Whether terms are written that could not be read, which is found as such.
  var hasUnreadableTerm = false
  /// Its suspensions and withdrawals.
  package var interruptions: [Interruption] = []

  /// What an organisation is.
  package enum Kind: String, Sendable, CaseIterable {
    case consultancy, college
    case inHouse = "in-house"
    case charity, other
  }

  /// A number in another register.
  package struct Identifier: Sendable {
    /// Whose register.
    package let scheme: Located<Scheme>?
    /// The number, as text.
    package let value: Located<String>?
  }

  /// A register that gives numbers to organisations.
  package enum Scheme: String, Sendable, CaseIterable {
    case companiesHouse = "gb-coh"
    case ukprn, ror, other
  }

  /// A request for accreditation.
  package struct Application: Sendable {
    /// The day.
    package let date: Located<PlainDate>?
    /// Its reference.
    package let reference: Located<String>?
  }
}

/// An audit of an organisation.
package struct Audit: Sendable {
  /// Its id, such as `aud-0011`.
  package let id: Located<String>?
  /// Where its entry is written.
  package let range: SourceRange
  /// Why it was held.
  package let kind: Located<Kind>?
  /// Its first day.
  package let opened: Located<PlainDate>?
  /// The day of its decision; `nil` while it is open.
  package let closed: Located<PlainDate>?
  /// Who audited.
  package let auditors: [Located<String>]
  /// What was found of the material, the delivery and the assessment.
  package let scope: [(part: String, result: Located<Result>)]
  /// The decision; `nil` while it is open.
  package let decision: Located<Decision>?
  /// Whether a decision is written that is none, which is found as such.
  let isDecisionUnreadable: Bool
  /// Whether a day of the decision is written that is none, which is found as such.
  let isClosingUnreadable: Bool
  /// What the decision asks for, as codes.
  package let conditions: [String]
  /// The appeal against it.
  package let appeal: Appeal?

  /// What must be met for an accreditation.
  package static let scopeParts = ["material", "delivery", "assessment"]

  /// Why an audit is held.
  package enum Kind: String, Sendable, CaseIterable { case initial, renewal, change, surveillance }

  /// Whether something meets what is asked.
  package enum Result: String, Sendable, CaseIterable {
    case met
    case notMet = "not-met"
  }

  /// What an audit decides.
  package enum Decision: String, Sendable, CaseIterable {
    case accredit
    case accreditWithConditions = "accredit-with-conditions"
    case refuse
  }

  /// An appeal against an audit's decision.
  package struct Appeal: Sendable {
    /// Its first day.
    package let opened: Located<PlainDate>?
    /// The day of its decision; `nil` while it is open.
    package let closed: Located<PlainDate>?
    /// Who decided.
    package let decidedBy: [Located<String>]
    /// What was decided.
    package let outcome: Located<Outcome>?
  }

  /// How an appeal ends.
  package enum Outcome: String, Sendable, CaseIterable { case upheld, dismissed }

  /// Whether the audit ended in an accreditation.
  package var isPassed: Bool {
    switch decision?.value {
    case .accredit, .accreditWithConditions: true
    case .refuse, nil: false
    }
  }
}

/// A term of accreditation.
package struct Term: Sendable {
  /// Its id, such as `acc-0011`.
  package let id: Located<String>?
  /// Where its entry is written.
  package let range: SourceRange
  /// The id of the audit it rests on.
  package let audit: Located<String>?
  /// Its first day.
  package let start: Located<PlainDate>
  /// Its last day as written; `nil` where it is left to be worked out.
  package let writtenEnd: Located<PlainDate>?
  /// Its last day: as written, else worked out from the start once the whole register is read.
  package internal(set) var end: PlainDate
}

/// A time in which an accreditation does not hold.
package struct Interruption: Sendable {
  /// Whether it may end.
  package let kind: Located<Kind>
  /// Its first day.
  package let from: Located<PlainDate>
  /// Its last day; `nil` while it is open.
  package let to: Located<PlainDate>?
  /// Why, as a code.
  package let code: String?
  /// Where its entry is written.
  package let range: SourceRange

  /// Kinds of interruption.
  package enum Kind: String, Sendable, CaseIterable { case suspended, withdrawn }

  /// Whether the day lies in it, first and last day included.
  func contains(_ day: PlainDate) -> Bool {
    from.value <= day && (to.map { day <= $0.value } ?? true)
  }
}
