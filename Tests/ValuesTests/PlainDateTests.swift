import Testing
import Values

@Suite struct PlainDateTests {
  @Test(arguments: [
    "0001-01-01", "1969-12-31", "1970-01-01", "2000-02-29", "2024-02-29", "9999-12-31",
  ])
  func `a date is written as it was read, and found again by its number`(text: String) throws {
    let date = try #require(PlainDate(text))
    #expect(date.description == text)
    #expect(PlainDate(daysSinceEpoch: date.daysSinceEpoch) == date)
    #expect(PlainDate(year: date.year, month: date.month, day: date.day) == date)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-01-00", "0000-01-01", "2024-1-1",
    "2024-01-01x", "", "20240101", "2024-04-31", "２０２４-01-01",
  ])
  func `what is no day is no date`(text: String) {
    #expect(PlainDate(text) == nil)
  }

  @Test func `dates are in the order of days`() throws {
    let dates = try ["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-01"].map {
      try #require(PlainDate($0))
    }
    #expect(dates == dates.shuffled().sorted())
    for (day, next) in zip(dates, dates.dropFirst()) {
      #expect(day < next)
      #expect(day.daysSinceEpoch < next.daysSinceEpoch)
    }
  }

  @Test func `every day of 400 years follows the one before`() throws {
    var date = try #require(PlainDate("1999-12-31"))
    for _ in 0..<146_097 {
      let next = try #require(date.adding(days: 1))
      #expect(next.weekday == (date.weekday + 1) % 7)
      #expect(next.day == date.day + 1 || next.day == 1)
      date = next
    }
    #expect(date.description == "2399-12-31")
  }

  @Test func `months are added to the same day or the month's last`() throws {
    let date = try #require(PlainDate("2024-01-31"))
    #expect(date.adding(months: 1)?.description == "2024-02-29")
    #expect(date.adding(months: 13)?.description == "2025-02-28")
    #expect(date.adding(months: -2)?.description == "2023-11-30")
    #expect(date.adding(months: .max) == nil)
    #expect(date.adding(days: .min) == nil)
  }
}
