import Diagnostics
import Testing

@testable import Handbook

/// A page made with a layout that is one line, on a site with assets and another page.
private func made(
  _ layout: String, body: String = "", url: String? = "https://x.example/base/"
) async throws -> Outcome {
  try await build(
    [
      "site.yml": "title: T\nlayout: page\n", "layouts/page.html": layout,
      "content/index.md": "---\ntitle: Home\n---\n\n" + body, "content/a/index.md": "## Part\n",
      "assets/site.css": "p {}\n", "assets/site.js": "1\n", "assets/x.png": "png",
    ], url: url)
}

@Test(arguments: [
  ("<a href=\"/a/\">", "<a href=\"/base/a/\">"), ("<a href='/a'>", "<a href='/base/a/'>"),
  ("<a href=/a/>", "<a href=/base/a/>"), ("<a href=\"/\">", "<a href=\"/base/\">"),
  ("<a href=\"#x\" id=x>", "<a href=\"#x\" id=x>"),
  ("<a href=\"https://y.example/\">", "<a href=\"https://y.example/\">"),
  ("<a href=\"/a/?b=1&amp;c=2\">", "<a href=\"/base/a/?b=1&amp;c=2\">"),
  (
    "<img src=\"/assets/x.png\" srcset=\"/assets/x.png 2x, /assets/x.png 3x\">",
    "<img src=\"/base/assets/x.png\" srcset=\"/base/assets/x.png 2x, /base/assets/x.png 3x\">"
  ),
  ("<form action=\"/a/\">", "<form action=\"/base/a/\">"),
  (
    "<meta http-equiv=\"refresh\" content=\"0; url=/a/\">",
    "<meta http-equiv=\"refresh\" content=\"0; url=/base/a/\">"
  ),
  (
    "<meta name=\"description\" content=\"5; /a/\">",
    "<meta name=\"description\" content=\"5; /a/\">"
  ),
  (
    "<link rel=\"canonical\" href=\"{{ page.permalink }}\">",
    "<link rel=\"canonical\" href=\"https://x.example/base/\">"
  ),
  (
    "<a href=\"https://x.example/base/a/#part\">", "<a href=\"https://x.example/base/a/#part\">"
  ),
  ("<a href=\"#top\"><a href=\"#\">", "<a href=\"#top\"><a href=\"#\">"),
  ("<!-- <a href=\"/a/\"> -->", "<!-- <a href=\"/a/\"> -->"),
])
func `the program alone puts the base path before URLs`(_ layout: String, _ expected: String)
  async throws
{
  let site = try await made(layout)
  #expect(site.report.findings.map(\.message) == [])
  #expect(site.files["index.html"] == expected)
}

@Test(arguments: ["#nowhere", "/a/#nowhere", "https://x.example/base/a/#nowhere"])
func `an anchor that a layout writes is looked for, however it is written`(_ link: String)
  async throws
{
  let site = try await made("<p id=\"here\"></p><a href=\"#here\"></a><a href=\"\(link)\"></a>")
  #expect(Set(site.report.findings.map(\.rule)) == ["broken-anchor"])
}

@Test func `own styles and scripts are loaded by their hashed names, and checked`() async throws {
  let site = try await made(
    "<link rel=\"stylesheet\" href=\"/assets/site.css\"><script src=\"/assets/site.js\"></script>",
    url: nil)
  let html = try #require(site.files["index.html"])
  let names = site.files.keys.filter { $0.hasPrefix("assets/site.") }.sorted()
  #expect(names.count == 4)
  for name in names where name != "assets/site.css" && name != "assets/site.js" {
    #expect(html.contains("\"/\(name)\" integrity=\"sha256-"))
    #expect(
      site.files[name] == site.files[name.hasSuffix("css") ? "assets/site.css" : "assets/site.js"])
  }
  #expect(html.components(of: "integrity").count == 3)
}

@Test(arguments: [
  "<link href=/assets/site.css>", "<link href='/assets/site.css'>",
  "<link href=\"/assets/site.css\" rel=stylesheet>",
  "<link\nhref=\"/assets/site.css\"\n>",
])
func `integrity stands in the tag, however it is written`(_ tag: String) async throws {
  let html = try #require(try await made(tag + "<p>Text</p>").files["index.html"])
  let inTag = html.prefix { $0 != ">" }
  #expect(inTag.contains(" integrity=\"sha256-"), "\(html)")
  #expect(html.hasSuffix("><p>Text</p>"))
}

@Test func `an integrity that the author wrote stays alone`() async throws {
  for tag in [
    "<script integrity=\"own\" src=\"/assets/site.js\"></script>",
    "<script src=\"/assets/site.js\" integrity=\"own\"></script>",
  ] {
    let html = try #require(try await made(tag + "<p id=x>").files["index.html"])
    #expect(html.components(of: "integrity").count == 2, "\(html)")
  }
}

@Test func `the body gets the base path, and is not checked a second time`() async throws {
  let site = try await made(
    "<main>{{ content }}</main>", body: "[a](/a/#part) [none](/none/) ![x](/assets/x.png)\n")
  #expect(site.report.findings.map(\.rule) == ["broken-link"])
  let html = try #require(site.files["index.html"])
  #expect(html.contains("<a href=\"/base/a/#part\">a</a>"))
  #expect(html.contains("src=\"/base/assets/x.png\""))
}

@Test func `a layout in a layout changes nothing of that`() async throws {
  let site = try await build(
    [
      "site.yml": "title: T\nlayout: inner\n",
      "layouts/outer.html": "<html>{{ content }}<a href=\"/a/\">",
      "layouts/inner.html": "---\nlayout: outer\n---\n<nav><a href=\"/a/\"></nav>{{ content }}",
      "content/index.md": "[a](/a/)\n", "content/a.md": "# A\n",
    ], url: "https://x.example/base")
  #expect(site.report.findings.isEmpty)
  #expect(
    site.files["index.html"]
      == "<html><nav><a href=\"/base/a/\"></nav><p><a href=\"/base/a/\">a</a></p>\n<a href=\"/base/a/\">"
  )
}

@Test func `a layout's links are checked, each once, where the layout says them`() async throws {
  try await check([
    "site.yml": "title: T\nlayout: page\n",
    "content/index.md": "## Part\n\n[foot](#foot)\n", "content/a.md": "# A\n",
    "layouts/page.html": """
    <a href="/none/">
             ^^^^^^ error: no page at '/none/'
    <a href="{{ site.url }}">
                           ^ error: this link leads nowhere: its destination is empty; write the path of a page, such as '/services/', or the link only 'if' there is one
    <a href="#foot"><a href="/#part"><p id="foot">{{ content }}
    <a href="/a/#none">
             ^^^^^^^^ error: '/a/' has no heading or anchor '#none'; '/a/' has #a, #foot
    <img src="/assets/none.png">
              ^^^^^^^^^^^^^^^^ error: no file at '/assets/none.png'; files are published from 'assets/' as '/assets/…', and from beside the pages
    <a href="javascript:alert(1)">
             ^^^^^^^^^^^^^^^^^^^ error: a link may not begin with 'javascript:'; links may be relative or begin with https:, http:, mailto: or tel:
    """,
  ])
}

@Test func `random layouts lose nothing but what is changed in them`() async throws {
  var random = Random(seed: 10)
  for _ in 0..<40 {
    let layout = random.text(of: "<>\"'= /ahrefsc!-\n", upTo: 60)
    let site = try await made(layout, url: nil)
    let html = try #require(site.files["index.html"])
    if site.report.findings.isEmpty, !layout.contains("href"), !layout.contains("src") {
      #expect(html == layout)
    }
  }
}

extension String {
  fileprivate func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}

@Test func `what is wrong in a layout names one page that shows it, and in a page none`()
  async throws
{
  let outcome = try await build([
    "site.yml": "title: T\nlayout: page\n",
    "content/a.md": "# A\n\n{{ nobody }}\n", "content/b.md": "# B\n",
    "layouts/page.html": "{{ none }}<a href=\"/none/\"><a href=\"/a/#none\">{{ content }}",
  ])
  let seen = outcome.report.findings.map { "\($0.rule) \($0.notes.map(\.message).joined())" }
  #expect(
    seen.filter { !$0.hasPrefix("missing") && !$0.hasPrefix("orphan") } == [
      "undefined-variable ", "undefined-variable seen on '/a/'", "broken-link seen on '/a/'",
      "broken-anchor seen on '/a/'",
    ])
}
