import Handbook

extension RuleFixture {
  /// Fixtures of the rules on what may be known of people.
  static let privacy: [RuleFixture] = [
    .init(
      "r50", passing: ["name: The Other": "name: The @ Other"],
      failing: ["note_code: twice": "note_code: ask ann@other.example"],
      #"""
      content/registry.yml:171:77: error: this holds an e-mail address, and this file is public [registry-r50]
          - {date: 2025-07-01, kind: correction, subject: C-BP0P-994P-M, note_code: ask ann@other.example}
                                                                                    ^^^^^^^^^^^^^^^^^^^^^
        help: remove it, or link to a page that says how to get in touch

      """#),
    .init(
      "r51",
      .init(
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: verify-only}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: none}}\n"
      ),
      .init(
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: verify-only}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: none}}\n",
        git: .notIgnored),
      #"""
      people.yml:1:1: error: git does not ignore this file, and names in it are private [registry-r51]
        - {id: per-a, name: ******** *******, employer: ******* *****, publication: {state: verify-only}}
        ^
        help: add 'people.yml' to '.gitignore'; when it was committed, take it out by 'git rm --cached' and out of the history too

      """#),
    .init(
      "r52",
      .init(
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: listed, basis: consent, notice_version: \"1\", given: 2025-09-19}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: none}}\n"
      ),
      .init(
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: listed, basis: consent, given: 2025-09-19}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: none}}\n"
      ),
      #"""
      people.yml:1:85: error: 'per-a' is listed without a recorded consent: 'notice_version' is missing [registry-r52]
        - {id: per-a, name: ******** *******, employer: ******* *****, publication: {state: listed, basis: consent, given: 2025-09-19}}
                                                                                            ^^^^^^
        help: record the consent, or write 'verify-only'; until then the name is not shown

      """#),
    .init(
      "r53",
      .init(
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: listed-with-employer, basis: consent, notice_version: \"1\", given: 2025-09-19}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: none}}\n",
        files: ["content/a.md": "# Ottoline Quarrel\n\nShe is at Brindle Works.\n"]),
      .init(
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: listed, basis: consent, notice_version: \"1\", given: 2025-09-19}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: none}}\n",
        files: ["content/a.md": "# Ottoline Quarrel\n\nShe is at Brindle Works.\n"]),
      #"""
      people.yml:1:8: error: 'a/index.html' holds the employer of 'per-a' beside the name [registry-r53]
        - {id: per-a, name: ******** *******, employer: ******* *****, publication: {state: listed, basis: consent, notice_version: "1", given: 2025-09-19}}
               ^^^^^
        content/a.md:1:1: note: made from this
        help: take the employer out of the text, or record 'listed-with-employer'

      """#),
    .init(
      "r54",
      .init(
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: listed, basis: consent, notice_version: \"1\", given: 2025-09-19}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: none}}\n",
        files: ["content/a.md": "# Well done\n\nOttoline Quarrel.\n"]),
      .init(
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: verify-only}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: none}}\n",
        files: ["content/a.md": "# Well done\n\nOttoline Quarrel.\n"]),
      #"""
      people.yml:1:8: error: 'a/index.html' holds the name of 'per-a', who may not be named [registry-r54]
        - {id: per-a, name: ******** *******, employer: ******* *****, publication: {state: verify-only}}
               ^^^^^
        content/a.md:1:1: note: made from this
        help: take the name out of the text that this file is made from

      """#),
    .init(
      "r55",
      .init(
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: verify-only}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: listed, basis: consent, notice_version: \"1\", given: 2025-09-19}}\n"
      ),
      .init(
        changes: [
          "kind: revoked": "kind: superseded, by: C-35WG-DDHK-K",
          "{date: 2025-08-01, ": "{date: 2025-06-29, ",
          "awarded: 2025-07-01": "awarded: 2025-06-13",
          "{date: 2025-07-01, kind: superseded": "{date: 2025-06-29, kind: superseded",
        ],
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: verify-only}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: listed, basis: consent, notice_version: \"1\", given: 2025-09-19}}\n"
      ),
      #"""
      people.yml:2:60: warning: 'per-b' is still listed, though the last certificate ended on 2025-06-29 [registry-r55]
        - {id: per-b, name: ********* ******, publication: {state: listed, basis: consent, notice_version: "1", given: 2025-09-19}}
                                                                   ^^^^^^
        since: 2026-06-30
        help: write 'verify-only': nobody is listed for longer than 12 months after that

      """#),
    .init(
      "r56", passing: ["note_code: first-term": "note_code: holders-5"],
      failing: ["note_code: first-term": "note_code: holders-4"],
      #"""
      content/registry.yml:170:86: error: this tells of 4 people [registry-r56]
          - {date: 2023-05-15, kind: accreditation-granted, subject: org-college, note_code: holders-4}
                                                                                             ^^^^^^^^^
        help: leave the number out, or add up more months or organisations; totals of certificates may be of any size

      """#),
    .init(
      "r57",
      .init(
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: listed, basis: consent, notice_version: \"1\", given: 2025-09-19}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: none}}\n",
        files: ["content/registry/people.md": "---\nnoindex: true\n---\n# People\n"]),
      .init(
        people:
          "- {id: per-a, name: Ottoline Quarrel, employer: Brindle Works, publication: {state: listed, basis: consent, notice_version: \"1\", given: 2025-09-19}}\n- {id: per-b, name: Peregrine Thrupp, publication: {state: none}}\n",
        files: ["content/registry/people.md": "# People\n"]),
      #"""
      content/registry/people.md:1:1: error: this page shows people of the register, and search engines may list it [registry-r57]
        # People
        ^
        help: add 'noindex: true' to its front matter

      """#),
  ]
}
