import Testing
import Values

/// A calendar that counts day by day, as simple as one can be.
private struct SlowCalendar {
  var year = 1
  var month = 1
  var day = 1

  private var length: Int {
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  mutating func advance() {
    day += 1
    guard day > length else { return }
    (day, month) = (1, month + 1)
    guard month > 12 else { return }
    (month, year) = (1, year + 1)
  }
}

@Test func `every day of the years 1 to 9999 has its number, and every number its day`() {
  var calendar = SlowCalendar()
  var number = -719_162
  var mistakes: [Int] = []
  while calendar.year <= 9999 {
    let date = PlainDate(year: calendar.year, month: calendar.month, day: calendar.day)
    if date?.daysSinceEpoch != number || PlainDate(daysSinceEpoch: number) != date {
      mistakes.append(number)
    }
    calendar.advance()
    number += 1
  }
  #expect(mistakes == [])
  #expect(number == 2_932_897)
  #expect(PlainDate(daysSinceEpoch: number) == nil)
  #expect(PlainDate(daysSinceEpoch: -719_163) == nil)
  #expect(PlainDate(daysSinceEpoch: .max) == nil)
  #expect(PlainDate(daysSinceEpoch: .min) == nil)
}

@Test(arguments: [
  ("1970-01-01", 4), ("2000-02-29", 2), ("2026-06-30", 2), ("2026-07-05", 0), ("0001-01-01", 1),
  ("9999-12-31", 5), ("1969-12-31", 3),
])
func `a day has its day of the week`(_ text: String, _ weekday: Int) throws {
  #expect(try #require(PlainDate(text)).weekday == weekday)
}

@Test(arguments: [
  "2024-02-29", "2000-02-29", "0004-02-29", "2026-12-31", "0001-01-01", "9999-12-31",
])
func `a day that is written and read again is the same`(_ text: String) {
  #expect(PlainDate(text)?.description == text)
}

@Test(arguments: [
  "2023-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01",
  "2026-1-1", "2026/01/01", "26-01-01", "2026-01-01 ", "2026-01-011", "+026-01-01", "2026-01-0٣",
  "",
])
func `what the calendar does not have is no day`(_ text: String) {
  #expect(PlainDate(text) == nil)
}

@Test(arguments: [
  ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
  ("2024-02-29", 12, "2025-02-28"),
  ("2024-02-29", 48, "2028-02-29"), ("2026-03-31", -1, "2026-02-28"),
  ("2026-01-15", -1, "2025-12-15"),
  ("2026-05-31", 0, "2026-05-31"), ("2026-10-31", 4, "2027-02-28"),
  ("0001-02-01", -1, "0001-01-01"),
])
func `months later is the same day, or the last of a shorter month`(
  _ start: String, _ months: Int, _ end: String
) throws {
  #expect(try #require(PlainDate(start)).adding(months: months)?.description == end)
}

@Test func `arithmetic that leaves the calendar gives nothing, however far`() throws {
  let first = try #require(PlainDate("0001-01-01"))
  let last = try #require(PlainDate("9999-12-31"))
  #expect(first.adding(days: -1) == nil)
  #expect(last.adding(days: 1) == nil)
  #expect(first.adding(months: -1) == nil)
  #expect(last.adding(months: 1) == nil)
  for date in [first, last] {
    #expect(date.adding(days: .max) == nil)
    #expect(date.adding(days: .min) == nil)
    #expect(date.adding(months: .max) == nil)
    #expect(date.adding(months: .min) == nil)
  }
  #expect(first.adding(days: last.daysSinceEpoch - first.daysSinceEpoch) == last)
}

@Test func `days stand in the order of time`() throws {
  let texts = ["0999-12-31", "1000-01-01", "2025-12-31", "2026-01-01", "2026-02-01", "2026-02-02"]
  let dates = try texts.map { try #require(PlainDate($0)) }
  #expect(dates.reversed().sorted() == dates)
}
