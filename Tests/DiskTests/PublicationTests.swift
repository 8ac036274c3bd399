import Digest
import Glibc
import Handbook
import Testing

@testable import Disk

/// A publication whole or not at all.
struct PublicationTests {
  let folder: TemporaryFolder
  let site: SiteFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["site.yml": "title: T", "content/index.md": "# Hello"])
    site = try SiteFolder.find(folder.path)
  }

  @Test func `the first publication makes the output and leaves nothing beside it`() throws {
    try site.publish(["index.html": "home", "a/b/index.html": "deep"])
    #expect(
      try folder.drawing() == [
        ".handbook/", "content/", "content/index.md: # Hello", "public/",
        "public/.handbook-output: handbook output 1\n-  a/b/index.html\n-  index.html\n",
        "public/a/", "public/a/b/", "public/a/b/index.html: deep", "public/index.html: home",
        "site.yml: title: T",
      ])
  }

  @Test func `a later publication takes the place of the whole output`() throws {
    try site.publish(["old/index.html": "old", "index.html": "one"])
    try site.publish(["index.html": "two"])
    #expect(
      try folder.drawing(of: "public", without: [".handbook-output"]) == ["index.html: two"])
    #expect(try folder.drawing().filter { $0.hasPrefix(".public") } == [])
  }

  @Test func `a publication that ends otherwise leaves the output as it was`() throws {
    try site.publish(["index.html": "one"])
    let before = try folder.drawing()
    let publication = try site.begin()
    try publication.output.write("two", to: "index.html")
    _ = consume publication
    #expect(try folder.drawing() == before)
  }

  @Test func `an error while writing leaves the output as it was`() throws {
    try site.publish(["index.html": "one"])
    let before = try folder.drawing()
    let expected = DiskError.unwritable(
      path: site.path + "/public/index.html/b", reason: "Not a directory")
    #expect(throws: expected) {
      try site.publish(["index.html": "two", "index.html/b": "x"])
    }
    #expect(try folder.drawing() == before)
  }

  @Test func `a path is written once`() throws {
    let publication = try site.begin()
    try publication.output.write("a", to: "a")
    try publication.output.write("b", to: "b/c")
    let output = publication.output
    #expect(throws: DiskError.unwritable(path: site.path + "/public/a", reason: "File exists")) {
      try output.write("x", to: "a")
    }
    #expect(throws: DiskError.self) { try output.write("x", to: "b") }
  }

  @Test func `nothing is taken once the publication has ended`() throws {
    let publication = try site.begin()
    let output = publication.output
    try output.write("a", to: "a/b")
    try publication.publish()
    #expect(throws: DiskError.self) { try output.write("x", to: "late") }
    #expect(throws: DiskError.self) { try output.write("x", to: "a/late") }
    #expect(
      try folder.drawing(of: "public", without: [".handbook-output"]) == ["a/", "a/b: a"])
  }

  @Test func `an output that became a user's folder meanwhile is left alone`() throws {
    let publication = try site.begin()
    try publication.output.write("a", to: "a")
    try folder.write(["public/mine": "mine"])
    do throws(DiskError) {
      try publication.publish()
      Issue.record("published over a user's folder")
    } catch {
      #expect(error == .refusedOutput(path: site.path + "/public", .foreign))
    }
    #expect(try folder.drawing(of: "public") == ["mine: mine"])
  }

  @Test func `an empty publication is an output too`() throws {
    try site.publish([:])
    try site.publish([:])
    #expect(
      try folder.drawing(of: "public") == [".handbook-output: handbook output 1\n"])
  }

  @Test func `sources are copied as they are`() throws {
    let large = String(repeating: "0123456789", count: 70_000)
    try folder.write(["assets/large.bin": large, "assets/empty.bin": ""])
    let sources = try DiskSources(of: site)
    let publication = try site.begin(manifest: .digests)
    for entry in sources.entries where entry.path.hasPrefix("assets") {
      try publication.output.copy(entry, to: try #require(OutputPath(entry.path)))
    }
    try publication.publish()
    #expect(try folder.text(of: "public/assets/large.bin") == large)
    #expect(try folder.text(of: "public/assets/empty.bin") == "")
    #expect(
      try folder.text(of: "public/.handbook-output") == """
        handbook output 1
        \(SHA256(of: []).hex)  assets/empty.bin
        \(SHA256(of: Array(large.utf8)).hex)  assets/large.bin

        """)
  }

  @Test func `a source that changed is not copied`() throws {
    let sources = try DiskSources(of: site)
    try folder.write(["content/index.md": "# Hello, changed"])
    let entry = try #require(sources.entries.first)
    let publication = try site.begin()
    let output = publication.output
    let path = try #require(OutputPath("x"))
    #expect(throws: SourceError.changed(path: "content/index.md")) {
      try output.copy(entry, to: path)
    }
  }

  @Test func `many threads fill one output`() async throws {
    let publication = try site.begin(manifest: .digests)
    let output = publication.output
    try await withThrowingTaskGroup { group in
      for thread in 0..<4 {
        group.addTask {
          for number in 0..<250 { try output.write("\(thread)", to: "a\(number)/b/\(thread)") }
        }
      }
      try await group.waitForAll()
    }
    try publication.publish()
    let files = try folder.drawing(of: "public").filter { !$0.hasSuffix("/") }
    #expect(files.count == 1001)
    #expect(files.contains("a249/b/3: 3"))
    let lines = try folder.text(of: "public/.handbook-output").split(separator: "\n").dropFirst()
    let paths = lines.map { $0.dropFirst(66) }
    #expect(paths.count == 1000)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test(arguments: 1...10)
  func `after any row of builds the output is that of the last`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<6 {
      var files: [String: String] = [:]
      for _ in 0..<random.below(20) {
        let path =
          (0...random.below(3)).map { _ in "d\(random.below(3))" } + ["f\(random.below(3))"]
        files[path.joined(separator: "/")] = "\(random.next())"
      }
      if random.below(3) == 0 {
        let before = try folder.drawing(without: [".handbook"])
        let abandoned = try site.begin()
        for (path, text) in files { try abandoned.output.write(text, to: path) }
        _ = consume abandoned
        #expect(try folder.drawing(without: [".handbook"]) == before)
      } else {
        let publication = try site.begin()
        for (path, text) in files { try publication.output.write(text, to: path) }
        try publication.publish()
        let written = try folder.drawing(of: "public", without: [".handbook-output"])
        let expected = Set(files.map { "\($0): \($1)" })
        #expect(Set(written.filter { !$0.hasSuffix("/") }) == expected)
      }
    }
    #expect(try folder.drawing(of: ".handbook") == [])
  }

  @Test func `a run that only checks keeps nothing`() throws {
    let before = try folder.drawing()
    let entry = try #require(try DiskSources(of: site).entries.first)
    let output: any OutputSink = NoOutput()
    try output.write("x", to: "index.html")
    try output.copy(entry, to: try #require(OutputPath("a")))
    #expect(try folder.drawing() == before)
  }
}

extension SiteFolder {
  /// Begins a publication as the command does.
  @discardableResult
  func begin(
    _ output: String? = nil, manifest: ManifestDetail = .paths, patience: Duration = .zero
  ) throws(DiskError) -> Publication {
    try Publication(OutputClaim(of: self, to: output, patience: patience), manifest: manifest)
  }

  /// Publishes files given by their paths, in that order.
  func publish(
    _ files: KeyValuePairs<String, String>, to output: String? = nil,
    manifest: ManifestDetail = .paths
  ) throws {
    let publication = try begin(output, manifest: manifest)
    for (path, text) in files { try publication.output.write(text, to: path) }
    try publication.publish()
  }
}

extension OutputSink {
  /// Writes a text to a path that must be allowed.
  func write(_ text: String, to path: String) throws {
    let path = try #require(OutputPath(path))
    try Array(text.utf8).withUnsafeBytes { try write($0, to: path) }
  }
}
