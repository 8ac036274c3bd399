import Glibc
import Handbook
import Testing

@testable import Disk

/// Following a site's sources while people edit them.
struct WatchedSourcesTests {
  let folder: TemporaryFolder
  private let watched: WatchedSources

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "site.yml": "title: T", "content/a.md": "old", "content/sub/b.md": "b", "data/r.yml": "",
    ])
    watched = try WatchedSources(SiteFolder.find(folder.path), polls: false)
  }

  /// What the sources hold after `edit`, and where something is told to have happened.
  private func latest(after edit: () throws -> Void) throws -> (
    texts: [String: String], changed: Set<String>
  ) {
    try edit()
    let latest = try watched.latest(suspects: [])
    #expect(
      latest.sources.entries == (try DiskSources(of: SiteFolder.find(folder.path)).entries))
    var texts: [String: String] = [:]
    for entry in latest.sources.entries where entry.kind == .file {
      texts[entry.path] = String(decoding: try latest.sources.read(entry), as: UTF8.self)
    }
    return (texts, latest.changed)
  }

  private func rename(_ old: String, _ new: String) {
    #expect(Glibc.rename("\(folder.path)/\(old)", "\(folder.path)/\(new)") == 0)
  }

  private func remove(_ path: String) { #expect(unlink("\(folder.path)/\(path)") == 0) }

  /// The ways in which editors put a new text in the place of an old one.
  enum SaveStyle: CaseIterable {
    case truncate, renameOver, backupAndRename, removeAndCreate, twice, append, swapFile, linkOver
  }

  private func save(_ text: String, _ style: SaveStyle) throws {
    let (path, full) = ("content/a.md", folder.path + "/content/a.md")
    switch style {
    case .truncate: try folder.write([path: text])
    case .renameOver:
      try folder.write(["content/.a.md.tmp": text])
      rename("content/.a.md.tmp", path)
    case .backupAndRename:
      rename(path, "content/a.md~")
      try folder.write([path: text])
      remove("content/a.md~")
    case .removeAndCreate:
      remove(path)
      try folder.write([path: text])
    case .twice:
      try folder.write([path: ""])
      try folder.write([path: text])
    case .append:
      try folder.write([path: String(text.prefix(1))])
      let file = try #require(fopen(full, "a"))
      fputs(String(text.dropFirst()), file)
      fclose(file)
    case .swapFile:
      try folder.write(["content/.a.md.swp": "x", "content/4913": ""])
      remove("content/4913")
      try folder.write([path: text])
      remove("content/.a.md.swp")
    case .linkOver:
      try folder.write(["content/new": text])
      remove(path)
      #expect(link("\(folder.path)/content/new", full) == 0)
      remove("content/new")
    }
  }

  @Test(arguments: SaveStyle.allCases)
  func `every way of saving is seen, also with the same size`(_ style: SaveStyle) throws {
    for text in ["new", "two", "and more"] {
      let latest = try latest { try save(text, style) }
      #expect(latest.texts["content/a.md"] == text)
      #expect(latest.changed.contains("content/a.md"))
    }
  }

  @Test func `nothing that happened is nothing to tell`() throws {
    let latest = try watched.latest(suspects: [])
    #expect(!latest.mayDiffer && latest.changed.isEmpty)
    #expect(!watched.wait(milliseconds: 1))
  }

  @Test func `who waits is woken by a change`() throws {
    try folder.write(["content/a.md": "new"])
    #expect(watched.wait(milliseconds: 5000))
  }

  @Test func `new folders, and what is put in them at once and later, are seen`() throws {
    let first = try latest {
      try folder.write(["content/new/deep/c.md": "c", "content/empty/": ""])
    }
    #expect(first.texts["content/new/deep/c.md"] == "c")
    let second = try latest {
      try folder.write(["content/new/deep/c.md": "other", "content/empty/d.md": "d"])
    }
    #expect(second.texts["content/new/deep/c.md"] == "other")
    #expect(second.texts["content/empty/d.md"] == "d")
  }

  @Test func `a moved folder goes on being watched under its new name`() throws {
    #expect(
      try latest { rename("content/sub", "content/moved") }.texts["content/moved/b.md"] == "b")
    let latest = try latest { try folder.write(["content/moved/b.md": "new"]) }
    #expect(latest.texts["content/moved/b.md"] == "new")
    #expect(latest.changed == ["content/moved/b.md"])
  }

  @Test func `a folder that is removed, or comes from elsewhere, is seen`() throws {
    try folder.write(["outside/x/e.md": "e"])
    #expect(try latest { rename("outside/x", "content/x") }.texts["content/x/e.md"] == "e")
    #expect(try latest { rename("content/x", "outside/x") }.texts["content/x/e.md"] == nil)
  }

  @Test func `folders of the site that were not there are seen`() throws {
    let latest = try latest { try folder.write(["layouts/page.html": "x"]) }
    #expect(latest.texts["layouts/page.html"] == "x")
  }

  @Test func `thousands of changes at once are all seen`() throws {
    // More than the kernel's queue holds (16,384 by default).
    let latest = try latest {
      for round in 0..<9 {
        for number in 0..<1000 {
          try folder.write(["content/many-\(number).md": "\(round)"])
        }
      }
    }
    #expect(latest.texts["content/many-999.md"] == "8")
    #expect(
      try self.latest { try folder.write(["content/a.md": "z"]) }.texts["content/a.md"] == "z")
  }

  @Test func `a file that site yml names is followed beside the site's folders`() throws {
    watched.follow(["data/r.yml"])
    let latest = try latest { try folder.write(["data/r.yml": "new"]) }
    #expect(latest.changed.contains("data/r.yml"))
  }

  @Test func `what lies beside the site's folders is nobody's business`() throws {
    let latest = try latest { try folder.write(["public/x/index.html": "x", "public.tmp/": ""]) }
    #expect(latest.changed.isEmpty)
  }

  @Test func `without notices all is looked at again and again`() throws {
    let watched = try WatchedSources(SiteFolder.find(folder.path), polls: true)
    #expect(watched.note?.contains("--poll") == true)
    #expect(!watched.wait(milliseconds: 1))
    try folder.write(["content/a.md": "other text"])
    #expect(watched.wait(milliseconds: 1))
    let latest = try watched.latest(suspects: [])
    let entry = try #require(try latest.sources.find("content/a.md"))
    #expect(try latest.sources.read(entry) == Array("other text".utf8))
  }
}
