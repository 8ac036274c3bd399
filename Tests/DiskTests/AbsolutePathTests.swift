import Glibc
import Testing

@testable import Disk

/// Paths from the root.
struct AbsolutePathTests {
  func path(_ text: String) throws -> AbsolutePath {
    let root = try AbsolutePath(resolving: "/")
    return text.split(separator: "/").reduce(root) { $0.appending(String($1)) }
  }

  @Test(arguments: [
    ("/a/b", "/a/b", true), ("/a/b/c", "/a/b", true), ("/a/b", "/", true), ("/", "/", true),
    ("/a/bc", "/a/b", false), ("/a", "/a/b", false), ("/", "/a", false), ("/b/a", "/a", false),
  ])
  func `a path lies within itself and those above it`(
    inner: String, outer: String, expected: Bool
  ) throws {
    #expect(try path(inner).isWithin(path(outer)) == expected)
  }

  @Test(arguments: [("/a/b", "/a", "b"), ("/a", "/", "a"), ("/ä/é", "/ä", "é")])
  func `a path has a parent and a name`(text: String, parent: String, name: String) throws {
    #expect(try path(text).parent?.text == parent)
    #expect(try path(text).name == name)
  }

  @Test func `the root has neither`() throws {
    #expect(try path("/").parent == nil)
    #expect(try path("/").name == "")
  }

  @Test func `links and dots are followed`() throws {
    let folder = try TemporaryFolder()
    try folder.write(["a/b/": ""])
    try folder.link("link", to: "a/b")
    let resolved = try AbsolutePath(resolving: "\(folder.path)/link/.././b//")
    #expect(resolved.text == "\(folder.path)/a/b")
  }

  @Test func `what is not there is an error`() {
    #expect(throws: SystemError(code: ENOENT)) { try AbsolutePath(resolving: "/none/at/all") }
  }
}
