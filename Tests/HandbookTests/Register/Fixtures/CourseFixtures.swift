extension RuleFixture {
  /// Fixtures of the rules on courses.
  static let courses: [RuleFixture] = [
    .init(
      "r20",
      passing: [
        "valid: {from: 2023-05-15, to: 2025-05-14}": "valid: {from: 2020-01-01, to: 2023-05-15}"
      ],
      failing: [
        "valid: {from: 2023-05-15, to: 2025-05-14}": "valid: {from: 2020-01-01, to: 2023-05-14}"
      ],
      #"""
      content/registry.yml:47:10: error: 'org-college' has no term in the days of this course [registry-r20]
            org: org-college
                 ^^^^^^^^^^^
        content/registry.yml:53:12: note: its days
        help: correct the days in 'valid', or add the term

      """#),
    .init(
      "r21",
      passing: [
        "title: Practitioner\n    version: \"1.0\"\n    valid: {from: 2025-05-15}\n    coverage:\n      - {element: customer-experience, result: met, audit: aud-2}\n":
          "title: Practitioner\n    version: \"1.0\"\n    valid: {from: 2025-05-15}\n    coverage:\n      - {element: customer-experience, result: not-met, audit: aud-2}\n"
      ],
      failing: ["result: met": "result: not-met"],
      #"""
      content/registry.yml:55:48: error: this element was found not met [registry-r21]
              - {element: customer-experience, result: not-met, audit: aud-1}
                                                       ^^^^^^^
        help: the course cannot be in the register before it is met

      """#),
    .init(
      "r22",
      passing: [
        "      - {element: delivery, result: met, audit: aud-1}\n":
          "      - {element: delivery, result: met, audit: aud-1, evidence: unit 1}\n"
      ],
      failing: [
        "      - {element: delivery, result: met, audit: aud-1}\n":
          "      - {element: delivery, result: met, audit: aud-1}\n      - {element: delivery, result: met, audit: aud-1}\n"
      ],
      #"""
      content/registry.yml:57:19: error: 'delivery' has two rows [registry-r22]
              - {element: delivery, result: met, audit: aud-1}
                          ^^^^^^^^
        content/registry.yml:56:19: note: the other is here
        help: keep one of the two

      """#),
    .init(
      "r23",
      passing: [
        "title: Practitioner\n    version: \"1.0\"\n    valid: {from: 2025-05-15}\n    coverage:\n      - {element: customer-experience, result: met, audit: aud-2}\n":
          "title: Practitioner\n    version: \"1.0\"\n    valid: {from: 2025-05-15}\n    coverage:\n      - {element: customer-experience, result: met, audit: aud-2, evidence: \"log-book 1\"}\n"
      ],
      failing: [
        "title: Practitioner\n    version: \"1.0\"\n    valid: {from: 2025-05-15}\n    coverage:\n      - {element: customer-experience, result: met, audit: aud-2}\n":
          "title: Practitioner\n    version: \"1.0\"\n    valid: {from: 2025-05-15}\n    coverage:\n"
      ],
      #"""
      content/registry.yml:77:9: warning: this course lacks 'customer-experience' [registry-r23]
          - id: crs-practice
                ^^^^^^^^^^^^
        help: add a row to its coverage

      """#),
    .init(
      "r24",
      passing: [
        "valid: {from: 2023-05-15, to: 2025-05-14}":
          "valid: {from: 2023-05-15, to: 2025-05-15}\n    transitional: true"
      ],
      failing: [
        "valid: {from: 2023-05-15, to: 2025-05-14}": "valid: {from: 2023-05-15, to: 2025-05-15}"
      ],
      #"""
      content/registry.yml:68:19: error: version 2.0 begins before version 1.0 ends [registry-r24]
            valid: {from: 2025-05-15, to: null}
                          ^^^^^^^^^^
        content/registry.yml:53:12: note: the days of the older one
        help: end the older one on the day before, or write 'transitional: true' in one

      """#),
    .init(
      "r25", passing: ["pass_mark_pct: 65.5": "pass_mark_pct: 1"],
      failing: ["{form: written, pass_mark_pct: 65.5}": "{form: written}"],
      #"""
      content/registry.yml:62:9: error: this course has no pass mark [registry-r25]
          - id: crs-new
                ^^^^^^^
        help: add 'assessment: {form: written, pass_mark_pct: 60}'

      """#),
  ]
}
