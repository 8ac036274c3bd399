import Handbook
import Testing
import Values

@Suite struct SearchTests {
  /// The addresses of the pages that the index of a site knows, in its order.
  private func found(_ outcome: Outcome) -> [String] {
    outcome.index("pages").split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
  }

  @Test func `every page that readers may find is in the index, and no other`() async throws {
    let outcome = try await build([
      "site.yml": "title: T\nsearch:\n  exclude: content/old/**\n",
      "content/index.md": "# Home\n", "content/a.md": "# A\n", "content/404.md": "# Lost\n",
      "content/draft.md": "---\ndraft: true\n---\n# Secretdraft\n",
      "content/hidden.md": "---\nnoindex: true\n---\n# Secrethidden\n",
      "content/old/b.md": "# Secretold\n",
    ])
    #expect(found(outcome) == ["/", "/a/"])
    #expect(!outcome.index("words").contains("secret"))
    #expect(!outcome.index("spelling").contains("secret"))
  }

  @Test func `a draft is found where drafts are published`() async throws {
    let outcome = try await build(["content/a.md": "---\ndraft: true\n---\n# A\n"], drafts: true)
    #expect(found(outcome) == ["/a/"])
  }

  @Test func `a page is found by title, description, tags, headings and text, as rendered`()
    async throws
  {
    let outcome = try await build([
      "site.yml": "title: T\nterms: {lead: pathfinder}\n",
      "content/a.md":
        "---\ntitle: Alpha\nnav_title: Bravo\ndescription: Charlie\ntags: delta\n---\n{{ lead }}\n\n"
        + "## Echo {#e}\n\nfox*trot* `golf`\n\n| hotel |\n| - |\n| india |\n\n#### Juliet\n\nkilo\n",
    ])
    let words = Set(outcome.index("words").split(separator: "\n").map { $0.prefix { $0 != " " } })
    #expect(
      words == [
        "alpha", "bravo", "charlie", "delta", "pathfinder", "echo", "foxtrot", "golf", "hotel",
        "india", "juliet", "kilo",
      ])
    #expect(outcome.index("pages") == "/a/\tAlpha\te\tEcho\n")
  }

  @Test func `a page of a kind is found by the texts of its fields`() async throws {
    let outcome = try await build([
      "site.yml": """
      title: T
      kinds:
        svc:
          folder: svc
          fields:
            lead: text
            users: list of text
            needs: {type: table, columns: {what: text, no: whole number}}
            on: {type: reference to svc}
      """,
      "content/svc/a.md":
        "---\ntitle: Alpha\nlead: Bravo\nusers: [charlie]\nneeds: [{what: delta, no: 7}]\non: b\n---\n# Alpha\n",
      "content/svc/b.md": "---\ntitle: Alpha\n---\n# Alpha\n",
    ])
    let words = Set(outcome.index("words").split(separator: "\n").map { $0.prefix { $0 != " " } })
    #expect(words == ["alpha", "bravo", "charlie", "delta"])
  }

  @Test func `a page about a term is found by its other names`() async throws {
    let outcome = try await build([
      "site.yml":
        "title: T\nterms:\n  review_board: council\n  correction: {name: correction of errors, abbreviation: CoE}\n",
      "content/a.md": "---\ntitle: \"{{ review_board.the_start }}\"\n---\n",
      "content/b.md": "---\ntitle: Corrections of errors\n---\n",
    ])
    let words = outcome.index("words").split(separator: "\n")
    #expect(words.contains { $0.hasPrefix("board ! ") })
    #expect(words.contains { $0.hasPrefix("coe \" ") })
  }

  @Test func `pages are grouped by kind, else by section`() async throws {
    let outcome = try await build([
      "content/guides/index.md": "# Guides\n", "content/guides/a.md": "# A\n",
      "content/z.md": "# Z\n",
    ])
    #expect(outcome.index("index").split(separator: "\n")[1] == "Guides\t")
  }

  @Test func `a site without layouts has a page for searching and a box on every page`()
    async throws
  {
    let outcome = try await build(["content/a.md": "# A\n", "content/404.md": "# Lost\n"])
    #expect(outcome.report.findings.isEmpty)
    #expect(outcome.report.pageCount == 2)
    let page = try outcome.file("search/index.html")
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.contains("<div data-search></div>"))
    #expect(page.contains("<noscript>"))
    for path in ["search/index.html", "a/index.html", "404.html"] {
      let text = try outcome.file(path)
      #expect(text.occurrences(of: "action=\"/search/\" method=\"get\"") == 1, "\(path)")
      #expect(text.occurrences(of: "<script src=\"/assets/search.") == 1, "\(path)")
    }
    #expect(try outcome.file("404.html").contains("data-asked"))
    #expect(try outcome.file("assets/search.js").contains("handbookSearch"))
    #expect(!(outcome.files["handbook.json"] ?? "").contains("/search/"))
  }

  @Test func `the base path stands before the box's address and the script's`() async throws {
    let outcome = try await build(["content/a.md": "# A\n"], url: "https://x.example/base/")
    let page = try outcome.file("search/index.html")
    #expect(page.contains("action=\"/base/search/\""))
    #expect(page.contains("src=\"/base/assets/search."))
    #expect(!(outcome.files["sitemap.xml"] ?? "").contains("search"))
  }

  @Test func `a site can do without searching`() async throws {
    let outcome = try await build([
      "site.yml": "title: T\nsearch: false\n", "content/a.md": "# A\n",
    ])
    #expect(outcome.report.findings.isEmpty)
    #expect(!outcome.files.keys.contains { $0.contains("search") })
    #expect(!(try outcome.file("a/index.html")).contains("search"))
  }

  @Test func `a layout can ask whether the site is searched, and include the box`() async throws {
    let layout = "<p>{{ site.search }}</p>{% include \"search/box\" %}{{ content }}"
    let on = try await build(["content/a.md": "A\n", "layouts/page.html": layout])
    #expect(on.report.findings.isEmpty)
    #expect(try on.file("a/index.html").contains("<p>/search/</p><form"))
    let off = try await build([
      "site.yml": "title: T\nsearch: false\n", "content/a.md": "A\n", "layouts/page.html": layout,
    ])
    #expect(off.report.findings.isEmpty)
    #expect(try off.file("a/index.html").hasPrefix("<p></p><p>A"))
  }

  @Test func `a page that somebody wrote at the address keeps its text and finds things`()
    async throws
  {
    let outcome = try await build(["content/search.md": "# Look for it\n\nOur words.\n"])
    #expect(outcome.report.findings.isEmpty)
    let page = try outcome.file("search/index.html")
    #expect(page.contains("Our words."))
    #expect(page.contains("data-search"))
  }

  @Test func `a script of the site's own takes the place of the program's`() async throws {
    let outcome = try await build(["content/a.md": "# A\n", "assets/search.js": "own()\n"])
    #expect(outcome.report.findings.isEmpty)
    #expect(try outcome.file("assets/search.js") == "own()\n")
    #expect(outcome.files.keys.count { $0.hasPrefix("assets/search.") } == 2)
  }

  @Test func `the index is the same however many work at it`() async throws {
    var random = Random(seed: 11)
    var files: [String: String] = [:]
    for number in 0..<150 {
      files["content/p\(number).md"] =
        "# P\(number)\n\n" + random.text(of: "abc def ghi ", upTo: 400) + "\n\n## Part\n\nx\n"
    }
    var first: [String: String]?
    for workers in [1, 3, 16] {
      let sources = MemorySources(files)
      let output = MemoryOutput(sources)
      _ = try await compile(
        sources,
        BuildOptions(
          asOf: try #require(.init(testDay)), url: nil, includesDrafts: false, workers: workers),
        into: output)
      let index = output.files.filter { $0.key.hasPrefix("search/") }
      #expect(index.count > 10)
      #expect(index == first ?? index)
      first = index
    }
  }

  @Test func `what search may be is said where it is something else`() async throws {
    try await check([
      "site.yml": """
      title: T
      search: {exclud: a}
               ^^^^^^ error: 'exclud' is no key of 'search'; did you mean 'exclude'?
      """
    ])
  }
}

extension Outcome {
  /// The files of the index whose name begins so, one behind the other.
  fileprivate func index(_ name: String) -> String {
    files.filter {
      $0.key.hasPrefix("search/") && $0.key.split(separator: "/").last?.hasPrefix(name) == true
        && $0.key.hasSuffix(".txt")
    }.sorted { $0.key < $1.key }.map(\.value).joined()
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func occurrences(of text: String) -> Int { ranges(of: text).count }
}
