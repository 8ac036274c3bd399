import Diagnostics
import Testing

@testable import Register

@Suite struct CourseRuleTests {
  @Test func `a course is in use while its organisation has a term`() {
    #expect(
      findings(
        of: "registry-r20",
        writing: #"id: crs-old\#n    org: org-other"#,
        for: #"id: crs-old\#n    org: org-college"#)
          == #"""
          """#)
    #expect(
      findings(
        of: "registry-r20",
        writing: #"valid: {from: 2021-05-15, to: 2023-05-14}"#,
        for: #"valid: {from: 2023-05-15, to: 2025-05-14}"#)
          == #"""
          registry.yml:47:10: error: 'org-college' has no term in the days of this course [registry-r20]
                org: org-college
                     ^^^^^^^^^^^
            registry.yml:53:12: note: its days
            help: correct the days in 'valid', or add the term

          """#)
  }

  @Test func `a foundation course teaches seven elements`() {
    #expect(
      findings(
        of: "registry-r21",
        writing: #""#,
        for: #"      - {element: delivery, result: met, audit: aud-1}\#n"#)
          == #"""
          registry.yml:46:9: error: this course lacks 'delivery' [registry-r21]
              - id: crs-old
                    ^^^^^^^
            help: add a row to its coverage

          """#)
    #expect(
      findings(
        of: "registry-r21",
        writing: #"delivery, result: not-met, audit: aud-1"#,
        for: #"delivery, result: met, audit: aud-1"#)
          == #"""
          registry.yml:56:37: error: this element was found not met [registry-r21]
                  - {element: delivery, result: not-met, audit: aud-1}
                                                ^^^^^^^
            help: the course cannot be in the register before it is met

          """#)
  }

  @Test func `a row of coverage occurs once, with an own audit`() {
    #expect(
      findings(
        of: "registry-r22",
        writing: #"element: customer-experience, result: met, audit: aud-1"#,
        for: #"element: delivery, result: met, audit: aud-1"#)
          == #"""
          registry.yml:56:19: error: 'customer-experience' has two rows [registry-r22]
                  - {element: customer-experience, result: met, audit: aud-1}
                              ^^^^^^^^^^^^^^^^^^^
            registry.yml:55:19: note: the other is here
            help: keep one of the two

          """#)
    #expect(
      findings(
        of: "registry-r22",
        writing: #"delivery, result: met, audit: aud-3"#,
        for: #"delivery, result: met, audit: aud-1"#)
          == #"""
          registry.yml:56:49: error: 'aud-3' is an audit of 'org-other' [registry-r22]
                  - {element: delivery, result: met, audit: aud-3}
                                                            ^^^^^
            help: name an audit of 'org-college'

          """#)
    #expect(
      findings(
        of: "registry-r22",
        writing: #"delivery, result: met"#,
        for: #"delivery, result: met, audit: aud-1"#)
          == #"""
          registry.yml:56:19: error: this row names no audit [registry-r22]
                  - {element: delivery, result: met}
                              ^^^^^^^^
            help: add 'audit: ' and the id of the audit that found it

          """#)
  }

  @Test func `a course of a higher level that lacks an element is shown`() {
    #expect(
      findings(
        of: "registry-r23",
        writing:
          #"title: Practitioner\#n    version: "1.0"\#n    valid: {from: 2025-05-15}\#n    coverage:\#n"#,
        for:
          #"title: Practitioner\#n    version: "1.0"\#n    valid: {from: 2025-05-15}\#n    coverage:\#n      - {element: customer-experience, result: met, audit: aud-2}\#n"#
      )
        == #"""
        registry.yml:77:9: warning: this course lacks 'customer-experience' [registry-r23]
            - id: crs-practice
                  ^^^^^^^^^^^^
          help: add a row to its coverage

        """#)
  }

  @Test func `versions of a course do not overlap`() {
    #expect(
      findings(
        of: "registry-r24",
        writing: #"valid: {from: 2023-05-15, to: 2025-05-15}"#,
        for: #"valid: {from: 2023-05-15, to: 2025-05-14}"#)
          == #"""
          registry.yml:68:19: error: version 2.0 begins before version 1.0 ends [registry-r24]
                valid: {from: 2025-05-15, to: null}
                              ^^^^^^^^^^
            registry.yml:53:12: note: the days of the older one
            help: end the older one on the day before, or write 'transitional: true' in one

          """#)
    #expect(
      findings(
        of: "registry-r24",
        writing: #"transitional: true\#n    valid: {from: 2023-05-15, to: 2025-05-15}"#,
        for: #"valid: {from: 2023-05-15, to: 2025-05-14}"#)
          == #"""
          """#)
  }

  @Test func `a foundation course has a pass mark`() {
    #expect(
      findings(
        of: "registry-r25",
        writing: #"{form: written}"#,
        for: #"{form: written, pass_mark_pct: 60}"#)
          == #"""
          registry.yml:46:9: error: this course has no pass mark [registry-r25]
              - id: crs-old
                    ^^^^^^^
            help: add 'assessment: {form: written, pass_mark_pct: 60}'

          """#)
    #expect(
      findings(
        of: "registry-r25",
        writing: #"pass_mark_pct: 160"#,
        for: #"pass_mark_pct: 60"#)
          == #"""
          registry.yml:52:48: error: a pass mark lies from 0 to 100 [registry-r25]
                assessment: {form: written, pass_mark_pct: 160}
                                                           ^^^
            help: write it in per cent, such as 60

          """#)
  }
}
