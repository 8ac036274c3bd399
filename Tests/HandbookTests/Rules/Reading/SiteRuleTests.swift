import Diagnostics
import Testing

@testable import Handbook

/// The findings of one rule, drawn.
private func found(
  _ rule: String, _ files: [String: String], drafts: Bool = false, asOf: String = testDay
) async throws -> [String] {
  let files = files.merging(["content/index.md": "# Home\n"]) { own, _ in own }
  return drawing(
    try await report(files, drafts: drafts, asOf: asOf, isWhole: true).findings.filter {
      $0.rule == rule
    })
}

@Suite struct OrphanPageTests {
  @Test func `a page that nothing leads to is told of, at its title`() async throws {
    try await check(
      [
        "content/index.md": "# Home\n\n[A](/a/)\n", "content/a.md": "# A\n",
        "content/b.md": """
        ---
        order: 3
        title: Lonely
               ^^^^^^ warning: no page and no menu leads to '/b/'; link to it from where a reader would look for it, or remove it
        ---
        [A](/a/) and [myself](/b/)
        """,
      ], isWhole: true)
  }

  @Test(arguments: [
    "---\nnoindex: true\n---\n# B\n", "---\ndraft: true\n---\n# B\n",
    "---\nstatus: superseded\n---\n# B\n", "---\nstatus: withdrawn\n---\n# B\n",
  ])
  func `a page that readers need not find is none`(text: String) async throws {
    #expect(
      try await found("orphan-page", ["content/b.md": text, "content/404.md": "# No\n"]) == [])
  }

  @Test func `a draft is one when it is published, and leads to no page when it is not`()
    async throws
  {
    let files = [
      "content/b.md": "# B\n", "content/c.md": "---\ndraft: true\n---\n# C\n\n[B](/b/)\n",
    ]
    #expect(try await found("orphan-page", files) == ["content/b.md:1 orphan-page"])
    #expect(try await found("orphan-page", files, drafts: true) == ["content/c.md:1 orphan-page"])
  }

  @Test(arguments: [
    ["site.yml": "title: T\nnavigation: [/b/]\n"],
    ["site.yml": "title: T\nnavigation: [{title: Tagged, tag: x}]\n"],
    ["site.yml": "title: T\nnavigation: [{title: Group, items: [/b/]}]\n"],
    ["content/index.md": "# Home\n\n[old](/old/)\n"],
    [
      "content/index.md":
        "# Home\n\n{% for p in collections.x %}<a href=\"{{ p.url }}\">x</a>{% endfor %}\n"
    ],
    ["layouts/page.html": "<a href=\"/b/#b\">B</a> {{ content }}"],
    [
      "layouts/page.html":
        "{% for p in collections.x %}<a href=\"{{ p.url }}\">x</a>{% endfor %}{{ content }}"
    ],
  ])
  func `a link in a text, a layout or the menu leads to it`(more: [String: String]) async throws {
    let page = ["content/b.md": "---\ntags: x\naliases: /old/\n---\n# B\n"]
    #expect(try await found("orphan-page", page.merging(more) { $1 }) == [])
  }

  @Test func `what only its own layout's menu names is one`() async throws {
    #expect(
      try await found(
        "orphan-page",
        [
          "layouts/page.html":
            "{% if page.url == '/b/' %}<a href=\"/b/\">B</a>{% endif %}{{ content }}",
          "content/b.md": "# B\n",
        ]) == ["content/b.md:1 orphan-page"])
  }

  @Test func `the pages of a section follow each other in the built-in layout`() async throws {
    let files = [
      "content/s/index.md": "# S\n", "content/s/a.md": "# A\n", "content/s/b.md": "# B\n",
    ]
    #expect(try await found("orphan-page", files) == [])
  }
}

@Suite struct MissingIndexTests {
  @Test func `a folder without a page of its own is told of once, at its first page`() async throws
  {
    try await check(
      [
        "content/index.md": "# Home\n\n[A](/s/a/) [B](/s/b/) [T](/s/t/) [C](/s/t/c/)\n",
        "content/s/b.md": "# B\n",
        "content/s/a.md": """
        ---
        title: A
               ^ warning: there are pages below '/s/', and none at it; add 'content/s/index.md', or '/s/' to the 'aliases' of the page that leads to them
        ---
        """,
        "content/s/t/index.md": "# T\n", "content/s/t/c.md": "# C\n",
      ], isWhole: true)
  }

  @Test(arguments: [
    ["content/s/index.md": "# S\n"], ["content/s.md": "# S\n"],
    ["content/x.md": "---\naliases: [/s/]\n---\n# X\n"],
    ["content/x.md": "---\nurl: /s/\n---\n# X\n"], ["content/x.md": "---\naliases: /s\n---\n# X\n"],
  ])
  func `a page or an alias at its address is enough`(more: [String: String]) async throws {
    let files = ["content/s/a.md": "# A\n", "content/s/b.md": "# B\n"]
    #expect(try await found("missing-index", files.merging(more) { $1 }) == [])
  }

  @Test func `a draft serves nobody, and needs none`() async throws {
    let draft = "---\ndraft: true\n---\n# S\n"
    #expect(
      try await found("missing-index", ["content/s/a.md": "# A\n", "content/s/index.md": draft])
        == ["content/s/a.md:1 missing-index"])
    #expect(try await found("missing-index", ["content/s/a.md": draft]) == [])
  }

  @Test func `the site itself needs a page`() async throws {
    let findings = try await report(["content/a.md": "# A\n"], isWhole: true).findings
    #expect(drawing(findings).contains("content/a.md:1 missing-index"))
    #expect(
      findings.first { $0.rule == "missing-index" }?.help?.contains("'content/index.md'") == true)
  }
}

@Suite struct OverdueReviewTests {
  @Test func `a page past its day is told of, at the day, with the day it was due`() async throws {
    let page = [
      "content/index.md": "---\nreviewed: 2025-06-30\nreview_in: 12 months\n---\n# Home\n"
    ]
    #expect(try await found("overdue-review", page, asOf: "2026-06-29") == [])
    #expect(
      try await found("overdue-review", page, asOf: "2026-06-30")
        == ["content/index.md:2 overdue-review"])
    let finding = try #require(try await report(page, asOf: "2027-01-01").findings.first)
    #expect(finding.severity == .warning)
    #expect(finding.since == "2026-06-30")
    #expect(finding.place.range == 14..<24)
    #expect(finding.message == "this page was to be reviewed by 2026-06-30")
  }

  @Test func `a review that is still to come is none`() async throws {
    func page(_ day: String) -> [String: String] {
      ["content/index.md": "---\nreviewed: \(day)\n---\n# Home\n"]
    }
    #expect(try await found("overdue-review", page("2026-06-30"), asOf: "2026-06-30") == [])
    #expect(
      try await found("overdue-review", page("2062-06-30"), asOf: "2026-06-30")
        == ["content/index.md:2 overdue-review"])
  }

  @Test(arguments: [
    ("1 year", "2027-02-28"), ("2 years", "2028-02-28"), ("1 month", "2026-03-28"),
    ("6 Months", "2026-08-28"), ("90 days", "2026-05-29"), ("2 weeks", "2026-03-14"),
  ])
  func `periods are days, weeks, months or years`(period: String, end: String) async throws {
    let page = [
      "content/index.md": "---\nreviewed: 2026-02-28\nreview_in: \(period)\n---\n# Home\n"
    ]
    #expect(try await report(page, asOf: "2030-01-01").findings.map(\.since) == [end])
  }

  @Test(arguments: [
    "soon", "12", "months", "0 days", "-1 days", "1.5 years", "12 fortnights",
    "99999999999999999999 days",
  ])
  func `another period is refused`(period: String) async throws {
    let findings = try await report(
      ["content/index.md": "---\nreviewed: 2020-02-28\nreview_in: \(period)\n---\n# Home\n"])
      .findings
    #expect(drawing(findings) == ["content/index.md:3 invalid-field"])
  }

  @Test func `a period that begins with no review, or never ends, is never over`() async throws {
    for head in [
      "review_in: 1 day", "reviewed: 2000-01-01", "reviewed: 2000-01-01\nreview_in: 99999 years",
    ] {
      #expect(
        try await report(["content/index.md": "---\n\(head)\n---\n# Home\n"]).findings.isEmpty)
    }
  }

  @Test func `a handbook without any page is told of`() async throws {
    let findings = try await report(["site.yml": "title: T\n"], isWhole: true).findings
    #expect(drawing(findings) == ["site.yml:1 missing-index"])
  }
}
