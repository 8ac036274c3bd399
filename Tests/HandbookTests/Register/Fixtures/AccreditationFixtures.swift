extension RuleFixture {
  /// Fixtures of the rules on terms and audits.
  static let accreditation: [RuleFixture] = [
    .init(
      "r10", passing: ["start: 2023-03-01, end: 2025-02-28": "start: 2023-02-03, end: 2025-02-02"],
      failing: ["start: 2023-03-01, end: 2025-02-28": "start: 2023-02-02, end: 2025-02-01"],
      #"""
      content/registry.yml:42:28: error: 'aud-3' was not closed when this term began [registry-r10]
              - {id: acc-3, audit: aud-3, start: 2023-02-02, end: 2025-02-01}
                                   ^^^^^
        content/registry.yml:39:64: note: closed here
        help: a term begins on or after the day its audit is closed

      """#),
    .init(
      "r11", passing: ["decision: accredit-with-conditions": "decision: accredit"],
      failing: ["delivery: met": "delivery: not-met"],
      #"""
      content/registry.yml:27:43: error: the delivery was not met, yet a term rests on this audit [registry-r11]
                 scope: {material: met, delivery: not-met, assessment: met}, decision: accredit,
                                                  ^^^^^^^
        content/registry.yml:32:14: note: the term is here
        help: correct the audit, or remove the term

      """#),
    .init(
      "r12", passing: ["start: 2023-03-01, end: 2025-02-28": "start: 2024-02-29, end: 2026-02-27"],
      failing: ["start: 2023-03-01, end: 2025-02-28": "start: 2024-02-29, end: 2026-02-28"],
      #"""
      content/registry.yml:42:59: error: a term of 24 months from 2024-02-29 does not end on 2026-02-28 [registry-r12]
              - {id: acc-3, audit: aud-3, start: 2024-02-29, end: 2026-02-28}
                                                                  ^^^^^^^^^^
        content/registry.yml:42:42: note: it begins here
        help: write 2026-02-27, or leave 'end' out

      """#),
    .init(
      "r13", passing: ["start: 2025-05-15}": "start: 2025-05-15, end: 2027-05-14}"],
      failing: ["start: 2025-05-15}": "start: 2025-05-14, end: 2027-05-13}"],
      #"""
      content/registry.yml:33:42: error: this term begins on 2025-05-14, before the one before it ends on 2025-05-14 [registry-r13]
              - {id: acc-2, audit: aud-2, start: 2025-05-14, end: 2027-05-13}
                                                 ^^^^^^^^^^
        content/registry.yml:32:14: note: the term before it
        help: a renewal begins on the day after the old term

      """#),
    .init(
      "r14",
      passing: [
        "closed: 2025-04-25": "closed: 2025-05-15", "start: 2025-05-15}": "start: 2025-05-16}",
      ],
      failing: ["start: 2025-05-15}": "start: 2025-05-16}"],
      #"""
      content/registry.yml:33:42: error: this renewal was decided in time, yet begins later than the old term ends [registry-r14]
              - {id: acc-2, audit: aud-2, start: 2025-05-16}
                                                 ^^^^^^^^^^
        content/registry.yml:32:14: note: the old term ends on 2025-05-14
        help: write start: 2025-05-15

      """#),
    .init(
      "r15", passing: ["start: 2025-05-15}": "start: 2025-05-15, end: 2027-05-14}"],
      failing: [
        "closed: 2025-04-25": "closed: 2025-08-01", "start: 2025-05-15}": "start: 2025-09-01}",
      ],
      #"""
      content/registry.yml:33:42: warning: between 2025-05-14 and 2025-09-01 the organisation was not accredited [registry-r15]
              - {id: acc-2, audit: aud-2, start: 2025-09-01}
                                                 ^^^^^^^^^^
        content/registry.yml:32:14: note: the term before it
        help: if that is right, allow this finding in a comment

      """#),
    .init(
      "r16",
      passing: ["opened: 2025-01-20, closed: 2025-04-25": "opened: 2023-05-14, closed: 2023-05-15"],
      failing: ["opened: 2025-01-20, closed: 2025-04-25": "opened: 2023-05-14, closed: 2023-05-14"],
      #"""
      content/registry.yml:70:60: error: 'aud-2' was closed on 2023-05-14, but a term with this course begins on 2025-05-15 [registry-r16]
              - {element: customer-experience, result: met, audit: aud-2}
                                                                   ^^^^^
        content/registry.yml:33:14: note: the term is here
        help: name an audit closed in the 24 months before that day

      """#),
    .init(
      "r17", passing: ["interests: [org-other]": "interests: []"],
      failing: ["interests: [org-other]": "interests: [org-college]"],
      #"""
      content/registry.yml:29:87: error: 'aud-person-b' has an interest in 'org-college' [registry-r17]
              - {id: aud-2, kind: renewal, opened: 2025-01-20, closed: 2025-04-25, auditors: [aud-person-b],
                                                                                              ^^^^^^^^^^^^
        content/registry.yml:17:38: note: the interest is declared here
        help: someone without an interest must audit it

      """#),
    .init(
      "r18", passing: ["decided_by: [aud-person-b]": "decided_by: []"],
      failing: ["decided_by: [aud-person-b]": "decided_by: [aud-person-a]"],
      #"""
      content/registry.yml:28:72: error: 'aud-person-a' decides an appeal against an audit of his or her own [registry-r18]
                 appeal: {opened: 2023-05-20, closed: 2023-06-01, decided_by: [aud-person-a], outcome: upheld}}
                                                                               ^^^^^^^^^^^^
        content/registry.yml:26:87: note: the auditor is named here
        help: someone who did not audit must decide it

      """#),
    .init(
      "r19",
      passing: [
        "kind: suspended, from: 2024-05-01, to: 2024-06-30": "kind: withdrawn, from: 2024-05-01"
      ],
      failing: [
        "kind: suspended, from: 2024-05-01, to: 2024-06-30": "kind: withdrawn, from: 2024-05-01",
        "- {id: acc-3, audit: aud-3, start: 2023-03-01, end: 2025-02-28}":
          "- {id: acc-3, audit: aud-3, start: 2023-03-01, end: 2025-02-28}\n      - {id: acc-4, audit: aud-3, start: 2025-03-01}",
      ],
      #"""
      content/registry.yml:43:14: error: this term follows a withdrawal without a new initial audit [registry-r19]
              - {id: acc-4, audit: aud-3, start: 2025-03-01}
                     ^^^^^
        content/registry.yml:45:33: note: withdrawn here
        help: add the initial audit that was opened after 2024-05-01

      """#),
  ]
}
