import Glibc
import Handbook
import Testing

@testable import Disk

/// Changing sources.
struct SourceChangesTests {
  let folder: TemporaryFolder
  let site: SiteFolder
  let sources: DiskSources

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["site.yml": "title: T", "content/a.md": "# A", "content/b/c.md": "# C"])
    site = try SiteFolder.find(folder.path)
    sources = try DiskSources(of: site)
  }

  private func write(_ contents: [String: String], _ moves: [String: String] = [:]) throws {
    try SourceChanges(
      in: sources, contents: contents.mapValues { Array($0.utf8) }, moves: moves
    ).write(to: site)
  }

  private func paths() throws -> [String] { try DiskSources(of: site).entries.map(\.path) }

  @Test func `files get new bytes and new names, and empty folders go`() throws {
    try write(
      ["content/a.md": "# new", "content/b/c.md": "# D"], ["content/b/c.md": "content/d/e/f.md"])
    #expect(try paths() == ["content/a.md", "content/d/e/f.md", "site.yml"])
    #expect(try folder.text(of: "content/a.md") == "# new")
    #expect(try folder.text(of: "content/d/e/f.md") == "# D")
    #expect(access("\(folder.path)/content/b", F_OK) != 0)
  }

  @Test func `a name that is taken is not taken over`() throws {
    for contents in [[:], ["content/b/c.md": "# D"]] {
      #expect(throws: DiskError.self) { try write(contents, ["content/b/c.md": "content/a.md"]) }
    }
    #expect(try folder.text(of: "content/a.md") == "# A")
    #expect(try folder.text(of: "content/b/c.md") == "# C")
    #expect(try paths() == ["content/a.md", "content/b/c.md", "site.yml"])
  }

  @Test func `what was changed before something goes wrong is put back`() throws {
    try folder.write(["content/z.md": "# Z"])
    let sources = try DiskSources(of: site)
    try folder.write(["content/y/z.md": "# came in between"])
    #expect(throws: DiskError.self) {
      try SourceChanges(
        in: sources,
        contents: ["content/a.md": Array("# new".utf8), "content/b/c.md": Array("# D".utf8)],
        moves: ["content/b/c.md": "content/d/e/f.md", "content/z.md": "content/y/z.md"]
      ).write(to: site)
    }
    #expect(
      try paths()
        == ["content/a.md", "content/b/c.md", "content/y/z.md", "content/z.md", "site.yml"])
    #expect(try folder.text(of: "content/a.md") == "# A")
    #expect(try folder.text(of: "content/b/c.md") == "# C")
    #expect(access("\(folder.path)/content/d", F_OK) != 0)
  }

  @Test func `where nothing can be written, nothing changes`() throws {
    try folder.write(["content/locked": "a file where a folder is wanted"])
    #expect(throws: DiskError.self) {
      try write(
        ["content/a.md": "# new", "content/b/c.md": "# D"],
        ["content/b/c.md": "content/locked/c.md"])
    }
    #expect(try folder.text(of: "content/a.md") == "# A")
    #expect(try paths() == ["content/a.md", "content/b/c.md", "content/locked", "site.yml"])
  }

  @Test func `a file that changed since it was listed is left as it is`() throws {
    try folder.write(["content/a.md": "# somebody else's"])
    #expect(throws: SourceError.changed(path: "content/a.md")) {
      try write(["content/a.md": "# mine"])
    }
    #expect(try folder.text(of: "content/a.md") == "# somebody else's")
  }

  @Test func `a file that site.yml names elsewhere is changed, and new ones are made with it`()
    throws
  {
    try folder.write(["data/facts.yml": "a: 1"])
    try SourceChanges(
      in: sources, contents: ["data/facts.yml": Array("a: 2".utf8)],
      additions: ["handbook.lock": Array("lock 1".utf8)]
    ).write(to: site)
    #expect(try folder.text(of: "data/facts.yml") == "a: 2")
    #expect(try folder.text(of: "handbook.lock") == "lock 1")
  }

  @Test func `where a new file cannot be made, nothing changes`() throws {
    try folder.write(["handbook.lock/x": "a folder"])
    #expect(throws: DiskError.self) {
      try SourceChanges(
        in: sources, contents: ["content/a.md": Array("# new".utf8)],
        additions: ["handbook.lock": Array("lock 1".utf8)]
      ).write(to: site)
    }
    #expect(try folder.text(of: "content/a.md") == "# A")
  }

  @Test(arguments: ["content/none.md", "../out.md", "base:content/a.md"])
  func `what is no file of the site is refused before anything is written`(path: String) {
    #expect(throws: DiskError.unwritable(path: path, reason: "it is no file of this site")) {
      try SourceChanges(in: sources, contents: ["content/a.md": [], path: []])
    }
  }

  @Test func `nothing is written through a link`() throws {
    let outside = try TemporaryFolder()
    try outside.write(["victim": "precious"])
    try folder.link("handbook.lock", to: "\(outside.path)/victim")
    #expect(throws: (any Error).self) {
      try SourceChanges(in: sources, contents: ["handbook.lock": Array("x".utf8)]).write(to: site)
    }
    try folder.link(".handbook", to: outside.path)
    #expect(throws: DiskError.self) { try WorkingFile("links.json", of: site).write("x") }
    #expect(WorkingFile("victim", of: site).read() == nil)
    #expect(try outside.drawing() == ["victim: precious"])
  }

  @Test func `where the disk knows no links, a file is copied with its rights`() throws {
    let content = try Descriptor(folder: "\(folder.path)/content")
    try #require(chmod("\(folder.path)/content/a.md", 0o640) == 0)
    try copyFile("a.md", in: content, as: "copy.md", in: content)
    #expect(try folder.text(of: "content/copy.md") == "# A")
    #expect(try Status(of: "copy.md", in: content).rights.mode == 0o640)
    #expect(throws: SystemError(code: EEXIST)) {
      try copyFile("a.md", in: content, as: "copy.md", in: content)
    }
  }
}
