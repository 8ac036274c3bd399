import Glibc
import Testing

@testable import Disk

/// Whether somebody touched an output.
struct OutputFactsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["a/b/index.html": "b", "a/index.html": "a", "index.html": "home"])
  }

  private func facts() throws -> OutputFacts {
    let root = try Descriptor(folder: folder.path)
    let found = try folder.drawing().count { !$0.hasSuffix("/") }
    return try #require(try OutputFacts(of: root, fileCount: found))
  }

  private func hold(_ facts: OutputFacts) throws -> Bool {
    facts.hold(for: try Descriptor(folder: folder.path))
  }

  @Test func `an output that nobody touched is known again, also by bytes that were kept`() throws {
    let facts = try facts()
    #expect(try hold(facts))
    #expect(try hold(OutputFacts(kept: facts.bytes)))
    _ = try folder.text(of: "index.html")
    #expect(try hold(facts))
  }

  @Test func `an output with more or fewer files than were published has no facts`() throws {
    let root = try Descriptor(folder: folder.path)
    #expect(try OutputFacts(of: root, fileCount: 3) != nil)
    #expect(try OutputFacts(of: root, fileCount: 2) == nil)
    try folder.write(["a/more": ""])
    #expect(try OutputFacts(of: root, fileCount: 3) == nil)
  }

  @Test func `every change is seen, at once and with the times set back`() throws {
    let path = folder.path
    let deeds: [() throws -> Void] = [
      { try folder.write(["a/index.html": "x"]) },
      { try folder.write(["a/b/new.html": ""]) },
      { try folder.write(["empty/": ""]) },
      { unlink("\(path)/index.html") },
      { rename("\(path)/a/b", "\(path)/a/c") },
      { chmod("\(path)/a/index.html", 0o600) },
      {
        try folder.write(["other": "a"])
        rename("\(path)/other", "\(path)/a/index.html")
      },
      {
        unlink("\(path)/a/index.html")
        try folder.link("a/index.html", to: "../other")
      },
    ]
    for (number, deed) in deeds.enumerated() {
      let (facts, times) = (try facts(), times(of: "a/index.html"))
      try deed()
      var back = times
      _ = utimensat(AT_FDCWD, "\(path)/a/index.html", &back, AT_SYMLINK_NOFOLLOW)
      #expect(try !hold(facts), "\(number)")
    }
  }

  @Test func `noise and nothing never hold`() throws {
    let whole = try facts().bytes
    #expect(try !hold(OutputFacts(kept: [])))
    #expect(try !hold(OutputFacts(kept: Array(whole.dropLast()))))
    #expect(try !hold(OutputFacts(kept: [3, 65, 66, 67, 1, 1, 1, 1, 1, 1])))
    #expect(try !hold(OutputFacts(kept: [UInt8](repeating: 0xFF, count: 64))))
  }

  private func times(of file: String) -> [timespec] {
    var status = stat()
    lstat("\(folder.path)/\(file)", &status)
    return [status.st_atim, status.st_mtim]
  }
}
