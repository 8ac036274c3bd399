import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct TermRuleTests {
  @Test func `a term rests on an audit that was passed before it`() {
    #expect(
      findings(
        of: "registry-r10",
        writing: #"id: acc-3"#,
        for: #"id: acc-3, audit: aud-3"#)
          == #"""
          registry.yml:42:14: error: this term names no audit [registry-r10]
                  - {id: acc-3, start: 2023-03-01, end: 2025-02-28}
                         ^^^^^
            help: add 'audit: ' and the audit's id

          """#)
    #expect(
      findings(
        of: "registry-r10",
        writing: #"id: acc-3, audit: aud-1"#,
        for: #"id: acc-3, audit: aud-3"#)
          == #"""
          registry.yml:42:28: error: 'aud-1' is an audit of 'org-college' [registry-r10]
                  - {id: acc-3, audit: aud-1, start: 2023-03-01, end: 2025-02-28}
                                       ^^^^^
            help: name an audit of 'org-other'

          """#)
    let misspelt = findings(
      of: "registry-r10",
      writing: #"assessment: met}, decision: acredit}"#,
      for: #"assessment: met}, decision: accredit}"#)
    #expect(misspelt == "", "a decision that cannot be read is one finding, not two")
    #expect(
      findings(
        of: "registry-r10",
        writing: #"closed: 2023-03-02"#,
        for: #"closed: 2023-02-03"#)
          == #"""
          registry.yml:42:28: error: 'aud-3' was not closed when this term began [registry-r10]
                  - {id: acc-3, audit: aud-3, start: 2023-03-01, end: 2025-02-28}
                                       ^^^^^
            registry.yml:39:64: note: closed here
            help: a term begins on or after the day its audit is closed

          """#)
    #expect(
      findings(
        of: "registry-r10",
        writing: #"assessment: met}, decision: refuse}"#,
        for: #"assessment: met}, decision: accredit}"#)
          == #"""
          registry.yml:42:28: error: 'aud-3' did not end in an accreditation [registry-r10]
                  - {id: acc-3, audit: aud-3, start: 2023-03-01, end: 2025-02-28}
                                       ^^^^^
            registry.yml:40:76: note: its decision
            help: name the audit that did

          """#)
    #expect(
      findings(
        of: "registry-r10",
        writing: #"opened: 2023-01-02"#,
        for: #"opened: 2023-01-02, closed: 2023-02-03"#)
          == #"""
          registry.yml:42:28: error: 'aud-3' was not closed when this term began [registry-r10]
                  - {id: acc-3, audit: aud-3, start: 2023-03-01, end: 2025-02-28}
                                       ^^^^^
            help: a term begins on or after the day its audit is closed

          """#)
  }

  @Test func `the audit of a term found all met`() {
    #expect(
      findings(
        of: "registry-r11",
        writing: #"scope: {material: met, delivery: not-met}, decision: accredit}"#,
        for: #"scope: {material: met, delivery: met, assessment: met}, decision: accredit}"#)
          == #"""
          registry.yml:40:43: error: the delivery was not met, yet a term rests on this audit [registry-r11]
                     scope: {material: met, delivery: not-met}, decision: accredit}
                                                      ^^^^^^^
            registry.yml:42:14: note: the term is here
            help: correct the audit, or remove the term
          registry.yml:39:14: error: this audit does not say whether the assessment was met [registry-r11]
                  - {id: aud-3, kind: initial, opened: 2023-01-02, closed: 2023-02-03, auditors: [aud-person-a],
                         ^^^^^
            registry.yml:42:14: note: the term is here
            help: correct the audit, or remove the term

          """#)
  }

  @Test func `a term is two years less a day`() {
    #expect(
      findings(
        of: "registry-r12",
        writing: #"start: 2023-03-01, end: 2025-03-01"#,
        for: #"start: 2023-03-01, end: 2025-02-28"#)
          == #"""
          registry.yml:42:59: error: a term of 24 months from 2023-03-01 does not end on 2025-03-01 [registry-r12]
                  - {id: acc-3, audit: aud-3, start: 2023-03-01, end: 2025-03-01}
                                                                      ^^^^^^^^^^
            registry.yml:42:42: note: it begins here
            help: write 2025-02-28, or leave 'end' out

          """#)
    #expect(
      findings(
        of: "registry-r12",
        writing: #"start: 2024-02-29, end: 2026-02-28"#,
        for: #"start: 2023-03-01, end: 2025-02-28"#)
          == #"""
          registry.yml:42:59: error: a term of 24 months from 2024-02-29 does not end on 2026-02-28 [registry-r12]
                  - {id: acc-3, audit: aud-3, start: 2024-02-29, end: 2026-02-28}
                                                                      ^^^^^^^^^^
            registry.yml:42:42: note: it begins here
            help: write 2026-02-27, or leave 'end' out

          """#)
  }

  @Test func `terms do not overlap`() {
    #expect(
      findings(
        of: "registry-r13",
        writing: #"start: 2025-05-14}"#,
        for: #"start: 2025-05-15}"#)
          == #"""
          registry.yml:33:42: error: this term begins on 2025-05-14, before the one before it ends on 2025-05-14 [registry-r13]
                  - {id: acc-2, audit: aud-2, start: 2025-05-14}
                                                     ^^^^^^^^^^
            registry.yml:32:14: note: the term before it
            help: a renewal begins on the day after the old term

          """#)
  }

  @Test func `a renewal in time begins on the next day`() {
    #expect(
      findings(
        of: "registry-r14",
        writing: #"start: 2025-05-16}"#,
        for: #"start: 2025-05-15}"#)
          == #"""
          registry.yml:33:42: error: this renewal was decided in time, yet begins later than the old term ends [registry-r14]
                  - {id: acc-2, audit: aud-2, start: 2025-05-16}
                                                     ^^^^^^^^^^
            registry.yml:32:14: note: the old term ends on 2025-05-14
            help: write start: 2025-05-15

          """#)
  }

  @Test func `a gap between terms is shown`() {
    #expect(
      findings(
        of: "registry-r15",
        writing: #"end: 2025-02-28}\#n      - {id: acc-4, audit: aud-3, start: 2025-03-02}"#,
        for: #"end: 2025-02-28}"#)
          == #"""
          registry.yml:43:42: warning: between 2025-02-28 and 2025-03-02 the organisation was not accredited [registry-r15]
                  - {id: acc-4, audit: aud-3, start: 2025-03-02}
                                                     ^^^^^^^^^^
            registry.yml:42:14: note: the term before it
            help: if that is right, allow this finding in a comment

          """#)
    #expect(
      findings(
        of: "registry-r15",
        writing: #"end: 2025-02-28}\#n      - {id: acc-4, audit: aud-3, start: 2025-03-01}"#,
        for: #"end: 2025-02-28}"#)
          == #"""
          """#)
  }

  @Test func `a course was audited before the term`() {
    #expect(
      findings(
        of: "registry-r16",
        writing: #"customer-experience, result: met, audit: aud-1"#,
        for: #"customer-experience, result: met, audit: aud-2"#)
          == #"""
          registry.yml:70:60: error: 'aud-1' was closed on 2023-05-12, but a term with this course begins on 2025-05-15 [registry-r16]
                  - {element: customer-experience, result: met, audit: aud-1}
                                                                       ^^^^^
            registry.yml:33:14: note: the term is here
            help: name an audit closed in the 24 months before that day

          """#)
    #expect(
      findings(
        of: "registry-r16",
        writing: #"opened: 2025-01-20, auditors"#,
        for: #"opened: 2025-01-20, closed: 2025-04-25, auditors"#)
          == #"""
          registry.yml:70:60: error: 'aud-2' was not closed, but a term with this course begins on 2025-05-15 [registry-r16]
                  - {element: customer-experience, result: met, audit: aud-2}
                                                                       ^^^^^
            registry.yml:33:14: note: the term is here
            help: name an audit closed in the 24 months before that day
          registry.yml:84:60: error: 'aud-2' was not closed, but a term with this course begins on 2025-05-15 [registry-r16]
                  - {element: customer-experience, result: met, audit: aud-2}
                                                                       ^^^^^
            registry.yml:33:14: note: the term is here
            help: name an audit closed in the 24 months before that day
          registry.yml:98:60: error: 'aud-2' was not closed, but a term with this course begins on 2025-05-15 [registry-r16]
                  - {element: customer-experience, result: met, audit: aud-2}
                                                                       ^^^^^
            registry.yml:33:14: note: the term is here
            help: name an audit closed in the 24 months before that day

          """#)
  }

  @Test func `nobody audits an own interest`() {
    #expect(
      findings(
        of: "registry-r17",
        writing: #"closed: 2023-02-03, auditors: [aud-person-b]"#,
        for: #"closed: 2023-02-03, auditors: [aud-person-a]"#)
          == #"""
          registry.yml:39:87: error: 'aud-person-b' has an interest in 'org-other' [registry-r17]
                  - {id: aud-3, kind: initial, opened: 2023-01-02, closed: 2023-02-03, auditors: [aud-person-b],
                                                                                                  ^^^^^^^^^^^^
            registry.yml:17:38: note: the interest is declared here
            help: someone without an interest must audit it

          """#)
  }

  @Test func `nobody judges an own audit`() {
    #expect(
      findings(
        of: "registry-r18",
        writing: #"decided_by: [aud-person-b, aud-person-a]"#,
        for: #"decided_by: [aud-person-b]"#)
          == #"""
          registry.yml:28:86: error: 'aud-person-a' decides an appeal against an audit of his or her own [registry-r18]
                     appeal: {opened: 2023-05-20, closed: 2023-06-01, decided_by: [aud-person-b, aud-person-a], outcome: upheld}}
                                                                                                 ^^^^^^^^^^^^
            registry.yml:26:87: note: the auditor is named here
            help: someone who did not audit must decide it

          """#)
  }

  @Test func `after a withdrawal a term wants an initial audit`() {
    #expect(
      findings(
        of: "registry-r19",
        writing: #"interruptions: [{kind: withdrawn, from: 2024-12-01}]"#,
        for: #"identifiers: [{scheme: ukprn, value: "00000001"}]"#)
          == #"""
          registry.yml:33:14: error: this term follows a withdrawal without a new initial audit [registry-r19]
                  - {id: acc-2, audit: aud-2, start: 2025-05-15}
                         ^^^^^
            registry.yml:23:45: note: withdrawn here
            help: add the initial audit that was opened after 2024-12-01

          """#)
  }

  /// An organisation that was withdrawn in its first term and admitted again.
  private func readmitted(_ second: String, third: String = "") -> String {
    """
    organisations:
      - id: org-leap
        name: Leap
        audits:
          - {id: aud-1, kind: initial, opened: 2024-01-02, closed: 2024-02-01}
          - {id: aud-2, kind: initial, opened: 2025-06-02, closed: 2025-08-01}
          - {id: aud-3, kind: renewal, opened: 2027-06-02, closed: 2027-08-01}
        terms:
          - {id: acc-1, audit: aud-1, start: 2024-02-29}
          \(second)
          \(third)
        interruptions: [{kind: withdrawn, from: 2025-03-01}]
    """
  }

  @Test func `a renewal after a readmission wants no further initial audit`() {
    let text = readmitted(
      "- {id: acc-2, audit: aud-2, start: 2026-02-28}",
      third: "- {id: acc-3, audit: aud-3, start: 2028-02-28}")
    #expect(findings(of: "registry-r19", in: text).isEmpty)
    #expect(
      findings(of: "registry-r19", in: text.replacing("kind: initial", with: "kind: renewal"))
        .contains("acc-2"))
  }

  @Test func `the last withdrawal by its day counts`() {
    let text = readmitted("- {id: acc-2, audit: aud-2, start: 2026-02-28}").replacing(
      "[{kind: withdrawn, from: 2025-03-01}]",
      with: "[{kind: withdrawn, from: 2025-07-01}, {kind: withdrawn, from: 2025-03-01}]")
    #expect(findings(of: "registry-r19", in: text).contains("opened after 2025-07-01"))
  }

  @Test func `a term after a withdrawal need not wait for the end of the one withdrawn`() {
    let text = readmitted("- {id: acc-2, audit: aud-2, start: 2025-09-01}")
    for rule in ["registry-r13", "registry-r14", "registry-r19"] {
      #expect(findings(of: rule, in: text).isEmpty)
    }
    #expect(
      findings(of: "registry-r15", in: text).contains(
        "between 2025-02-28 and 2025-09-01 the organisation was not accredited"))
    let suspended = text.replacing("kind: withdrawn", with: "kind: suspended")
    #expect(findings(of: "registry-r13", in: suspended).contains("acc-2"))
  }

  @Test(arguments: [
    ("start: 2023-03-01, end: 2025-02-28}", "start: 2023-02-29}"),
    ("start: 2025-05-15}", "start: 2025-05-35}"), ("start: 2025-05-15}", "strat: 2025-05-15}"),
    ("closed: 2023-02-03", "closed: 2023-02-29"), ("closed: 2025-04-25", "closed: 2025-04-31"),
  ])
  func `a day that cannot be read is told once`(part: String, now: String) throws {
    let read = decode(soundRegister.replacing(part, with: now))
    #expect(read.diagnostics.count == (now.contains("strat") ? 2 : 1))
    let day = try #require(PlainDate("2026-06-30"))
    #expect(read.value.check(asOf: day).map(\.message).isEmpty)
  }
}
