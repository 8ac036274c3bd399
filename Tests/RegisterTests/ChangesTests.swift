import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct ChangesTests {
  /// The changes of the sound register with parts of it written otherwise, a line each.
  private func changes(_ edits: [(String, String)], on day: String = "2026-06-30") throws
    -> [String]
  {
    var text = soundRegister
    for (part, now) in edits {
      #expect(text.contains(part), "the register has no \(part)")
      text = text.replacing(part, with: now, maxReplacements: 1)
    }
    let day = try #require(PlainDate(day))
    return decode(text).value.changes(since: decode(soundRegister).value, asOf: day)
      .map { "\($0.kind.rawValue) \($0.id): \($0.detail)" }
  }

  @Test func `nothing changed`() throws {
    #expect(try changes([]).isEmpty)
    #expect(try changes([("organisations:", "# a comment\norganisations:")]).isEmpty)
  }

  @Test func `terms, audits and interruptions are told in the words of the field`() throws {
    #expect(
      try changes([
        (
          "      - {id: acc-2, audit: aud-2, start: 2025-05-15}\n",
          "      - {id: acc-2, audit: aud-2, start: 2025-05-15}\n      - {id: acc-4, audit: aud-2, start: 2027-05-15}\n"
        ),
        ("to: 2024-06-30, code: late-report}", "to: 2024-07-31, code: late-report}"),
        (
          "    interruptions:\n",
          "    interruptions:\n      - {kind: withdrawn, from: 2025-01-01, code: marking}\n"
        ),
        ("name: The Other", "name: Another"),
      ]) == [
        "renewed org-college: 2027-05-15 to 2029-05-14 (acc-4)",
        "reinstated org-other: the last day was 2024-07-31 (late-report)",
        "withdrawn org-other: from 2025-01-01 (marking)",
        "changed org-other: name",
      ])
  }

  @Test func `certificates are told by number`() throws {
    let first = "status_index: 0\n"
    #expect(
      try changes([
        (
          first,
          "status_index: 0\n    status_events: [{date: 2026-01-02, kind: revoked, code: holder-request}]\n"
        ),
        ("awarded: 2026-02-02", "awarded: 2026-02-03"),
        ("person: per-b", "person: per-c"),
      ]) == [
        "revoked C-35WG-DDHK-K: on 2026-01-02, holder-request",
        "changed C-AJGG-0M0K-G: day of award: 2026-02-02, now 2026-02-03",
        "changed C-Q7E8-DDG7-J: person",
      ])
    let part = soundRegister.split(separator: "  - id: C-AA7Z-QQ0B-S")[1]
      .split(separator: "log:")[0]
    let whole = "  - id: C-AA7Z-QQ0B-S" + part
    #expect(
      try changes([(whole, "")]) == ["lost C-AA7Z-QQ0B-S: neither there nor among 'tombstones'"])
    #expect(
      try changes([
        (whole, ""),
        (
          "tombstones:\n",
          "tombstones:\n  - {id: C-AA7Z-QQ0B-S, date: 2026-01-01, code: erased}\n"
        ),
      ]) == ["removed C-AA7Z-QQ0B-S: erased"])
  }

  @Test func `what is new is told, and what the calendar ended`() throws {
    let old = decode(
      "organisations: [{id: org-a, name: A, terms: [{id: acc-1, start: 2024-01-01}]}]\nlog: [{date: 2024-01-01, kind: accreditation-granted, subject: org-a}]"
    ).value
    let new = decode(
      """
      organisations:
        - {id: org-a, name: A, terms: [{id: acc-1, start: 2024-01-01}]}
        - {id: org-b, name: B, applications: [{date: 2026-01-05}]}
        - {id: org-c, name: C, terms: [{id: acc-2, start: 2026-02-01}]}
      courses: [{id: crs-c, org: org-c, version: "1"}]
      certificates: [{id: C-1, level: foundation, org: org-c, awarded: 2026-03-01}]
      """
    ).value
    let day = try #require(PlainDate("2026-06-30"))
    #expect(
      new.changes(since: old, asOf: day).map { "\($0.kind.rawValue) \($0.id): \($0.detail)" } == [
        "granted org-c: 2026-02-01 to 2028-01-31 (acc-2)",
        "lapsed org-a: the last term ended on 2025-12-31",
        "awarded C-1: foundation, by org-c on 2026-03-01",
        "course-added crs-c: version 1", "added org-b: applied on 2026-01-05",
        "changed org-a: log line removed: 2024-01-01, accreditation-granted",
      ])
  }

  @Test func `a suspension that came with its end, and a readmission, are told as such`() throws {
    let end = "{id: acc-3, audit: aud-3, start: 2023-03-01, end: 2025-02-28}"
    let pause = "      - {kind: suspended, from: 2024-05-01, to: 2024-06-30, code: late-report}\n"
    #expect(
      try changes([
        (pause, pause + "      - {kind: suspended, from: 2024-08-01, to: 2024-08-31, code: fees}\n")
      ]) == ["suspended org-other: from 2024-08-01 to 2024-08-31 (fees)"])
    #expect(
      try changes([
        (end, end + "\n      - {id: acc-4, audit: aud-3, start: 2025-06-01}"),
        (pause, "      - {kind: withdrawn, from: 2024-09-01}\n" + pause),
      ]) == [
        "granted org-other: 2025-06-01 to 2027-05-31 (acc-4)",
        "withdrawn org-other: from 2024-09-01",
      ])
    #expect(
      try changes([(end, end + "\n      - {id: acc-4, audit: aud-3, start: 2025-06-01}")])
        == ["renewed org-other: 2025-06-01 to 2027-05-31 (acc-4)"])
  }

  @Test func `who is suspended when the term ends has lapsed too`() throws {
    let text = """
      organisations:
        - id: org-a
          name: A
          terms: [{id: acc-1, start: 2024-01-01}]
          interruptions: [{kind: suspended, from: 2025-11-01, to: 2025-12-31}]
      log: [{date: 2025-11-01, kind: accreditation-suspended, subject: org-a}]
      """
    let registry = decode(text).value
    let day = try #require(PlainDate("2026-06-30"))
    #expect(
      registry.changes(since: registry, asOf: day).map { "\($0.kind.rawValue): \($0.detail)" }
        == ["lapsed: the last term ended on 2025-12-31"])
  }

  @Test(arguments: [
    (
      "- {date: 2025-08-01, kind: revoked, code: holder-request}", "",
      "C-AA7Z-QQ0B-S: status_events"
    ),
    ("kind: revoked, code: holder-request", "kind: revoked, code: evidence-false", "status_events"),
    (
      "to: 2024-06-30, code: late-report", "to: null, code: late-report", "org-other: interruptions"
    ),
    (
      "      - {kind: suspended, from: 2024-05-01, to: 2024-06-30, code: late-report}\n", "",
      "interruptions"
    ),
    ("code: late-report", "code: other", "org-other: interruptions"),
    ("valid: {from: 2023-05-15, to: 2025-05-14}", "valid: {from: 2023-05-15}", "crs-old: valid"),
    (
      "valid: {from: 2023-05-15, to: 2025-05-14}", "valid: {from: 2023-05-15, to: 2025-06-14}",
      "crs-old: valid"
    ),
    (
      "    title: Senior\n", "    title: Senior\n    transitional: true\n",
      "crs-senior: transitional"
    ),
    ("opened: 2023-02-01", "opened: 2023-02-02", "org-college: audits"),
    ("outcome: upheld", "outcome: dismissed", "org-college: audits"),
    ("decided_by: [aud-person-b]", "decided_by: []", "org-college: audits"),
    (
      "assessment: met}, decision: accredit}", "assessment: not-met}, decision: accredit}",
      "org-other: audits"
    ),
    ("assessment: met}, decision: accredit}", "assessment: met}}", "org-other: audits"),
    (
      "    audits:\n      - {id: aud-3",
      "    audits:\n      - {id: aud-9, kind: change}\n      - {id: aud-3", "org-other: audits"
    ),
    ("id: acc-3, audit: aud-3", "id: acc-3, audit: aud-1", "org-other: terms"),
    ("ref: app-1", "ref: app-2", "org-college: applications"),
    (
      "applications: [{date: 2023-01-09, ref: app-1}]", "applications: []",
      "org-college: applications"
    ),
    ("interests: [org-other]", "interests: []", "soms: auditors"),
    (
      "  auditors:\n", "  rules: {accreditation_months: 36}\n  auditors:\n",
      "soms: accreditation_months"
    ),
    ("  id: soms\n", "  id: soms\n  version: '2'\n", "soms: version"),
    ("rank: 2}", "rank: 2, typical_months: [1, 60]}", "soms: levels"),
    (
      "  - {date: 2025-07-01, kind: correction, subject: C-BP0P-994P-M, note_code: twice}\n", "",
      "C-BP0P-994P-M: log line removed: 2025-07-01, correction, twice"
    ),
    (
      "log:\n", "log:\n  - {date: 2026-01-01, kind: correction, subject: crs-new}\n",
      "crs-new: log line added: 2026-01-01, correction"
    ),
    ("code: entered-twice", "code: other", "C-BP0P-994P-M: tombstone"),
  ])
  func `whatever changed is told`(part: String, now: String, told: String) throws {
    let found = try changes([(part, now)])
    #expect(found.contains { $0.hasPrefix("changed ") && $0.hasSuffix(told) }, "\(found)")
    #expect(!found.contains { $0.hasPrefix("course-ended") })
  }

  @Test func `a line of the log about what is told anyway is not told too`() throws {
    #expect(
      try changes([
        ("name: The Other", "name: Another"),
        ("log:\n", "log:\n  - {date: 2026-01-01, kind: correction, subject: org-other}\n"),
      ]) == ["changed org-other: name"])
  }
}
