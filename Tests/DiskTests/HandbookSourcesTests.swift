import Foundation
import Handbook
import Testing

@testable import Disk

/// A site that adapts another, on a disk.
@Suite struct HandbookSourcesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "base/site.yml": "title: Base\n", "base/content/a.md": "A",
      "base/figures.yml": "{}", "ours/site.yml": "title: Ours\nextends: ../base\n",
      "ours/content/b.md": "B",
    ])
  }

  private func sources(_ base: BaseFollowing = .pinned) throws -> HandbookSources {
    try HandbookSources(of: SiteFolder.find("\(folder.path)/ours"), base: base)
  }

  private func git(_ words: String..., at path: String = "base") throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "git", "-c", "user.name=T", "-c", "user.email=t@example.org", "-C",
        "\(folder.path)/\(path)",
      ]
      + words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test func `files of the base are listed behind its name, and read`() throws {
    let sources = try sources()
    #expect(
      sources.entries.map(\.path) == [
        "base:content/a.md", "base:site.yml", "content/b.md", "site.yml",
      ])
    let page = try #require(try sources.find("base:content/a.md"))
    #expect(try sources.read(page) == Array("A".utf8))
    #expect(try sources.find("base:figures.yml") != nil)
    #expect(try sources.find("base:../ours/site.yml") == nil)
    #expect(try sources.find("base:base:site.yml") == nil)
    #expect(sources.baseFaults.isEmpty)
  }

  @Test func `a base that is not there, and one that is the site itself, are told`() throws {
    try folder.write(["ours/site.yml": "title: Ours\nextends: ../bass\n"])
    guard case .unreachable = try sources().baseFaults.first?.reason else {
      Issue.record("the base is there")
      return
    }
    try folder.write([
      "ours/site.yml": "title: Ours\nextends: ../base\n",
      "base/site.yml": "title: Base\nextends: ../ours\n",
    ])
    #expect(try sources().baseFaults == [BaseFault(in: "base:site.yml", .circle)])
  }

  @Test func `an edit of the base is seen while it is followed`() throws {
    let watched = try WatchedSources(SiteFolder.find("\(folder.path)/ours"), polls: false)
    try folder.write(["base/content/a.md": "longer"])
    let edit = try watched.latest(suspects: [])
    #expect(edit.changed == ["base:content/a.md"])
    let page = try #require(edit.sources.entries.first { $0.path == "base:content/a.md" })
    #expect(try edit.sources.read(page) == Array("longer".utf8))
  }

  @Test func `a version in git is fetched once, and needs no network then`() throws {
    try git("init", "--quiet", "--initial-branch=main")
    try git("add", ".")
    try git("commit", "--quiet", "--message=one")
    try git("tag", "v1")
    try folder.write(["ours/site.yml": "title: Ours\nextends: {git: ../base, at: v1}\n"])
    let first = try sources()
    #expect(first.baseFaults.isEmpty)
    #expect(first.entries.map(\.path).contains("base:content/a.md"))
    let commit = try #require(first.baseCommit)
    #expect(rename("\(folder.path)/base", "\(folder.path)/away") == 0)
    #expect(try sources().baseCommit == commit)
    guard case .unreachable = try sources(.newest(nil)).baseFaults.first?.reason else {
      Issue.record("what is not there was fetched")
      return
    }
  }

  @Test func `a version that moved since it was pinned is told`() throws {
    try git("init", "--quiet", "--initial-branch=main")
    try git("add", ".")
    try git("commit", "--quiet", "--message=one")
    let pinned = String(repeating: "0", count: 40)
    try folder.write([
      "ours/site.yml": "title: Ours\nextends: {git: ../base, at: main}\n",
      "ours/handbook.lock": "lock 1\nbase ../base at main\ncommit \(pinned)\n",
    ])
    guard case .changed(pinned, _) = try sources().baseFaults.first?.reason else {
      Issue.record("another commit is taken for the pinned one")
      return
    }
  }
}
