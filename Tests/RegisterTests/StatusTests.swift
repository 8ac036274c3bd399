import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct StatusTests {
  /// The day written as text; the tests' days all exist.
  private func day(_ text: String) throws -> PlainDate {
    try #require(PlainDate(text))
  }

  /// The only organisation of a register with these keys.
  private func organisation(_ keys: String) throws -> Organisation {
    let registry = decode("organisations:\n  - {id: org-a, name: A, \(keys)}\n").value
    return try #require(registry.organisations.first)
  }

  /// The statuses of an organisation with these keys on each of these days.
  private func statuses(_ keys: String, on days: String...) throws -> [String] {
    let organisation = try organisation(keys)
    return try days.map { organisation.status(on: try day($0))?.rawValue ?? "none" }
  }

  @Test func `a term holds from its first day to its last`() throws {
    #expect(
      try statuses(
        "terms: [{id: acc-1, start: 2024-03-01, end: 2026-02-28}]",
        on: "2024-02-29", "2024-03-01", "2026-02-28", "2026-03-01")
        == ["scheduled", "accredited", "accredited", "lapsed"])
  }

  @Test func `between two terms the next one is scheduled`() throws {
    #expect(
      try statuses(
        "terms: [{id: acc-1, start: 2020-01-01}, {id: acc-2, start: 2023-01-01}]",
        on: "2021-12-31", "2022-01-01", "2023-01-01", "2024-12-31", "2025-01-01")
        == ["accredited", "scheduled", "accredited", "accredited", "lapsed"])
  }

  @Test func `a suspension holds to its last day, or is open`() throws {
    let term = "terms: [{id: acc-1, start: 2024-01-01}]"
    #expect(
      try statuses(
        "\(term), interruptions: [{kind: suspended, from: 2024-05-01, to: 2024-06-30}]",
        on: "2024-04-30", "2024-05-01", "2024-06-30", "2024-07-01")
        == ["accredited", "suspended", "suspended", "accredited"])
    #expect(
      try statuses(
        "\(term), interruptions: [{kind: suspended, from: 2024-05-01, to: null}]", on: "2030-01-01")
        == ["suspended"])
  }

  @Test func `suspensions that overlap are told from the first day to the last`() throws {
    func words(_ interruptions: String, on text: String) throws -> String {
      try organisation(
        "terms: [{id: acc-1, start: 2025-06-30}], interruptions: [\(interruptions)]"
      ).statusWords(on: try day(text))
    }
    let open = "{kind: suspended, from: 2026-02-02}"
    let ended = "{kind: suspended, from: 2026-03-02, to: 2026-04-10}"
    #expect(try words("\(open), \(ended)", on: "2026-06-30") == "Suspended since 2 February 2026")
    #expect(try words("\(ended), \(open)", on: "2026-03-15") == "Suspended since 2 February 2026")
    #expect(
      try words("{kind: suspended, from: 2026-02-02, to: 2026-03-20}, \(ended)", on: "2026-03-15")
        == "Suspended since 2 February 2026 until 10 April 2026")
    #expect(
      try words("{kind: suspended, from: 2026-02-02, to: 2026-03-20}, \(ended)", on: "2026-04-01")
        == "Suspended since 2 March 2026 until 10 April 2026")
    #expect(
      try words(
        "{kind: withdrawn, from: 2026-01-05}, {kind: withdrawn, from: 2026-02-05, to: 2026-02-07}",
        on: "2026-03-01") == "Withdrawn on 5 January 2026")
  }

  @Test func `a withdrawal goes before all else, until a later term begins`() throws {
    #expect(
      try statuses(
        """
        terms: [{id: acc-1, start: 2024-01-01}, {id: acc-2, start: 2027-01-01}],
            interruptions: [{kind: withdrawn, from: 2024-05-01, to: null},
            {kind: suspended, from: 2024-04-01, to: null}]
        """, on: "2024-04-30", "2024-05-01", "2026-12-31")
        == ["suspended", "withdrawn", "withdrawn"])
    #expect(
      try statuses(
        """
        terms: [{id: acc-1, start: 2024-01-01}, {id: acc-2, start: 2027-01-01}],
            interruptions: [{kind: withdrawn, from: 2024-05-01, to: null}]
        """, on: "2026-12-31", "2027-01-01")
        == ["withdrawn", "accredited"])
  }

  @Test func `before the first term applications and audits tell`() throws {
    let keys = """
      applications: [{date: 2024-01-10}],
          audits: [{id: aud-1, kind: initial, opened: 2024-02-01, closed: 2024-03-01, decision: refuse},
          {id: aud-2, kind: initial, opened: 2024-06-01, closed: null}]
      """
    #expect(
      try statuses(
        keys, on: "2024-01-09", "2024-01-10", "2024-02-01", "2024-02-29", "2024-03-01", "2024-06-01"
      )
        == ["none", "applied", "in-audit", "in-audit", "refused", "in-audit"])
  }

  @Test func `an accreditation expires when no term follows it`() throws {
    let one = try organisation("terms: [{id: acc-1, start: 2024-07-01, end: 2026-06-30}]")
    #expect(one.isExpiring(on: try day("2025-12-29"), within: 183) == true)
    #expect(one.isExpiring(on: try day("2025-12-28"), within: 183) == false)
    #expect(one.isExpiring(on: try day("2026-06-30"), within: 183) == true)
    #expect(one.isExpiring(on: try day("2026-07-01"), within: 183) == false)
    let two = try organisation(
      "terms: [{id: acc-1, start: 2024-07-01}, {id: acc-2, start: 2026-07-01}]")
    #expect(two.isExpiring(on: try day("2026-06-30"), within: 183) == false)
  }

  @Test(arguments: [
    ("2024-01-01", "2025-12-31"), ("2024-02-29", "2026-02-27"), ("2023-02-28", "2025-02-27"),
    ("2022-03-01", "2024-02-29"), ("2023-05-15", "2025-05-14"), ("2024-12-31", "2026-12-30"),
  ])
  func `a term is two years less a day`(start: String, end: String) throws {
    #expect(Term.end(from: try day(start), months: 24) == (try day(end)))
    let written = try organisation("terms: [{id: acc-1, start: \(start)}]")
    #expect(written.terms.first?.end == (try day(end)))
  }

  @Test func `a term at the end of the calendar has no computed end`() throws {
    #expect(Term.end(from: try day("9998-06-01"), months: 24) == nil)
    #expect(
      try statuses("terms: [{id: acc-1, start: 9999-12-31}]", on: "9999-12-31") == ["accredited"])
  }

  @Test func `the framework says how long a term is, wherever it stands`() throws {
    let registry = decode(
      """
      organisations:
        - {id: org-a, name: A, terms: [{id: acc-1, start: 2024-01-01}]}
      framework: {rules: {accreditation_months: 12}}
      """
    ).value
    #expect(registry.organisations.first?.terms.first?.end == (try day("2024-12-31")))
  }

  @Test func `a certificate is what its events say`() throws {
    let certificate = try #require(
      decode(
        """
        certificates:
          - id: C-1
            awarded: 2024-03-10
            status_events:
              - {date: 2024-05-01, kind: corrected}
              - {date: 2024-06-01, kind: superseded, by: C-2}
              - {date: 2024-07-01, kind: revoked, code: awarded-in-error}
        """
      ).value.certificates.first)
    func status(_ text: String, _ months: Int? = nil) throws -> String? {
      certificate.status(on: try day(text), validFor: months).map {
        "\($0.status.rawValue) since \($0.since)"
      }
    }
    #expect(try status("2024-03-09") == "not-yet since 2024-03-10")
    #expect(try status("2024-05-31") == "valid since 2024-03-10")
    #expect(try status("2024-06-01") == "superseded since 2024-06-01")
    #expect(try status("2024-07-01") == "revoked since 2024-07-01")
    #expect(try status("2024-05-31", 2) == "expired since 2024-05-10")
    #expect(try status("2024-05-09", 2) == "valid since 2024-03-10")
  }

  @Test func `the next change is the first day on which something differs`() throws {
    let registry = decode(
      """
      organisations:
        - id: org-a
          name: A
          terms: [{id: acc-1, start: 2024-01-01, end: 2025-12-31}]
          interruptions: [{kind: suspended, from: 2024-05-01, to: 2024-06-30}]
      """
    ).value
    var seen: [String] = []
    var current = try day("2023-01-01")
    while let next = registry.nextChange(after: current) {
      seen.append("\(next)")
      current = next
    }
    #expect(seen == ["2024-01-01", "2024-05-01", "2024-07-01", "2025-07-01", "2026-01-01"])
  }

  @Test func `a course is in use only while its organisation is accredited`() throws {
    func shown(_ text: String, on written: String) throws -> PublicRegister {
      PublicRegister(decode(text).value, people: nil, on: try day(written))
    }
    func inUse(_ text: String, on written: String) throws -> [String] {
      let shown = try shown(text, on: written)
      return shown.registry.courses.filter(shown.isInUse).map(\.id.value)
    }
    let all = ["crs-new", "crs-practice", "crs-senior"]
    #expect(try inUse(soundRegister, on: "2027-05-14") == all)
    #expect(try inUse(soundRegister, on: "2027-05-15") == [])
    #expect(try inUse(soundRegister, on: "2023-05-14") == [])
    let suspended = soundRegister.replacing(
      "    applications:",
      with:
        "    interruptions: [{kind: suspended, from: 2026-01-01, to: 2026-01-31}]\n    applications:"
    )
    #expect(try inUse(suspended, on: "2026-01-31") == [])
    #expect(try inUse(suspended, on: "2026-02-01") == all)
    for (day, count) in [("2027-05-14", 3), ("2027-05-15", 0)] {
      let shown = try shown(soundRegister, on: day)
      let college = try #require(shown.registry.organisation("org-college"))
      #expect(shown.levels(of: college).count == count && shown.coverage.count == count)
    }
  }
}
