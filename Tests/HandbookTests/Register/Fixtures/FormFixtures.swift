extension RuleFixture {
  /// Fixtures of the rules on ids, days, keys and addresses.
  static let form: [RuleFixture] = [
    .init(
      "r01", passing: ["id: acc-3": "id: acc-0003"],
      failing: ["id: acc-3": "id: acc-2"],
      #"""
      content/registry.yml:42:14: error: 'acc-2' is used twice [registry-r01]
              - {id: acc-2, audit: aud-3, start: 2023-03-01, end: 2025-02-28}
                     ^^^^^
        content/registry.yml:33:14: note: first used here
        help: give one of the two another id

      """#),
    .init(
      "r02", passing: ["C-35WG-DDHK-K": "C-0000-0000-0"],
      failing: ["C-35WG-DDHK-K": "C-35WG-DDHK-J"],
      #"""
      content/registry.yml:106:9: error: the check character of 'C-35WG-DDHK-J' is wrong [registry-r02]
          - id: C-35WG-DDHK-J
                ^^^^^^^^^^^^^
        help: a character of it is wrong; if all others are right, the last is 'K'

      """#),
    .init(
      "r03", passing: ["course: crs-old": "course: crs-new"],
      failing: ["course: crs-old": "course: crs-odl"],
      #"""
      content/registry.yml:110:13: error: the register has no course 'crs-odl' [registry-r03]
            course: crs-odl
                    ^^^^^^^
        help: did you mean 'crs-old'?

      """#),
    .init(
      "r04", passing: ["from: 2024-05-01, to: 2024-06-30": "from: 2024-05-01, to: 2024-05-01"],
      failing: ["from: 2024-05-01, to: 2024-06-30": "from: 2024-07-01, to: 2024-06-30"],
      #"""
      content/registry.yml:44:49: error: 2024-06-30 lies before 2024-07-01, where this begins [registry-r04]
              - {kind: suspended, from: 2024-07-01, to: 2024-06-30, code: late-report}
                                                        ^^^^^^^^^^
        content/registry.yml:44:33: note: it begins here
        help: correct one of the two days

      """#),
    .init(
      "r05", passing: ["awarded: 2026-02-02": "awarded: 2026-06-30"],
      failing: ["awarded: 2026-02-02": "awarded: 2026-07-01"],
      #"""
      content/registry.yml:138:14: warning: 2026-07-01 lies after 2026-06-30, the day this register is read for [registry-r05]
            awarded: 2026-07-01
                     ^^^^^^^^^^
        help: correct the day, or add the entry when it has come

      """#),
    .init(
      "r06", passing: ["{id: delivery, no: 2}": "{id: delivery}"],
      failing: ["{id: delivery, no: 2}": "{id: delivering, no: 2}"],
      #"""
      content/registry.yml:5:12: error: element 2 must be 'delivery', not 'delivering' [registry-r06]
            - {id: delivering, no: 2}
                   ^^^^^^^^^^
        help: write 'delivery'

      """#),
    .init(
      "r07",
      passing: [
        "    url: https://other.example/": "    country: GB\n    url: https://other.example/"
      ],
      failing: [
        "    url: https://other.example/": "    contry: GB\n    url: https://other.example/"
      ],
      #"""
      content/registry.yml:36:5: error: 'contry' is no key of an organisation [registry-r07]
            contry: GB
            ^^^^^^
        help: did you mean 'country'?

      """#),
    .init(
      "r08", passing: ["https://other.example/": "https://other.example/a?b=c"],
      failing: ["https://other.example/": "http://other.example/"],
      #"""
      content/registry.yml:36:10: error: 'http://other.example/' is no address that begins with https [registry-r08]
            url: http://other.example/
                 ^^^^^^^^^^^^^^^^^^^^^
        help: write the whole address, such as https://example.org/

      """#),
    .init(
      "r09", passing: ["name: The Other": "name: The Other College"],
      failing: ["name: The Other": "name: THE COLLEGE Ltd"],
      #"""
      content/registry.yml:35:11: warning: another organisation has the name 'The College' [registry-r09]
            name: THE COLLEGE Ltd
                  ^^^^^^^^^^^^^^^
        content/registry.yml:20:11: note: the other is here
        help: make one entry of the two, or tell them apart

      """#),
  ]
}
