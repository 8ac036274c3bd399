import Diagnostics
import Testing

@testable import Handbook

/// A site in which data names a page wherever it can.
private let site = TextSite(files: [
  "site.yml": """
  title: T
  url: https://x.example/base/
  print:
    always: [/a/b/, a/b.md]
  figures: figures.yml
  data:
    foot:
      - {title: "/a/b/ in words", url: /a/b/}
      - {url: '/a/b/#two', other: /a/bb/}
      - a/b
  kinds:
    thing:
      fields:
        size: {type: choice, values: [two], anchors: /a/b/}
        onward: {type: reference to thing}
        more: text

  """,
  "figures.yml": """
  way:
    draw: steps
    title: "/a/b/"
    steps:
      - page: /a/b/
      - page: a/b/
      - {page: "/a/b/#two", label: /a/b/}

  """,
  "layouts/page.html": """
  {% for link in site.data.foot %}{% if link.url %}<a href="{{ link.url }}">x</a>{% endif %}{% endfor %}
  {% if page._step %}<a href="{{ page._step }}">on</a>{% endif %}{{ content }}
  """,
  "layouts/search/page.html": "<p><a href=\"/a/b/\">b</a></p>\n",
  "content/index.md": "# Home\n\n![The way](figure:way)\n",
  "content/a/index.md": "# A\n",
  "content/a/b.md": "---\nkind: thing\n---\n# B\n\n## Two\n",
  "content/a/c.md":
    "---\nkind: thing\nonward: /a/b/\nmore: /a/b/\n_step: /a/b/ # on\n---\n# C\n",
])

@Suite struct DataLinksTests {
  @Test func `pages that data names are listed as used there`() async throws {
    #expect(
      try await site.uses(of: "/a/b/").filter { !$0.hasPrefix("layouts/page") } == [
        "content/a/c.md:3:9 /a/b/", "content/a/c.md:4:7 /a/b/", "content/a/c.md:5:8 /a/b/",
        "figures.yml:5:13 /a/b/", "figures.yml:6:13 a/b/", "figures.yml:7:15 /a/b/#two",
        "layouts/search/page.html:1:13 /a/b/",
        "site.yml:4:12 /a/b/", "site.yml:4:19 a/b.md",
        "site.yml:8:38 /a/b/", "site.yml:9:14 /a/b/#two",
        "site.yml:14:52 /a/b/",
      ])
  }

  @Test func `a move writes anew what data names, and nothing that only looks like it`()
    async throws
  {
    let plan = try await site.plan("/a/b/", "/new/")
    let after = site.after(plan)
    #expect(plan.leftovers.isEmpty)
    let expected = site.files.mapValues { text in
      text.replacing("=\"/a/b/\"", with: "=\"/new/\"").replacing(": /a/b/", with: ": /new/")
        .replacing("[/a/b/, a/b.md]", with: "[/new/, new.md]")
        .replacing("'/a/b/#two'", with: "'/new/#two'")
        .replacing("\"/a/b/#two\", label: /new/", with: "\"/new/#two\", label: /a/b/")
        .replacing("page: a/b/", with: "page: new/")
    }
    for (path, text) in expected where path != "content/a/b.md" {
      #expect(after.files[path] == text, "\(path)")
    }
    #expect(drawing(try await after.report().findings.filter { $0.severity == .error }) == [])
  }

  @Test func `data in a file of its own is written anew there`() async throws {
    var apart = TextSite(files: [
      "site.yml": "title: T\ndata: content/_data.yml\n",
      "content/_data.yml": "foot:\n  - /b/\n  - /b/ and more\n",
      "layouts/page.html": "<a href=\"{{ site.data.foot[0] }}\">b</a>{{ content }}",
      "content/index.md": "# Home\n", "content/b.md": "# B\n",
    ])
    apart = try await apart.moved("/b/", "/c/")
    #expect(apart.files["content/_data.yml"] == "foot:\n  - /c/\n  - /b/ and more\n")
  }

  @Test func `what a figure shows of a site without pages is looked up from the root`()
    async throws
  {
    let report = try await TextSite(files: [
      "site.yml": """
      title: T
      search: false
      figures: {f: {draw: layers, layers: [{page: "a/b:c", label: x}]}}

      """
    ]).report()
    #expect(report.findings.contains { $0.rule == "broken-link" })
  }
}
