import Diagnostics
import Testing

@testable import Handbook

/// What becomes of files, by their paths.
private func drawing(_ paths: [String], exclude: [String] = [], links: [String] = []) -> [String] {
  var settings = settings()
  settings.exclude = exclude
  let entries =
    paths.map { SourceEntry(path: $0) } + links.map { SourceEntry(path: $0, kind: .link) }
  let inventory = Inventory(entries, settings: settings, registers: ["content/registry.yml"])
  return inventory.pages.map { "page \($0.path)" }
    + inventory.templates.map { "template \($0.path)" }
    + inventory.files.map { "file \($0.url.text)" }
    + inventory.suspects.map { "suspect \($0.path)" }
    + inventory.diagnostics.map { "\($0.rule) \($0.place.file.path)" }
}

@Test(
  arguments: [
    ("content/a/b.md", ["page content/a/b.md"]),
    ("content/a/b.html", ["template content/a/b.html"]),
    ("content/x.liquid", ["template content/x.liquid"]),
    ("layouts/p.html", ["template layouts/p.html"]),
    ("layouts/sub/p.liquid", ["template layouts/sub/p.liquid"]), ("layouts/notes.txt", []),
    ("layouts/_p.html", ["template layouts/_p.html"]),
    ("content/a/map.PNG", ["file /a/map.PNG"]), ("content/registry.yml", []),
    ("content/other.yml", ["file /other.yml"]),
    ("assets/x/y.css", ["file /assets/x/y.css"]), ("assets/odd.zzz", ["file /assets/odd.zzz"]),
    ("assets/page.md", ["file /assets/page.md"]),
    ("assets/_x.css", ["file /assets/_x.css"]), ("content", ["stray-file content"]),
    ("registry/r.yml", []), ("assets/.htaccess", []),
    ("content/_draft.md", []), ("content/_x/a.md", []), ("content/.hidden.md", []),
    ("content/.git/a.md", []),
    ("content/.well-known/security.txt", ["file /.well-known/security.txt"]),
    ("content/.well-known/odd", ["file /.well-known/odd"]), ("content/.well-known/.x", []),
    ("content/CNAME", ["file /CNAME"]), ("content/robots.txt", ["file /robots.txt"]),
    ("content/a/CNAME", ["file /a/CNAME", "suspect content/a/CNAME"]),
    ("content/services", ["file /services", "suspect content/services"]),
    ("content/a.MD", ["file /a.MD", "suspect content/a.MD"]),
    ("content/x.zzz", ["file /x.zzz", "suspect content/x.zzz"]),
    ("content/-x.png", ["invalid-encoding content/-x.png"]),
    ("content/a\\b.png", ["invalid-encoding content/a\\b.png"]),
    ("content/a\u{FFFD}.md", ["invalid-encoding content/a\u{FFFD}.md"]), ("site.yml", []),
  ] as [(String, [String])])
func `a file is what its name says`(_ path: String, _ expected: [String]) {
  #expect(drawing([path]) == expected)
}

@Test(arguments: [
  "content/a.md~", "content/.#a.md", "content/#a.md#", "content/.a.md.swp", "content/a.swo",
  "content/a.tmp",
  "content/a.orig", "content/a.bak", "content/a.rej", "content/Thumbs.db", "content/.DS_Store",
  "content/4913",
  "content/desktop.ini", "assets/site.css~", "layouts/page.html~",
])
func `what editors leave behind is passed over, and so are their links`(_ path: String) {
  #expect(drawing([path]) == [])
  #expect(drawing([], links: [path]) == [])
}

@Test func `a link is an error wherever it lies, as nobody follows it`() {
  for path in [
    "content/registry.yml", "content/a.md", "content/_a.md", "layouts/page.html", "assets/x.css",
    "content", "layouts", "assets",
  ] {
    #expect(drawing([], links: [path]) == ["symbolic-link \(path)"])
  }
}

@Test func `patterns keep files out, by the whole path or by that within content or assets`() {
  let paths = ["content/old/a.md", "content/a.md", "assets/raw/x.png", "assets/x.png"]
  #expect(
    drawing(paths, exclude: ["old/**", "assets/raw/*"]) == [
      "page content/a.md", "file /assets/x.png",
    ])
  #expect(drawing(paths, exclude: ["a.md", "*.png"]) == [])
}

@Test func `a private page is excluded, not its link's target`() async throws {
  try await check([
    "content/index.md": """
    ---
    title: Home
    ---

    See [it](_notes.md).
             ^^^^^^^^^ error: no page at '/_notes.md'
    """,
    "content/_notes.md": "# Notes\n",
  ])
}

@Test func `a file that begins like a page is an error, one that nobody knows a warning`()
  async throws
{
  try await check([
    "content/index.md": "# Home\n",
    "content/services": """
    ---
    ^^^ error: this begins like a page, but its name does not end in .md; rename it to 'services.md'
    title: Services
    ---
    """,
    "content/team.markdown": """
    ---
    ^^^ error: this begins like a page, but its name does not end in .md; rename it to 'team.md'
    ---
    """,
  ])
  let report = try await build(["content/index.md": "# Home\n", "content/x.zzz": "----\n"]).report
  #expect(report.findings.map(\.rule) == ["stray-file"])
  #expect(report.findings.map(\.severity) == [.warning])
}

@Test func `a file of too many bytes is left out, with a finding, unless it is published unread`() {
  let size = SourceEntry.readLimit + 1
  let paths = [
    "assets/film.mp4", "assets/site.css", "content/a.md", "content/b.html", "content/c.pdf",
    "content/d.xyz", "layouts/page.html",
  ]
  let inventory = Inventory(
    paths.map { SourceEntry(path: $0, size: size) }, settings: settings(), registers: [])
  #expect(
    inventory.diagnostics.map { "\($0.place.file.path) \($0.rule)" }
      == [
        "assets/site.css", "content/a.md", "content/b.html", "content/d.xyz", "layouts/page.html",
      ].map { $0 + " limit-exceeded" })
  #expect(inventory.files.map(\.entry.path) == ["assets/film.mp4", "content/c.pdf"])
  #expect(inventory.pages.isEmpty && inventory.templates.isEmpty && inventory.suspects.isEmpty)
}

@Test(arguments: [
  "content/-rf.md", "content/a\\b.md", "content/a\u{7}.md", "content/a\nb.md",
  "content/\(String(repeating: "a", count: 240)).md", "content/-a/b.md",
])
func `a page whose name none can be published under is told, not lost`(_ path: String) async throws
{
  let found = try await report([path: "# A\n"]).findings
  #expect(found.map(\.rule) == ["invalid-encoding"])
  #expect(found.first?.place.file.path == path)
  // Under an address of its own it can be.
  let named = try await build([path: "---\nurl: /a/\n---\n# A\n"])
  #expect(named.report.findings.isEmpty)
  #expect(named.files["a/index.html"] != nil)
}

@Test(arguments: [
  "content/\u{301}a.md", "content/a/\u{301}.md", "content/\u{59C}/a.md", "content/a/\u{200D}b.md",
  "layouts/\u{301}.html", "assets/\u{301}.css",
])
func `a name that begins with a mark on the slash before it is told`(_ path: String) {
  #expect(drawing([path]) == ["invalid-encoding \(path)"])
}

@Test(arguments: [
  (
    "page.txt",
    "error: this begins like a page, but its name does not end in .md; rename it to 'page.md'"
  ),
  (
    "page.MD",
    "error: this begins like a page, but its name does not end in .md; rename it to 'page.md'"
  ),
])
func `a page of another name is told where it begins`(_ name: String, _ words: String) async throws
{
  try await check([
    "content/index.md": "# Home\n",
    "content/\(name)": """
    ---
    ^^^ \(words)
    title: Secret
    ---
    """,
  ])
}

@Test func `Markdown of another name is to be renamed, not removed`() async throws {
  let findings = try await report(["content/index.md": "# Home\n", "content/b.markdown": "# B\n"])
    .findings
  #expect(findings.map(\.help) == ["rename it to 'b.md' to make it a page"])
  let text = try await report(["content/index.md": "# Home\n", "content/b.txt": "# B\n"]).findings
  #expect(text.isEmpty)
}
