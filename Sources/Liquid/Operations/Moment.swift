import Values

/// A day and a time of it, with the distance of its zone from UTC.
struct Moment: Sendable {
  /// The day in the zone.
  var date: PlainDate
  /// Seconds since midnight in the zone.
  var second = 0
  /// Seconds by which the zone is ahead of UTC.
  var offset = 0

  /// Creates a moment.
  init(date: PlainDate, second: Int = 0, offset: Int = 0) {
    self.date = date
    self.second = second
    self.offset = offset
  }

  /// Creates the moment so many seconds after 1970 began, in UTC; `nil` outside years 1 to 9999.
  init?(epoch: Int) {
    let day = epoch >= 0 ? epoch / 86400 : -((-(epoch + 1)) / 86400) - 1
    guard let date = PlainDate(daysSinceEpoch: day) else { return nil }
    self.init(date: date, second: epoch - day * 86400)
  }

  /// Creates the moment that a value means: a date, a number of seconds since 1970, `now`, `today`
  /// or a date as people and programs write them; `nil` of another.
  init?(_ value: Value, now: PlainDate?) {
    switch value {
    case .date(let date): self.init(date: date)
    case .integer(let number): self.init(epoch: number)
    case .string, .html:
      let text = value.text
      if text == "now" || text == "today" || text == "Now" || text == "Today" {
        guard let now else { return nil }
        self.init(date: now)
      } else if !text.isEmpty, text.utf8.allSatisfy(\.isDigit) {
        guard let number = Int(text) else { return nil }
        self.init(epoch: number)
      } else {
        var parser = DateParser(text, now: now)
        guard let moment = parser.parse() else { return nil }
        self = moment
      }
    case .none, .bool, .decimal, .array, .map, .range, .object: return nil
    }
  }

  /// Seconds since 1970 began.
  var epoch: Int { date.daysSinceEpoch * 86400 + second - offset }

  /// The day of the year, from 1.
  var dayOfYear: Int {
    let first = PlainDate(year: date.year, month: 1, day: 1) ?? date
    return date.daysSinceEpoch - first.daysSinceEpoch + 1
  }

  /// The year and week of ISO 8601: weeks begin on Monday, the first holds the year's first Thursday.
  var isoWeek: (year: Int, week: Int) {
    let weekday = (date.weekday + 6) % 7
    let thursday = date.adding(days: 3 - weekday) ?? date
    return (thursday.year, (Moment(date: thursday).dayOfYear - 1) / 7 + 1)
  }
}
