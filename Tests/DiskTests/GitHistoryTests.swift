import Handbook
import Testing
import Values

@testable import Disk

@Suite struct GitHistoryTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "site/site.yml": "title: T\n", "site/content/a.md": "A", "site/content/été b.md": "B",
    ])
  }

  private func git(_ words: String..., on day: String = "2026-01-01") throws {
    let run = try ProgramRun(
      [
        "env", "GIT_COMMITTER_DATE=\(day)T23:30:00Z", "GIT_CONFIG_GLOBAL=/dev/null", "git", "-C",
        folder.path, "-c", "user.name=N", "-c", "user.email=n@example.org",
      ] + words, keeping: .errors)
    try #require(run.status == 0, "\(String(decoding: run.output, as: UTF8.self))")
  }

  private func history(_ site: String = "site") throws -> SourceHistory {
    GitHistory(try SiteFolder.find("\(folder.path)/\(site)")).read()
  }

  @Test func `each file has the day of its last commit, in UTC, by its path from the site`() throws
  {
    try git("init", "--quiet")
    try git("add", ".")
    try git("commit", "--quiet", "-m", "first", on: "2026-02-03")
    try folder.write(["site/content/a.md": "A2", "site/content/new.md": "not added"])
    try git("commit", "--quiet", "-am", "second", on: "2026-04-05")
    let expected: [String: PlainDate] = [
      "content/a.md": try #require(PlainDate("2026-04-05")),
      "content/été b.md": try #require(PlainDate("2026-02-03")),
    ]
    #expect(try history() == .days(expected))
  }

  @Test func `a history that is cut short dates nothing`() throws {
    try git("init", "--quiet")
    try git("add", ".")
    try git("commit", "--quiet", "-m", "first")
    try git("commit", "--quiet", "--allow-empty", "-m", "second")
    try git("clone", "--quiet", "--depth", "1", "file://\(folder.path)", "\(folder.path)/clone")
    #expect(try history("clone/site") == .cutShort)
  }

  @Test func `without a repository or a commit it says so`() throws {
    #expect(try history() == .none(reason: "the handbook is in no git repository"))
    try git("init", "--quiet")
    #expect(try history() == .none(reason: "git has no commit yet"))
  }

  @Test func `it is asked once`() throws {
    let history = GitHistory(try SiteFolder.find("\(folder.path)/site"))
    let before = history.read()
    try git("init", "--quiet")
    #expect(history.read() == before)
  }
}
