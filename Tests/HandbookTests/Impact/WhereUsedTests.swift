import Testing

@testable import Handbook

private let site = TextSite(files: [
  "site.yml":
    "title: T\nurl: https://a.example/base/\nnavigation: [/s/, {title: G, items: [s/b.md]}]\n",
  "layouts/page.html":
    "<a href=\"/s/b/\">B</a>{% for p in collections.x %}<a href=\"{{ p.url }}\">x</a>{% endfor %}{{ content }}",
  "content/index.md": "# Home\n\n[B][b] and [b](s/b.md#two) <a href=\"/s/b\">b</a>\n\n[b]: /s/b/\n",
  "content/s/index.md":
    "---\nrelated: [/s/b/]\n---\n# S\n\n[b](b/) https://a.example/base/s/b/#two [a](/s/)\n",
  "content/s/b.md": "---\ntags: x\naliases: /old/\n---\n# B\n\n## Two\n\n[me](/s/b/) [two](#two)\n",
  "content/c.md": "# C\n\n[old](/old/)\n",
])

@Suite struct WhereUsedTests {
  @Test(arguments: [
    "/s/b/", "s/b", "/s/b", "content/s/b.md", "s/b.md", "/old/", "https://a.example/base/s/b/",
    "./content/s/b.md", "./s/b", "content\\s\\b.md", ".\\content\\s\\b.md", "s\\b",
  ])
  func `every link in every form is listed where it is written, once`(name: String) async throws {
    #expect(
      try await site.uses(of: name) == [
        "content/c.md:3:7 /old/",
        "content/index.md:3:16 s/b.md#two", "content/index.md:3:37 /s/b",
        "content/index.md:5:6 /s/b/",
        "content/s/index.md:2:11 /s/b/", "content/s/index.md:6:5 b/",
        "content/s/index.md:6:9 https://a.example/base/s/b/#two",
        "layouts/page.html:1:10 /s/b/", "layouts/page.html:1:59 /s/b/",
        "site.yml:3:38 s/b.md",
      ])
  }

  @Test func `an anchor is asked for with what leads to it, on its own page too`() async throws {
    #expect(
      try await site.uses(of: "/s/b/#two") == [
        "content/index.md:3:16 s/b.md#two", "content/s/b.md:9:19 #two",
        "content/s/index.md:6:9 https://a.example/base/s/b/#two",
      ])
    #expect(try await site.uses(of: "/s/b/#none") == [])
  }

  @Test(
    arguments: [
      ("none", "'/s/b/' has no heading or anchor '#none'"),
      ("tow", "'/s/b/' has no heading or anchor '#tow'; did you mean '#two'?"), ("two", nil),
      ("top", nil), ("", nil),
    ] as [(String, String?)])
  func `an anchor that the page does not have is told of`(anchor: String, remark: String?)
    async throws
  {
    #expect(try await site.linked().query("/s/b/#\(anchor)").remark == remark)
  }

  @Test func `a page that is none is answered with the nearest`() async throws {
    let linked = try await site.linked()
    #expect(throws: UnknownPage.self) { try linked.query("/s/x/") }
    do {
      _ = try linked.query("/s/bb")
    } catch {
      #expect(error.description == "there is no page '/s/bb'; did you mean '/s/b/'?")
    }
  }
}
