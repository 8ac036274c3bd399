import Foundation
import Synchronization
import Testing

/// A site that is built again and again.
struct BuildAgainTests {
  private let site: RepeatedBuild
  private let folder: Folder

  init() throws {
    site = try RepeatedBuild()
    folder = site.folder
  }

  @Test func `where nothing changed nothing is touched and the same is printed, in every format`()
    throws
  {
    let first = try site.build("--report", "sarif=r.sarif", "--report", "gitlab=r.json")
    let (before, sarif) = (try Untouched(site.published), try folder.text("r.sarif"))
    let gitlab = try folder.text("r.json")
    folder.remove("r.sarif")
    folder.remove("r.json")
    let second = try site.build("--report", "sarif=r.sarif", "--report", "gitlab=r.json")
    #expect(!first.isTakenOver && second.isTakenOver)
    #expect(second.console == first.console)
    #expect(second.console.contains("[empty-heading]"))
    #expect(second.console.contains("1 allowed, 1 in drafts, not counted"))
    #expect(try folder.text("r.sarif") == sarif)
    #expect(try folder.text("r.json") == gitlab)
    #expect(try Untouched(site.published) == before)
    for format in ["text", "json", "sarif", "github", "gitlab"] {
      let again = try site.build("--format", format)
      let anew = try site.build("--format", format, "--no-cache", "--output", "elsewhere")
      #expect(again.isTakenOver && !anew.isTakenOver)
      #expect(again.console == anew.console.replacing("in elsewhere.", with: "in public."))
    }
  }

  @Test func `the summary of a job on GitHub is written again`() throws {
    let environment = ["GITHUB_STEP_SUMMARY": folder.url.appending(path: "summary.md").path]
    // More than the ten findings that GitHub shows beside lines.
    try folder.write(String(repeating: "#\n\n", count: 30), to: "content/a.md")
    try site.build("--format", "github", environment: environment)
    let first = try folder.text("summary.md")
    #expect(first.contains("empty-heading"))
    #expect(try site.build("--format", "github", environment: environment).isTakenOver)
    #expect(try folder.text("summary.md") == first + first)
  }

  @Test func `a source that was only written again changes nothing`() throws {
    try site.build()
    try folder.write(try folder.text("content/a.md"), to: "content/a.md")
    #expect(try site.build().isTakenOver)
  }

  @Test(arguments: [
    ("content/a.md", "---\nweight: 3\n---\n# B {{ site.data.a }}\n"), ("content/new.md", "# New\n"),
    ("assets/p.png", "not a Picture"), ("words.yml", "a: 2\n"),
    ("layouts/page.html", "{{ content }}"),
    ("site.yml", "title: U\ndata: words.yml\n"), ("content/d.md", nil), ("assets/new.txt", "x"),
  ])
  func `whatever changed in the sources is built, whatever its time`(path: String, text: String?)
    throws
  {
    try site.build()
    let file = folder.url.appending(path: path).path
    let date = try? FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
    if let text { try folder.write(text, to: path) } else { folder.remove(path) }
    if let date, text != nil {
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file)
    }
    #expect(try !site.build().isTakenOver)
    #expect(try site.isAsBuiltAnew())
    #expect(try site.build().isTakenOver)
  }

  @Test func `what was changed or removed in the output is made again`() throws {
    try site.build()
    let edits: [(String, () throws -> Void)] = [
      ("changed", { try folder.write("<p>x", to: "public/index.html") }),
      ("removed", { folder.remove("public/a/index.html") }),
      ("folder removed", { folder.remove("public/a") }),
      (
        "manifest",
        { try folder.write("handbook output 1\n-  index.html\n", to: "public/.handbook-output") }
      ),
      ("all removed", { folder.remove("public") }),
      (
        "empty folder",
        {
          try FileManager.default.createDirectory(
            at: site.published.appending(path: "empty"), withIntermediateDirectories: false)
        }
      ),
      (
        "rights",
        {
          try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: site.published.appending(path: "index.html").path)
        }
      ),
    ]
    for (name, edit) in edits {
      #expect(try site.build().isTakenOver)
      try edit()
      if name == "manifest" {
        // Files that the mark does not list count as somebody's.
        try site.build(exitCode: 2)
        folder.remove("public")
      }
      #expect(try !site.build().isTakenOver, "\(name)")
      #expect(try site.isAsBuiltAnew(), "\(name)")
      let empty = FileManager.default.fileExists(
        atPath: site.published.appending(path: "empty").path)
      #expect(!empty)
    }
  }

  @Test func `a file put into the output is refused as ever`() throws {
    let first = try site.build()
    try folder.write("mine", to: "public/a/mine.txt")
    let second = try site.build(exitCode: 2)
    #expect(second.console.contains("'a/mine.txt' in it did not come from a build"))
    folder.remove("public/a/mine.txt")
    #expect(try site.build().console == first.console)
  }

  @Test(arguments: [
    ["--drafts"], ["--url", "https://y.example/b/"], ["--as-of", "2027-06-30"], ["--manifest"],
  ])
  func `other options make another site, and the first again`(options: [String]) throws {
    try folder.write(
      "---\nreviewed: 2026-01-01\nreview_in: 7 months\n---\n# A\n", to: "content/a.md")
    try folder.write("---\ndraft: true\n---\n# D\n", to: "content/d.md")
    try site.build()
    for _ in 0..<2 {
      let outcome = try Command(
        arguments: ["build", "--timings"]
          + (options[0] == "--as-of" ? [] : ["--as-of", "2026-06-30"])
          + options, folder: folder
      ).run()
      #expect(
        outcome.exitCode == 0 && !outcome.console.contains("taken over"), "\(outcome.console)")
      #expect(try !site.build().isTakenOver)
      #expect(try site.isAsBuiltAnew())
    }
  }

  @Test func `warnings that were let pass fail where they are to fail`() throws {
    try site.build()
    let strict = try site.build("--strict", exitCode: 1)
    #expect(!strict.isTakenOver)
    #expect(try site.build().isTakenOver)
  }

  @Test func `a baseline, and what is written down as known, decides each time`() throws {
    try site.build("--write-baseline", "known.json")
    #expect(try !site.build("--write-baseline", "known.json").isTakenOver)
    let known = try site.build("--baseline", "known.json")
    #expect(known.console.contains("3 known"), "\(known.console)")
    #expect(try site.build("--baseline", "known.json").console == known.console)
    try folder.write("{\"schemaVersion\": \"1\", \"findings\": []}", to: "known.json")
    let none = try site.build("--baseline", "known.json")
    #expect(!none.isTakenOver && !none.console.contains("known"))
  }

  @Test func `each output has its own memory`() throws {
    try site.build()
    #expect(try !site.build("--output", "two").isTakenOver)
    #expect(try site.build().isTakenOver)
    #expect(try site.build("--output", "two").isTakenOver)
    #expect(try Tree(site.published) == Tree(folder.url.appending(path: "two")))
  }

  @Test func `without the cache nothing is kept and nothing is taken over`() throws {
    try site.build("--no-cache")
    #expect(
      !FileManager.default.fileExists(atPath: folder.url.appending(path: ".handbook/cache").path))
    try site.build()
    #expect(try !site.build("--no-cache").isTakenOver)
    // That build made another output than the one that is remembered.
    #expect(try !site.build().isTakenOver)
  }

  @Test func `builds at once give one whole site, which is taken over after them`() throws {
    let codes = Mutex<[Int32]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { [folder] _ in
      let command = Command(arguments: ["build", "--as-of", "2026-06-30"], folder: folder)
      let code = (try? command.run())?.exitCode ?? -1
      codes.withLock { $0.append(code) }
    }
    #expect(codes.withLock { $0 } == [0, 0, 0, 0])
    #expect(try site.isAsBuiltAnew())
    #expect(try site.build().isTakenOver)
  }
}
