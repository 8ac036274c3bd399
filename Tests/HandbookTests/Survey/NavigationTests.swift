import Diagnostics
import Testing

@testable import Handbook

private let pages = [
  page("content/index.md", title: "Home"), page("content/a/index.md", order: 2, title: "A"),
  page("content/a/one.md", order: 1, tags: ["concept"], title: "One"),
  page("content/a/two.md", order: 2, title: "Two"),
  page("content/b/index.md", order: 1, title: "B"),
  page("content/b/x.md", tags: ["concept"], title: "X"),
  page("content/loose.md", title: "Loose"),
]

private func navigation(_ yaml: String = "") -> Diagnosed<Navigation> {
  let settings = settings("title: Test\n" + yaml)
  let links = LinkResolver(
    table: LinkTable(pages: pages, files: [], generated: []), pages: pages, site: nil,
    publishesDrafts: false, registerURL: { _ in nil })
  return Navigation.make(
    settings, pages: pages, tree: PageTree(pages), collections: Collections(pages),
    find: { links.page(named: $0) }, isPublished: { _ in true })
}

private func drawing(_ navigation: Navigation) -> [String] {
  navigation.sections.map { section in
    let entry = navigation.entries[section]
    return "\(entry.title) \(entry.url ?? "-"): "
      + entry.pages.map { pages[$0].title }.joined(separator: " ")
  }
}

@Test func `without a menu the top folders are the sections, in the order of lists`() {
  #expect(drawing(navigation().value) == ["B /b/: B X", "A /a/: A One Two"])
}

@Test func `a menu names sections, pages, tags and groups`() {
  let made = navigation(
    """
    navigation:
      - /a/
      - content/loose.md
      - {title: Concepts, tag: concept}
      - title: More
        items: [/b/, {title: Solo, page: a/one.md}]
    """)
  #expect(made.diagnostics.isEmpty)
  #expect(
    drawing(made.value) == [
      "A /a/: A One Two", "Loose /loose/: Loose", "Concepts /a/one/: One X", "More /b/: B X One",
    ])
}

@Test func `a page that several sections list belongs to the first, and has neighbours there`()
  throws
{
  let made = navigation("navigation: [/a/, {title: Concepts, tag: concept}]\n").value
  #expect(made.sectionOfPage[2] == made.sections[0])
  #expect(made.previous[2] == 1 && made.next[2] == 3)
  #expect(made.sectionOfPage[5] == made.sections[1])
  #expect(made.previous[5] == nil && made.next[5] == nil)
  #expect(made.sectionOfPage[6] == nil)
}

@Test func `a group without pages leads nowhere, and a tag that nobody uses neither`() {
  let made = navigation("navigation: [{title: Empty, items: []}, {title: None, tag: none}]\n").value
  #expect(drawing(made) == ["Empty -: ", "None -: "])
}

@Test func `a menu that names no page is a finding where it is written`() async throws {
  try await check([
    "content/index.md": "# Home\n", "content/services/index.md": "# Services\n",
    "site.yml": """
    title: Test
    navigation:
      - /servcies/
        ^^^^^^^^^^ error: the menu names '/servcies/', but there is no such page; did you mean '/services/'?
      - title: Group
        items: [/none]
                ^^^^^ error: the menu names '/none', but there is no such page
    """,
  ])
}

@Test func `a draft that is not published is in no menu, and no neighbour of others`() async throws
{
  let files = [
    "content/index.md": "# Home\n", "content/a/index.md": "---\ntitle: A\norder: 1\n---\n",
    "content/a/b.md": "---\ntitle: B\norder: 2\ndraft: true\n---\n",
    "content/a/c.md": "---\ntitle: C\norder: 3\n---\n",
    "content/d/index.md": "---\ntitle: D\ndraft: true\n---\n",
  ]
  let site = try await build(files)
  #expect(site.report.findings.isEmpty, "\(site.report.findings.map(\.message))")
  for (path, html) in site.files where path.hasSuffix(".html") {
    #expect(!html.contains("/a/b/") && !html.contains("/d/"), "\(path)")
  }
  let withDrafts = try await build(files, drafts: true)
  #expect(withDrafts.files["a/c/index.html"]?.contains("/a/b/") == true)
  #expect(withDrafts.files["index.html"]?.contains("/d/") == true)
}

@Test func `a menu that names a draft is a warning, and leaves it out`() async throws {
  try await check([
    "content/index.md": "# Home\n", "content/a.md": "---\ndraft: true\n---\n",
    "site.yml": """
    title: Test
    navigation: [/a/]
                 ^^^ warning: '/a/' is a draft, so readers of the published site will not find it; finish the page, or link to it when it is published
    """,
  ])
}
