extension RuleFixture {
  /// Fixtures of the rules on what was published before.
  static let continuity: [RuleFixture] = [
    .init(
      "r60", .init(before: [:]),
      .init(before: ["id: acc-3": "id: acc-4"]),
      #"""
      content/registry.yml:18:1: error: 'acc-4' was published, and is not in the register any more [registry-r60]
        organisations:
        ^^^^^^^^^^^^^
        old.yml:42:14: note: it stood here
        help: put it back, or add '{id: acc-4, date: …, code: …}' to 'tombstones'

      """#),
    .init(
      "r61",
      .init(before: [
        "awarded: 2025-07-01": "awarded: 2025-06-30",
        "\n      - {date: 2025-08-02, kind: corrected, code: spelling}": "",
      ]),
      .init(before: ["awarded: 2023-06-23": "awarded: 2023-06-22"]),
      #"""
      content/registry.yml:114:14: error: the day of award of 'C-35WG-DDHK-K' was published as 2023-06-22 [registry-r61]
            awarded: 2023-06-23
                     ^^^^^^^^^^
        old.yml:114:14: note: it stood here
        help: put it back, or add a status event 'corrected' to this certificate

      """#),
    .init(
      "r62",
      .init(
        changes: [
          "  - {date: 2025-07-01, kind: correction, subject: C-BP0P-994P-M, note_code: twice}\n":
            "  - {date: 2025-07-01, kind: correction, subject: C-BP0P-994P-M, note_code: twice}\n  - {date: 2025-02-28, kind: accreditation-lapsed, subject: org-other}\n"
        ], before: ["2025-07-01, kind: correction": "2024-07-01, kind: correction"]),
      .init(before: ["2025-07-01, kind: correction": "2024-07-01, kind: correction"]),
      #"""
      content/registry.yml:34:9: warning: the accreditation of 'org-other' ended, and the log does not say so [registry-r62]
          - id: org-other
                ^^^^^^^^^
        since: 2025-03-01
        content/registry.yml:42:59: note: it ended here
        help: add '{date: 2025-03-01, kind: accreditation-lapsed, subject: org-other}' to 'log'

      """#),
  ]
}
