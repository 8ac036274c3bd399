import Diagnostics
import Testing

@testable import Handbook

@Suite struct ModelRuleTests {
  @Test func `a sound handbook breaks no rule of the model`() async throws {
    try await check(ModelSite.files([:]))
  }

  @Test func `every rule of the model is declared in site.yml, and told of in the catalogue`() {
    let declared = settings(ModelSite.settings).rules.declared
    #expect(declared.map(\.id) == RuleCatalogue.modelRules.map(\.id))
    for (rule, text) in zip(declared, RuleCatalogue.modelRules) {
      #expect(rule.severity == text.severity, "\(rule.id)")
    }
  }

  @Test func `a live service stands on nothing that is not live, unless that is accepted`()
    async throws
  {
    let beta = ModelSite.service("B", "phase: beta\n")
    try await check(
      ModelSite.files([
        "content/services/b.md": beta,
        "content/services/a.md": ModelSite.service(
          "A",
          """
          depends_on: [b]
                       ^ error: A is live and depends on B, which is in beta; accept it with a day in 'accepted', or do without it

          """),
      ]))
    try await check(
      ModelSite.files([
        "content/services/b.md": beta,
        "content/services/a.md": ModelSite.service(
          "A", "depends_on: [b]\naccepted: [{service: b, date: 2026-01-01, note: n}]\n"),
      ]))
    try await check(
      ModelSite.files([
        "content/services/b.md": beta,
        "content/services/a.md": ModelSite.service("A", "depends_on: [b]\nphase: beta\n"),
      ]))
  }

  @Test func `nothing depends on a decommissioned service`() async throws {
    try await check(
      ModelSite.files([
        "content/services/b.md": ModelSite.service(
          "B", "phase: decommissioned\nsuccessor: a\nreason: old\n"),
        "content/services/a.md": ModelSite.service(
          "A",
          """
          depends_on: [b]
                       ^ error: B is decommissioned; name its successor, A, or remove it

          """),
      ]))
  }

  @Test func `dependencies run in no circle, however long`() async throws {
    try await check(
      ModelSite.files([
        "content/services/c.md": ModelSite.service(
          "C",
          """
          depends_on: [a]

          """),
        "content/services/b.md": ModelSite.service("B", "depends_on: [c]\n"),
        "content/services/a.md": ModelSite.service(
          "A",
          """
          depends_on: [b]
                       ^ error: these services depend on each other in a circle: A → B → C → A; one of the needs is in the wrong place, or a third service is missing

          """),
      ]))
  }

  @Test func `a vacant post is a warning, and says since when`() async throws {
    try await check(
      ModelSite.files([
        "content/services/b.md": ModelSite.service(
          "B",
          """
          manager: vacant since 2026-05-01
                   ^^^^^^^^^^^^^^^^^^^^^^^ warning: the post of the manager is vacant since 2026-05-01; appoint somebody, and name the post here

          """),
        "content/services/a.md": ModelSite.service(
          "A",
          """
          manager: vacant
                   ^^^^^^ error: 'manager' has another form than 'vacant'; The post that holds the service manager's role, or 'vacant since' a day: it must match (?![Vv]acant).*|[Vv]acant since [0-9]{4}-[0-9]{2}-[0-9]{2}

          """),
      ]))
  }

  @Test func `a service has a need, each with a measure, and no other measures`() async throws {
    try await check(
      ModelSite.files([
        "content/services/a.md": ModelSite.service(
          "A",
          """
          needs: []
                 ^^ error: A has no need to meet; write down who needs what and why, or close the service
          measures: []

          """),
        "content/services/b.md": ModelSite.service(
          "B",
          """
          needs: [{user: U, what: w, why: y}, {user: V, what: see, why: z}]
                                                     ^ error: no measure tells whether 'see' is met; add a measure whose 'need' is the number of this need, or 'all'
          measures:
            - {name: M, need: 1, now: 1, before: 1, unit: x}
            - {name: N, need: 3, now: 1, before: 1, unit: x}
                              ^ error: there is no need 3; name the number of a need, or 'all'

          """),
      ]))
    let all = "needs: [{user: U, what: w, why: y}, {user: V, what: see, why: z}]\n"
    for need in ["all", "\"1, 2\""] {
      try await check(
        ModelSite.files([
          "content/services/a.md": ModelSite.service(
            "A", all + "measures: [{name: M, need: \(need), now: 1, before: 1, unit: x}]\n")
        ]))
    }
  }

  @Test func `a decommissioned service has a reason and a successor or none, and needs no needs`()
    async throws
  {
    try await check(
      ModelSite.files([
        "content/services/a.md": ModelSite.service("A"),
        "content/services/b.md": ModelSite.service(
          "B",
          """
          phase: decommissioned
          needs: []
          measures: []
          reason: dear
                  ^^^^ error: B is decommissioned, and does not say why and who serves its users now; write 'reason' and 'successor', which may be none

          """),
      ]))
    try await check(
      ModelSite.files([
        "content/services/a.md": ModelSite.service("A"),
        "content/services/b.md": ModelSite.service(
          "B", "phase: decommissioned\nneeds: []\nmeasures: []\nreason: dear\nsuccessor: none\n"),
      ]))
  }

  @Test func `an assessment that the calendar makes too old is a warning with its day`()
    async throws
  {
    func findings(_ assessments: String, asOf: String = "2026-06-30") async throws -> [Diagnostic] {
      try await report(
        ModelSite.files([
          "content/services/b.md": ModelSite.service(
            "B", "as_of: \(asOf)\nassessments: \(assessments)\n")
        ])
      ).findings
    }
    let met = "[{date: 2025-06-30, phase: live, result: Met}]"
    #expect(try await findings(met, asOf: "2026-06-29").isEmpty)
    let stale = try #require(try await findings(met).first)
    #expect(stale.rule == "stale-assessment" && stale.severity == .warning)
    #expect(stale.since == "2026-06-30")
    #expect(stale.message == "B is live and was not assessed in the last 12 months")
    let none = try #require(try await findings("[]").first)
    #expect(none.rule == "stale-assessment" && none.since == nil)
    // What is planned is no assessment.
    for planned in ["result: Due", "result: Met"] {
      let day = planned == "result: Due" ? "2026-06-01" : "2026-07-01"
      #expect(
        try await findings("[{date: \(day), phase: live, \(planned)}]").map(\.since) == [nil])
    }
  }

  @Test(arguments: [("", ["A", "B"]), (", default: 2026-01-31", ["A"])])
  func `a page is judged by today, unless it or the default of the field tells another day`(
    fallback: String, old: [String]
  ) async throws {
    // Today is 30 June 2026.
    let report = try await report([
      "site.yml": """
      title: T
      kinds: {s: {folder: s, fields: {met: date, as_of: {type: date\(fallback)}}}}
      rules:
        old: {for: s, as of: as_of, must: {met: {within: 1 month}}, message: "{title}"}
      """,
      "content/index.md": "# Home\n", "content/s/index.md": "# S\n",
      "content/s/a.md": "---\ntitle: A\nmet: 2026-01-15\nas_of: 2026-06-30\n---\n",
      "content/s/b.md": "---\ntitle: B\nmet: 2026-01-15\n---\n",
      "content/s/c.md": "---\ntitle: C\nmet: 2026-01-15\nas_of: 2026-02-01\n---\n",
    ])
    #expect(report.findings.map(\.message) == old)
  }

  @Test
  func `patterns have three related ones, which name them back, and a page that relies on them`()
    async throws
  {
    try await check(
      ModelSite.files([
        "content/doctrine/e.md": ModelSite.page(
          "E",
          """
          no: 1
          category: Learning
          doctrine_phase: I
          question: q
          related: [a, b]
                   ^^^^^^ error: E has fewer than three related patterns; name those that stand beside it
                    ^ error: A does not name this pattern back; add this page to 'related' there
                       ^ error: B does not name this pattern back; add this page to 'related' there

          """
        ).replacing(
          "title: E\n",
          with:
            "title: E\n       ^ error: no page outside the doctrine relies on E; link to it where the model relies on it\n"
        )
      ]))
  }

  @Test func `a pattern is not related to itself, nor twice to one that has two names`()
    async throws
  {
    try await check(
      ModelSite.files([
        "content/doctrine/a.md": ModelSite.pattern("a", ["b", "a", "/doctrine/b/", "c"])
          .replacing(
            "c]\n",
            with: """
              c]
                       ^^^^^^^^^^^^^^^^^^^^^^^ error: A has fewer than three related patterns; name those that stand beside it
                           ^ error: 'a' is this page itself; name one beside it, or remove it
                              ^^^^^^^^^^^^ error: '/doctrine/b/' is the same page as 'b'; remove one of them

              """),
        "content/doctrine/d.md": ModelSite.pattern("d", ["a", "b", "c"]).replacing(
          "c]\n",
          with: """
            c]
                      ^ error: A does not name this pattern back; add this page to 'related' there

            """),
      ]))
  }

  @Test
  func `where no kind says what related pages are, each counts once, itself and lost ones not`()
    async throws
  {
    try await check([
      "site.yml": """
      title: T
      rules:
        two: {for: page, when: {related: given}, must: {related: {at least: 2}}, message: m}
        named-back: {for: page, each: related, must: {related: this}, message: n}
      """,
      "content/index.md": "# Home\n", "content/b.md": "# B\n",
      "content/a.md": """
      ---
      title: A
             ^ error: m
      related: [/a/, /b/, b.md]
                     ^^^ error: n
                          ^^^^ error: n
      ---
      """,
      "content/c.md": """
      ---
      title: C
      related: [/lost/, /b/]
                ^^^^^^ error: no page at '/lost/'
                        ^^^ error: n
      ---
      """,
    ])
  }

  @Test func `a process names its artefact, and an artefact is named`() async throws {
    try await check(
      ModelSite.files([
        "content/processes/p.md": ModelSite.page("P", "accountable: executive\n")
          .replacing(
            "title: P\n",
            with:
              "title: P\n       ^ error: P names no artefact; name what it leaves behind in 'artefacts'\n"
          ),
        "content/artefacts/r.md": ModelSite.page(
          "R", body: "[1](/doctrine/a/) [2](/doctrine/b/) [3](/doctrine/c/) [4](/doctrine/d/)"
        )
        .replacing(
          "title: R\n",
          with:
            "title: R\n       ^ error: no process names R; add it to 'artefacts' of the process that makes it\n"
        ),
      ]))
  }

  @Test func `a draft names an artefact for drafts alone`() async throws {
    let draft = ModelSite.page("P", "draft: true\naccountable: executive\nartefacts: [r]\n")
    let links = "[1](/doctrine/a/) [2](/doctrine/b/) [3](/doctrine/c/) [4](/doctrine/d/)"
    var files = ModelSite.files([
      "content/processes/p.md": draft,
      "content/artefacts/r.md": ModelSite.page("R", body: links)
        .replacing(
          "title: R\n",
          with:
            "title: R\n       ^ error: no process names R; add it to 'artefacts' of the process that makes it\n"
        ),
    ])
    try await check(files)
    files["content/artefacts/r.md"] = ModelSite.page("R", "draft: true\n", body: links)
    #expect(
      try await report(files).findings.allSatisfy { $0.rule != "artefact-without-process" })
  }

  @Test func `every page has an owner and a review`() async throws {
    try await check(
      ModelSite.files([
        "content/index.md": """
        ---
        title: Home
               ^^^^ error: Home has no owner; write the role that answers for the page into 'owner'
               ^^^^ error: Home does not say when it is reviewed; write 'reviewed' and 'review_in'
        ---
        """,
        "content/404.md": "# Nothing here\n",
      ]))
  }

  @Test func `a site sets the severity of its own rules, and comments allow them`() async throws {
    let beta = ModelSite.service("B", "phase: beta\n")
    let files = ModelSite.files([
      "content/services/b.md": beta,
      "content/services/a.md": ModelSite.service("A", "depends_on: [b]\n"),
    ])
    var off = files
    off["site.yml"]? +=
      "  live-on-unready-typo: off\n  content/services/**: {live-on-unready: off}\n"
    #expect(try await report(off).findings.map(\.rule) == ["unknown-key"])
    var allowed = files
    allowed["content/services/a.md"] = ModelSite.service(
      "A",
      "# handbook: allow live-on-unready until 2026-12-31: the beta ends then\ndepends_on: [b]\n")
    #expect(try await report(allowed).findings.isEmpty)
    allowed["content/services/b.md"] = ModelSite.service("B")
    #expect(
      try await report(allowed).findings.map(\.message)
        == ["nothing below breaks 'live-on-unready', so there is nothing to allow"])
  }

  @Test func `a long chain is no circle, and one when its end meets its beginning`() async throws {
    var files = ModelSite.files([:])
    let count = 200
    for index in 0..<count {
      let target = index + 1 < count ? "s\(index + 1)" : "a"
      files["content/services/s\(index).md"] = ModelSite.service(
        "S\(index)", "depends_on: [\(target)]\n")
    }
    #expect(try await report(files).findings.isEmpty)
    files["content/services/b.md"] = ModelSite.service("B", "depends_on: [s0]\n")
    #expect(try await report(files).findings.map(\.rule) == ["dependency-circle"])
  }
}
