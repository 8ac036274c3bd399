import Glibc
import Handbook
import Testing

@testable import Disk

/// Reading sources.
struct ReadingTests {
  let folder: TemporaryFolder
  let site: SiteFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "site.yml": "title: T", "content/a.md": "# A", "content/empty.md": "",
      "outside.txt": "canary", "data/people.yml": "x: 1",
    ])
    site = try SiteFolder.find(folder.path)
  }

  func sources() throws -> DiskSources { try DiskSources(of: site) }

  func entry(_ path: String, in sources: DiskSources) throws -> SourceEntry {
    try #require(sources.entries.first { $0.path == path })
  }

  func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  @Test func `a file is read as it is`() throws {
    let sources = try sources()
    #expect(try sources.read(entry("content/a.md", in: sources)) == Array("# A".utf8))
    #expect(try sources.read(entry("content/empty.md", in: sources)) == [])
  }

  @Test func `a large file is read whole`() throws {
    try folder.write(["content/large.md": String(repeating: "0123456789abcdef", count: 100_000)])
    let sources = try sources()
    let bytes = try sources.read(entry("content/large.md", in: sources))
    #expect(bytes.count == 1_600_000)
    #expect(bytes.suffix(3) == Array("def".utf8))
  }

  @Test(arguments: [
    "grown", "shrunk", "replaced by a file like it", "touched", "removed", "replaced by a link",
    "replaced by a pipe", "replaced by a folder", "in a folder replaced by a link",
  ])
  func `a file that is not what was listed has changed`(change: String) throws {
    let sources = try sources()
    let entry = try entry("content/a.md", in: sources)
    let file = path("content/a.md")
    switch change {
    case "grown": try folder.write(["content/a.md": "# A longer"])
    case "shrunk": try folder.write(["content/a.md": "#"])
    case "replaced by a file like it":
      try folder.write(["content/b.md": "# B"])
      let times = [timespec(tv_sec: 0, tv_nsec: 0), timespec(tv_sec: 0, tv_nsec: 0)]
      utimensat(AT_FDCWD, path("content/b.md"), times, 0)
      rename(path("content/b.md"), file)
    case "touched":
      utimensat(AT_FDCWD, file, [timespec(), timespec()], 0)
    case "removed": unlink(file)
    case "replaced by a link":
      unlink(file)
      try folder.link("content/a.md", to: "../outside.txt")
    case "replaced by a pipe":
      unlink(file)
      mkfifo(file, 0o666)
    case "replaced by a folder":
      unlink(file)
      mkdir(file, 0o777)
    default:
      rename(path("content"), path("moved"))
      try folder.link("content", to: "moved")
    }
    #expect(throws: SourceError.changed(path: "content/a.md")) { try sources.read(entry) }
  }

  @Test func `links and special files are not read`() throws {
    try folder.link("content/link.md", to: "a.md")
    mkfifo(path("content/pipe.md"), 0o666)
    let sources = try sources()
    let link = try entry("content/link.md", in: sources)
    let pipe = try entry("content/pipe.md", in: sources)
    #expect(
      throws: SourceError.unreadable(path: "content/link.md", reason: "it is a symbolic link")
    ) { try sources.read(link) }
    #expect(throws: SourceError.unreadable(path: "content/pipe.md", reason: "it is not a file")) {
      try sources.read(pipe)
    }
  }

  @Test(arguments: ["../outside.txt", "/etc/passwd", "content/../../x", "content/../outside.txt"])
  func `an entry made by hand reaches nothing outside the site`(path: String) throws {
    let sources = try sources()
    let entry = SourceEntry(path: path, size: 6)
    #expect(throws: SourceError.self) { try sources.read(entry) }
  }

  @Test func `a file whose name is not UTF-8 says so`() throws {
    let name = Array("\(folder.path)/content/".utf8) + [0xFF, 0]
    close(creat(name.map { CChar(bitPattern: $0) }, 0o666))
    let sources = try sources()
    let odd = try entry("content/\u{FFFD}", in: sources)
    #expect(
      throws: SourceError.unreadable(path: "content/\u{FFFD}", reason: "its name is not UTF-8")
    ) { try sources.read(odd) }
  }

  @Test func `a file that may not be read is unreadable`() throws {
    chmod(folder.path, 0o755)
    try #require(chmod(path("content/a.md"), 0) == 0)
    let sources = try sources()
    let entry = try entry("content/a.md", in: sources)
    try asOrdinaryUser {
      let expected = SourceError.unreadable(path: "content/a.md", reason: "Permission denied")
      _ = #expect(throws: expected) { try sources.read(entry) }
    }
  }

  @Test func `a file above the limit is refused unread`() throws {
    try folder.write(["content/huge.bin": ""])
    let size = SourceEntry.readLimit + 1
    try #require(truncate(path("content/huge.bin"), size) == 0)
    let sources = try sources()
    let huge = try entry("content/huge.bin", in: sources)
    let expected = SourceError.tooLarge(
      path: "content/huge.bin", size: size, limit: SourceEntry.readLimit)
    #expect(throws: expected) { try sources.read(huge) }
  }

  @Test func `a time that does not fit is no trap`() throws {
    let far = timespec(tv_sec: Int.max, tv_nsec: 0)
    utimensat(AT_FDCWD, path("content/a.md"), [far, far], 0)
    let sources = try sources()
    #expect(try sources.read(entry("content/a.md", in: sources)).count == 3)
  }

  @Test func `a source swapped again and again with a link never gives what is outside`()
    async throws
  {
    let sources = try sources()
    let entry = try entry("content/a.md", in: sources)
    let (file, link, spare) = (path("content/a.md"), path("link"), path("spare"))
    try folder.link("link", to: path("outside.txt"))
    async let swapping: Void = Task.detached {
      for _ in 0..<1000 {
        rename(file, spare)
        rename(link, file)
        await Task.yield()
        rename(file, link)
        rename(spare, file)
        await Task.yield()
      }
    }.value
    for _ in 0..<1000 {
      if let bytes = try? sources.read(entry) { #expect(bytes == Array("# A".utf8)) }
      await Task.yield()
    }
    await swapping
  }

  @Test func `a file that site yml names is found`() throws {
    let sources = try sources()
    let found = try #require(try sources.find("data/people.yml"))
    #expect(found.kind == .file)
    #expect(try sources.read(found) == Array("x: 1".utf8))
    #expect(try sources.find("site.yml")?.size == 8)
  }

  @Test(arguments: [
    "none.yml", "none/x.yml", "data", "site.yml/x", "", "/", "..", "../x", "/etc/passwd",
    "data/../site.yml", "data//people.yml", "data/", "a\0b",
  ])
  func `what is no file of the site is not found`(path: String) throws {
    #expect(try sources().find(path) == nil)
  }

  @Test func `a link on the way to a named file is answered as a link`() throws {
    try folder.link("alias", to: "data")
    try folder.link("people.yml", to: "data/people.yml")
    #expect(try sources().find("alias/people.yml")?.kind == .link)
    #expect(try sources().find("people.yml")?.kind == .link)
  }
}
