import Diagnostics
import Handbook
import Testing

/// A site with one figure of its own and one of its pages.
private let site = [
  "site.yml": """
  title: T
  terms:
    lead: service lead
  figures:
    ladder:
      draw: ladder
      title: Levels
      levels:
        - {page: /services/, label: "The {{ lead }}", points: [A test]}
        - Second
    network:
      draw: network
      pages: service
      relations:
        - {by: depends_on, label: Depends on, reverse: Used by}
  """,
  "content/services/index.md": "# Services",
  "content/services/pay.md": "---\ntitle: Pay\ntags: [service]\ndepends_on: [host]\n---\n",
  "content/services/host.md": "---\ntitle: Host\ntags: [service]\n---\n",
]

private func html(_ body: String, layout: String? = nil, url: String? = nil) async throws -> String
{
  var files = site
  files["content/index.md"] = "---\ntitle: Home\n---\n" + body
  if let layout { files["layouts/page.html"] = layout }
  let outcome = try await build(files, url: url)
  #expect(outcome.report.findings.map(\.message) == [])
  return try #require(outcome.files["index.html"])
}

private func checkBody(_ body: String) async throws {
  try await check(site.merging(["content/index.md": "---\ntitle: Home\n---\n" + body]) { $1 })
}

struct PlacedFigureTests {
  @Test func `an image with the scheme of figures becomes one, in the site's words`() async throws {
    let page = try await html("![Our levels](figure:ladder)\n")
    #expect(page.contains("<figure class=\"figure\">\n<figcaption>Our levels</figcaption>"))
    #expect(page.contains("<title>Our levels</title>"))
    #expect(page.contains(">The service lead</tspan>"))
    #expect(page.contains("<a href=\"/services/\">"))
    #expect(!page.contains("<p><figure"))
  }

  @Test func `a title is the caption, and without words the figure's own name serves`() async throws
  {
    let page = try await html("![What it is](figure:ladder \"Above it\")\n")
    #expect(page.contains("<figcaption>Above it</figcaption>"))
    #expect(page.contains("<title>What it is</title>"))
    #expect(try await html("![](figure:ladder)\n").contains("<figcaption>Levels</figcaption>"))
  }

  @Test func `it stands in lists, cells and quotes`() async throws {
    let figure = "![L](figure:ladder?table=no)"
    #expect(try await html("- one\n- \(figure)\n").contains("<li><figure"))
    #expect(try await html("| A |\n|---|\n| \(figure) |\n").contains("<td><figure"))
    #expect(try await html("> \(figure)\n").contains("<blockquote>\n<figure"))
    let loose = try await html("1. one\n\n2. \(figure)\n\n   more\n")
    #expect(loose.contains("</figure>\n<p>more</p>"))
  }

  @Test func `the base path stands before its links`() async throws {
    let page = try await html("![L](figure:ladder)\n", url: "https://example.org/book/")
    #expect(page.contains("<a href=\"/book/services/\">"))
  }

  @Test func `layouts print a figure, whole or round their page`() async throws {
    let page = try await html(
      "", layout: "<main>{{ page.figures.ladder }}</main>{{ page.figures[\"network?focus=host\"] }}"
    )
    #expect(page.contains("<main><figure class=\"figure\">"))
    #expect(page.contains("“") == false)
    #expect(page.contains(">Used by</tspan>"))
    #expect(page.contains("<figcaption>network: Host</figcaption>"))
    var files = site
    files["layouts/page.html"] = "{{ page.figures[\"network?focus=this\"] }}"
    let outcome = try await build(files)
    #expect(outcome.files["services/pay/index.html"]?.contains(">Depends on</tspan>") == true)
  }

  @Test func `a page that is no part of a figure, as a draft, has nothing there`() async throws {
    var files = site
    files["layouts/page.html"] =
      "{% assign p = page.figures[\"network?focus=this\"] %}[{% if p %}{{ p }}{% endif %}]"
    files["content/services/new.md"] = "---\ntitle: New\ndraft: true\n---\n"
    files["content/other.md"] = "# Other\n"
    let outcome = try await build(files, drafts: false)
    #expect(outcome.report.findings.isEmpty)
    #expect(outcome.files["other/index.html"] == "[]")
    #expect(outcome.files["services/pay/index.html"]?.hasPrefix("[<figure") == true)
  }

  @Test func `the table of layers says of each what it passes down and what comes up to it`()
    async throws
  {
    let outcome = try await build([
      "site.yml": """
      title: T
      figures: {model: {draw: layers, layers: [{label: Top, down: Money, up: Facts}, Base]}}
      """,
      "content/index.md": "![Model](figure:model)\n",
    ])
    let page = try #require(outcome.files["index.html"])
    #expect(
      page.contains(
        "<th scope=\"col\">Passes down</th><th scope=\"col\">Receives from below</th></tr>"))
    #expect(page.contains("<td>Money</td><td>Facts</td></tr>\n<tr><th scope=\"row\">Base</th>"))
  }

  @Test func `pages that a figure leads to know of it`() async throws {
    var files = site
    files["content/index.md"] = "![Net](figure:network)\n"
    files["layouts/page.html"] = "{% for p in page.backlinks %}[{{ p.url }}]{% endfor %}"
    let outcome = try await build(files)
    #expect(outcome.files["services/pay/index.html"] == "[/]")
  }
}

struct MisplacedFigureTests {
  @Test func `an unknown figure is reported with the nearest name`() async throws {
    try await checkBody(
      """
      See ![the levels](figure:laddre) and more.
                        ^^^^^^^^^^^^^ error: there is no figure 'laddre'; did you mean 'figure:ladder'?
      """)
  }

  @Test func `a part that a figure has not is reported with the nearest`() async throws {
    try await checkBody(
      """
      ![N](figure:network?focus=hots)
           ^^^^^^^^^^^^^^^^^^^^^^^^^ error: this figure cannot show 'hots' alone; did you mean 'figure:network?focus=host'?

      ![N](figure:ladder?focus=x)
           ^^^^^^^^^^^^^^^^^^^^^ error: this figure cannot show 'x' alone; leave 'focus' out for the whole figure

      ![N](figure:ladder?size=9)
           ^^^^^^^^^^^^^^^^^^^^ error: a figure has no setting 'size=9'; the settings are 'focus=NAME' and 'table=no'
      """)
  }

  @Test func `a figure is no link and no image of HTML`() async throws {
    try await checkBody(
      """
      See [the levels](figure:ladder).
                       ^^^^^^^^^^^^^ error: a figure is placed as an image in Markdown, not as a link or in HTML; write '![what it shows](figure:ladder)' in a paragraph of its own
      """)
  }

  @Test func `among words there is no room for it`() async throws {
    try await checkBody(
      """
      As ![the levels](figure:ladder) show.
                       ^^^^^^^^^^^^^ warning: there is no room for a picture among words; put it on a line of its own, with an empty line before and after it

      - [ ] ![the levels](figure:ladder)
                          ^^^^^^^^^^^^^ warning: there is no room for a picture among words; put it on a line of its own, with an empty line before and after it
      """)
  }

  @Test func `a template names a figure that there is`() async throws {
    try await check([
      "site.yml": "title: T\nfigures:\n  a: {draw: ladder, levels: [One]}",
      "content/index.md": "# Home",
      "layouts/page.html": """
      {{ page.figures.b }}
                      ^ error: 'page.figures' has no 'b'
      """,
    ])
  }
}
