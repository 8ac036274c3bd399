import Testing

@testable import Handbook

@Suite struct MoveOfFolderTests {
  private let site = TextSite(files: [
    "site.yml": "title: T\n", "content/index.md": "# Home\n",
    "content/a/x.md": "# X\n", "content/b/x.md": "# Other\n", "content/c.png": "",
  ])

  @Test(arguments: [
    (".hidden", "no page can be published as 'content/.hidden/x.md'"),
    ("b", "there is something at 'content/b/x.md' already"),
    ("B", "there is something at 'content/B/x.md' already"),
    ("../../out", "no page can be published as 'content/../../out/x.md'"),
    ("c.png", "there is something at 'content/c.png' already"),
    ("a", "'content/a' cannot be moved into itself"),
  ])
  func `a folder without a page of its own goes only where a page could`(
    new: String, why: String
  ) async throws {
    do {
      _ = try await site.plan("a", new)
      Issue.record("planned")
    } catch let refusal as MoveRefusal {
      #expect(refusal.description == why)
    }
  }
}
