import Testing

@testable import Handbook

private func sorted(_ pages: [Page]) -> [String] {
  let collections = Collections(pages)
  return collections.all.map { pages[$0].url }
}

@Test func `pages stand by order first, those without one last`() {
  #expect(
    sorted([
      page("content/c.md"), page("content/b.md", order: 2), page("content/a.md", order: 10),
      page("content/d.md", order: -1.5),
    ]) == ["/d/", "/b/", "/a/", "/c/"])
}

@Test func `then by date, those without one first, the oldest first`() {
  #expect(
    sorted([
      page("content/a.md", date: "2026-02-01"), page("content/b.md"),
      page("content/c.md", date: "2025-12-31"),
    ]) == ["/b/", "/c/", "/a/"])
}

@Test func `then by the bytes of the path`() {
  #expect(
    sorted([
      page("content/a.md"), page("content/É.md"), page("content/B.md"), page("content/a/b.md"),
    ])
      == ["/B/", "/a/", "/a/b/", "/%C3%89/"])
}

@Test func `the order is one whatever the pages are sorted from`() {
  var random = Random(seed: 4)
  var pages = (0..<60).map {
    page(
      "content/p\($0).md", order: [nil, 1, 2].randomElement(using: &random) ?? nil,
      date: [nil, "2026-01-01", "2026-01-02"].randomElement(using: &random) ?? nil)
  }
  let first = sorted(pages)
  for _ in 0..<20 {
    pages.shuffle(using: &random)
    #expect(sorted(pages) == first)
  }
}

@Test func `a tag's pages are in the same order, and a tag that nobody uses has none`() {
  let collections = Collections([
    page("content/b.md", tags: ["x"]), page("content/a.md", tags: ["x", "y"]), page("content/c.md"),
  ])
  #expect(collections.tagged("x") == [1, 0])
  #expect(collections.tagged("y") == [1])
  #expect(collections.tagged("z") == [])
  #expect(collections.tags == ["x", "y"])
}
