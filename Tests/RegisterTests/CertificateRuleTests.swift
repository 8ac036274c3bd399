import Diagnostics
import Testing

@testable import Register

@Suite struct CertificateRuleTests {
  @Test func `the issuer was accredited on the day of the award`() {
    #expect(
      findings(
        of: "registry-r30",
        writing: #"awarded: 2023-05-14"#,
        for: #"awarded: 2023-06-23"#)
          == #"""
          registry.yml:114:14: error: 'org-college' was not accredited on 2023-05-14 [registry-r30]
                awarded: 2023-05-14
                         ^^^^^^^^^^
            registry.yml:19:9: note: the organisation is here
            help: correct the day or the organisation; such a certificate does not count

          """#)
    #expect(
      findings(
        of: "registry-r30",
        writing: #"org: org-other\#n    course: crs-old"#,
        for: #"org: org-college\#n    course: crs-old"#)
          == #"""

          """#)
    #expect(
      findings(
        of: "registry-r30",
        writing: #"interruptions: [{kind: suspended, from: 2023-06-23, to: 2023-06-23}]"#,
        for: #"identifiers: [{scheme: ukprn, value: "00000001"}]"#)
          == #"""
          registry.yml:114:14: error: 'org-college' was suspended on 2023-06-23 [registry-r30]
                awarded: 2023-06-23
                         ^^^^^^^^^^
            registry.yml:19:9: note: the organisation is here
            help: correct the day or the organisation; such a certificate does not count

          """#)
  }

  @Test func `the course belongs to the issuer and was in use`() {
    #expect(
      findings(
        of: "registry-r31",
        writing: #"course: crs-old\#n    course_version: "2.0"\#n    attended: {from: 2025-06-02"#,
        for: #"course: crs-new\#n    course_version: "2.0"\#n    attended: {from: 2025-06-02"#)
          == #"""
          registry.yml:150:21: error: the course has the version '1.0', not '2.0' [registry-r31]
                course_version: "2.0"
                                ^^^^^
            registry.yml:46:9: note: the course is here
            help: correct it here or in the course
          registry.yml:151:22: error: this version of the course was not in use on 2025-06-02 [registry-r31]
                attended: {from: 2025-06-02, to: 2025-06-04}
                                 ^^^^^^^^^^
            registry.yml:53:12: note: its days
            help: name the version that was attended

          """#)
    #expect(
      findings(
        of: "registry-r31",
        writing: #"attended: {from: 2023-05-12, to: 2023-06-14}"#,
        for: #"attended: {from: 2023-06-12, to: 2023-06-14}"#)
          == #"""
          registry.yml:112:22: error: this version of the course was not in use on 2023-05-12 [registry-r31]
                attended: {from: 2023-05-12, to: 2023-06-14}
                                 ^^^^^^^^^^
            registry.yml:53:12: note: its days
            help: name the version that was attended

          """#)
    #expect(
      findings(
        of: "registry-r31",
        writing: #"level: practitioner\#n    org: org-other\#n    course: crs-new"#,
        for: #"level: foundation\#n    org: org-college\#n    course: crs-new"#)
          == #"""
          registry.yml:148:10: error: the course has the organisation 'org-college', not 'org-other' [registry-r31]
                org: org-other
                     ^^^^^^^^^
            registry.yml:62:9: note: the course is here
            help: correct it here or in the course
          registry.yml:147:12: error: the course has the level 'foundation', not 'practitioner' [registry-r31]
                level: practitioner
                       ^^^^^^^^^^^^
            registry.yml:62:9: note: the course is here
            help: correct it here or in the course

          """#)
  }

  @Test func `foundation is attended, assessed, awarded`() {
    #expect(
      findings(
        of: "registry-r32",
        writing: #"assessed: 2023-06-13"#,
        for: #"assessed: 2023-06-16"#)
          == #"""
          registry.yml:113:15: error: 2023-06-13 lies before 2023-06-14 [registry-r32]
                assessed: 2023-06-13
                          ^^^^^^^^^^
            registry.yml:112:38: note: this comes first
            help: a course is attended, then assessed, then awarded

          """#)
    #expect(
      findings(
        of: "registry-r32",
        writing: #""#,
        for: #"\#n    assessed: 2023-06-16"#)
          == #"""
          registry.yml:106:9: error: a foundation certificate wants 'assessed' [registry-r32]
              - id: C-35WG-DDHK-K
                    ^^^^^^^^^^^^^
            help: add 'assessed: …'

          """#)
    #expect(
      findings(
        of: "registry-r32",
        writing: #"awarded: 2023-06-15"#,
        for: #"awarded: 2023-06-23"#)
          == #"""
          registry.yml:114:14: error: 2023-06-15 lies before 2023-06-16 [registry-r32]
                awarded: 2023-06-15
                         ^^^^^^^^^^
            registry.yml:113:15: note: this comes first
            help: a course is attended, then assessed, then awarded

          """#)
  }
}
