import Foundation
import Testing

/// A site with a network that asks for Graphviz, and a folder of programs with one in its place.
private struct NetworkSite {
  let site: RepeatedBuild
  let programs: Folder

  var folder: Folder { site.folder }

  /// Where the program that answers lays the line.
  static let line = "d=\"M320 35C320 43 320 53 320 71\""
  static let undrawn = "There is no picture of this yet."

  init() throws {
    site = try RepeatedBuild()
    programs = try Folder(named: "bin")
    for (path, text) in Self.network { try folder.write(text, to: path) }
    try install()
  }

  /// Files that make a network of two services.
  static let network = [
    "site.yml": """
    title: T
    url: https://x.example
    data: words.yml
    figures:
      network:
        draw: network
        layout: graphviz
        pages: service
        relations: [{by: depends_on, label: Depends on}]

    """,
    "content/a.md": "---\nweight: 3\n---\n# A\n\n![The network](figure:network)\n",
    "content/host.md": "---\ntitle: Host\ntags: [service]\n---\n",
    "content/pay.md": "---\ntitle: Pay\ntags: [service]\ndepends_on: host\n---\n",
  ]

  /// Makes a `dot` that counts how often it was started.
  func install(version: String = "2", y: Int = 17) throws {
    let answer = """
      {"bb": "0,0,120,112", "objects": [{"_gvid": 0, "name": "0", "pos": "60,\(y)"},
      {"_gvid": 1, "name": "1", "pos": "60,95"}], "edges": [{"tail": 1, "head": 0,
      "pos": "e,60,34 60,78 60,70 60,60 60,42"}]}
      """
    try programs.write(
      """
      #!/bin/sh
      echo "$1" >>'\(programs.url.path)/calls'
      case $1 in
      -V) echo 'dot \(version)' >&2 ;;
      *) echo '\(answer)' ;;
      esac
      """, to: "dot")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: programs.url.appending(path: "dot").path)
  }

  /// What it was started with since it was asked last.
  func calls() throws -> [String] {
    let calls = (try? programs.text("calls")) ?? ""
    programs.remove("calls")
    return calls.split(separator: "\n").map(String.init)
  }

  /// The only programs that there are.
  var environment: [String: String] { ["PATH": programs.url.path] }

  func build(_ arguments: String..., exitCode: Int32 = 0) throws -> (
    console: String, isTakenOver: Bool
  ) {
    let outcome = try Command(
      arguments: ["build", "--as-of", "2026-06-30", "--timings"] + arguments, folder: folder,
      environment: environment
    ).run()
    try #require(outcome.exitCode == exitCode, "\(outcome.console)")
    return (outcome.console, outcome.console.contains("was taken over"))
  }

  func page() throws -> String { try folder.text("public/a/index.html") }
}

struct GraphvizSiteTests {
  private let network: NetworkSite

  init() throws { network = try NetworkSite() }

  @Test func `a build draws what dot says, keeps it, and takes itself over`() throws {
    #expect(try !network.build().isTakenOver)
    #expect(try network.page().contains(NetworkSite.line))
    #expect(try network.calls() == ["-V", "-Tjson0"])
    #expect(try network.build().isTakenOver)
    #expect(try network.calls() == ["-V"])
    try network.folder.write("# B\n", to: "content/b.md")
    #expect(try !network.build().isTakenOver)
    #expect(try network.calls() == ["-V"], "what was kept was taken")
    _ = try network.build("--no-cache")
    #expect(try network.calls() == ["-V", "-Tjson0"])
  }

  @Test func `without dot the table is published alone, until dot is there`() throws {
    network.programs.remove("dot")
    for _ in 0..<2 {
      let outcome = try network.build()
      #expect(!outcome.isTakenOver)
      #expect(outcome.console.contains("note: Graphviz is not installed"), "\(outcome.console)")
      #expect(try network.page().contains(NetworkSite.undrawn))
    }
    try network.install()
    #expect(try !network.build().isTakenOver)
    #expect(try network.page().contains(NetworkSite.line))
    network.programs.remove("dot")
    #expect(try !network.build().isTakenOver)
    #expect(try network.page().contains(NetworkSite.undrawn))
  }

  @Test func `another version of dot, and a dot that fails, are asked anew`() throws {
    _ = try network.build()
    try network.install(version: "3")
    #expect(try !network.build().isTakenOver)
    #expect(try network.build().isTakenOver)
    try network.install(version: "4", y: 999)
    for _ in 0..<2 {
      let outcome = try network.build()
      #expect(!outcome.isTakenOver)
      #expect(
        outcome.console.contains(
          "as Graphviz did not lay it out: its answer does not have one place for each node"))
    }
  }

  @Test(arguments: CacheDamage.allCases)
  func `whatever becomes of the cache, the site is the same`(damage: CacheDamage) throws {
    _ = try network.build()
    let published = try Tree(network.site.published)
    for _ in 0..<2 {
      try damage.apply(to: network.folder)
      _ = try network.build()
      #expect(try Tree(network.site.published) == published)
    }
  }

  @Test func `a check says the same as a build, and keeps nothing`() throws {
    func check() throws -> String {
      try Command(
        arguments: ["check", "--as-of", "2026-06-30"], folder: network.folder,
        environment: network.environment
      ).run().console
    }
    #expect(try !check().contains("[undrawn-network]"))
    #expect(try network.calls() == ["-V", "-Tjson0"])
    network.programs.remove("dot")
    #expect(try check().contains("note: Graphviz is not installed"))
    let cache = network.folder.url.appending(path: ".handbook/cache").path
    #expect(!FileManager.default.fileExists(atPath: cache))
  }

  @Test func `a preview draws it too, and again when it changes`() throws {
    let served = try ServedSite(
      in: network.folder,
      environment: [
        "PATH": network.programs.url.path + ":/usr/bin:/bin"
      ])
    #expect(try served.get("/a/").contains(NetworkSite.line))
    try network.folder.write(
      "---\ntitle: Pay\ntags: [service]\ndepends_on: []\n---\n", to: "content/pay.md")
    let alone = try served.get("/a/")
    #expect(alone.contains("<svg") && !alone.contains(NetworkSite.line))
    try network.folder.write(NetworkSite.network["content/pay.md"] ?? "", to: "content/pay.md")
    #expect(try served.get("/a/").contains(NetworkSite.line))
    #expect(try network.calls() == ["-V", "-Tjson0"])
  }

  @Test func `of a change that nobody trusts it is not started, and what it said is not read`()
    throws
  {
    let request = try PullRequest()
    for (path, text) in NetworkSite.network {
      for side in ["base", "change"] {
        try request.folder.write(
          path == "site.yml" ? text.replacing("words.yml\n", with: "data.yml\nhtml: all\n") : text,
          to: "\(side)/\(path)")
      }
    }
    let trusted = try Command(
      arguments: ["build", "--site", "change", "--output", "out"], folder: request.folder,
      environment: network.environment
    ).run()
    #expect(trusted.exitCode == 0, "\(trusted.console)")
    #expect(try request.folder.text("out/a/index.html").contains(NetworkSite.line))
    #expect(try network.calls() == ["-V", "-Tjson0"])
    let outcome = try request.run("build", environment: network.environment)
    #expect(outcome.exitCode == 0 && !outcome.console.contains("[undrawn-network]"))
    #expect(
      outcome.console.contains(
        "note: Graphviz is not started here, so the table of 'network' stands without its picture"),
      "\(outcome.console)")
    #expect(try request.folder.text("out/a/index.html").contains(NetworkSite.undrawn))
    #expect(try network.calls() == [])
  }
}

/// Graphviz itself, where Debian's package is installed.
struct InstalledGraphvizTests {
  private static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")

  @Test(
    .enabled(if: isThere, "Graphviz is not installed: sudo apt-get install graphviz"),
    arguments: [2, 5, 40])
  func `what dot says of any network is drawn`(count: Int) throws {
    var random = SeededNumbers(seed: UInt64(count))
    for _ in 0..<4 {
      let folder = try Folder()
      try folder.write(NetworkSite.network["site.yml"] ?? "", to: "site.yml")
      try folder.write("", to: "words.yml")
      try folder.write("![The network](figure:network?table=no)\n", to: "content/index.md")
      for number in 0..<count {
        let needs = (0..<3).map { _ in "s\(Int.random(in: 0..<count, using: &random))" }
        let title = String(repeating: "Service ", count: .random(in: 1...4, using: &random))
        try folder.write(
          "---\ntitle: \(title)\(number)\ntags: [service]\ndepends_on: [s\((number + 1) % count), \(needs.joined(separator: ", "))]\n---\n",
          to: "content/s\(number).md")
      }
      let outcome = try Command(
        arguments: ["build", "--as-of", "2026-06-30"], folder: folder,
        environment: ["PATH": "/usr/bin:/bin"]
      ).run()
      #expect(
        outcome.exitCode == 0 && !outcome.console.contains("undrawn-network"),
        "\(outcome.console)")
      let page = try folder.text("public/index.html")
      #expect(page.split(separator: "<rect").count == count + 1)
    }
  }
}

/// Random numbers that are the same in every run.
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
