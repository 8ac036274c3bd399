import Testing

@testable import Disk

/// The folder that a new handbook is made in.
struct NewFolderTests {
  @Test func `nothing is written outside a new folder, whatever its path says`() throws {
    let folder = try TemporaryFolder()
    let new = try NewFolder("\(folder.path)/new")
    try new.write(Array("in".utf8), to: "a/b/c.txt")
    for path in ["../x", "a/../../escaped/x", "../new/y", "/etc/handbook-test/x", "a/..", "..", ""]
    {
      #expect(throws: DiskError.self, "\(path)") { try new.write([], to: path) }
    }
    #expect(throws: DiskError.self) { try new.write([], to: "a/b/c.txt") }
    #expect(try folder.drawing() == ["new/", "new/a/", "new/a/b/", "new/a/b/c.txt: in"])
  }

  @Test func `a link that somebody puts into a new folder is not followed`() throws {
    let folder = try TemporaryFolder()
    let new = try NewFolder("\(folder.path)/new")
    try folder.write(["outside/": ""])
    try folder.link("new/content", to: "../outside")
    #expect(throws: DiskError.self) { try new.write([], to: "content/x.txt") }
    #expect(try folder.drawing(of: "outside") == [])
  }
}
