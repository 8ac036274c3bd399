package import Diagnostics
package import Values

/// A version of a course.
package struct Course: Sendable {
  /// Its id, such as `crs-tallowmere-f`.
  package let id: Located<String>
  /// Where its entry is written.
  package let range: SourceRange
  /// The id of the organisation that gives it.
  package var organisation: Located<String>?
  /// The level it leads to.
  package var level: Located<Level>?
  /// Its title.
  package var title: Located<String>?
  /// Its version, as written.
  package var version: Located<String>?
  /// Its page.
  package var url: Located<String>?
  /// How it is held, such as `classroom`.
  package var modes: [String] = []
  /// How long it is, in hours.
  package var hours: Double?
  /// How it is assessed, such as `written`.
  package var assessmentForm: String?
  /// The least per cent to pass.
  package var passMark: Located<Double>?
  /// The days on which this version is in use.
  package var valid: Period?
  /// What it teaches, as audited.
  package var coverage: [Coverage] = []
  /// Whether it may overlap with another version.
  package var isTransitional = false

  /// What an audit found of one element.
  package struct Coverage: Sendable {
    /// The element.
    package let element: Located<Element>?
    /// What was found.
    package let result: Located<Audit.Result>?
    /// The id of the audit.
    package let audit: Located<String>?
    /// Where it can be seen.
    package let evidence: String?
    /// Where this row is written.
    package let range: SourceRange
  }
}

/// Days from one to another, both included.
package struct Period: Sendable {
  /// The first day.
  package let from: Located<PlainDate>?
  /// The last day; `nil` for without end.
  package let to: Located<PlainDate>?
  /// Where it is written.
  package let range: SourceRange

  /// Whether the day lies in it; a side that is not written is open.
  package func contains(_ day: PlainDate) -> Bool {
    (from.map { $0.value <= day } ?? true) && (to.map { day <= $0.value } ?? true)
  }

  /// Whether a day lies in both.
  package func overlaps(_ other: Period) -> Bool {
    overlaps(from: other.from?.value, to: other.to?.value)
  }

  /// Whether a day lies in it and from `start` to `end`, `nil` being open.
  package func overlaps(from start: PlainDate?, to end: PlainDate?) -> Bool {
    let startsBeforeEnd = end.map { end in from.map { $0.value <= end } ?? true } ?? true
    let endsAfterStart = start.map { start in to.map { start <= $0.value } ?? true } ?? true
    return startsBeforeEnd && endsAfterStart
  }
}
