import Diagnostics
import Testing
import Values

@testable import Register

/// One register, read on days round the end of a term, a leap day and a suspension.
@Suite struct CalendarTests {
  private static let register = """
    organisations:
      - id: org-leap
        name: Leap
        terms: [{id: acc-1, start: 2024-02-29}, {id: acc-2, start: 2026-02-28}]
        interruptions: [{kind: suspended, from: 2024-12-31, to: 2025-01-01}]
      - id: org-once
        name: Once
        applications: [{date: 2023-11-01}]
        terms: [{id: acc-3, start: 2024-03-01}]
    """

  @Test(arguments: [
    ("2024-02-28", "scheduled", "scheduled", "2024-02-29"),
    ("2024-02-29", "accredited", "scheduled", "2024-03-01"),
    ("2024-03-01", "accredited", "accredited", "2024-12-31"),
    ("2024-12-30", "accredited", "accredited", "2024-12-31"),
    ("2024-12-31", "suspended", "accredited", "2025-01-02"),
    ("2025-01-01", "suspended", "accredited", "2025-01-02"),
    ("2025-01-02", "accredited", "accredited", "2025-08-28"),
    ("2026-02-27", "accredited", "accredited", "2026-02-28"),
    ("2026-02-28", "accredited", "accredited", "2026-03-01"),
    ("2026-03-01", "accredited", "lapsed", "2027-08-28"),
    ("2028-02-27", "accredited", "lapsed", "2028-02-28"),
    ("2028-02-28", "lapsed", "lapsed", "none"),
  ])
  func `statuses and the next change follow the day`(
    day: String, leap: String, once: String, next: String
  ) throws {
    let registry = decode(Self.register).value
    let day = try #require(PlainDate(day))
    let statuses = registry.organisations.map { $0.status(on: day)?.rawValue }
    #expect(statuses == [leap, once])
    #expect(registry.nextChange(after: day).map { "\($0)" } ?? "none" == next)
  }

  @Test func `a past day of reading makes later days warnings`() throws {
    let registry = decode(soundRegister).value
    let past = registry.check(asOf: try #require(PlainDate("2024-01-01")))
    #expect(!past.isEmpty)
    #expect(past.allSatisfy { $0.severity == .warning })
    #expect(Set(past.map(\.rule)) == ["registry-r05"])
  }

  @Test func `a lapsed accreditation is no finding`() throws {
    let registry = decode(soundRegister).value
    #expect(registry.check(asOf: try #require(PlainDate("2040-01-01"))).isEmpty)
  }

  @Test func `severities are as the register's rules say`() {
    let warnings = Registry.rules.filter { $0.severity == .warning }.map(\.id)
    #expect(
      warnings
        == ["05", "09", "15", "23", "34", "36", "38", "39"].map { "registry-r\($0)" })
  }
}
