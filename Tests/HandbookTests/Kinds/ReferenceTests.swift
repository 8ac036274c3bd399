import Diagnostics
import Testing

@testable import Handbook

private let kinds = """
  title: T
  kinds:
    service:
      folder: services
      fields:
        depends_on: {type: references, to: service, inverse: consumers}
        phase: {to: phase, inverse: services}
        successor: {to: service, or: none}
        accepted: {columns: {service: {to: service}, date: date}}
    phase: lifecycle
    part: {folder: parts, fields: {of: {to: [service, phase], inverse: parts}, page: {to: page}}}

  """

/// Four services and a phase, of which some are changed.
private func network(_ changed: [String: String] = [:]) -> [String: String] {
  [
    "site.yml": kinds, "content/index.md": "# Home\n",
    "content/services/a.md": "---\ntitle: A\ndepends_on: [b, c]\nphase: live\n---\n",
    "content/services/b.md":
      "---\ntitle: B\ndepends_on: [/services/c/]\nphase: /lifecycle/live/\n---\n",
    "content/services/c.md": "---\ntitle: C\n---\n",
    "content/services/deep/d.md": "---\ntitle: D\ndepends_on: c\n---\n",
    "content/lifecycle/live.md": "---\ntitle: Live\n---\n",
  ].merging(changed) { $1 }
}

@Suite struct ReferenceTests {
  @Test func `a layout that prints a reference which leads nowhere is not to blame`() async throws {
    var files = network([
      "layouts/page.html": """
      {%- for item in page.depends_on %}<a href="{{ item.url }}">{{ item.title }}</a>{% endfor -%}
      {%- for item in page.depends_on %}[{{ item }}:{{ item.title }}]{% endfor -%}
      {%- for row in page.accepted %}<a href="{{ row.service.url }}">{{ row.service.title }}</a>{% endfor -%}
      """,
      "content/services/a.md": """
      ---
      title: A
      depends_on: [b, servce]
                      ^^^^^^ error: there is no service 'servce'; name a page by the last part of its address
      ---
      """,
      "content/services/b.md": """
      ---
      title: B
      accepted: [{service: servce}]
                           ^^^^^^ error: there is no service 'servce'; name a page by the last part of its address
      ---
      """,
    ])
    try await check(files)
    files["content/services/a.md"] = "---\ntitle: A\ndepends_on: [b, servce]\n---\n"
    files["content/services/b.md"] = "---\ntitle: B\n---\n"
    #expect(
      try await build(files).files["services/a/index.html"]?.contains(":B][servce:servce]") == true)
    files["layouts/page.html"] = #"<a href="{{ page.phase.url }}">Phase</a>"#
    files["content/services/a.md"] = "---\ntitle: A\n---\n"
    #expect(try await build(files).report.findings.contains { $0.rule == "empty-link" })
  }

  @Test func `what a reference does not lead to is told where it is written`() async throws {
    try await check(
      network([
        "content/services/a.md": """
        ---
        title: A
        depends_on: [dep/d, c, live, c]
                     ^^^^^ error: there is no service 'dep/d'; did you mean 'deep/d'?
                               ^^^^ error: there is no service 'live'; name a page by the last part of its address
                                     ^ error: 'c' is named twice; remove one of them
        phase: /services/c/
               ^^^^^^^^^^^^ error: '/services/c/' is no phase; it is a page of the kind 'service'
        successor: nobody
                   ^^^^^^ error: there is no service 'nobody'; name a page by the last part of its address
        accepted:
          - {service: b, date: 2026-01-01}
          - {service: "x", date: 2026-01-01}
                      ^^^ error: there is no service 'x'; name a page by the last part of its address
        ---
        """,
        "content/parts/p.md": """
        ---
        of: /
            ^ error: '/' is no service or phase; it is a page of no kind
        page: /nowhere/
              ^^^^^^^^^ error: there is no page '/nowhere/'; name a page by the last part of its address
        ---
        # P
        """,
      ]))
  }

  @Test func `a page has many names, and is named once in a field, each row of a table alone`()
    async throws
  {
    var files = network([
      "content/services/a.md": """
      ---
      title: A
      depends_on: [c, /services/c/, d, services/c.md, deep/d]
                      ^^^^^^^^^^^^ error: '/services/c/' is the same page as 'c'; remove one of them
                                       ^^^^^^^^^^^^^ error: 'services/c.md' is the same page as 'c'; remove one of them
                                                      ^^^^^^ error: 'deep/d' is the same page as 'd'; remove one of them
      accepted: [{service: c}, {service: /services/c/}]
      ---
      """
    ])
    try await check(files)
    files["layouts/page.html"] = "{% for s in page.depends_on %}{{ s.title }}{% endfor %}"
    files["content/services/a.md"] = "---\ntitle: A\ndepends_on: [c, /services/c/, d]\n---\n"
    #expect(try await build(files).files["services/a/index.html"] == "CD")
  }

  @Test(arguments: [
    "d", "deep/d", "/services/deep/d/", "services/deep/d", "content/services/deep/d.md",
    "/services/deep/d.md", "deep/d.md",
  ])
  func `a page is named by its id, its last part, its address or its file`(name: String)
    async throws
  {
    let built = try await build(
      network(["content/services/c.md": "---\ntitle: C\ndepends_on: [\(name)]\n---\n"]))
    #expect(built.report.findings.isEmpty, "\(built.report.findings.map(\.message))")
    #expect(built.files["handbook.json"]?.contains(#""depends_on":["/services/deep/d/"]"#) == true)
  }

  @Test func `a name that two pages share is refused, and the whole id leads to one`() async throws
  {
    try await check(
      network([
        "content/services/other/d.md": "---\ntitle: D2\ndepends_on: [other/d]\n---\n",
        "content/services/c.md": """
        ---
        title: C
        depends_on: [d, deep/d]
                     ^ error: 'd' may be '/services/deep/d/' or '/services/other/d/'; write the whole address of the one that is meant
        ---
        """,
      ]))
  }

  @Test func `references are pages in templates, and pages know who refers to them`() async throws {
    let built = try await build(
      network([
        "layouts/page.html": """
        {{ page.phase.title }}:{% for s in page.depends_on %}{{ s.title }}{{ s.url }} {% endfor %}\
        ({% for s in page.consumers %}{{ s.title }}{% endfor %})\
        {% for s in page.services %}{{ s.title }}{% endfor %}{{ page.successor }}{{ depends_on.size }}
        """
      ]))
    #expect(built.report.findings.isEmpty, "\(built.report.findings)")
    #expect(
      built.files["services/a/index.html"] == "Live:B/services/b/ C/services/c/ ()2")
    #expect(built.files["services/c/index.html"]?.contains("(ABD)") == true)
    #expect(built.files["lifecycle/live/index.html"]?.contains("AB") == true)
  }

  @Test func `a word may stand in place of a page`() async throws {
    let built = try await build(
      network([
        "content/services/a.md": "---\ntitle: A\nsuccessor: none\n---\n{{ page.successor }}\n"
      ]))
    #expect(built.report.findings.isEmpty)
    #expect(built.files["services/a/index.html"]?.contains("<p>none</p>") == true)
  }

  @Test func `a field that some kind declares prints nothing on any page`() async throws {
    let built = try await build(
      network(["content/index.md": "# Home\n\n[{{ page.phase }}{{ page.consumers }}]\n"]))
    #expect(built.report.findings.isEmpty)
    let wrong = try await report(network(["content/index.md": "# Home\n\n{{ page.fase }}\n"]))
    #expect(wrong.findings.map(\.rule) == ["undefined-variable"])
  }

  @Test func `the pages of a kind are a list, in the order of lists`() async throws {
    let built = try await build(
      network([
        "content/index.md":
          "# Home\n\n{% for s in site.kinds.service.pages %}{{ s.title }}{% endfor %}\n"
      ]))
    #expect(built.files["index.html"]?.contains("<p>ABCD</p>") == true)
  }

  @Test func `data has a page's address, and who refers to it`() async throws {
    let json = try await build(network()).files["handbook.json"] ?? ""
    #expect(json.contains(#""consumers":["/services/a/","/services/b/","/services/deep/d/"]"#))
    #expect(json.contains(#""phase":"/lifecycle/live/""#))
  }

  @Test func `a page that a published one names and nobody can read is told of`() async throws {
    try await check(
      network([
        "content/services/c.md": "---\ntitle: C\ndraft: true\n---\n",
        "content/services/deep/d.md": "---\ntitle: D\n---\n",
        "content/services/b.md": "---\ntitle: B\n---\n",
        "content/services/a.md": """
        ---
        title: A
        depends_on: [b, c]
                        ^ warning: 'c' is a draft, so readers of the published site will not find it; finish the page, or link to it when it is published
        ---
        """,
      ]))
  }

  @Test func `an address and an entry of the register in a field are looked up`() async throws {
    try await check([
      "content/index.md": "# Home\n",
      "site.yml": "title: T\nkinds: {a: {folder: a, fields: {help: url, who: registry id}}}\n",
      "content/a/x.md": """
      ---
      help: /hom/
            ^^^^^ error: no page at '/hom/'
      who: org-x
           ^^^^^ error: the register has no entry 'org-x'
      ---
      # X
      """,
      "content/a/y.md": "---\nhelp: https://x.example/a\n---\n# Y\n",
    ])
  }

  @Test func `those who refer to a page link to it`() async throws {
    let built = try await build(
      network(["layouts/page.html": "{% for p in page.backlinks %}{{ p.title }}{% endfor %}"]))
    #expect(built.files["services/c/index.html"] == "ABD")
  }

  @Test func `a text in Markdown becomes HTML, and its links are looked up`() async throws {
    let files = [
      "site.yml": "title: T\nkinds: {a: {folder: a, fields: {note: markdown}}}\n",
      "layouts/page.html": "{{ page.note }}", "content/b.md": "# B\n",
    ]
    let sound = ["content/a/x.md": "---\nnote: See *[b](/b/)*.\n---\n# X\n"]
    let built = try await build(files.merging(sound) { $1 })
    #expect(built.report.findings.isEmpty)
    #expect(
      built.files["a/x/index.html"]?.contains("<p>See <em><a href=\"/b/\">b</a></em>.</p>") == true)
    try await check(
      files.merging([
        "content/a/x.md": """
        ---
        note: See [c](/c/).
              ^^^^^^^^^^^^^ error: no page at '/c/'
        ---
        # X
        """
      ]) { $1 })
  }

  @Test func `a repaired reference stands in quotes where it needs them`() async throws {
    let findings = try await report(
      network([
        "content/services/one, two.md": "---\ntitle: E\n---\n",
        "content/services/a.md": "---\ntitle: A\ndepends_on: [\"one, too\", bb/d]\n---\n",
      ])
    ).findings
    #expect(findings.map { $0.fix?.replacement } == ["'one, two'", nil])
  }
}
