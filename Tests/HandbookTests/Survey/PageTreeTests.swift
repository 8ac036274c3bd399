import Diagnostics
import Testing

@testable import Handbook

/// The reading order, each page indented below the nearest page above it.
private func drawing(_ pages: [Page]) -> [String] {
  let tree = PageTree(pages)
  return tree.readingOrder.map {
    String(repeating: "  ", count: tree.ancestors(of: $0).count) + pages[$0].url
  }
}

@Test func `a page stands below those its path names, siblings in the order of lists`() {
  #expect(
    drawing([
      page("content/b/index.md", order: 2), page("content/index.md"),
      page("content/a/x.md", order: 2),
      page("content/a/index.md", order: 1), page("content/a/y.md", order: 1),
      page("content/b/z.md"),
    ]) == ["/", "  /a/", "    /a/y/", "    /a/x/", "  /b/", "    /b/z/"])
}

@Test func `a folder without a page of its own stands where its first page would`() {
  #expect(
    drawing([
      page("content/index.md"), page("content/m.md", order: 5), page("content/a/late.md", order: 9),
      page("content/z/early.md", order: 1),
    ]) == ["/", "  /z/early/", "  /m/", "  /a/late/"])
}

@Test func `pages below a folder without a page belong to the next one above`() {
  let pages = [page("content/index.md"), page("content/a/b/c/d.md")]
  let tree = PageTree(pages)
  #expect(tree.parents == [nil, 0])
  #expect(tree.children(of: 0) == [1])
}

@Test func `without a home page the topmost pages have nothing above them`() {
  #expect(drawing([page("content/a.md"), page("content/b/c.md")]) == ["/a/", "/b/c/"])
}

@Test func `a page and all below it follow each other`() {
  let pages = [
    page("content/index.md"), page("content/a/index.md"), page("content/a/b/index.md"),
    page("content/a/b/c.md"), page("content/d.md"),
  ]
  let tree = PageTree(pages)
  #expect(Array(tree.subtree(of: 1)) == [1, 2, 3])
  #expect(Array(tree.subtree(of: 4)) == [4])
  #expect(tree.ancestors(of: 3) == [0, 1, 2])
  #expect(tree.children(of: 0) == [1, 4])
}

@Test func `where a page is published counts, not where its file lies`() {
  #expect(
    drawing([page("content/index.md"), page("content/x/y.md", url: "/a/b/"), page("content/a.md")])
      == ["/", "  /a/", "    /a/b/"])
}

@Test func `every page has its place once, also when two claim one URL`() {
  var random = Random(seed: 5)
  for _ in 0..<200 {
    let pages = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      page("content/" + random.text(of: "ab/", upTo: 6) + "x.md")
    }
    let tree = PageTree(pages)
    #expect(tree.readingOrder.sorted() == Array(pages.indices))
    for index in pages.indices {
      #expect(tree.subtree(of: index).first == index)
      #expect(
        tree.subtree(of: index).allSatisfy { $0 == index || tree.ancestors(of: $0).contains(index) }
      )
    }
  }
}

@Test func `a very deep path needs no deep stack`() {
  let path = "content/" + String(repeating: "d/", count: 5000) + "x.md"
  #expect(PageTree([page("content/index.md"), page(path)]).parents == [nil, 0])
}

@Test func `the page for lost readers is in no list`() async throws {
  let outcome = try await build([
    "content/404.md": "---\ntags: x\n---\n# No\n\n[A](/a/)\n", "content/a.md": "# A\n",
    "layouts/page.html":
      "{% for p in collections.all %}{{ p.url }} {% endfor %}{{ collections.x.size }} {{ page.backlinks.size }}",
  ])
  #expect(outcome.files["a/index.html"] == "/a/ 0 0")
  #expect(outcome.files["404.html"] != nil)
}

@Test func `a layout's front matter is known in the text of its pages`() async throws {
  let outcome = try await build([
    "content/a.md": "{{ modelname }} of {{ who }}\n",
    "layouts/page.html": "---\nlayout: base\nmodelname: MODEL\n---\n{{ content }}",
    "layouts/base.html": "---\nmodelname: no\nwho: all\n---\n{{ content }}",
  ])
  #expect(outcome.report.findings.map(\.message) == [])
  #expect(outcome.files["a/index.html"]?.contains("MODEL of all") == true)
}
