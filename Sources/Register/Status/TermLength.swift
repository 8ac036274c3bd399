package import Values

extension Term {
  /// The last day of a term that begins on `start`: the day before the same day `months` later.
  ///
  /// Where the later month has no such day, its last one counts: a term of 24 months from
  /// 2024-02-29 ends on 2026-02-27, the day before 2026-02-28. `nil` behind the year 9999.
  package static func end(from start: PlainDate, months: Int) -> PlainDate? {
    start.adding(months: months)?.adding(days: -1)
  }

  /// Sets the end where none is written.
  mutating func workOutEnd(months: Int) {
    guard writtenEnd == nil else { return }
    end = Term.end(from: start.value, months: months) ?? start.value
  }

  /// Whether the day lies in the term, first and last day included.
  package func contains(_ day: PlainDate) -> Bool {
    start.value <= day && day <= end
  }
}
