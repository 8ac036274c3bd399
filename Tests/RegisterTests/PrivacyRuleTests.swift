import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct PrivacyRuleTests {
  @Test func `keys and texts with personal data are refused, each at its place`() {
    #expect(
      findings(
        reading: """
          organisations:
            - {id: org-a, name: The College, url: https://a.example/, phone: null}
          certificates:
            - id: C-7Q4M-X2RK-3
              person: per-a
              holder: Ann Lee
              level: foundation
              org: org-a
              course: crs-a
              course_version: "1"
              awarded: 2024-01-01
              status_index: 48213
              evidence: [{id: prj-1, from: 2023-01-01, to: 2023-12-31, Name: x}]
          log:
            - {date: 2024-01-01, kind: correction, subject: org-a, note_code: ask ann.lee@a.example}
            - {date: 2024-01-01, kind: correction, subject: org-a, note_code: "call +44 20 7946 0958"}
          """) == #"""
          registry.yml:2:61: error: 'phone' is personal data, and this file is public [registry-r50]
              - {id: org-a, name: The College, url: https://a.example/, phone: null}
                                                                        ^^^^^
            help: remove it; who a code stands for is written in the private file of people only
          registry.yml:6:5: error: 'holder' is personal data, and this file is public [registry-r50]
                holder: Ann Lee
                ^^^^^^
            help: remove it; who a code stands for is written in the private file of people only
          registry.yml:13:62: error: 'Name' is personal data, and this file is public [registry-r50]
                evidence: [{id: prj-1, from: 2023-01-01, to: 2023-12-31, Name: x}]
                                                                         ^^^^
            help: remove it; who a code stands for is written in the private file of people only
          registry.yml:15:69: error: this holds an e-mail address, and this file is public [registry-r50]
              - {date: 2024-01-01, kind: correction, subject: org-a, note_code: ask ann.lee@a.example}
                                                                                ^^^^^^^^^^^^^^^^^^^^^
            help: remove it, or link to a page that says how to get in touch
          registry.yml:16:69: error: this holds a telephone number, and this file is public [registry-r50]
              - {date: 2024-01-01, kind: correction, subject: org-a, note_code: "call +44 20 7946 0958"}
                                                                                ^^^^^^^^^^^^^^^^^^^^^^^
            help: remove it, or link to a page that says how to get in touch

          """#)
  }

  @Test func `a comment is as public as what it stands beside`() {
    #expect(
      findings(
        reading: """
          # Questions: ann.lee@a.example
          organisations:
            - id: org-a   # tel. 020 7946 0958
              name: "The # College, ask ann@a.example"
              url: https://a.example/#x
              contact_url: >-
                https://a.example/
                # 07700 900123
              country: GB   # audited on 2025-03-01, app-0007
          """) == #"""
          registry.yml:4:11: error: this holds an e-mail address, and this file is public [registry-r50]
                name: "The # College, ask ann@a.example"
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: remove it, or link to a page that says how to get in touch
          registry.yml:6:18: error: this holds a telephone number, and this file is public [registry-r50]
                contact_url: >-
                             ^^
            help: remove it, or link to a page that says how to get in touch
          registry.yml:1:1: error: this comment holds an e-mail address, and this file is public [registry-r50]
            # Questions: ann.lee@a.example
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            help: remove it, or say where to ask, such as 'ask the registrar'
          registry.yml:3:17: error: this comment holds a telephone number, and this file is public [registry-r50]
              - id: org-a   # tel. 020 7946 0958
                            ^^^^^^^^^^^^^^^^^^^^
            help: remove it, or say where to ask, such as 'ask the registrar'

          """#)
  }

  @Test(arguments: [
    "ann@a.example", "Ann <ann.lee+x@mail.a.example>", "mailto:ann@a.example", "020 7946 0958",
    "(020) 7946-0958", "+441614960000", "07700 900123", "tel:+44-1632-960001", "0044 1632 960 001",
    "phone=02079460958", "Phone(020) 7946 0958", "\"020 7946 0958\"", "020 7946 0958 2024-02-20",
    "2024-02-20 020 7946 0958",
  ])
  func `a way to reach a person is known`(text: String) {
    #expect(Contact(in: text) != nil)
  }

  @Test(arguments: [
    "2025-05-15", "2025-05-15 to 2027-05-14", "C-0123-4567-8", "00000000", "10012345",
    "https://a.example/@news", "second-marker-by-2025-03-01", "unit 1; question bank A", "a @ b",
    "per-0123456789", "1.0", "3 of 7", "at@home", "app-0007", "48213", "",
    "file 007 2024-02-20", "session 01 2024-02-20", "https://a.example/0123456789", "a_0123456789",
  ])
  func `what only looks like one is not`(text: String) {
    #expect(Contact(in: text) == nil)
  }

  @Test func `a total of few people is not published`() {
    let line =
      "{date: 2023-05-15, kind: accreditation-granted, subject: org-college, note_code: first-term}"
    #expect(
      findings(
        of: "registry-r56", writing: line.replacing("first-term", with: "holders-4"), for: line)
          == #"""
          registry.yml:170:86: error: this tells of 4 people [registry-r56]
              - {date: 2023-05-15, kind: accreditation-granted, subject: org-college, note_code: holders-4}
                                                                                                 ^^^^^^^^^
            help: leave the number out, or add up more months or organisations; totals of certificates may be of any size

          """#)
    for code in ["2026-05-holders-3", "3-holders-2026", "holders-3-2026-05-31", "holders-in-all-3"]
    {
      #expect(
        findings(of: "registry-r56", writing: line.replacing("first-term", with: code), for: line)
          .contains("this tells of 3 people"), "\(code)")
    }
    for code in [
      "holders-5", "awarded-1", "people", "3-audits", "2026-03-holders-30",
      "holders-30-in-2-courses",
      "2026-03-holders", "2026-03-01-holders-5",
    ] {
      #expect(
        findings(of: "registry-r56", writing: line.replacing("first-term", with: code), for: line)
          .isEmpty, "\(code)")
    }
  }

  private func found(_ entry: String, certificates: String = "", on day: String = "2026-06-30")
    throws -> String
  {
    let people = People.decode(SourceFile(path: "people.yml", text: entry))
    let registry = decode(certificates.isEmpty ? "" : "certificates:\n" + certificates).value
    let day = try #require(PlainDate(day))
    return (people.diagnostics + people.value.check(with: registry, asOf: day))
      .map { TextPrinter().print($0) }.joined()
  }

  private let listed =
    "- {id: per-1, name: Ann, publication: {state: listed, basis: consent, notice_version: \"1\", given: 2024-01-10}}"

  @Test func `who is listed has agreed to it, and withdraws it later`() throws {
    #expect(try found(listed).isEmpty)
    #expect(
      try found(
        listed.replacing("given: 2024-01-10", with: "given: 2024-01-10, withdrawn: 2024-01-09"))
          == #"""
          people.yml:1:122: error: 'per-1' withdrew a consent before giving it on 2024-01-10 [registry-r52]
            - {id: per-1, name: ***, publication: {state: listed, basis: consent, notice_version: "1", given: 2024-01-10, withdrawn: 2024-01-09}}
                                                                                                                                     ^^^^^^^^^^
            people.yml:1:99: note: given here
            help: correct one of the two days; until then the name is not shown

          """#)
  }

  @Test func `nobody is listed long after the last certificate ended`() throws {
    let certificates = """
        - {id: C-1, person: per-1, awarded: 2024-02-01, status_events: [{date: 2024-06-01, kind: revoked, code: holder-request}]}
        - {id: C-2, person: per-1, awarded: 2024-02-01, status_events: [{date: 2024-07-01, kind: superseded, by: C-1}]}
      """
    #expect(
      try found(listed, certificates: certificates, on: "2025-07-01").contains("r55") == false)
    let late = try found(listed, certificates: certificates, on: "2025-07-02")
    #expect(
      late.contains(
        "warning: 'per-1' is still listed, though the last certificate ended on 2024-07-01"))
    #expect(late.contains("[registry-r55]"))
    #expect(
      !(try found(
        listed,
        certificates: certificates + "\n  - {id: C-3, person: per-1, awarded: 2024-02-01}",
        on: "2029-07-02")).contains("r55"))
    #expect(
      !(try found(
        listed.replacing("state: listed", with: "state: verify-only"), certificates: certificates,
        on: "2029-07-02")).contains("r55"))
  }
}
