import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct ContinuityTests {
  private let text = """
    organisations:
      - id: org-a
        name: A
        audits:
          - {id: aud-1, kind: initial, closed: 2023-05-12, decision: accredit}
        terms:
          - {id: acc-1, audit: aud-1, start: 2023-05-15, end: 2025-05-14}
    certificates:
      - {id: C-7Q4M-X2RK-3, level: foundation, org: org-a, course: crs-a, awarded: 2024-02-01,
         status_events: []}
    log:
      - {date: 2024-02-29, kind: certificate-count, subject: org-a, note_code: awarded-1}
    tombstones:
      - {id: C-BP0P-994P-M, date: 2025-03-03, code: entered-twice}

    """

  /// The findings against the text, with a part of it written otherwise now.
  private func found(_ part: String, _ now: String, on day: String = "2025-01-01") throws -> String
  {
    #expect(text.contains(part))
    let previous = try PreviousRegistry(parsing: SourceFile(path: "old.yml", text: text))
    let registry = decode(text.replacing(part, with: now)).value
    return registry.check(since: previous, asOf: try #require(PlainDate(day)))
      .map { TextPrinter().print($0) }.joined()
  }

  @Test func `nothing is found where nothing changed, or something was added`() throws {
    #expect(try found("C-7Q4M", "C-7Q4M").isEmpty)
    #expect(
      try found(
        "tombstones:\n", "tombstones:\n  - {id: C-35WG-DDHK-K, date: 2024-01-01, code: x}\n"
      ).isEmpty)
  }

  @Test func `what was published is there or among the tombstones`() throws {
    let certificate = """
        - {id: C-7Q4M-X2RK-3, level: foundation, org: org-a, course: crs-a, awarded: 2024-02-01,
           status_events: []}

      """
    #expect(
      try found(certificate, "") == #"""
        registry.yml:8:1: error: 'C-7Q4M-X2RK-3' was published, and is not in the register any more [registry-r60]
          certificates:
          ^^^^^^^^^^^^
          old.yml:9:10: note: it stood here
          help: put it back, or add '{id: C-7Q4M-X2RK-3, date: …, code: …}' to 'tombstones'

        """#)
    #expect(
      try found(
        certificate + text.split(separator: certificate)[1],
        "tombstones:\n  - {id: C-7Q4M-X2RK-3, date: 2025-01-01, code: erased}\n"
          + "  - {id: C-BP0P-994P-M, date: 2025-03-03, code: entered-twice}\n"
      ).isEmpty)
    for part in ["aud-1, kind", "acc-1, audit", "C-BP0P-994P-M"] {
      #expect(try found(part, "other-" + part).contains("[registry-r60]"), "\(part)")
    }
  }

  @Test func `what was published changes only with a correction`() throws {
    #expect(
      try found("awarded: 2024-02-01", "awarded: 2024-02-08") == #"""
        registry.yml:9:80: error: the day of award of 'C-7Q4M-X2RK-3' was published as 2024-02-01 [registry-r61]
            - {id: C-7Q4M-X2RK-3, level: foundation, org: org-a, course: crs-a, awarded: 2024-02-08,
                                                                                         ^^^^^^^^^^
          old.yml:9:80: note: it stood here
          help: put it back, or add a status event 'corrected' to this certificate

        """#)
    #expect(
      try found(
        "awarded: 2024-02-01,\n     status_events: []",
        "awarded: 2024-02-08,\n     status_events: [{date: 2024-03-01, kind: corrected, code: day}]"
      ).isEmpty)
    for (part, now) in [
      ("level: foundation", "level: practitioner"), ("org: org-a, course", "org: org-b, course"),
      ("course: crs-a", "course: crs-b"), ("start: 2023-05-15", "start: 2023-05-16"),
      ("end: 2025-05-14", "end: 2025-05-15"),
    ] {
      #expect(try found(part, now).contains("[registry-r61]"), "\(part)")
    }
    #expect(
      try found("end: 2025-05-14}", "end: 2025-05-15}").contains(
        "help: put it back, or add a log entry 'correction' about 'org-a'"))
  }

  @Test func `a correction in the log lets a term change`() throws {
    let previous = try PreviousRegistry(parsing: SourceFile(path: "old.yml", text: text))
    let now = text.replacing("end: 2025-05-14", with: "end: 2025-05-15")
      .replacing(
        "log:\n", with: "log:\n  - {date: 2024-03-01, kind: correction, subject: org-a}\n")
    let day = try #require(PlainDate("2024-12-31"))
    #expect(decode(now).value.check(since: previous, asOf: day).isEmpty)
  }

  @Test func `the end of an accreditation is in the log`() throws {
    #expect(try found("C-7Q4M", "C-7Q4M", on: "2025-05-14").isEmpty)
    #expect(
      try found("C-7Q4M", "C-7Q4M", on: "2025-05-15") == #"""
        registry.yml:2:9: warning: the accreditation of 'org-a' ended, and the log does not say so [registry-r62]
            - id: org-a
                  ^^^^^
          since: 2025-05-15
          registry.yml:7:59: note: it ended here
          help: add '{date: 2025-05-15, kind: accreditation-lapsed, subject: org-a}' to 'log'

        """#)
    for day in ["2025-05-14", "2025-05-15"] {
      #expect(
        try found(
          "log:\n", "log:\n  - {date: \(day), kind: accreditation-lapsed, subject: org-a}\n",
          on: "2025-06-01"
        ).isEmpty)
    }
    let withdrawal =
      "    interruptions: [{kind: withdrawn, from: 2024-10-01, code: x}]\ncertificates:\n"
    let found = try found("certificates:\n", withdrawal)
    #expect(found.contains("kind: accreditation-withdrawn, subject: org-a}' to 'log'"))
    #expect(!found.contains("since: "))
  }

  @Test func `an earlier file that is no register is refused`() {
    for text in ["[]", "- a", "organisations: [", "title: x"] {
      #expect(throws: UnreadableRegistry.self, "\(text)") {
        try PreviousRegistry(parsing: SourceFile(path: "old.yml", text: text))
      }
    }
    #expect(throws: Never.self) {
      try PreviousRegistry(parsing: SourceFile(path: "old.yml", text: "\n"))
    }
  }

  @Test func `a revocation and a withdrawal are not taken back without a word`() throws {
    let revoked = text.replacing(
      "status_events: []", with: "status_events: [{date: 2024-03-01, kind: revoked, code: x}]")
    let withdrawn = text.replacing(
      "certificates:\n",
      with: "    interruptions: [{kind: withdrawn, from: 2024-03-01}]\ncertificates:\n")
    let day = try #require(PlainDate("2025-01-01"))
    for (before, message, correction) in [
      (
        revoked, "the revocation of 'C-7Q4M-X2RK-3' was published as 2024-03-01",
        ("status_events: []", "status_events: [{date: 2024-03-02, kind: corrected, code: x}]")
      ),
      (
        withdrawn, "the withdrawal of 'org-a' was published as 2024-03-01",
        ("log:\n", "log:\n  - {date: 2024-03-02, kind: correction, subject: org-a}\n")
      ),
    ] {
      let previous = try PreviousRegistry(parsing: SourceFile(path: "old.yml", text: before))
      let found = decode(text).value.check(since: previous, asOf: day)
      #expect(found.map(\.rule) == ["registry-r61"] && found.first?.message == message)
      let corrected = text.replacing(correction.0, with: correction.1)
      #expect(decode(corrected).value.check(since: previous, asOf: day).isEmpty)
      #expect(
        decode(before).value.check(since: previous, asOf: day).allSatisfy {
          $0.rule != "registry-r61"
        })
    }
  }

  @Test func `a term that cannot be read is not lost`() throws {
    #expect(try found("start: 2023-05-15", "start: 2023-05-35", on: "2026-01-01").isEmpty)
  }
}
