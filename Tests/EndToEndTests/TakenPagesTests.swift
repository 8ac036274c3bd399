import Foundation
import Testing

/// Pages that come out as in the last build are taken over from it, and nobody can tell.
struct TakenPagesTests {
  private let site: RepeatedBuild
  private let folder: Folder

  init() throws {
    site = try RepeatedBuild()
    folder = site.folder
    for name in ["index", "a", "d"] { folder.remove("content/\(name).md") }
    try folder.write("# Home\n\n[a](/a/#part)\n", to: "content/index.md")
    try folder.write("# A\n\n## Part\n", to: "content/a.md")
    try folder.write("# B {{ site.data.a }}\n\n[a](/a/)\n", to: "content/b.md")
  }

  /// Builds with an edit, and returns of how many pages all was taken over, or the body alone, where the site is as
  /// built anew.
  private func taken(
    _ arguments: String..., edit: () throws -> Void
  ) throws -> [Int]? {
    try edit()
    let built = arguments.isEmpty ? try site.build() : try site.build(arguments[0])
    guard try site.isAsBuiltAnew(arguments) else { return nil }
    return [built.taken.pages, built.taken.bodies]
  }

  @Test func `where one body changed the other pages are taken over`() throws {
    #expect(try taken {} == [0, 0])
    // The page of searching too.
    #expect(
      try taken { try folder.write("# A\n\n## Part\n\nMore.\n", to: "content/a.md") }
        == [3, 0])
    #expect(try taken { try folder.write("# Home\n", to: "content/index.md") } == [3, 0])
    #expect(try site.build().isTakenOver)
  }

  @Test func `what pages are made of beside their own bodies changes them all`() throws {
    try site.build()
    let edits: [() throws -> Void] = [
      { try folder.write("---\norder: 2\n---\n# A\n\n## Part\n", to: "content/a.md") },
      { try folder.write("---\norder: 2\n---\n# Another title\n\n## Part\n", to: "content/a.md") },
      { try folder.write("a: 2\n", to: "words.yml") },
      { try folder.write("not a Picture", to: "assets/p.png") },
      { try folder.write("# New\n", to: "content/new.md") },
      { try folder.write("title: T\ndata: words.yml\nterms: {lead: head}\n", to: "site.yml") },
      { try folder.write("title: T\ndata: words.yml\nsearch: false\n", to: "site.yml") },
    ]
    for edit in edits { #expect(try taken(edit: edit) == [0, 0]) }
  }

  @Test func `what layouts alone show leaves bodies without Liquid as they are`() throws {
    try site.build()
    let edits: [() throws -> Void] = [
      { try folder.write("<main>{{ content }}</main>!", to: "layouts/page.html") },
      {
        try folder.write(
          "<link href=\"/assets/s.css\"><i>{{ page.toc }}{{ content }}", to: "layouts/page.html")
      },
      { try folder.write("b { color: blue }", to: "assets/s.css") },
      { try folder.write("title: U\nurl: https://x.example\ndata: words.yml\n", to: "site.yml") },
      { try folder.write("{{ content | upcase }}{{ content }}", to: "layouts/page.html") },
    ]
    for edit in edits { #expect(try taken(edit: edit) == [0, 2]) }
  }

  @Test
  func
    `a body that its layout does not print as it is, or that had another address, is rendered again`()
    throws
  {
    try folder.write("{{ content | upcase }}", to: "layouts/page.html")
    try site.build()
    #expect(try taken { try folder.write("{{ content }}", to: "layouts/page.html") } == [0, 0])
    let base = "title: T\nurl: https://x.example/b/\ndata: words.yml\n"
    #expect(try taken { try folder.write(base, to: "site.yml") } == [0, 0])
    #expect(try taken { try folder.write("{{ content }}!", to: "layouts/page.html") } == [0, 2])
  }

  @Test func `a page that shows who leads to it is made again when that changes`() throws {
    try folder.write(
      "{% for p in page.backlinks %}{{ p.title }}{% endfor %}{{ content }}",
      to: "layouts/page.html")
    try site.build()
    #expect(try taken { try folder.write("# Home\n\nWords.\n", to: "content/index.md") } == [2, 1])
    #expect(try taken { try folder.write("# Home\n\nMore.\n", to: "content/index.md") } == [3, 0])
    #expect(try folder.text("public/a/index.html").hasPrefix("B"))
    #expect(try !folder.text("public/a/index.html").contains("Home"))
  }

  @Test func `a link is found that leads nowhere since another page's edit`() throws {
    try folder.write(
      "{{ content }}<a href=\"/a/#part\">{{ page.title }}</a>", to: "layouts/other.html")
    try folder.write("---\nlayout: other\n---\n# C\n", to: "content/c.md")
    try site.build()
    try folder.write("# A\n\n## Another part\n", to: "content/a.md")
    let refused = try site.build(exitCode: 1)
    #expect(refused.console.contains("content/index.md:3:5"), "\(refused.console)")
    #expect(refused.console.contains("layouts/other.html:1:23"), "\(refused.console)")
    // Its page is one of those that are taken over.
    let words = "# A\n\n## Part\n\nMore.\n"
    #expect(try taken { try folder.write(words, to: "content/a.md") } == [4, 0])
    try folder.write("# A\n\n## Another part\n\n", to: "content/a.md")
    #expect(try site.build(exitCode: 1).console == refused.console)
    // Published is still what was made before.
    try folder.write(words, to: "content/a.md")
    #expect(try site.build().isTakenOver)
  }

  @Test func `a page with a finding is made again, and the finding told again`() throws {
    try folder.write("# B\n\n#\n", to: "content/b.md")
    let first = try site.build()
    try folder.write("# A\n\n## Part\n\nMore.\n", to: "content/a.md")
    let second = try site.build()
    #expect(second.console == first.console && second.console.contains("[empty-heading]"))
    #expect(second.taken.pages == 2)
  }

  @Test
  func `the menu's groups, files that are none any more, and data among layouts show at once`()
    throws
  {
    let rules = "rules: {symbolic-link: warning}\n"
    try folder.write("title: T\nnavigation: [{title: First, page: /a/}]\n\(rules)", to: "site.yml")
    try folder.write("1", to: "assets/x.js")
    try folder.write("# Home\n\n[x](/assets/x.js)\n", to: "content/index.md")
    try folder.write("# B\n", to: "content/b.md")
    try site.build()
    let settings = "title: T\nnavigation: [{title: Second, page: /a/}]\n\(rules)"
    #expect(try taken { try folder.write(settings, to: "site.yml") } == [0, 3])
    folder.remove("assets/x.js")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "assets/x.js").path, withDestinationPath: "s.css")
    #expect(try site.build(exitCode: 1).console.contains("[missing-asset]"))
    folder.remove("assets/x.js")
    try folder.write("# Home\n", to: "content/index.md")
    try folder.write("title: T\ndata: layouts/data.html\n\(rules)", to: "site.yml")
    try folder.write("a: 1\n", to: "layouts/data.html")
    try site.build()
    #expect(try taken { try folder.write("a: 2\n", to: "layouts/data.html") } == [0, 0])
  }

  @Test func `a body is found again behind a tag that its layout leaves open`() throws {
    try folder.write("title: T\nurl: https://x.example/b/\nsearch: false\n", to: "site.yml")
    try folder.write("<textarea><b c=\"</textarea>{{ content }}", to: "layouts/page.html")
    try folder.write("<a title=\"q\" href=\"/\">l</a>\n", to: "content/b.md")
    try site.build()
    let layout = "<textarea><b c=\"</textarea>{{ content }}!"
    #expect(try taken { try folder.write(layout, to: "layouts/page.html") } != nil)
  }

  @Test func `what is printed has the pages that are taken over too`() throws {
    try folder.write(
      "title: T\nurl: https://x.example/b/\ndata: words.yml\nprint: true\n", to: "site.yml")
    try folder.write("<main data-print>{{ content }}</main>", to: "layouts/page.html")
    try site.build()
    let edited = "# A\n\n## Part\n\nMore.\n"
    #expect(try taken { try folder.write(edited, to: "content/a.md") } == [3, 0])
    #expect(try folder.text("public/print/index.html").contains("More."))
  }

  @Test func `a manifest of digests has those of all pages`() throws {
    try site.build("--manifest")
    #expect(
      try taken("--manifest") { try folder.write("# A\n\n## Part\n\nx\n", to: "content/a.md") }
        == [0, 1])
  }

  @Test func `pages kept by another build, or damaged, are none`() throws {
    try site.build()
    let cache = folder.url.appending(path: ".handbook/cache")
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: cache.path).first { $0.hasSuffix(".pages") })
    let (file, older) = (
      cache.appending(path: name), try Data(contentsOf: cache.appending(path: name))
    )
    var bodies = (0...).lazy.map { "# A\n\n## Part\n\n\($0)\n" }.makeIterator()
    let damages: [(Data) -> Data?] = [
      { _ in nil }, { _ in older }, { $0.dropLast() }, { _ in Data() }, { $0 + [0] },
    ]
    for damage in damages {
      try folder.write(bodies.next() ?? "", to: "content/a.md")
      try site.build()
      let damaged = damage(try Data(contentsOf: file))
      try FileManager.default.removeItem(at: file)
      try damaged?.write(to: file)
      chmod(file.path, 0o600)
      #expect(try taken { try folder.write(bodies.next() ?? "", to: "content/a.md") } == [0, 0])
    }
    #expect(try taken { try folder.write(bodies.next() ?? "", to: "content/a.md") } == [3, 0])
  }

  @Test func `a file that cannot be read is told of as it is without a cache`() throws {
    let name = Array("\(folder.url.path)/content/a".utf8) + [0xFF, 0]
    let file = name.withUnsafeBytes {
      open($0.bindMemory(to: CChar.self).baseAddress!, O_CREAT, 0o600)
    }
    try #require(file >= 0)
    close(file)
    let refused = try site.build(exitCode: 1)
    #expect(refused.console.contains("[invalid-encoding]"))
    #expect(try site.build("--no-cache", exitCode: 1).console == refused.console)
  }

  @Test func `a page that somebody touched in the output is made again`() throws {
    try site.build()
    try folder.write("mine", to: "public/b/index.html")
    #expect(try taken { try folder.write("# A\n\n## Part\n\n1\n", to: "content/a.md") } == [0, 0])
  }
}
