extension RuleFixture {
  /// Fixtures of the rules on certificates.
  static let certificates: [RuleFixture] = [
    .init(
      "r30", passing: ["awarded: 2023-06-23": "awarded: 2025-05-14"],
      failing: ["awarded: 2023-06-23": "awarded: 2023-05-14"],
      #"""
      content/registry.yml:114:14: error: 'org-college' was not accredited on 2023-05-14 [registry-r30]
            awarded: 2023-05-14
                     ^^^^^^^^^^
        content/registry.yml:19:9: note: the organisation is here
        help: correct the day or the organisation; such a certificate does not count

      """#),
    .init(
      "r31",
      passing: [
        "attended: {from: 2025-06-02, to: 2025-06-04}":
          "attended: {from: 2025-05-15, to: 2025-06-04}"
      ],
      failing: [
        "attended: {from: 2025-06-02, to: 2025-06-04}":
          "attended: {from: 2025-05-14, to: 2025-06-04}"
      ],
      #"""
      content/registry.yml:151:22: error: this version of the course was not in use on 2025-05-14 [registry-r31]
            attended: {from: 2025-05-14, to: 2025-06-04}
                             ^^^^^^^^^^
        content/registry.yml:68:12: note: its days
        help: name the version that was attended

      """#),
    .init(
      "r32", passing: ["assessed: 2023-06-16": "assessed: 2023-06-23"],
      failing: ["assessed: 2023-06-16": "assessed: 2023-06-24"],
      #"""
      content/registry.yml:114:14: error: 2023-06-23 lies before 2023-06-24 [registry-r32]
            awarded: 2023-06-23
                     ^^^^^^^^^^
        content/registry.yml:113:15: note: this comes first
        help: a course is attended, then assessed, then awarded

      """#),
    .init(
      "r33", passing: ["to: 2024-12-31, role: lead": "to: 2024-12-31, large: true, role: lead"],
      failing: [
        "elements: [customer-experience, delivery, process-context]":
          "elements: [customer-experience, delivery]"
      ],
      #"""
      content/registry.yml:116:9: error: the projects together do not cover 'process-context' [registry-r33]
          - id: C-7Q4M-X2RK-3
                ^^^^^^^^^^^^^
        help: add the elements to the projects that show them

      """#),
    .init(
      "r34", passing: ["from: 2024-08-01, to: 2025-08-31": "from: 2024-08-01, to: 2025-01-31"],
      failing: ["from: 2024-08-01, to: 2025-08-31": "from: 2024-08-01, to: 2025-01-01"],
      #"""
      content/registry.yml:116:9: warning: the projects span 2024-02-01 to 2025-01-01, less than 12 months [registry-r34]
          - id: C-7Q4M-X2RK-3
                ^^^^^^^^^^^^^
        content/registry.yml:126:27: note: the first begins here
        content/registry.yml:128:43: note: the last ends here
        help: if that is right, allow this finding in a comment

      """#),
    .init(
      "r35", passing: ["kind: major-redesign": "kind: major-design"],
      failing: ["role: lead, kind: major-redesign": "role: member, kind: major-redesign"],
      #"""
      content/registry.yml:131:9: error: a senior practitioner must have led a major design or redesign [registry-r35]
          - id: C-AJGG-0M0K-G
                ^^^^^^^^^^^^^
        help: one project wants 'role: lead' and 'kind: major-design' or 'major-redesign'

      """#),
    .init(
      "r36", passing: ["from: 2023-02-01, to: 2025-12-31": "from: 2023-01-01, to: 2025-12-31"],
      failing: ["from: 2023-02-01, to: 2025-12-31": "from: 2022-12-01, to: 2025-12-31"],
      #"""
      content/registry.yml:131:9: warning: the projects span 2022-12-01 to 2025-12-31, more than 36 months [registry-r36]
          - id: C-AJGG-0M0K-G
                ^^^^^^^^^^^^^
        content/registry.yml:140:27: note: the first begins here
        content/registry.yml:140:43: note: the last ends here
        help: if that is right, allow this finding in a comment

      """#),
    .init(
      "r37", passing: ["awarded: 2023-06-23": "awarded: 2025-09-19"],
      failing: ["id: C-7Q4M-X2RK-3\n    person: per-a": "id: C-7Q4M-X2RK-3\n    person: per-c"],
      #"""
      content/registry.yml:117:13: error: 'per-c' held no valid foundation certificate then [registry-r37]
            person: per-c
                    ^^^^^
        content/registry.yml:124:14: note: awarded here
        help: add that certificate, or correct the holder's code

      """#),
    .init(
      "r38",
      passing: ["id: C-Q7E8-DDG7-J\n    person: per-b": "id: C-Q7E8-DDG7-J\n    person: per-a"],
      failing: [
        "id: C-Q7E8-DDG7-J\n    person: per-b": "id: C-Q7E8-DDG7-J\n    person: per-a",
        "    status_events: [{date: 2025-07-01, kind: superseded, by: C-AA7Z-QQ0B-S}]\n": "",
      ],
      #"""
      content/registry.yml:145:9: warning: 'per-a' holds another valid foundation certificate [registry-r38]
          - id: C-Q7E8-DDG7-J
                ^^^^^^^^^^^^^
        content/registry.yml:106:9: note: the other is here
        help: supersede the older one, or correct the holder's code

      """#),
    .init(
      "r39", passing: ["assessed: 2023-06-16": "assessed: 2023-03-25"],
      failing: ["assessed: 2023-06-16": "assessed: 2023-03-24"],
      #"""
      content/registry.yml:114:14: warning: this is more than 90 days after the assessment on 2023-03-24 [registry-r39]
            awarded: 2023-06-23
                     ^^^^^^^^^^
        content/registry.yml:113:15: note: assessed here
        help: check both days

      """#),
    .init(
      "r40", passing: ["code: holder-request": "code: awarded-in-error"],
      failing: ["code: holder-request": "code: nobody-knows"],
      #"""
      content/registry.yml:166:49: error: a revocation wants a code that says why [registry-r40]
              - {date: 2025-08-01, kind: revoked, code: nobody-knows}
                                                        ^^^^^^^^^^^^
        help: write one of awarded-in-error, assessment-irregularity, evidence-false, holder-request

      """#),
    .init(
      "r41",
      passing: [
        "{date: 2025-08-02, kind: corrected, code: spelling}":
          "{date: 2026-06-30, kind: corrected, code: spelling}"
      ],
      failing: [
        "{date: 2025-08-02, kind: corrected, code: spelling}":
          "{date: 2025-08-02, kind: superseded, by: C-35WG-DDHK-K}"
      ],
      #"""
      content/registry.yml:167:34: error: this certificate was revoked before [registry-r41]
              - {date: 2025-08-02, kind: superseded, by: C-35WG-DDHK-K}
                                         ^^^^^^^^^^
        content/registry.yml:166:34: note: revoked here
        help: remove one of the two

      """#),
    .init(
      "r42", passing: ["status_index: 131071": "status_index: 131070"],
      failing: ["status_index: 131071": "status_index: 131072"],
      #"""
      content/registry.yml:130:19: error: the list of statuses has no position 131072 [registry-r42]
            status_index: 131072
                          ^^^^^^
        help: write a number from 0 to 131071

      """#),
  ]
}
