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

  /// All folders and files.
  private var published: [String] {
    get throws {
      try folder.drawing().map { line in
        let path = line.prefix { $0 != ":" && $0 != " " }
        return String(path.last == "/" ? path.dropLast() : path)
      }
    }
  }

  private func facts() throws -> OutputFacts {
    let root = try Descriptor(folder: folder.path)
    return try #require(try OutputFacts(of: root, published, published: .max))
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

  @Test func `an output that lost a file, or got one as soon as it was published, has no facts`()
    throws
  {
    let root = try Descriptor(folder: folder.path)
    let paths = try published
    CoarseClock.pass(CoarseClock.trueNow)
    let moment = CoarseClock.now
    #expect(try OutputFacts(of: root, paths, published: moment) != nil)
    try folder.write(["a/more": ""])
    #expect(try OutputFacts(of: root, paths, published: moment) == nil)
    unlink("\(folder.path)/a/index.html")
    #expect(throws: SystemError.self) {
      _ = try OutputFacts(of: root, paths, published: moment)
    }
  }

  @Test func `what was edited as soon as it was published is not taken for what was built`() throws
  {
    let root = try Descriptor(folder: folder.path)
    let paths = try published
    CoarseClock.pass(CoarseClock.trueNow)
    let moment = CoarseClock.now
    try folder.write(["a/index.html": "edited"])
    #expect(try OutputFacts(of: root, paths, published: moment) == nil)
  }

  @Test func `times that are too coarse, or not past, tell nothing`() {
    let second: Int64 = 1_000_000_000
    func canTell(_ changed: Int64, _ modified: Int64) -> Bool {
      var times = OutputFacts.Times(start: 9 * second, published: 8 * second)
      times.add(changed: 6 * second, modified: 6 * second)
      times.add(changed: changed, modified: modified)
      return times.canTell
    }
    #expect(canTell(7 * second + 123_456_789, 7 * second))
    // One name less after it was published.
    #expect(canTell(8 * second + 123_456_789, 7 * second))
    #expect(!canTell(8 * second + 123_456_789, 8 * second))
    #expect(!canTell(9 * second + 123_456_789, 7 * second))
    for coarse in [7 * second, 7 * second + 550_000_000] { #expect(!canTell(coarse, coarse)) }
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
