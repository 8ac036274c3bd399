import Diagnostics
import Testing

@testable import Handbook

/// The pages that right links lead to, published under `/base/`.
private let pages: [String: String] = [
  "site.yml": "title: T\nurl: https://x.example/base/\n",
  "content/index.md": "---\nnoindex: true\n---\n# Home\n\n## Part\n",
  "content/a/index.md":
    "# A\n\n## First part {#first}\n\n## Größe & Maß\n\n## 大きさ\n\n## Части речи\n",
  "content/a/b.md":
    "---\naliases: [/old/, /a/former, '/alt%20seite/#x']\n---\n# B\n\n<a id=\"own\"></a>\n\nSo.[^n]\n\n[^n]: Note.\n",
  "content/a/über uns.md": "# Über uns\n\n## Teil\n",
  "content/日本.md": "# 日本\n\n## 一\n",
  "content/v1.2.md": "# Version\n",
  "content/far.md": "---\nurl: /elsewhere/\n---\n# Far\n",
  "content/a/map.png": "x", "content/a/data set.csv": "x", "assets/form.pdf": "x",
  "assets/icon.svg": "<svg/>",
]

/// Right links of a page `content/a/page.md`, in all forms.
private let links = [
  "/", "/index.html", "/a/", "/a", "/a/index.html", "/a/index.md", "/a//b/", "/a/./b/",
  "/a/../a/b/",
  "/a/b/", "/a/b", "/a/b.md", "/a/b.html", "b", "b/", "b.md", "b.html", "./b.md", "../a/b.md",
  "index.md", "..", ".", "./", "../", "../index.md", "/a/b/?q=1", "/a/b?q=a/b", "/a/b/?q=1#own",
  "?q=1", "?q=1#here", "#", "#top", "#here", "#here/", "/a/#top", "/a/#first", "/a#first",
  "/a/#first/",
  "/a/#gr%C3%B6%C3%9Fe--ma%C3%9F", "/a/#größe--maß", "/a/#大きさ", "/a/#части-речи", "/a/b/#own",
  "b.md#own", "/a/b/#fn-1", "/a/%C3%BCber%20uns/", "/a/über%20uns/", "%C3%BCber%20uns.md",
  "%C3%BCber%20uns#teil", "/%E6%97%A5%E6%9C%AC/", "/日本/", "../日本.md#一", "/v1.2/", "/v1.2",
  "../v1.2.md",
  "/elsewhere/", "../far.md", "/old/", "/old", "/a/former/", "/alt%20seite/#x", "/alt%20seite",
  "map.png", "/a/map.png", "data%20set.csv", "/a/data%20set.csv?v=2", "/assets/form.pdf",
  "/assets/form.pdf#page=3", "../assets/icon.svg", "https://x.example/base/a/b/",
  "https://x.example/base", "http://X.example/base/a/#first", "HTTPS://x.example/base/a/b",
  "https://x.example/other/", "https://x.example.org/none/", "https://other.example/a%20b?c#d",
  "http://user@other.example:8080/", "mailto:a@b.example?subject=x", "tel:+441234",
  "/sitemap.xml", "/handbook.json", "/robots.txt",
]

/// Places in which a link may stand; `@` is the link, `@@` the number of it.
private let places = [
  "[x](<@>)", "[x](<@> \"title\")", "[x][r@@]\n\n[r@@]: <@> 'title'", "[r @@][]\n\n[r @@]: <@>",
  "[over two\nlines](<@>)", "### Heading @@ [x](<@>)",
  "| a | b |\n|---|---|\n| c \\| d | [x](<@>) |",
  "1. One\n   - Two\n     - [x](<@>)", "> [!NOTE]\n> [x](<@>)",
  "So.[^f@@]\n\n[^f@@]: See [x](<@>).",
  "**a *[x](<@>)* b**", "[![w](/assets/icon.svg)](<@>)", "<a href=\"@\">x</a>",
  "<p>a <a href='@'>x</a></p>",
  "{% assign u = \"@\" %}[x](<{{ u }}>)",
  "{% for i in (1..2) %}<a href=\"@\">{{ i }}</a>{% endfor %}",
]

@Test func `of more than a thousand right links, in every form and place, none is found wrong`()
  async throws
{
  var text =
    "---\nnoindex: true\nrelated: [/a/b/, a/b, content/a/b.md, /old/]\n---\n# Page\n\n## Here\n"
  var count = 0
  for place in places {
    for link in links {
      count += 1
      text += "\n" + place.replacing("@@", with: "\(count)").replacing("@", with: link) + "\n"
    }
  }
  #expect(count > 1000)
  // In parts, so that no page is over its limits.
  var files = pages
  files["content/a/page.md"] = text
  let outcome = try await build(files, url: nil)
  #expect(outcome.report.findings.map(\.message) == [])
  try expectLinksLeadSomewhere(outcome.files)
}

/// Looks at the HTML alone, as a browser would: each link of the site leads to a file and an id in it.
private func expectLinksLeadSomewhere(_ files: [String: String]) throws {
  let html = try #require(files["a/page/index.html"])
  var looked = 0
  for match in html.matches(of: /(?:href|src)="([^"]*)"/) {
    let url = String(match.1).replacing("&amp;", with: "&")
    guard !url.contains(":") else { continue }
    looked += 1
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].prefix { $0 != "?" }
    var file = "a/page/index.html"
    if !path.isEmpty {
      #expect(path.hasPrefix("/base/"), "\(url)")
      file = try #require(percentDecoded(path.dropFirst("/base/".count)))
      if file.isEmpty || file.hasSuffix("/") { file += "index.html" }
    }
    let page = files[file]
    #expect(page != nil, "\(url) leads to no file")
    guard parts.count > 1, !parts[1].isEmpty, file.hasSuffix(".html"), parts[1] != "top" else {
      continue
    }
    let id = try #require(percentDecoded(parts[1]))
    #expect(page?.contains("id=\"\(id)\"") ?? false, "\(url) leads to no id")
  }
  #expect(looked > 900)
}
