import Glibc
import Handbook
import Testing

@testable import Disk

/// Graphviz as a site asks it: with a program in its place that answers what a file says, and counts.
@Suite struct GraphvizTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["site/site.yml": "title: T\n", "answer": "sound 1", "calls": ""])
    try install()
  }

  /// Makes a `dot` that answers so to the question what it is, and what it says to all others.
  private func install(
    version: String = "dot 2", says: String = "cat \"$here/answer\""
  ) throws {
    try folder.write([
      "dot": """
      #!/bin/sh
      here='\(folder.path)'
      echo "$1" >>"$here/calls"
      case $1 in
      -V) echo '\(version)' >&2 ;;
      *) cat >"$here/asked"; \(says) ;;
      esac
      """
    ])
    try #require(chmod("\(folder.path)/dot", 0o755) == 0)
  }

  private func graphviz(_ use: Graphviz.CacheUse) throws -> Graphviz {
    Graphviz(
      try SiteFolder.find("\(folder.path)/site"), cache: use, program: "\(folder.path)/dot")
  }

  /// A request to which all answers are sound that say so.
  private func request(_ text: String = "digraph {}") -> GraphvizRequest {
    GraphvizRequest(text: Array(text.utf8)) { $0.starts(with: "sound".utf8) }
  }

  private func answer(_ text: String) -> GraphvizAnswer { .answered(Array(text.utf8)) }

  /// What the program was started with since the last time.
  private func calls() throws -> [String] {
    let calls = try folder.text(of: "calls").split(separator: "\n").map(String.init)
    try folder.write(["calls": ""])
    return calls
  }

  private var kept: [String] {
    let cache = "site/.handbook/cache"
    guard access("\(folder.path)/\(cache)", F_OK) == 0 else { return [] }
    return ((try? folder.drawing(of: cache)) ?? []).map { String($0.prefix { $0 != ":" }) }
  }

  @Test func `it reads the text, is asked once in a run, and not again while its answer is kept`()
    throws
  {
    let graphviz = try graphviz(.keeps)
    #expect(!graphviz.isAsked)
    for _ in 0..<2 { #expect(graphviz.answer(to: request()) == answer("sound 1")) }
    #expect(graphviz.isAsked && !graphviz.isUnsure)
    #expect(try folder.text(of: "asked") == "digraph {}")
    #expect(try calls() == ["-V", "-Tjson0"])
    try folder.write(["answer": "sound 2"])
    #expect(try self.graphviz(.keeps).answer(to: request()) == answer("sound 1"))
    #expect(try self.graphviz(.reads).answer(to: request()) == answer("sound 1"))
    #expect(try calls() == ["-V", "-V"])
    #expect(try self.graphviz(.none).answer(to: request()) == answer("sound 2"))
    #expect(try self.graphviz(.keeps).answer(to: request("other")) == answer("sound 2"))
  }

  @Test func `an answer is kept only where that is asked for`() throws {
    for use in [Graphviz.CacheUse.none, .reads] {
      #expect(try graphviz(use).answer(to: request()) == answer("sound 1"))
    }
    #expect(try !folder.drawing(of: "site").contains(".handbook/"))
    _ = try graphviz(.keeps).answer(to: request())
    #expect(kept.count == 1 && kept[0].hasSuffix(".graph"))
    var status = stat()
    #expect(stat("\(folder.path)/site/.handbook/cache/\(kept[0])", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `another version is asked anew`() throws {
    #expect(try graphviz(.keeps).version == "dot 2\n")
    _ = try graphviz(.keeps).answer(to: request())
    try install(version: "dot 3")
    try folder.write(["answer": "sound 3"])
    #expect(try graphviz(.keeps).answer(to: request()) == answer("sound 3"))
  }

  @Test func `what is kept and was damaged, or may be somebody else's, is asked for again`() throws
  {
    _ = try graphviz(.keeps).answer(to: request())
    let file = "site/.handbook/cache/\(try #require(kept.first))"
    let path = "\(folder.path)/\(file)"
    let whole = try NamedFile(path).read()
    let deeds: [() throws -> Void] =
      (whole.indices.map { index in
        {
          var other = whole
          other[index] ^= 1
          try NamedFile(path).write(other)
        }
      })
      + [0, 31, 32, whole.count - 1].map { length in
        { try NamedFile(path).write(Array(whole[..<length])) }
      } + [
        { chmod(path, 0o644) },
        {
          unlink(path)
          symlink("\(folder.path)/answer", path)
        },
        {
          unlink(path)
          mkfifo(path, 0o600)
        },
        {
          unlink(path)
          mkdir(path, 0o700)
        },
      ]
    for deed in deeds {
      try deed()
      _ = try calls()
      #expect(try graphviz(.reads).answer(to: request()) == answer("sound 1"))
      #expect(try calls() == ["-V", "-Tjson0"])
      unlink(path)
      rmdir(path)
      try folder.write(["answer": "sound 1"])
      _ = try graphviz(.keeps).answer(to: request())
    }
  }

  @Test func `what is no answer is given to who asked, and neither kept nor called sure`() throws {
    _ = try graphviz(.keeps).answer(to: request())
    try folder.write(["answer": "wrong"])
    let graphviz = try graphviz(.keeps)
    #expect(graphviz.answer(to: request("other")) == answer("wrong"))
    #expect(graphviz.isUnsure)
    #expect(kept.count == 1)
    // One that was right when it was kept, and is none now, is asked for again.
    let strict = GraphvizRequest(text: Array("digraph {}".utf8)) { $0 == Array("wrong".utf8) }
    #expect(try self.graphviz(.reads).answer(to: strict) == answer("wrong"))
  }

  @Test func `without the program it says so, and looks again`() throws {
    let graphviz = try graphviz(.keeps)
    unlink("\(folder.path)/dot")
    #expect(graphviz.answer(to: request()) == .missing)
    #expect(graphviz.version == nil && graphviz.isUnsure)
    try install()
    #expect(graphviz.answer(to: request()) == answer("sound 1"))
    #expect(try self.graphviz(.keeps).answer(to: request()) == answer("sound 1"))
  }

  @Test(arguments: [
    ("exit 3", "it ended with 3"), ("kill -9 $$", "a signal ended it"),
    ("exec head -c 9000000 /dev/zero", "it wrote more than 4 MiB"),
  ])
  func `a program that fails says how`(says: String, reason: String) throws {
    try install(says: says)
    let graphviz = try graphviz(.keeps)
    #expect(graphviz.answer(to: request()) == .failed(reason: reason))
    #expect(graphviz.isUnsure && kept.isEmpty)
  }

  @Test func `a program that cannot say its version lays out nothing`() throws {
    try folder.write(["dot": "#!/bin/sh\nexit 1\n"])
    #expect(try graphviz(.keeps).answer(to: request()) == .failed(reason: "it ended with 1"))
  }

  @Test func `thirty-two answers are kept, and no record of a build is forgotten for them`() throws
  {
    try folder.write([
      "site/.handbook/": "", "site/.handbook/cache/": "", "site/.handbook/cache/a.build": "kept",
    ])
    let graphviz = try graphviz(.keeps)
    for number in 0..<40 { _ = graphviz.answer(to: request("\(number)")) }
    #expect(kept.count == 33 && kept.contains("a.build"))
    #expect(try calls().count == 41)
    _ = try self.graphviz(.keeps).answer(to: request("39"))
    #expect(try calls() == ["-V"])
  }
}

@Suite struct ProgramRunTests {
  @Test func `more goes in and comes out than any pipe holds`() throws {
    let text = (0..<500_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let run = try ProgramRun(
      ["cat"], input: text, keeping: .output, within: .init(seconds: 60, bytes: 1 << 20))
    #expect(run.status == 0 && run.output == text)
  }

  @Test func `one that takes too long, or goes on in silence, is ended`() {
    let limits = ProgramRun.Limits(seconds: 1, bytes: 9)
    for words in [["sleep", "1000"], ["sh", "-c", "exec sleep 1000 >/dev/null 2>&1"]] {
      #expect(throws: SystemError(code: ETIME)) {
        try ProgramRun(words, keeping: .output, within: limits)
      }
    }
  }

  @Test func `one that says too much is ended`() {
    #expect(throws: SystemError(code: EFBIG)) {
      try ProgramRun(["yes"], keeping: .output, within: .init(seconds: 60, bytes: 1 << 20))
    }
  }
}
