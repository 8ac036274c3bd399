import Diagnostics
import Testing

@testable import Handbook

@Suite struct UnreadValueTests {
  @Test func `of a phase that does not exist nothing else follows`() async throws {
    let unknown = """
      phase: alive
             ^^^^^ error: there is no phase 'alive'; did you mean 'live'?

      """
    let depending = ModelSite.service("A", "depends_on: [b]\n")
    try await check(
      ModelSite.files([
        "content/services/b.md": ModelSite.service("B", unknown),
        "content/services/a.md": depending,
        "layouts/page.html": "{{ page.phase.title }}{{ content }}",
      ]))
    try await check(
      ModelSite.files([
        "content/services/b.md": ModelSite.service(
          "B",
          """
          depends_on: [c, a]
                       ^ error: there is no service 'c'; name a page by the last part of its address

          """),
        "content/services/a.md": ModelSite.service("A", ""),
      ]))
  }

  @Test func `of what cannot be read nothing else follows`() async throws {
    try await check(
      ModelSite.files([
        "content/index.md": """
        ---
        title: Home
        owner: o
        reviewed: 2026-06-01
        review_in: a year
                   ^^^^^^ error: 'a year' is no time between two reviews; write a number and days, weeks, months or years, such as '12 months'
        ---
        """,
        "content/services/a.md": ModelSite.service(
          "A",
          """
          since: May
                 ^^^ error: 'since' must be a day, not 'May'; write year, month and day, such as 2026-06-30

          """),
      ]))
  }

  @Test func `of a cell that cannot be read, or is not there, nothing else follows`() async throws {
    try await check(
      ModelSite.files([
        "content/services/a.md": ModelSite.service(
          "A",
          """
          depends_on: [b]
          accepted: [{service: b, date: 2026-6-3, note: n}]
                                        ^^^^^^^^ error: 'date' must be a day, not '2026-6-3'; write year, month and day, such as 2026-06-30
          measures: [{name: M, need: "two", now: 1, before: 1, unit: x}]
                                     ^^^^^ error: 'need' has another form than 'two'; The number of the need, several, or 'all': it must match all|[0-9]+(, ?[0-9]+)*
          assessments: [{date: 31 March 2026, phase: live, result: Met}]
                               ^^^^^^^^^^^^^ error: 'date' must be a day, not '31 March 2026'; write year, month and day, such as 2026-06-30

          """),
        "content/services/b.md": ModelSite.service("B", "phase: beta\n"),
        "content/services/c.md": ModelSite.service(
          "C",
          """
          measures: [{name: M, now: 1, before: 1, unit: x}]
                      ^^^^ error: this row of 'measures' has no 'need'; add 'need: …'

          """),
      ]))
  }

  @Test func `a row that is none keeps its number`() async throws {
    try await check(
      ModelSite.files([
        "content/services/a.md": ModelSite.service(
          "A",
          """
          needs: [travel, {user: V, what: see, why: z}, {user: V, what: hear, why: z}]
                  ^^^^^^ error: 'needs' must hold keys and values; write 'key: value' below it
                                                               ^ error: no measure tells whether 'hear' is met; add a measure whose 'need' is the number of this need, or 'all'
          measures:
            - {name: M, need: 2, now: 1, before: 1, unit: x}
            - {name: N, need: 4, now: 1, before: 1, unit: x}
                              ^ error: there is no need 4; name the number of a need, or 'all'

          """)
      ]))
  }

  @Test func `what a default would say is not said where something else cannot be read`()
    async throws
  {
    try await check([
      "site.yml": """
      title: T
      kinds: {s: {folder: s, fields: {size: {type: number, default: 1}, tall: list of number}}}
      rules:
        large: {for: s, must: {size: "2"}, message: m}
        tall: {for: s, must: {tall: "2"}, message: t}
      """,
      "content/index.md": "# Home\n", "content/s/index.md": "# S\n",
      "content/s/a.md": """
      ---
      title: A
      size: two
            ^^^ error: 'size' must be a number, not 'two'; write digits, such as 12 or 1.5
      tall: [1, two]
                ^^^ error: 'tall' must be a number, not 'two'; write digits, such as 12 or 1.5
      ---
      """,
      "content/s/b.md": """
      ---
      title: B
             ^ error: m
      tall: [1]
            ^^^ error: t
      ---
      """,
    ])
  }

  @Test func `where the day of a page cannot be read, nothing is judged by another`() async throws {
    try await check(
      ModelSite.files([
        "content/services/a.md": ModelSite.service(
          "A",
          """
          as_of: May
                 ^^^ error: 'as_of' must be a day, not 'May'; write year, month and day, such as 2026-06-30
          assessments: [{date: 2024-06-01, phase: live, result: Met}]

          """)
      ]))
  }
}
