import Glibc
import Handbook
import Testing

@testable import Disk

/// Listing a site's sources.
struct ListingTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["site.yml": "title: T"])
  }

  func sources() throws -> DiskSources {
    try DiskSources(of: SiteFolder.find(folder.path))
  }

  func paths() throws -> [String] {
    try sources().entries.map(\.path)
  }

  @Test func `the three folders and site yml are listed and nothing else`() throws {
    try folder.write([
      "content/a.md": "", "layouts/page.html": "", "assets/x/y.css": "", "README.md": "",
      "public/index.html": "", ".handbook/cache": "", ".git/config": "", "contents/no.md": "",
    ])
    #expect(
      try paths() == ["assets/x/y.css", "content/a.md", "layouts/page.html", "site.yml"])
  }

  @Test func `a site of site yml alone lists it`() throws {
    let entries = try sources().entries
    #expect(entries.map(\.path) == ["site.yml"])
    #expect(entries.first?.size == 8)
    #expect(entries.first?.kind == .file)
    #expect(entries.first?.modified != 0)
    #expect(entries.first?.inode != 0)
  }

  @Test func `paths come in the order of their bytes`() throws {
    try folder.write([
      "content/a/b.md": "", "content/a.md": "", "content/a-b/c.md": "", "content/ab.md": "",
      "content/B.md": "", "content/ä.md": "", "content/a/a/z.md": "",
    ])
    #expect(
      try paths() == [
        "content/B.md", "content/a-b/c.md", "content/a.md", "content/a/a/z.md", "content/a/b.md",
        "content/ab.md", "content/ä.md", "site.yml",
      ])
  }

  @Test(arguments: 1...20)
  func `a random tree is listed whole and in order`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let parts = ["a", "a.b", "a-", "ab", "A", "é", "z z", "a!", "0", "～"]
    var expected: Set<String> = ["site.yml"]
    for _ in 0..<60 {
      var path = "content"
      for _ in 0...random.below(4) { path += "/d" + parts[random.below(parts.count)] }
      path += "/" + parts[random.below(parts.count)]
      try folder.write([path: ""])
      expected.insert(path)
    }
    let sorted = expected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(try paths() == sorted)
  }

  @Test func `links are listed and not followed`() throws {
    try folder.write(["outside/secret.md": "secret", "content/a.md": ""])
    try folder.link("content/folder", to: "../outside")
    try folder.link("content/file.md", to: "../outside/secret.md")
    try folder.link("content/nowhere", to: "none")
    try folder.link("content/loop", to: ".")
    let links = try sources().entries.filter { $0.kind == .link }.map(\.path)
    #expect(links == ["content/file.md", "content/folder", "content/loop", "content/nowhere"])
    #expect(try paths().count == 6)
  }

  @Test func `a source folder that is a link is listed as one`() throws {
    try folder.write(["elsewhere/a.md": ""])
    try folder.link("content", to: "elsewhere")
    #expect(try sources().entries.map(\.kind) == [.link, .file])
    #expect(try paths() == ["content", "site.yml"])
  }

  @Test func `a pipe is listed as special`() throws {
    try folder.write(["content/": ""])
    try #require(mkfifo("\(folder.path)/content/pipe.md", 0o666) == 0)
    #expect(try sources().entries.map(\.kind) == [.special, .file])
  }

  @Test func `folders of git and of the program are not entered anywhere`() throws {
    try folder.write([
      "content/.git/config": "", "content/a/.handbook/x": "", "content/a/.hidden": "",
      "content/public/index.md": "",
    ])
    #expect(try paths() == ["content/a/.hidden", "content/public/index.md", "site.yml"])
  }

  @Test func `a name that is not UTF-8 is shown with U+FFFD and keeps the order`() throws {
    try folder.write(["content/": ""])
    // 0xC3 comes before the bytes of "ñ…", U+FFFD after them.
    for name in [[0x61, 0xC3, 0x2E], [0x61, 0xC3, 0xB1, 0x2E]] as [[UInt8]] {
      let path = Array("\(folder.path)/content/".utf8) + name + [0]
      let file = path.map { CChar(bitPattern: $0) }
      close(creat(file, 0o666))
    }
    #expect(try paths() == ["content/añ.", "content/a\u{FFFD}.", "site.yml"])
  }

  @Test func `what a folder without a UTF-8 name holds is listed`() throws {
    try folder.write(["content/": ""])
    let name = Array("\(folder.path)/content/".utf8) + [0xFF]
    let path = name.map { CChar(bitPattern: $0) }
    mkdir(path + [0], 0o777)
    close(creat(path + "/a.md".utf8CString, 0o666))
    #expect(try paths() == ["content/\u{FFFD}/a.md", "site.yml"])
  }

  @Test func `odd names are names`() throws {
    let names = ["-rf", " ", "a\nb.md", "a\\b", "~", "*.md", "\u{7F}", "%2e%2e", "...", "content"]
    for name in names { try folder.write(["content/\(name)": ""]) }
    let expected = names.map { "content/\($0)" } + ["site.yml"]
    #expect(try Set(paths()) == Set(expected))
  }

  @Test func `a folder that may not be read is an error that names it`() throws {
    try folder.write(["content/a/locked/x.md": "", "content/b.md": ""])
    let locked = "\(folder.path)/content/a/locked"
    try #require(chmod(locked, 0) == 0)
    defer { chmod(locked, 0o755) }
    chmod(folder.path, 0o755)
    let site = try SiteFolder.find(folder.path)
    try asOrdinaryUser {
      let expected = DiskError.unreadable(path: "content/a/locked", reason: "Permission denied")
      _ = #expect(throws: expected) { try DiskSources(of: site) }
    }
  }

  @Test func `folders as deep as paths can be are listed`() throws {
    let deep = "content" + String(repeating: "/d", count: 900)
    try folder.write([deep + "/x.md": ""])
    #expect(try paths() == [deep + "/x.md", "site.yml"])
  }

  @Test func `a folder of many files is listed whole`() throws {
    let long = String(repeating: "n", count: 200)
    for number in 0..<1000 { try folder.write(["content/\(long)\(number)": ""]) }
    #expect(try paths().count == 1001)
  }
}

/// A small generator of random numbers with a seed, so that a failure comes again.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }
}
