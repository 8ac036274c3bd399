import Diagnostics
import Testing

@testable import Handbook

@Test(
  arguments: [
    ("/old/", "/old/", nil), ("/old", "/old/", nil), ("/old.html", "/old.html", nil),
    ("/a/index.html", "/a/", nil),
    ("/old/#part", "/old/", "part"), ("/alt%20seite/#caf%C3%A9", "/alt seite/", "café"),
    ("/old/#", "/old/", ""),
    ("/index.html", "/", nil), ("/v1.2", "/v1.2/", nil),
  ] as [(String, String, String?)])
func `an alias is a path and perhaps a fragment`(
  _ alias: String, _ path: String, _ fragment: String?
) {
  let split = Redirects.split(alias)
  #expect(split.path.text == path)
  #expect(split.fragment == fragment)
}

@Test func `a former URL redirects, says where to, and lists what moved with it`() async throws {
  let site = try await build(
    [
      "site.yml": "title: T\nlanguage: de\n",
      "content/new.md":
        "---\ntitle: A & B\naliases: [/old/, /old/#two, /old#one, /x.html]\n---\n\n## One\n\n## Two\n",
    ], url: "https://x.example/base")
  #expect(site.report.findings.isEmpty)
  let old = try #require(site.files["old/index.html"])
  #expect(old.contains("<html lang=\"de\">"))
  #expect(old.contains("content=\"0; url=/base/new/\""))
  #expect(old.contains("<link rel=\"canonical\" href=\"https://x.example/base/new/\">"))
  #expect(old.contains("moved to <a href=\"/base/new/\">A &amp; B</a>"))
  let two = try #require(old.firstRange(of: "<li id=\"two\"><a href=\"/base/new/#two\">"))
  let one = try #require(old.firstRange(of: "<li id=\"one\"><a href=\"/base/new/#one\">"))
  #expect(two.lowerBound < one.lowerBound)
  #expect(site.files["x.html"]?.contains("url=/base/new/") == true)
}

@Test func `a former anchor of the page's own URL is an empty anchor on it`() async throws {
  let site = try await build([
    "content/a.md":
      "---\naliases: [/a/#before, /a#part, '/a/#<\"&']\n---\n\n## Part\n\nSee [it](#before).\n",
    "content/b.md": "[it](/a/#before) [odd](/a/#%3C%22&)\n",
  ])
  #expect(site.report.findings.isEmpty)
  let html = try #require(site.files["a/index.html"])
  #expect(html.contains("<span id=\"before\"></span>"))
  #expect(html.contains("<span id=\"&lt;&quot;&amp;\"></span>"))
  #expect(!html.contains("<span id=\"part\">"))
  #expect(site.files["a/index.html"] != nil)
}

@Test func `a draft's former URLs lead nowhere until it is published`() async throws {
  let files = [
    "content/index.md": "# H\n", "content/a.md": "---\ndraft: true\naliases: /old/\n---\n",
  ]
  #expect(try await build(files).files["old/index.html"] == nil)
  #expect(try await build(files, drafts: true).files["old/index.html"] != nil)
}
