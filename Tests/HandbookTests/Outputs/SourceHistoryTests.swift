import Handbook
import Testing
import Values

@testable import Handbook

private let files = [
  "site.yml": "title: T\nurl: https://x.example/\ndates: git\n",
  "content/index.md": "# Home\n",
  "content/dated.md": "---\ndate: 2020-01-01\nupdated: 2021-01-01\n---\n",
  "content/new.md": "# Not committed\n",
  "layouts/page.html": "{{ page.updated | date: \"%Y-%m-%d\" }}",
]

private func build(_ history: SourceHistory?, _ files: [String: String] = files) async throws -> (
  files: [String: String], notes: [String]
) {
  let sources = MemorySources(files)
  let output = MemoryOutput(sources)
  var options = BuildOptions(
    asOf: try #require(PlainDate(testDay)), url: nil, includesDrafts: false, workers: 1)
  if let history { options.history = { history } }
  let report = try await compile(sources, options, into: output)
  return (output.files, report.notes)
}

@Suite struct SourceHistoryTests {
  private let history = SourceHistory.days(
    [
      "content/index.md": PlainDate("2026-02-03"), "content/dated.md": PlainDate("2026-04-05"),
    ].compactMapValues(\.self))

  @Test func `pages that do not say when they changed get the day of their last commit`()
    async throws
  {
    let site = try await build(history)
    #expect(site.files["index.html"] == "2026-02-03")
    #expect(site.files["dated/index.html"] == "2021-01-01")
    #expect(site.files["new/index.html"] == "")
    #expect(site.files["feed.xml"]?.contains("<updated>2026-02-03T00:00:00Z</updated>") == true)
    #expect(site.files["sitemap.xml"]?.contains("<lastmod>2026-02-03</lastmod>") == true)
    #expect(site.notes == [])
  }

  @Test func `a site that does not ask for it is not dated by git`() async throws {
    var files = files
    files["site.yml"] = "title: T\nurl: https://x.example/\n"
    #expect(try await build(history, files).files["index.html"] == "")
  }

  @Test func `where commits are missing no page is dated, and one note says why`() async throws {
    let site = try await build(.cutShort)
    #expect(site.files["index.html"] == "")
    #expect(
      site.notes == [
        "no page is dated by git, because the older commits are missing here: "
          + "fetch them with 'git fetch --unshallow', in CI with a fetch depth of 0"
      ])
    #expect(
      try await build(.none(reason: "git has no commit yet")).notes
        == ["no page is dated by git: git has no commit yet"])
  }

  @Test func `dates can come from git only`() async throws {
    try await check([
      "site.yml": """
      title: T
      dates: mtime
             ^^^^^ error: 'dates' must be git, not 'mtime'; leave it out where pages tell their dates themselves
      """
    ])
  }
}
