import Testing

@testable import Handbook

/// A site that is edited shows and tells what a clean build of the same sources does.
struct LiveEditTests {
  /// A small site with everything that reaches from one page to another.
  static let site = [
    "site.yml": """
    title: Test
    url: https://handbook.example/base/
    terms: {lead: team lead}
    """,
    "layouts/page.html": """
    <html><head><title>{{ page.title }}</title></head><body>
    {% for item in site.pages %}<a href="{{ item.url }}">{{ item.nav_title }}</a>{% endfor %}
    <main>{{ content }}</main>{% for item in page.backlinks %}<i>{{ item.title }}</i>{% endfor %}
    {% include "foot.html" %}</body></html>
    """,
    "layouts/foot.html": "<a href=\"/a/#part\">Part</a>",
    "layouts/bare.html": "<body>{{ content }}</body>",
    "assets/site.css": "body { color: red }",
    "content/index.md": "---\ntitle: Home\n---\nTo [a](/a/) and [b](b.md#two).\n",
    "content/a.md": "---\ntitle: A\ntags: [x]\n---\n## Part\n\nThe {{ lead }}, [home](/).\n",
    "content/b.md": "# B\n\n## Two\n\n[a](/a/#part) [c](/c/)\n",
    "content/c/index.md": "---\ntitle: C\nlayout: bare\naliases: [/old/]\n---\n[b](../b.md)\n",
    "content/d.md": "---\ntitle: D\ndraft: true\n---\n[nowhere](/nowhere/)\n",
    "content/note.txt": "A note.",
  ]

  /// Edits, and compares what is then seen with a clean build.
  private func expectSame(
    after edit: (inout DraftSources) -> Void, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let before = DraftSources(Self.site)
    let options = try liveOptions()
    let live = try await LiveSite(before, options).completed()
    var sources = before
    edit(&sources)
    let edited = try await live.edited(sources, changed: [], options)
    #expect(
      try await edited.seen() == Seen.built(sources, options), sourceLocation: sourceLocation)
  }

  @Test func `a site that nobody edited is that of a build`() async throws {
    try await expectSame { _ in }
  }

  @Test func `a body's text, links and anchors change alone`() async throws {
    try await expectSame {
      $0.write("---\ntitle: A\ntags: [x]\n---\n## Other\n\n[b](/b/)", to: "content/a.md")
    }
  }

  @Test func `a link to another page shows among that page's backlinks`() async throws {
    try await expectSame { $0.write("# B\n\n## Two\n\nNo links.\n", to: "content/b.md") }
  }

  @Test func `where searching is turned on again the words of all pages are found`() async throws {
    var sources = DraftSources(Self.site)
    sources.write("title: Test\nsearch: false\n", to: "site.yml")
    let options = try liveOptions()
    let live = try await LiveSite(sources, options).completed()
    sources.write("title: Test\n", to: "site.yml")
    let edited = try await live.edited(sources, changed: [], options)
    #expect(try await edited.seen() == Seen.built(sources, options))
  }

  @Test func `a title changes menus of other pages`() async throws {
    try await expectSame { $0.write("---\ntitle: New\n---\n## Part", to: "content/a.md") }
  }

  @Test func `a first heading is a title too`() async throws {
    try await expectSame { $0.write("# Other\n\n## Two\n", to: "content/b.md") }
  }

  @Test func `a new page mends the links to it`() async throws {
    try await expectSame { $0.write("# Here", to: "content/nowhere.md") }
  }

  @Test func `a page that is gone breaks the links to it`() async throws {
    try await expectSame { $0.remove("content/a.md") }
  }

  @Test func `a layout, a partial, a term and a style sheet change what they are in`() async throws
  {
    try await expectSame {
      $0.write("<b>{{ page.title }}</b>{{ content }}", to: "layouts/page.html")
    }
    try await expectSame { $0.write("<a href=\"/b/#gone\">", to: "layouts/foot.html") }
    try await expectSame { $0.write("title: T\nterms: {lead: head}\n", to: "site.yml") }
    try await expectSame { $0.write("body { color: blue }", to: "assets/site.css") }
  }

  @Test func `what editors leave behind changes nothing`() async throws {
    let sources = DraftSources(Self.site)
    let live = try await LiveSite(sources, try liveOptions())
    var edited = sources
    edited.write("", to: "content/.a.md.swp")
    edited.write("", to: "content/a.md~")
    let after = try await live.edited(edited, changed: ["content/4913"], try liveOptions())
    #expect(after.revision == live.revision)
  }

  @Test func `only the edited page is made again`() async throws {
    var sources = DraftSources(Self.site)
    let live = try await LiveSite(sources, try liveOptions()).completed()
    sources.write(sources.text(at: "content/a.md") + "More.", to: "content/a.md")
    let edited = try await live.edited(sources, changed: [], try liveOptions())
    #expect(edited.isComplete)
    #expect(edited.site === live.site)
  }

  @Test func `a new page leaves bodies as they are whose links are plain addresses`() async throws {
    var sources = DraftSources(Self.site)
    let live = try await LiveSite(sources, try liveOptions()).completed()
    sources.write("# First of all", to: "content/0.md")
    let edited = try await live.edited(sources, changed: [], try liveOptions())
    let (b, home) = (
      try #require(edited.site.links.page(source: "content/b.md")),
      try #require(edited.site.links.page(source: "content/index.md"))
    )
    #expect(edited.facts[b].body?.targets == live.facts[b - 1].body?.targets.map { $0 + 1 })
    #expect(edited.facts[home].body == nil, "'b.md' may be another page now")
  }

  @Test func `a title leaves the bodies of other pages as they are`() async throws {
    var sources = DraftSources(Self.site)
    let live = try await LiveSite(sources, try liveOptions()).completed()
    sources.write(
      "---\ntitle: New\naliases: [/old/]\n---\n[b](../b.md)\n", to: "content/c/index.md")
    sources.write(
      "title: Other\nurl: https://handbook.example/base/\nterms: {lead: team lead}", to: "site.yml")
    let edited = try await live.edited(sources, changed: [], try liveOptions())
    let b = try #require(edited.site.links.page(source: "content/b.md"))
    #expect(edited.facts[b].body != nil)
  }
}
