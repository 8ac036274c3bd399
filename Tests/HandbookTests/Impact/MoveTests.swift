import Diagnostics
import Testing
import Values

@testable import Handbook

/// A site with one page that links to `/a/b/`, in a text and beside it.
private func site(_ text: String, more: [String: String] = [:]) -> TextSite {
  TextSite(
    files: [
      "site.yml": "title: T\nurl: https://x.example/base/\n",
      "content/index.md": "# Home\n", "content/a/index.md": "# A\n",
      "content/a/b.md": "# B\n\n## Two\n", "content/a/c.md": text, "content/a/p q.png": "",
    ].merging(more) { $1 })
}

@Suite struct MoveTests {
  @Test(
    arguments: [
      ("[b](/a/b/)", "[b](/new/)"), ("[b](/a/b)", "[b](/new)"),
      ("[b](/a/b/#two)", "[b](/new/#two)"),
      ("[b](/a/b.html?x=1#two)", "[b](/new.html?x=1#two)"), ("[b](/a/b.md)", "[b](/new.md)"),
      ("[b](/a/b/index.html)", "[b](/new/index.html)"), ("[b](b.md#two)", "[b](../new.md#two)"),
      ("[b](b)", "[b](../new)"), ("[b](../b/)", "[b](../new/)"),
      ("[b](../a/b.md)", "[b](../new.md)"),
      ("[b](</a/b/>)", "[b](</new/>)"), ("[b](/a/b/ 'title /a/b/')", "[b](/new/ 'title /a/b/')"),
      ("[b][r]\n\n[r]: /a/b/\n", "[b][r]\n\n[r]: /new/\n"),
      ("https://x.example/base/a/b/#two", "https://x.example/base/new/#two"),
      ("<https://x.example/base/a/b/>", "<https://x.example/base/new/>"),
      ("[b](/base/a/b/)", "[b](/base/new/)"), ("[b](/%61/b/)", "[b](/new/)"),
      ("<a href=\"/a/b/\">b</a> `/a/b/`", "<a href=\"/new/\">b</a> `/a/b/`"),
      ("| [b](/a/b/) |\n|---|\n| /a/b/ |", "| [b](/new/) |\n|---|\n| /a/b/ |"),
      ("![](p%20q.png) [a](/a/) [x](https://y.example/a/b/)", nil),
      ("{{ '/a/b/' }} {{ page.title }}", nil),
    ] as [(String, String?)])
  func `a link is written anew in the form it had, and nothing else changes`(
    old: String, new: String?
  ) async throws {
    let before = site("# C\n\nText é \(old)\nend\n")
    let after = try await before.moved("/a/b/", "/new/")
    #expect(after.files["content/a/c.md"] == "# C\n\nText é \(new ?? old)\nend\n")
    #expect(after.files["content/a/b.md"] == nil)
    #expect(after.files["content/new.md"] == "---\naliases: [/a/b/]\n---\n# B\n\n## Two\n")
    #expect(try await after.report().findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test func `an address that differs by case alone leaves no alias`() async throws {
    let after = try await site("[b](/a/b/)\n").moved("/a/b/", "/a/B/")
    #expect(after.files["content/a/B.md"] == "# B\n\n## Two\n")
    #expect(try await after.report().findings.isEmpty)
    let back = try await site(
      "# C\n", more: ["content/a/b.md": "---\naliases: [/a/x/]\n---\n# B\n"]
    )
    .moved("/a/b/", "/a/X/")
    #expect(back.files["content/a/X.md"] == "---\naliases: [/a/b/]\n---\n# B\n")
  }

  @Test(arguments: [
    ("content/a/b.md", "---\ntitle: B: b\naliases: [/old/]\n---\n", 2),
    ("content/other.md", "---\ntitle: O\nrelated: 'a/b\n---\n", 3),
    ("content/other.md", "---\ntitle: O\n# No end\n", 1),
  ])
  func `nothing moves while front matter cannot be read, as links may stand in it`(
    path: String, text: String, line: Int
  ) async throws {
    let broken = site("# C\n", more: [path: text])
    let refusal = await #expect(throws: MoveRefusal.self) {
      _ = try await broken.plan("/a/b/", "/new/")
    }
    #expect(refusal?.description.hasPrefix("line \(line) of '\(path)' cannot be read") == true)
  }

  @Test(arguments: [
    (
      "[c](c.md) ![](p%20q.png) [h](../index.md)",
      "[c](../a/c.md) ![](../a/p%20q.png) [h](../index.md)"
    ),
    ("[me](b.md) [two](#two) [me](/a/b/#two)", "[me](d.md) [two](#two) [me](/s/d/#two)"),
  ])
  func `a moved page's own links lead where they led`(old: String, new: String) async throws {
    let before = site("# C\n", more: ["content/a/b.md": "# B\n\n## Two\n\n\(old)\n"])
    let after = try await before.moved("content/a/b.md", "content/s/d.md")
    #expect(
      after.files["content/s/d.md"] == "---\naliases: [/a/b/]\n---\n# B\n\n## Two\n\n\(new)\n")
  }

  @Test func `related pages, the menu, layouts and partials are rewritten too`() async throws {
    let before = site(
      "---\nrelated: [/a/b/, a/b.md, /a/]\n---\n# C\n\n{% include part.html %}\n",
      more: [
        "site.yml": "title: T\nnavigation:\n  - /a/b/ # here\n  - {title: X, items: ['/a/b']}\n",
        "layouts/page.html": "<a href='/a/b/'>b</a>{{ content }}",
        "content/part.html": "<a href=\"/a/b/#two\">part</a>",
      ])
    let after = try await before.moved("/a/b/", "/a/new/")
    #expect(
      after.files["content/a/c.md"]
        == "---\nrelated: [/a/new/, a/new.md, /a/]\n---\n# C\n\n{% include part.html %}\n")
    #expect(
      after.files["site.yml"]
        == "title: T\nnavigation:\n  - /a/new/ # here\n  - {title: X, items: ['/a/new']}\n")
    #expect(after.files["layouts/page.html"] == "<a href='/a/new/'>b</a>{{ content }}")
    #expect(after.files["content/part.html"] == "<a href=\"/a/new/#two\">part</a>")
  }

  @Test func `a folder moves with all that is in it`() async throws {
    let before = site("# C\n\n[b](b.md) ![](p%20q.png) [a](/a/) [h](../index.md)\n")
    let plan = try await before.plan("/a/", "/deep/er/")
    let after = before.after(plan)
    #expect(
      plan.moves.map(\.new) == [
        "content/deep/er/b.md", "content/deep/er/c.md", "content/deep/er/index.md",
        "content/deep/er/p q.png",
      ])
    #expect(
      after.files["content/deep/er/c.md"]
        == "---\naliases: [/a/c/]\n---\n# C\n\n[b](b.md) ![](p%20q.png) [a](/deep/er/) [h](../../index.md)\n"
    )
    #expect(plan.leftovers.isEmpty)
  }

  @Test
  func `what a loop prints from a page's own address follows, what is put together is listed`()
    async throws
  {
    let before = site(
      "---\nwhere: b\n---\n# C\n\n[b](/a/{{ where }}/)\n",
      more: [
        "layouts/page.html":
          "{% for p in collections.all %}<a href=\"{{ p.url }}\">x</a>{% endfor %}{{ content }}"
      ])
    let plan = try await before.plan("/a/b/", "/new/")
    let after = before.after(plan)
    #expect(drawing(plan.leftovers) == ["content/a/c.md:6 broken-link"])
    #expect(after.files["content/a/c.md"] == before.files["content/a/c.md"])
    #expect(after.files["layouts/page.html"] == before.files["layouts/page.html"])
    // The alias keeps it leading on.
    #expect(try await after.report().findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test func `a page with an address of its own keeps it, and needs no alias`() async throws {
    let before = site(
      "# C\n\n[b](b.md) [b](/own/)\n", more: ["content/a/b.md": "---\nurl: /own/\n---\n# B\n"])
    let after = try await before.moved("content/a/b.md", "content/s/b.md")
    #expect(after.files["content/s/b.md"] == "---\nurl: /own/\n---\n# B\n")
    #expect(after.files["content/a/c.md"] == "# C\n\n[b](../s/b.md) [b](/own/)\n")
  }

  @Test(arguments: [
    ("/none/", "/x/"), ("/a/b/", "/a/c/"), ("/a/b/", "content/a/c.md"), ("/a/b/", "/a/b/"),
    ("/a/b/", "/a/"), ("/a/", "/a/b/"), ("/a/b/", "/.x/"), ("/a/b/", "/a/C"), ("/", "/x/"),
    ("/a/b/", "/al/"), ("/a/b/", "../x"),
  ])
  func `what must not be done is refused`(old: String, new: String) async throws {
    let site = site("---\naliases: /al/\n---\n# C\n")
    await #expect(throws: MoveRefusal.self) { _ = try await site.plan(old, new) }
  }

  @Test func `a file that is no text is refused, as links in it cannot be seen`() async throws {
    var files = site("# C\n").files.mapValues { Array($0.utf8) }
    files["content/a/c.md"] = [0xFF, 0xFE, 0x41]
    let sources = MemorySources(files)
    let options = BuildOptions(
      asOf: try #require(.init(testDay)), url: nil, includesDrafts: false, workers: 1)
    await #expect(throws: MoveRefusal.self) {
      _ = try await planMove(of: "/a/b/", to: "/x/", sources, options)
    }
  }

  @Test func `there and back again, every link leads where it led`() async throws {
    let before = site("# C\n\n[b](b.md) [b](/a/b/)\n")
    let after = try await before.moved("/a/b/", "/new/").moved("/new/", "/a/b/")
    #expect(after.files["content/a/c.md"] == before.files["content/a/c.md"])
    #expect(try await after.report().findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test(arguments: [
    ("[/a/b/]", "[/new/]"), ("/a/b/", "/new/"), ("[/x/, '/a/b', /y/]", "[/x/, /new/, /y/]"),
    ("\n  - /a/b/ # was\n  - /x/", "\n  - /new/ # was\n  - /x/"),
    ("[/a/b/, /x/, /a/b]", "[/new/, /x/]"), ("[/a/b/, /new/]", "[/new/]"),
    ("\n  - /a/b/\n  - /new/", "\n  - /new/"), ("[/new/, /a/b/]", "[/new/]"),
    ("[/a/b/#part]", "[/a/b/#part, /new/]"),
  ])
  func `a page that comes back is no alias of itself`(old: String, new: String) async throws {
    var before = site("# C\n")
    before.files["content/a/b.md"] = nil
    before.files["content/new.md"] = "---\naliases: \(old)\ntags: t\n---\n# B\n"
    let after = try await before.moved("/new/", "/a/b/")
    #expect(after.files["content/a/b.md"] == "---\naliases: \(new)\ntags: t\n---\n# B\n")
  }
}

@Suite struct RandomMoveTests {
  private static let pages = ["index", "a/index", "a/b", "a/c d", "s/é", "s/t/index", "s/t/u", "v"]

  /// A link to the page `target` from the page `source`, in a random form.
  private func link(to target: String, from source: String, _ random: inout Random) -> String {
    let url = URLPath(contentPath: "content/\(target).md").encoded
    let up = String(repeating: "../", count: source.split(separator: "/").count - 1)
    let path = percentEncoded(target)
    let forms = [
      url, url.count > 1 ? String(url.dropLast()) : url, "/\(path).md", "\(up)\(path).md",
      "https://x.example/base\(url)", url + "#two", "\(up)\(path).md#two", url + "?x=1",
    ]
    let form = forms.randomElement(using: &random) ?? url
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "[x](\(form))"
    case 1: return "[x](<\(form)> \"\(form)\")"
    case 2: return "<a href=\"\(form)\">x</a>"
    case 3: return "- item [**x**](\(form)) `\(form)`"
    default: return "> [x](\(form)), {{ page.title }}"
    }
  }

  @Test(arguments: 0..<25)
  func `after a random move all links lead where they led, and all other bytes are equal`(
    seed: UInt64
  )
    async throws
  {
    var random = Random(seed: seed)
    var files = ["site.yml": "title: T\nurl: https://x.example/base/\n"]
    for page in Self.pages {
      let links = (0..<6).map { _ in
        link(to: Self.pages.randomElement(using: &random) ?? "v", from: page, &random)
      }
      let head = [
        "", "---\ntitle: X\n---\n",
        "---\naliases:\n  - /old-\(page.utf8.count)-\(page.hashValueOfText)/\n---\n",
      ]
      files["content/\(page).md"] =
        (head.randomElement(using: &random) ?? "") + "# P\n\n## Two\n\n"
        + links.joined(separator: "\n\n") + "\n"
    }
    let before = TextSite(files: files)
    let moves = [
      ("/a/", "/neu/x/"), ("/a/b/", "/q/"), ("content/s/é.md", "content/é/z.md"),
      ("/s/t/", "/a/t/"),
      ("/v/", "/a/b/v/"), ("content/a/index.md", "content/w.md"), ("/s", "/ü"),
    ]
    let (old, new) = try #require(moves.randomElement(using: &random))
    let plan = try await before.plan(old, new)
    let after = before.after(plan)

    #expect(plan.leftovers.map(\.message) == [])
    let path = Dictionary(uniqueKeysWithValues: plan.moves.map { ($0.old, $0.new) })
    func targets(_ site: LinkedSite, _ path: (String) -> String) -> [String] {
      site.links.compactMap { link in
        guard case .page(let page, let fragment) = link.destination, link.kind == .text else {
          return nil
        }
        let (source, target) = (link.place.file.path, site.site.pages[page].source?.path ?? "")
        return "\(path(source)) \(path(target))#\(fragment)"
      }.sorted()
    }
    let led = targets(try await before.linked()) { path[$0] ?? $0 }
    #expect(led == targets(try await after.linked()) { $0 })
    #expect(led.count > 30)
    // What is not in a change is as it was.
    for (file, text) in files {
      let edits = plan.changes.filter { $0.place.file.path == file }
        .map { TextEdit($0.place.range, "") }
      var rest = Array(text.utf8).applying(edits)
      rest.removeAll { $0 == 0 }
      let kept = after.files[path[file] ?? file] ?? ""
      #expect(isSubsequence(rest, of: Array(kept.utf8)), "\(file)")
    }
  }

  private func isSubsequence(_ part: [UInt8], of whole: [UInt8]) -> Bool {
    var rest = part[...]
    for byte in whole where byte == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}

extension String {
  /// A number that is the same in every run.
  fileprivate var hashValueOfText: Int { utf8.reduce(7) { ($0 * 31 + Int($1)) % 10_007 } }
}
