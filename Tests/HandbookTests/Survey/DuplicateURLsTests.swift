import Diagnostics
import Testing

@testable import Handbook

private func findings(_ paths: [String: String]) async throws -> [String] {
  try await build(paths).report.findings.filter { $0.rule == "duplicate-url" }
    .map { "\($0.place.file.path): \($0.message)" }
}

@Test func `two pages with one URL are found, and one of them is published`() async throws {
  let site = try await build(["content/a.md": "# One\n", "content/a/index.md": "# Two\n"])
  #expect(
    site.report.findings.map(\.message) == ["'content/a.md' is published at '/a/' too"])
  #expect(site.files.keys.filter { $0.hasPrefix("a/") } == ["a/index.html"])
  #expect(site.report.pageCount == 1)
}

@Test func `URLs that differ by case alone are one on many disks`() async throws {
  #expect(
    try await findings(["content/Team.md": "", "content/team.md": ""]) == [
      "content/team.md: 'content/Team.md' is published at '/Team/', which differs from '/team/' only by case or form of letters"
    ])
  #expect(try await findings(["content/É.md": "", "content/é.md": ""]).count == 1)
}

@Test func `URLs that differ by the form of their letters alone are one to readers`() throws {
  // Swift takes both names for one, so a dictionary of files holds either.
  let pages = [page("content/caf\u{E9}.md"), page("content/cafe\u{301}.md")]
  let found = try DuplicateURLs(pages: pages, files: [], generated: [])
    .diagnostics(MemorySources(["content/caf\u{E9}.md": ""]))
  #expect(found.map(\.rule) == ["duplicate-url"])
}

@Test func `a page and a file, or two files, do not share a URL`() async throws {
  #expect(try await findings(["content/a.md": "", "content/a": "text"]).count == 1)
  #expect(try await findings(["content/assets/x.png": "", "assets/x.png": ""]).count == 1)
  #expect(
    try await findings(["content/handbook.json": "{}"]) == [
      "content/handbook.json: 'the program's own handbook.json' is published at '/handbook.json' too"
    ])
  let own = try await report(["content/index.md": "# H\n", "content/handbook.json": "{}"]).findings
  #expect(own.map(\.notes.isEmpty) == [true], "it is written nowhere")
}

@Test func `a site's own robots.txt stands in for the program's`() async throws {
  let site = try await build([
    "content/index.md": "# H\n", "content/robots.txt": "User-agent: *\nDisallow: /\n",
  ])
  #expect(site.report.findings.isEmpty)
  #expect(site.files["robots.txt"] == "User-agent: *\nDisallow: /\n")
}

@Test func `a former URL may not be one that is in use`() async throws {
  try await check([
    "content/a.md": "# A\n",
    "content/b.md": """
    ---
    title: B
    aliases: [/a/, /b/, /b/#x, /old/, /old#y]
              ^^^ error: 'content/a.md' is published at '/a/' too; leave this alias out
    ---
    """,
    "content/c.md": """
    ---
    aliases: /OLD/
             ^^^^^ error: 'content/b.md' is published at '/old/', which differs from '/OLD/' only by case or form of letters; leave this alias out
    ---
    """,
    "content/d.md": """
    ---
    url: /a/index.html
         ^^^^^^^^^^^^^ error: 'content/a.md' is published at '/a/' too; rename one of them, or give one another 'url'
    ---
    """,
  ])
}

@Test func `what claims the URL of another never overwrites it`() async throws {
  let site = try await build([
    "content/a.md": "# The page\n",
    "content/b.md": "---\naliases: [/a/index.html, /x.css/, /robots.txt]\n---\n",
    "content/x.css": "p {}\n",
  ])
  #expect(site.files["a/index.html"]?.contains("The page") == true)
  #expect(site.files["x.css"] == "p {}\n")
  #expect(site.files["x.css/index.html"] == nil)
}

@Test func `pages with different URLs are fine`() async throws {
  #expect(
    try await findings([
      "content/a.md": "", "content/a/b.md": "", "content/ab.md": "", "content/index.md": "",
    ])
      == [])
}

@Test func `nothing is published below a file`() async throws {
  let below = "nothing can be published at"
  #expect(
    try await findings(["content/a.md": "---\nurl: /handbook.json/x/\n---\n"]) == [
      "content/a.md: \(below) '/handbook.json/x/', as 'the program's own handbook.json' is "
        + "published as a file above it"
    ])
  #expect(
    try await findings(["content/a.md": "---\naliases: /x.pdf/old/\n---\n", "content/x.pdf": ""])
      == [
        "content/a.md: \(below) '/x.pdf/old/', as 'content/x.pdf' is published as a file above it"
      ])
}
