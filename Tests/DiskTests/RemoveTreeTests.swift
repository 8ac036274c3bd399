import Glibc
import Testing

@testable import Disk

/// Removing a folder and all below it, and nothing else.
struct RemoveTreeTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["tree/": "", "kept/a": "a", "kept/b/c": "c"])
  }

  func removeTree(_ name: String = "tree") throws {
    let parent = try Descriptor(folder: folder.path)
    try Disk.removeTree(name, in: parent, last: "marker")
  }

  /// What is left when all went well.
  static let kept = ["kept/", "kept/a: a", "kept/b/", "kept/b/c: c"]

  @Test func `an empty folder goes`() throws {
    try removeTree()
    #expect(try folder.drawing() == Self.kept)
  }

  @Test func `files, folders and the marker go`() throws {
    try folder.write([
      "tree/marker": "m", "tree/a": "", "tree/b/c/d": "", "tree/b/marker": "", "tree/e/": "",
    ])
    try removeTree()
    #expect(try folder.drawing() == Self.kept)
  }

  @Test func `links go and what they lead to stays`() throws {
    try folder.write(["tree/a/": ""])
    try folder.link("tree/link", to: "../kept")
    try folder.link("tree/a/link", to: "\(folder.path)/kept")
    try folder.link("tree/a/file", to: "../../kept/a")
    try removeTree()
    #expect(try folder.drawing() == Self.kept)
  }

  @Test func `pipes and names that are not UTF-8 go`() throws {
    mkfifo("\(folder.path)/tree/pipe", 0o666)
    let odd = Array("\(folder.path)/tree/".utf8) + [0xFF, 0]
    mkdir(odd.map { CChar(bitPattern: $0) }, 0o777)
    let below = odd.dropLast() + Array("/\u{1}x".utf8) + [0]
    close(creat(below.map { CChar(bitPattern: $0) }, 0o666))
    try removeTree()
    #expect(try folder.drawing() == Self.kept)
  }

  @Test func `more folders than one thread takes go, at each depth`() throws {
    for number in 0..<1200 {
      try folder.write(["tree/\(number)/b/c": "", "tree/a/\(number)/b": ""])
    }
    try removeTree()
    #expect(try folder.drawing() == Self.kept)
  }

  @Test func `a folder of more files than one answer holds goes`() throws {
    for number in 0..<3000 { try folder.write(["tree/a/some-longer-name-\(number)": ""]) }
    try removeTree()
    #expect(try folder.drawing() == Self.kept)
  }

  @Test func `a deep tree goes`() throws {
    try folder.write(["tree" + String(repeating: "/d", count: 500) + "/x": ""])
    try removeTree()
    #expect(try folder.drawing() == Self.kept)
  }

  @Test func `a link in the tree's place is not followed`() throws {
    try folder.link("link", to: "kept")
    #expect(throws: SystemError.self) { try removeTree("link") }
    #expect(try folder.drawing() == Self.kept + ["link ->", "tree/"])
  }

  @Test func `what is not there is an error`() {
    #expect(throws: SystemError(code: ENOENT)) { try removeTree("none") }
  }

  @Test func `an interrupted removal leaves the marker`() throws {
    try folder.write(["tree/marker": "m", "tree/a": "", "tree/locked/b": ""])
    chmod(folder.path, 0o777)
    chmod("\(folder.path)/tree", 0o777)
    chmod("\(folder.path)/tree/locked", 0o555)
    try asOrdinaryUser {
      _ = #expect(throws: SystemError(code: EACCES)) { try removeTree() }
    }
    #expect(
      try folder.drawing(of: "tree") == ["locked/", "locked/b: ", "marker: m"])
    chmod("\(folder.path)/tree/locked", 0o755)
  }
}
