import Glibc
import Testing

@testable import Disk

/// Opening below a folder, with the kernel's help and without.
struct OpenBeneathTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["in/a/b.txt": "b", "out.txt": "out"])
    try folder.link("in/link", to: "../out.txt")
    try folder.link("in/a/up", to: "..")
    try folder.link("in/abs", to: "/etc")
  }

  func opens(_ path: String, byParts: Bool, _ flags: Int32 = O_RDONLY) throws -> Bool {
    let root = try Descriptor(folder: folder.path + "/in")
    do throws(SystemError) {
      _ = byParts ? try openByParts(root, path, flags) : try openBeneath(root, path, flags)
      return true
    } catch {
      return false
    }
  }

  @Test(arguments: ["a", "a/", "a/b.txt", "a//b.txt"], [true, false])
  func `what lies below opens`(path: String, byParts: Bool) throws {
    #expect(try opens(path, byParts: byParts))
  }

  @Test(
    arguments: [
      "..", "../out.txt", "a/../../out.txt", "/etc/passwd", "/", "link", "abs", "abs/passwd",
      "a/up", "a/up/a/b.txt", "abs/", "none", "a/b.txt/c", "",
    ], [true, false])
  func `links, ways out and what is not there do not open`(path: String, byParts: Bool) throws {
    #expect(try !opens(path, byParts: byParts))
  }

  @Test(arguments: ["link", "abs/new", "../new", "a/up/new", "a/b.txt"], [true, false])
  func `no file is made or opened anew through these`(path: String, byParts: Bool) throws {
    #expect(try !opens(path, byParts: byParts, O_WRONLY | O_CREAT | O_EXCL))
    #expect(try folder.text(of: "out.txt") == "out")
    #expect(try folder.text(of: "in/a/b.txt") == "b")
  }

  @Test(arguments: [true, false])
  func `a new file is made with the usual permissions`(byParts: Bool) throws {
    #expect(try opens("a/new", byParts: byParts, O_WRONLY | O_CREAT | O_EXCL))
    var status = stat()
    try #require(stat("\(folder.path)/in/a/new", &status) == 0)
    #expect(status.st_mode & 0o600 == 0o600)
    #expect(status.st_mode & 0o111 == 0)
  }
}
