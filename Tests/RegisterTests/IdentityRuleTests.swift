import Diagnostics
import Testing

@testable import Register

@Suite struct IdentityRuleTests {
  @Test func `an id has the form of its kind`() {
    #expect(
      findings(
        of: "registry-r01",
        writing: #"id: org-Other"#,
        for: #"id: org-other"#)
          == #"""
          registry.yml:34:9: error: 'org-Other' is not written like the id of an organisation [registry-r01]
              - id: org-Other
                    ^^^^^^^^^
            help: write 'org-' and lower-case letters, digits and hyphens

          """#)
    #expect(
      findings(
        of: "registry-r01",
        writing: #"- id: 17"#,
        for: #"- id: crs-practice"#)
          == #"""
          registry.yml:77:9: error: '17' is not written like the id of a course [registry-r01]
              - id: 17
                    ^^
            help: write 'crs-' and lower-case letters, digits and hyphens

          """#)
    #expect(
      findings(
        of: "registry-r01",
        writing: #"person: Ann"#,
        for: #"person: per-b"#)
          == #"""
          registry.yml:146:13: error: 'Ann' is not written like the id of a person [registry-r01]
                person: Ann
                        ^^^
            help: write 'per-' and lower-case letters, digits and hyphens

          """#)
    #expect(
      findings(
        of: "registry-r01",
        writing: #"c-ajgg-0m0k-g"#,
        for: #"C-AJGG-0M0K-G"#)
          == #"""
          registry.yml:131:9: error: 'c-ajgg-0m0k-g' is not written like a certificate's number [registry-r01]
              - id: c-ajgg-0m0k-g
                    ^^^^^^^^^^^^^
            help: write it like C-7Q4M-X2RK-3, in capital letters

          """#)
    #expect(
      findings(
        of: "registry-r01",
        writing: #"C-AJGG-OM0K-G"#,
        for: #"C-AJGG-0M0K-G"#)
          == #"""
          registry.yml:131:9: error: 'C-AJGG-OM0K-G' is not written like a certificate's number [registry-r01]
              - id: C-AJGG-OM0K-G
                    ^^^^^^^^^^^^^
            help: letters I, L, O and U are never used: write 1 for I and L, 0 for O

          """#)
  }

  @Test func `an id is used once`() {
    #expect(
      findings(
        of: "registry-r01",
        writing: #"- id: crs-old"#,
        for: #"- id: crs-new"#)
          == #"""
          registry.yml:62:9: error: 'crs-old' is used twice [registry-r01]
              - id: crs-old
                    ^^^^^^^
            registry.yml:46:9: note: first used here
            help: give one of the two another id

          """#)
    #expect(
      findings(
        of: "registry-r01",
        writing: #"{id: prj-1"#,
        for: #"{id: prj-2"#)
          == #"""
          registry.yml:128:14: error: 'prj-1' is used twice [registry-r01]
                  - {id: prj-1, from: 2024-08-01, to: 2025-08-31, role: member, kind: redesign,
                         ^^^^^
            registry.yml:126:14: note: first used here
            help: give one of the two another id

          """#)
  }

  @Test func `an id looks like no other`() {
    #expect(
      findings(
        of: "registry-r01",
        writing: #"id: org-co11ege"#,
        for: #"id: org-other"#)
          == #"""
          registry.yml:34:9: error: 'org-co11ege' is easily taken for 'org-college' [registry-r01]
              - id: org-co11ege
                    ^^^^^^^^^^^
            registry.yml:19:9: note: the other is here
            help: give one of the two another id

          """#)
  }

  @Test func `a removed id is never used again`() {
    #expect(
      findings(
        of: "registry-r01",
        writing: #"- id: C-BP0P-994P-M"#,
        for: #"- id: C-AJGG-0M0K-G"#)
          == #"""
          registry.yml:131:9: error: 'C-BP0P-994P-M' was removed and is never used again [registry-r01]
              - id: C-BP0P-994P-M
                    ^^^^^^^^^^^^^
            registry.yml:173:10: note: removed here
            help: give the entry a new id

          """#)
  }

  @Test func `a check character is right`() {
    #expect(
      findings(
        of: "registry-r02",
        writing: #"- id: C-AJGG-0M1K-G"#,
        for: #"- id: C-AJGG-0M0K-G"#)
          == #"""
          registry.yml:131:9: error: the check character of 'C-AJGG-0M1K-G' is wrong [registry-r02]
              - id: C-AJGG-0M1K-G
                    ^^^^^^^^^^^^^
            help: a character of it is wrong; if all others are right, the last is 'B'

          """#)
    #expect(
      findings(
        of: "registry-r02",
        writing: #"- id: C-0000-0010-Z"#,
        for: #"- id: C-AJGG-0M0K-G"#)
          == #"""
          registry.yml:131:9: error: 'C-0000-0010-Z' is a number that is never issued [registry-r02]
              - id: C-0000-0010-Z
                    ^^^^^^^^^^^^^
            help: a character of it is wrong; compare it with the certificate

          """#)
  }

  @Test func `references lead to entries`() {
    #expect(
      findings(
        of: "registry-r03",
        writing: #"org: org-colege"#,
        for: #"org: org-college"#)
          == #"""
          registry.yml:47:10: error: the register has no organisation 'org-colege' [registry-r03]
                org: org-colege
                     ^^^^^^^^^^
            help: did you mean 'org-college'?

          """#)
    #expect(
      findings(
        of: "registry-r03",
        writing: #"course: crs-newer"#,
        for: #"course: crs-new"#)
          == #"""
          registry.yml:149:13: error: the register has no course 'crs-newer' [registry-r03]
                course: crs-newer
                        ^^^^^^^^^
            help: did you mean 'crs-new'?

          """#)
    #expect(
      findings(
        of: "registry-r03",
        writing: #"audit: aud-9, start"#,
        for: #"audit: aud-3, start"#)
          == #"""
          registry.yml:42:28: error: the register has no audit 'aud-9' [registry-r03]
                  - {id: acc-3, audit: aud-9, start: 2023-03-01, end: 2025-02-28}
                                       ^^^^^
            help: did you mean 'aud-1'?

          """#)
    #expect(
      findings(
        of: "registry-r03",
        writing: #"by: C-0000-0000-0"#,
        for: #"by: C-AA7Z-QQ0B-S"#)
          == #"""
          registry.yml:154:62: error: the register has no certificate 'C-0000-0000-0' [registry-r03]
                status_events: [{date: 2025-07-01, kind: superseded, by: C-0000-0000-0}]
                                                                         ^^^^^^^^^^^^^
            help: add it, or correct the id

          """#)
    #expect(
      findings(
        of: "registry-r03",
        writing: #"auditors: [aud-person-c]"#,
        for: #"auditors: [aud-person-b]"#)
          == #"""
          registry.yml:29:87: error: the register has no auditor 'aud-person-c' [registry-r03]
                  - {id: aud-2, kind: renewal, opened: 2025-01-20, closed: 2025-04-25, auditors: [aud-person-c],
                                                                                                  ^^^^^^^^^^^^
            help: did you mean 'aud-person-a'?

          """#)
    #expect(
      findings(
        of: "registry-r03",
        writing: #"subject: org-gone"#,
        for: #"subject: org-college"#)
          == #"""
          registry.yml:170:62: error: the register has no entry 'org-gone' [registry-r03]
              - {date: 2023-05-15, kind: accreditation-granted, subject: org-gone, note_code: first-term}
                                                                         ^^^^^^^^
            help: add it, or correct the id

          """#)
    #expect(
      findings(
        of: "registry-r03",
        writing: #"interests: [org-others]"#,
        for: #"interests: [org-other]"#)
          == #"""
          registry.yml:17:38: error: the register has no organisation 'org-others' [registry-r03]
                - {id: aud-person-b, interests: [org-others]}
                                                 ^^^^^^^^^^
            help: did you mean 'org-other'?

          """#)
  }
}
