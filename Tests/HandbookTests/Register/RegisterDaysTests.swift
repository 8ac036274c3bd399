import Handbook
import Testing
import Values

/// The register as it is published on days around a term's end, a leap day and a suspension.
@Suite struct RegisterDaysTests {
  /// A term that begins on a leap day, and one with a suspension.
  private static let entries = """
    organisations:
      - id: org-leap
        name: Leap
        audits:
          - {id: aud-1, kind: initial, closed: 2024-02-20, scope: {material: met, delivery: met, assessment: met}, decision: accredit}
        terms:
          - {id: acc-1, audit: aud-1, start: 2024-02-29}
      - id: org-pause
        name: Pause
        audits:
          - {id: aud-2, kind: initial, closed: 2025-06-20, scope: {material: met, delivery: met, assessment: met}, decision: accredit}
        terms:
          - {id: acc-2, audit: aud-2, start: 2025-06-30}
        interruptions:
          - {kind: suspended, from: 2026-02-02, to: 2026-04-10, code: marking}

    """

  @Test(arguments: [
    ("2024-02-28", "Scheduled from 29 February 2024", "In audit", "2024-02-29"),
    ("2024-02-29", "Accredited until 27 February 2026", "In audit", "2025-06-20"),
    (
      "2025-06-29", "Accredited until 27 February 2026", "Scheduled from 30 June 2025", "2025-06-30"
    ),
    (
      "2025-06-30", "Accredited until 27 February 2026", "Accredited until 29 June 2027",
      "2025-08-28"
    ),
    (
      "2025-08-28", "Accredited until 27 February 2026", "Accredited until 29 June 2027",
      "2026-02-02"
    ),
    (
      "2026-02-01", "Accredited until 27 February 2026", "Accredited until 29 June 2027",
      "2026-02-02"
    ),
    (
      "2026-02-02", "Accredited until 27 February 2026",
      "Suspended since 2 February 2026 until 10 April 2026", "2026-02-28"
    ),
    (
      "2026-02-27", "Accredited until 27 February 2026",
      "Suspended since 2 February 2026 until 10 April 2026", "2026-02-28"
    ),
    (
      "2026-02-28", "Lapsed after 27 February 2026",
      "Suspended since 2 February 2026 until 10 April 2026", "2026-04-11"
    ),
    (
      "2026-04-10", "Lapsed after 27 February 2026",
      "Suspended since 2 February 2026 until 10 April 2026", "2026-04-11"
    ),
    ("2026-04-11", "Lapsed after 27 February 2026", "Accredited until 29 June 2027", "2026-12-28"),
    ("2027-06-30", "Lapsed after 27 February 2026", "Lapsed after 29 June 2027", "null"),
  ])
  func `statuses and the next change follow the day`(
    day: String, leap: String, pause: String, next: String
  ) async throws {
    var site = RegisterSite()
    site.entries = Self.entries
    site.certificates = 0
    let outcome = try await site.build(asOf: day)
    // An audit without a first day is there from the day it was closed on.
    let pausePage = try outcome.file("registry/organisations/org-pause/index.html")
    #expect(try outcome.file("registry/organisations/org-leap/index.html").contains(leap), "\(day)")
    if pause != "In audit" { #expect(pausePage.contains(pause), "\(day)") }
    let expected = next == "null" ? "null" : "\"\(next)\""
    #expect(try outcome.file("handbook.json").contains("\"nextChange\":\(expected)"), "\(day)")
    let ends = try outcome.file("registry/data/terms.csv")
    #expect(ends.contains("acc-1,org-leap,2024-02-29,2026-02-27,aud-1"))
    #expect(
      !outcome.rules.contains { $0 != "registry-r05" && $0 != "registry-r09" }, "\(outcome.rules)")
  }
}
