import Glibc
import Testing

@testable import Disk

/// What a crash leaves, and two builds at once.
struct RecoveryTests {
  let folder: TemporaryFolder
  let site: SiteFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["site.yml": ""])
    site = try SiteFolder.find(folder.path)
  }

  /// What lies in the site beside its output and working files.
  func besides() throws -> [String] {
    try folder.drawing(without: ["public", ".handbook", "site.yml"])
  }

  @Test(arguments: ["handbook output 1\n", "handbook output 1\n-  a/b\n"])
  func `what a crash left in staging is removed`(marker: String) throws {
    try folder.write([
      ".public.staging/.handbook-output": marker, ".public.staging/a/b": "x",
      ".public.staging/c/d/e/f": "x", "outside/kept": "kept",
    ])
    try folder.link(".public.staging/link", to: "../outside")
    try site.publish(["index.html": "new"])
    #expect(try besides() == ["outside/", "outside/kept: kept"])
    #expect(try folder.text(of: "public/index.html") == "new")
  }

  @Test func `an empty staging folder is what a crash left too`() throws {
    try folder.write([".public.staging/": ""])
    try site.publish(["index.html": "new"])
    #expect(try besides() == [])
  }

  @Test(arguments: ["", "handb", "handbook output 1"])
  func `a staging folder whose mark was only begun is what a crash left too`(begun: String) throws {
    try folder.write([".public.staging/.handbook-output": begun])
    try site.publish(["index.html": "new"])
    #expect(try besides() == [])
    // Beside files, such a mark says nothing.
    try folder.write([".public.staging/.handbook-output": begun, ".public.staging/mine": "mine"])
    #expect(throws: DiskError.refusedOutput(path: site.path + "/.public.staging", .foreign)) {
      try site.begin()
    }
  }

  @Test func `a user's folder with the name of staging is refused and kept`() throws {
    try folder.write([".public.staging/mine": "mine", "public/": ""])
    let before = try folder.drawing(without: [".handbook"])
    let path = site.path + "/.public.staging"
    #expect(throws: DiskError.refusedOutput(path: path, .foreign)) { try site.begin() }
    #expect(try folder.drawing(without: [".handbook"]) == before)
  }

  @Test func `an output that a crash left under its former name comes back`() throws {
    try site.publish(["index.html": "old"])
    try #require(rename(folder.path + "/public", folder.path + "/.public.former") == 0)
    _ = try site.begin()
    #expect(try folder.text(of: "public/index.html") == "old")
    #expect(try besides() == [])
  }

  @Test func `a former output beside the output is removed`() throws {
    try site.publish(["index.html": "old"])
    try folder.write([".public.former/.handbook-output": "handbook output 1\n"])
    _ = try site.begin()
    #expect(try besides() == [])
    #expect(try folder.text(of: "public/index.html") == "old")
  }

  @Test func `where folders cannot be exchanged two renames do it`() throws {
    try site.publish(["index.html": "old"])
    try folder.write([
      ".public.staging/.handbook-output": "handbook output 1\n",
      ".public.staging/index.html": "new",
    ])
    let place = try OutputPlace(Destination(nil, of: site))
    try place.exchangeByRenames()
    #expect(try folder.text(of: "public/index.html") == "new")
    #expect(try folder.text(of: ".public.former/index.html") == "old")
    place.clean()
    #expect(try besides() == [])
  }

  @Test func `where the second rename fails the first is taken back`() throws {
    try site.publish(["index.html": "old"])
    let place = try OutputPlace(Destination(nil, of: site))
    let outcome = Result { try place.exchangeByRenames() }
    #expect(throws: DiskError.self) { try outcome.get() }
    #expect(try folder.text(of: "public/index.html") == "old")
    #expect(try besides() == [])
  }

  @Test func `a second build is told which process holds the output`() throws {
    let first = try site.begin()
    let expected = DiskError.locked(path: site.path + "/public", holder: getpid())
    #expect(throws: expected) { try site.begin() }
    try first.output.write("first", to: "index.html")
    try first.publish()
    #expect(try folder.text(of: "public/index.html") == "first")
  }

  @Test func `a second build waits for the first to end`() async throws {
    let first = try site.begin()
    try first.output.write("first", to: "first")
    let site = site
    let second = Task.detached {
      let publication = try site.begin(patience: .seconds(60))
      try publication.output.write("second", to: "second")
      try publication.publish()
    }
    try first.publish()
    try await second.value
    #expect(
      try folder.drawing(of: "public", without: [".handbook-output"]) == ["second: second"])
    #expect(try besides() == [])
    #expect(try folder.drawing(of: ".handbook") == [])
  }

  @Test func `builds that crowd one output come one after the other`() async throws {
    let site = site
    try await withThrowingTaskGroup { group in
      for build in 0..<8 {
        group.addTask {
          let publication = try site.begin(patience: .seconds(60))
          for file in 0..<20 { try publication.output.write("\(build)", to: "\(build)/\(file)") }
          try publication.publish()
        }
      }
      try await group.waitForAll()
    }
    let drawing = try folder.drawing(of: "public", without: [".handbook-output"])
    #expect(drawing.count == 21)
    #expect(try besides() == [])
  }

  @Test func `the lock lies beside the output where the working folder cannot be made`() throws {
    try folder.write([".handbook": "in the way"])
    let first = try site.begin()
    #expect(
      try besides() == [
        ".public.lock: \(getpid())\n", ".public.staging/",
        ".public.staging/.handbook-output: handbook output 1\n",
      ])
    #expect(throws: DiskError.locked(path: site.path + "/public", holder: getpid())) {
      try site.begin()
    }
    try first.publish()
    #expect(try besides() == [])
  }

  @Test func `a lock that a killed build left does not hinder`() throws {
    try folder.write([".handbook/public.lock": "999999\n"])
    try site.publish(["index.html": "new"])
    #expect(try folder.text(of: "public/index.html") == "new")
  }

  @Test func `a lock that is a link leads nowhere`() throws {
    try folder.write([".handbook/": "", "precious": "mine"])
    try folder.link(".handbook/public.lock", to: "../precious")
    try site.publish(["index.html": "new"])
    #expect(try folder.text(of: "precious") == "mine")
  }

  @Test func `two sites with one output do not mix`() throws {
    try folder.write(["other/site.yml": ""])
    let other = try SiteFolder.find(folder.path + "/other")
    let output = folder.path + "/shared"
    let first = try site.begin(output)
    #expect(throws: DiskError.locked(path: output, holder: nil)) { try other.begin(output) }
    try first.output.write("first", to: "index.html")
    try first.publish()
    #expect(try folder.text(of: "shared/index.html") == "first")
  }
}
