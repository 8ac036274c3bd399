import Glibc
import Handbook
import Testing

@testable import Disk

/// Files that come out the same are the same files.
struct EarlierOutputTests {
  private let folder: TemporaryFolder
  private let site: SiteFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["site.yml": "title: T", "assets/x": "picture"])
    site = try SiteFolder.find(folder.path)
  }

  /// Publishes over an output of which nothing changed just now.
  private func publishAgain(_ files: KeyValuePairs<String, String>) throws {
    CoarseClock.pass(CoarseClock.trueNow)
    try site.publish(files)
  }

  /// What tells a file from every other, and how many names it has.
  private func identity(_ path: String) throws -> [UInt64] {
    var status = stat()
    try #require(lstat("\(folder.path)/\(path)", &status) == 0)
    return [UInt64(status.st_ino), UInt64(status.st_nlink), UInt64(status.st_mtim.tv_nsec)]
  }

  @Test func `what comes out the same is kept, what differs is written`() throws {
    try site.publish(["a/index.html": "a", "b/index.html": "b", "c": "long"])
    let (a, b, c) = (
      try identity("public/a/index.html"), try identity("public/b/index.html"),
      try identity("public/c")
    )
    try publishAgain(["a/index.html": "a", "b/index.html": "x", "c": "longer", "d": ""])
    #expect(try identity("public/a/index.html") == a)
    #expect(try identity("public/b/index.html")[0] != b[0])
    #expect(try identity("public/c")[0] != c[0])
    #expect(
      try folder.drawing(of: "public", without: [".handbook-output"]) == [
        "a/", "a/index.html: a", "b/", "b/index.html: x", "c: longer", "d: ",
      ])
    #expect(try folder.drawing().filter { $0.hasPrefix(".public") } == [])
  }

  @Test func `a copied source is kept too, and its digest is listed`() throws {
    let entry = try #require(try DiskSources(of: site).find("assets/x"))
    var lists: [String] = []
    var files: [[UInt64]] = []
    for _ in 0..<2 {
      CoarseClock.pass(CoarseClock.trueNow)
      let publication = try site.begin(manifest: .digests)
      try publication.output.copy(entry, to: try #require(OutputPath("x")))
      try publication.output.write("", to: "empty")
      try publication.publish()
      lists.append(try folder.text(of: "public/.handbook-output"))
      files.append(try identity("public/x"))
    }
    #expect(lists[0] == lists[1] && lists[0].count > 150)
    #expect(files[0] == files[1])
    // The same size, other bytes.
    try folder.write(["assets/x": "Picture"])
    let other = try #require(try DiskSources(of: site).find("assets/x"))
    let publication = try site.begin(manifest: .digests)
    try publication.output.copy(other, to: try #require(OutputPath("x")))
    try publication.publish()
    #expect(try folder.text(of: "public/x") == "Picture")
  }

  @Test func `a large file is compared to its end`() throws {
    let large = String(repeating: "0123456789", count: 60_000)
    try site.publish(["large": large])
    let first = try identity("public/large")
    try publishAgain(["large": large])
    #expect(try identity("public/large") == first)
    try site.publish(["large": large.dropLast() + "!"])
    #expect(try folder.text(of: "public/large") == large.dropLast() + "!")
  }

  @Test func `a publication that ends otherwise has left no link`() throws {
    try site.publish(["a": "a"])
    let before = try identity("public/a")
    let publication = try site.begin()
    try publication.output.write("a", to: "a")
    _ = consume publication
    #expect(try identity("public/a") == before)
  }

  @Test func `a file with other rights than a new one is written again`() throws {
    try site.publish(["a": "a"])
    let first = try identity("public/a")
    chmod("\(folder.path)/public/a", 0o600)
    try site.publish(["a": "a"])
    #expect(try identity("public/a")[0] != first[0])
  }

  @Test func `a file that has another name elsewhere is written again`() throws {
    try site.publish(["a": "a"])
    #expect(link("\(folder.path)/public/a", "\(folder.path)/backup") == 0)
    try site.publish(["a": "a"])
    #expect(try identity("public/a")[1] == 1)
    #expect(try folder.text(of: "backup") == "a")
  }

  @Test func `what somebody changes in the meantime is not taken for what it was`() throws {
    try site.publish(["a": "a", "b": "b"])
    for deed in [
      { try folder.write(["public/a": "x"]) }, { unlink("\(folder.path)/public/a") },
      {
        try folder.write(["public/other": "a"])
        rename("\(folder.path)/public/other", "\(folder.path)/public/a")
      },
    ] as [() throws -> Void] {
      #expect(throws: DiskError.changedOutput(path: site.path + "/public/a")) {
        CoarseClock.pass(CoarseClock.trueNow)
        let publication = try site.begin()
        try publication.output.write("a", to: "a")
        try deed()
        try publication.publish()
      }
      try site.publish(["a": "a", "b": "b"])
      #expect(try folder.text(of: "public/a") == "a")
    }
  }

  @Test func `a link in a file's place is not followed`() throws {
    try site.publish(["a": "a", "f/b": "b"])
    try folder.write(["elsewhere/b": "b"])
    unlink("\(folder.path)/public/a")
    try folder.link("public/a", to: "../elsewhere/b")
    unlink("\(folder.path)/public/f/b")
    rmdir("\(folder.path)/public/f")
    try folder.link("public/f", to: "../elsewhere")
    // The folder's link is a file that nobody built.
    #expect(throws: DiskError.self) { try site.publish(["a": "b", "f/b": "b"]) }
    unlink("\(folder.path)/public/f")
    try site.publish(["a": "b", "f/b": "b"])
    let lines = try folder.drawing(of: "public", without: [".handbook-output"])
    #expect(lines == ["a: b", "f/", "f/b: b"])
    #expect(try identity("elsewhere/b")[1] == 1)
  }

  @Test func `a file that changed just now may change again and get no other time`() throws {
    try folder.write(["public/": "", "public/a": "words", "public/mark": ""])
    let old = try Descriptor(folder: folder.path + "/public")
    let marker = try openPart("mark", in: old, O_RDONLY)
    let earlier = try EarlierOutput(old, made: marker, untouchedSince: nil)
    let words = Array("words".utf8)
    func isTaken() -> Bool { words.withUnsafeBytes { earlier.file("a", holding: $0) } != nil }
    CoarseClock.pass(CoarseClock.trueNow)
    #expect(isTaken())
    // The clock may go on in between, but not each time.
    #expect(
      try (0..<20).contains { _ in
        try folder.write(["public/a": "words"])
        return !isTaken()
      })
  }

  @Test func `what was changed since the look at the output is not as a build left it`() throws {
    try folder.write(["public/": "", "public/a": "words", "public/mark": ""])
    func earlier(untouchedSince: Int64?) throws -> EarlierOutput {
      let old = try Descriptor(folder: folder.path + "/public")
      let marker = try openPart("mark", in: old, O_RDONLY)
      return try EarlierOutput(old, made: marker, untouchedSince: untouchedSince)
    }
    let before = CoarseClock.now
    CoarseClock.pass(CoarseClock.trueNow)
    try folder.write(["public/a": "other"])
    CoarseClock.pass(CoarseClock.trueNow)
    let behind = CoarseClock.now
    for (time, isKept) in [(nil, false), (before, false), (behind, true)] {
      let earlier = try earlier(untouchedSince: time)
      #expect((earlier.untouched("a") != nil) == isKept)
      #expect(earlier.bytes("a") == (isKept ? Array("other".utf8) : nil))
    }
    let kept = try earlier(untouchedSince: behind)
    chmod("\(folder.path)/public/a", 0o600)
    #expect(kept.untouched("a") == nil && kept.bytes("a") == nil && kept.bytes("b") == nil)
  }

  @Test func `where a file system has no links the file is copied`() throws {
    try folder.write(["public/": "", "next/": "", "public/a": "words"])
    let old = try Descriptor(folder: folder.path + "/public")
    let next = try Descriptor(folder: folder.path + "/next")
    let marker = try openPart("a", in: old, O_RDONLY)
    let earlier = try EarlierOutput(old, made: marker, untouchedSince: nil)
    let words = Array("words".utf8)
    CoarseClock.pass(CoarseClock.trueNow)
    let file = try #require(words.withUnsafeBytes { earlier.file("a", holding: $0) })
    #expect(try earlier.copy(file, into: next))
    #expect(try folder.text(of: "next/a") == "words")
  }
}
