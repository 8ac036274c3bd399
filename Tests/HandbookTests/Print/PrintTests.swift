import Diagnostics
import Handbook
import Testing
import Values

@testable import Handbook

/// A site of two sections, a page in none, and what no book holds.
private let files = [
  "site.yml":
    "title: T & Co\nlanguage: en\nprint: {always: [/glossary/]}\nnavigation: [/b/, /a/]\n",
  "content/index.md":
    "---\ntitle: Home\n---\nTo [one](/a/one/#part) and [the law](https://law.example/).\n",
  "content/a/index.md": "---\ntitle: A\n---\n[This](#top), ![P](/assets/p.svg)\n",
  "content/a/one.md":
    "---\ntitle: One\n---\n## Part\n\nSee [it](#part), [B](/b/).\n\n| x |\n|---|\n| 1 |\n",
  "content/b/index.md": "---\ntitle: B\n---\nText of B, [data](/map.csv).\n",
  "content/glossary.md": "---\ntitle: Words\n---\nWords.\n",
  "content/404.md": "---\ntitle: Lost\n---\nGone.\n",
  "content/secret.md": "---\ntitle: Secret\nnoindex: true\n---\nHidden.\n",
  "content/map.csv": "a,b\n",
  "assets/p.svg": "<svg/>",
  "layouts/page.html": """
  <html><head><title>{{ page.title }}</title></head><body><nav>Menu</nav>
  <main><header data-print><h1>{{ page.title }}</h1></header>
  <button>Press</button>
  <div class="text" data-print>{{ content }}<p data-print="no">Not printed</p>
  <section id="facts" aria-label="Facts">Facts <script>1</script></section></div></main></body></html>
  """,
]

/// What of the text stands in elements of the book, by their ids.
private func parts(_ html: String) -> [String: Substring] {
  let pieces = html.split(separator: "<div class=\"text printed").dropFirst()
  return Dictionary(
    pieces.map { piece in
      (String(piece.firstMatch(of: /id="([^"]*)"/)?.1 ?? ""), piece)
    }, uniquingKeysWith: { first, _ in first })
}

@Suite struct PrintTests {
  @Test func `the page for printing holds all pages in the order of the menu`() async throws {
    let page = try #require(
      try await build(files, url: "https://x.example/base/").files["print/index.html"])
    let ids = page.matches(of: /<div class="text printed[^"]*" id="([^"]*)"/).map { String($0.1) }
    #expect(ids == ["/", "/b/", "/a/", "/a/one/", "/glossary/"])
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    let contents = try #require(page.firstMatch(of: /(?s)<ol>.*<\/ol>/)).0
    #expect(
      contents.contains(
        "<li><a href=\"#/a/\">A</a>\n<ol>\n<li><a href=\"#/a/one/\">One</a></li>\n</ol>"))
  }

  @Test func `links inside the book stay in it, others lead where they led`() async throws {
    let page = try #require(
      try await build(files, url: "https://x.example/base/").files["print/index.html"])
    let parts = parts(page)
    let home = try #require(parts["/"])
    #expect(home.contains("<a href=\"#/a/one/:part\">one</a>"))
    #expect(home.contains("<a href=\"https://law.example/\""))
    let one = try #require(parts["/a/one/"])
    #expect(one.contains("<h3 id=\"/a/one/:part\">"))
    #expect(one.contains("<a href=\"#/a/one/:part\">it</a>"))
    #expect(one.contains("<a href=\"#/b/\">B</a>"))
    #expect(try #require(parts["/a/"]).contains("<a href=\"#/a/\">This</a>"))
    #expect(try #require(parts["/b/"]).contains("<a href=\"/base/map.csv\">data</a>"))
  }

  @Test func `links inside the book stay in it below an address of letters beyond ASCII`()
    async throws
  {
    let page = try #require(
      try await build(files, url: "https://x.example/bücher/").files["print/index.html"])
    #expect(try #require(parts(page)["/"]).contains("<a href=\"#/a/one/:part\">one</a>"))
  }

  @Test func `only what the layout marks is printed, and nothing to click`() async throws {
    let page = try #require(try await build(files).files["print/index.html"])
    let one = try #require(parts(page)["/a/one/"])
    #expect(one.contains("<h2>One</h2>"))
    #expect(one.contains("<div id=\"/a/one/:facts\">Facts </div>"))
    for text in ["Menu", "Press", "Not printed", "script"] {
      #expect(!one.contains(text), "\(text)")
    }
    let ids = page.matches(of: /\ id="([^"]*)"/).map(\.1)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `without marks all of main is printed`() async throws {
    var files = files
    files["layouts/page.html"] = nil
    let page = try #require(try await build(files).files["print/index.html"])
    #expect(try #require(parts(page)["/b/"]).contains("<h2>B</h2>"))
  }

  @Test func `a site that does not ask for it has no page for printing`() async throws {
    var files = files
    files["site.yml"] = "title: T\n"
    #expect(try await build(files).files["print/index.html"] == nil)
  }

  @Test func `a page that somebody wrote at its address stays`() async throws {
    var files = files
    files["content/print.md"] = "# Our own\n"
    let page = try #require(try await build(files).files["print/index.html"])
    #expect(page.contains("Our own"))
    #expect(!page.contains("book-contents"))
  }

  @Test func `a page that is to stand in every book and is not there is reported`() async throws {
    try await check([
      "site.yml": """
      title: T
      print: {always: [/glosary/]}
                       ^^^^^^^^^ error: 'print' names '/glosary/', but there is no such page; did you mean '/glossary/'?
      """,
      "content/index.md": "# Home\n[Words](/glossary/)\n", "content/glossary.md": "# Words\n",
    ])
  }
}

/// The document of a book of the site.
private func document(_ section: String? = nil, _ files: [String: String] = files) async throws
  -> BookDocument
{
  let sources = MemorySources(files)
  var options = BuildOptions(
    asOf: try #require(PlainDate(testDay)), url: SiteURL("https://x.example/base/"),
    includesDrafts: false, workers: 2)
  options.book = BookRequest(section: section)
  return try #require(try await compile(sources, options, into: MemoryOutput(sources)).book)
}

@Suite struct BookDocumentTests {
  @Test func `a book for paper has a cover, contents and pictures from beside it`() async throws {
    let book = try await document()
    let html = String(decoding: book.html, as: UTF8.self)
    #expect(html.contains("<h1>T &amp; Co</h1>"))
    #expect(html.contains("As of <span class=\"day\">30 June 2026</span>"))
    #expect(html.contains("<nav class=\"book-contents\">"))
    #expect(html.contains("src=\"assets/p.svg\""))
    #expect(html.contains("<a href=\"https://x.example/base/map.csv\">data</a>"))
    #expect(book.pageCount == 5)
    #expect(book.name == "t-co")
  }

  @Test func `of a section it holds the pages below it, and those that every book holds`()
    async throws
  {
    let book = try await document("/a/")
    let html = String(decoding: book.html, as: UTF8.self)
    #expect(Set(parts(html).keys) == ["/a/", "/a/one/", "/glossary/"])
    #expect(html.contains("<p class=\"lead\">A</p>"))
    #expect(parts(html)["/a/one/"]?.contains("<a href=\"https://x.example/base/b/\">B</a>") == true)
    #expect(book.name == "a-t-co")
    #expect(try await document("/a/one/").pageCount == 2)
  }

  @Test func `a section that is no page is refused with the nearest`() async throws {
    let error = await #expect(throws: UnknownPage.self) { try await document("/glosary/") }
    #expect(error?.description == "there is no page '/glosary/'; did you mean '/glossary/'?")
  }

  @Test func `nothing in it asks another host`() async throws {
    var files = files
    files["content/b/index.md"] = "---\ntitle: B\n---\n![x](https://elsewhere.example/x.png)\n"
    let html = String(decoding: try await document(nil, files).html, as: UTF8.self)
    #expect(!html.contains("elsewhere.example"))
  }

  @Test(arguments: [
    ("en-GB", WritingDirection.leftToRight), ("ar", .rightToLeft), ("he-IL", .rightToLeft),
    ("az-Arab", .rightToLeft), ("ur-Latn", .leftToRight), ("", .leftToRight),
  ])
  func `a language's script decides which way it is written`(
    tag: String, direction: WritingDirection
  ) {
    #expect(WritingDirection(language: tag) == direction)
  }
}
