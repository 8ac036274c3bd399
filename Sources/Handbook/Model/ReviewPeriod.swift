import Values

/// How long a page may go without a review, such as `12 months`.
struct ReviewPeriod: Sendable {
  /// The period as it was written.
  let text: String
  private let unit: Unit
  private let count: Int

  private enum Unit: String {
    case day, week, month, year
  }

  /// Reads a whole number above zero and `days`, `weeks`, `months` or `years`, with or without `s`.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let count = Int(words[0]), (1...100_000).contains(count) else {
      return nil
    }
    let name = words[1].hasSuffix("s") ? words[1].dropLast() : words[1]
    guard let unit = Unit(rawValue: name.lowercased()) else { return nil }
    self.text = text
    self.unit = unit
    self.count = count
  }

  /// The day on which the period is over that begins on `start`; `nil` behind the calendar's end.
  func end(from start: PlainDate) -> PlainDate? {
    switch unit {
    case .day: start.adding(days: count)
    case .week: start.adding(days: 7 * count)
    case .month: start.adding(months: count)
    case .year: start.adding(months: 12 * count)
    }
  }
}
