import Glibc
import Testing

@testable import Disk

/// Where an output may lie.
///
/// Whatever is refused stays as it was.
struct DestinationTests {
  let folder: TemporaryFolder
  let site: SiteFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([
      "top/site/site.yml": "", "top/site/content/index.md": "# A", "top/site/assets/": "",
      "full/precious.txt": "mine", "full/a/b.txt": "mine", "file": "mine", "empty/": "",
      "repository/.git/HEAD": "ref", "worktree/.git": "gitdir: x",
      "worktree/.handbook-output": "handbook output 1\n",
      "later/.handbook-output": "handbook output 2\n", "later/index.html": "x",
      "marker/.handbook-output/": "", "marker/x": "mine",
      "almost/.handbook-output": "handbook outpu", "almost/x": "mine",
    ])
    try folder.link("link", to: "empty")
    try folder.link("dangling", to: "none")
    site = try SiteFolder.find("\(folder.path)/top/site")
  }

  func refusal(_ output: String) throws -> Refusal? {
    do throws(DiskError) {
      _ = try site.begin(output)
      return nil
    } catch .refusedOutput(_, let refusal) {
      return refusal
    } catch {
      throw error
    }
  }

  @Test(
    arguments: [
      ("top/site", .holdsSite), ("top/site/", .holdsSite), ("top", .holdsSite),
      ("top/site/content/..", .holdsSite), (".", .holdsSite), ("..", .holdsSite),
      ("top/site/content", .inside(folder: "content")),
      ("top/site/content/new", .inside(folder: "content")),
      ("top/site/content/a/b/c", .inside(folder: "content")),
      ("top/site/layouts", .inside(folder: "layouts")),
      ("top/site/assets/./x", .inside(folder: "assets")),
      ("top/site/.handbook/x", .inside(folder: ".handbook")),
      ("top/site/.git/x", .inside(folder: ".git")),
      ("full", .foreign), ("full/a", .foreign), ("later", .foreign), ("marker", .foreign),
      ("almost", .foreign), ("repository", .repository), ("worktree", .repository),
      ("file", .notFolder), ("link", .link), ("dangling", .link), ("link/", .link),
    ] as [(String, Refusal)])
  func `a place that is not ours is refused and left as it is`(
    output: String, expected: Refusal
  ) throws {
    let before = try folder.drawing()
    #expect(try refusal("\(folder.path)/\(output)") == expected)
    #expect(try folder.drawing() == before)
  }

  @Test(arguments: [
    ("/", Refusal.root), ("//", .root), ("/..", .root), ("/.", .root), ("/proc", .mountPoint),
    ("/usr", .foreign),
  ])
  func `places of the system are refused`(output: String, expected: Refusal) throws {
    #expect(try refusal(output) == expected)
  }

  static var home: String? { getenv("HOME").map { String(cString: $0) } }

  @Test(.enabled("the user has a home folder") { home.map { access($0, X_OK) == 0 } ?? false })
  func `the home folder is refused`() throws {
    let home = try #require(Self.home)
    #expect(try refusal(home) == (home == "/" ? .root : .home))
  }

  @Test(arguments: ["new", "empty", "new/deep/output", "empty/in", "top/site/public", "top/other"])
  func `an absent or empty folder is taken and a discarded build leaves no trace`(
    output: String
  ) throws {
    let before = try folder.drawing(without: [".handbook"])
    #expect(try refusal("\(folder.path)/\(output)") == nil)
    #expect(try folder.drawing(without: [".handbook"]) == before)
  }

  @Test func `links above the output are followed`() throws {
    try site.publish(["index.html": "x"], to: "\(folder.path)/link/out")
    #expect(try folder.text(of: "empty/out/index.html") == "x")
  }

  @Test func `a site reached through a link above is known again`() throws {
    try folder.link("alias", to: "top/site")
    #expect(try refusal("\(folder.path)/alias/content/x") == .inside(folder: "content"))
    #expect(try refusal("\(folder.path)/alias/../site") == .holdsSite)
  }

  @Test func `a folder that begins like the site's is another`() throws {
    #expect(try refusal("\(folder.path)/top/site2") == nil)
    #expect(try refusal("\(folder.path)/top/site/contents") == nil)
  }

  @Test func `an output in a folder that may not be written is an error`() throws {
    chmod(folder.path, 0o755)
    chmod("\(folder.path)/empty", 0o555)
    try asOrdinaryUser {
      _ = #expect(throws: DiskError.self) { try site.begin("\(folder.path)/empty/out") }
    }
    #expect(try folder.drawing(of: "empty") == [])
  }

  @Test(arguments: ["file/out", "none/../out", "dangling/out"])
  func `a way that leads nowhere is an error`(output: String) throws {
    let before = try folder.drawing()
    #expect(throws: DiskError.self) { try site.begin("\(folder.path)/\(output)") }
    #expect(try folder.drawing() == before)
  }

  @Test func `files put into an output by hand are named and stay`() throws {
    let output = "\(folder.path)/out"
    try site.publish(["index.html": "one", "a/index.html": "a"], to: output)
    try folder.write(["out/CNAME": "mine", "out/a/notes/b.txt": "mine", "out/é.txt": "mine"])
    let before = try folder.drawing()
    #expect(try refusal(output) == .addedFiles(["CNAME", "a/notes/b.txt", "é.txt"]))
    #expect(try folder.drawing() == before)
  }

  @Test func `an output is known again in a copy and when files in it were deleted`() throws {
    let output = "\(folder.path)/out"
    try site.publish(["index.html": "one", "a/index.html": "a"], to: output)
    try #require(unlink("\(output)/index.html") == 0)
    try #require(rename(output, "\(folder.path)/moved") == 0)
    try site.publish(["index.html": "two"], to: "\(folder.path)/moved")
    #expect(try folder.text(of: "moved/index.html") == "two")
  }

  @Test(
    arguments: [
      (.root, "it is the root of the file system; choose a new folder with --output"),
      (.home, "it is your home folder; choose a new folder with --output"),
      (.holdsSite, "the site itself is in it; choose a new folder with --output"),
      (
        .inside(folder: "content"),
        "it is in 'content', which holds the site's own files; "
          + "choose a folder outside it with --output"
      ),
      (
        .repository,
        "it is the top of a git repository; "
          + "choose a folder in it with --output, or copy the site there"
      ),
      (.mountPoint, "it is a mount point; choose a folder in it with --output"),
      (.link, "it is a symbolic link; name the folder that it leads to with --output"),
      (.notFolder, "it is not a folder; choose another name with --output"),
      (
        .foreign,
        "it holds files that 'handbook build' did not make; "
          + "empty it yourself or choose a new folder with --output"
      ),
      (
        .addedFiles(["CNAME"]),
        "'CNAME' in it did not come from a build and would be lost; "
          + "move what you want to keep to 'content' or 'assets' and delete the rest"
      ),
    ] as [(Refusal, String)])
  func `a refusal says what stands against the place and what to do`(
    refusal: Refusal, words: String
  ) {
    let error = DiskError.refusedOutput(path: "x", refusal)
    #expect(error.description == "cannot put the site into 'x': " + words)
  }
}
