import Digest
import Glibc
import Testing

@testable import Disk

/// Holding a copy of an output against the list of what was built.
struct PublishedCopyTests {
  /// A copy of three files with the list of them.
  private func copy() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var manifest = Manifest()
    for (path, text) in [("a.html", "a"), ("b/index.html", "b"), ("empty", "")] {
      try folder.write([path: text])
      manifest.add(path, SHA256(of: Array(text.utf8)))
    }
    try folder.write([Manifest.name: String(decoding: manifest.bytes, as: UTF8.self)])
    return folder
  }

  private func faults(_ folder: TemporaryFolder) throws -> [String] {
    try PublishedCopy(at: folder.path).faults().map { "\($0.fault) \($0.path)" }
  }

  @Test func `a folder is shown as a built site where it holds what every build writes`() throws {
    let folder = try copy()
    #expect(throws: DiskError.noBuiltSite(folder: folder.path)) { try BuiltFolder(folder.path) }
    try folder.write(["handbook.json": "{}"])
    #expect(try BuiltFolder(folder.path).read("a.html") == Array("a".utf8))
  }

  @Test func `a copy is as it was built`() throws {
    let folder = try copy()
    #expect(try faults(folder) == [])
    #expect(try PublishedCopy(at: folder.path).count == 3)
  }

  @Test func `what is changed, missing or added is told, each once and in order`() throws {
    let folder = try copy()
    try folder.write(["a.html": "A"])
    #expect(unlink(folder.path + "/b/index.html") == 0)
    try folder.write(["b/new": ""])
    try folder.write(["empty": "x"])
    #expect(
      try faults(folder)
        == ["changed a.html", "missing b/index.html", "added b/new", "changed empty"])
  }

  @Test func `a link in a file's place is not followed`() throws {
    let folder = try copy()
    #expect(unlink(folder.path + "/a.html") == 0)
    #expect(symlink("b/index.html", folder.path + "/a.html") == 0)
    #expect(try faults(folder) == ["missing a.html"])
  }

  @Test func `a list from elsewhere wins over the one in the copy`() throws {
    let folder = try copy()
    var manifest = Manifest()
    manifest.add("a.html", SHA256(of: Array("other".utf8)))
    let found = try PublishedCopy(at: folder.path, manifest: manifest.bytes).faults()
    #expect(found.map(\.path) == ["a.html", "b/index.html", "empty"])
    #expect(found.map(\.fault) == [.changed, .added, .added])
  }

  @Test(arguments: ["", "handbook output 1\n", "handbook output 1\n-  a.html\n", "else\nx  a\n"])
  func `a list without digests holds nothing`(text: String) throws {
    let folder = try copy()
    #expect(throws: DiskError.self) {
      try PublishedCopy(at: folder.path, manifest: Array(text.utf8)).count
    }
  }
}
