import Testing

@testable import Handbook

/// What `page.toc` is for a body.
private func contents(_ body: String, _ head: String = "") async throws -> String {
  let site = try await build([
    "site.yml": "title: T\nlayout: page\n", "layouts/page.html": "{{ page.toc }}",
    "content/index.md": "---\ntitle: T\n\(head)---\n\n" + body,
  ])
  #expect(site.report.findings.isEmpty)
  return try #require(site.files["index.html"])
}

@Test func `headings of levels two and three are a nested list`() async throws {
  #expect(
    try await contents("# T\n\n## A\n\n### B\n\n#### C\n\n## D\n") == """
      <ul><li><a href="#a">A</a><ul><li><a href="#b">B</a></li></ul></li><li><a href="#d">D</a></li></ul>
      """)
}

@Test func `a level that is left out nests all the same`() async throws {
  #expect(
    try await contents("### A\n\n## B\n\n#### C\n", "toc: {from: 1, to: 4}\n") == """
      <ul><li><a href="#a">A</a></li><li><a href="#b">B</a><ul><li><a href="#c">C</a></li></ul></li></ul>
      """)
}

@Test func `words lose their markup`() async throws {
  #expect(
    try await contents("## *A* & `b` [c](/)\n")
      == "<ul><li><a href=\"#a--b-c\">A &amp; b c</a></li></ul>")
}

@Test func `without headings, or switched off, there is no list`() async throws {
  #expect(try await contents("Text.\n") == "")
  #expect(try await contents("## A\n", "toc: false\n") == "")
}

@Test func `the outline is the same as data`() async throws {
  let site = try await build([
    "site.yml": "title: T\nlayout: page\n",
    "layouts/page.html":
      "{% for h in page.outline %}{{ h.level }} {{ h.id }} {{ h.url }} {{ h.title }};{% for c in h.children %}{{ c.title }}{% endfor %}{% endfor %}",
    "content/index.md": "## A é\n\n### B\n",
  ])
  #expect(site.files["index.html"] == "2 a-é #a-%C3%A9 A é;B")
}
