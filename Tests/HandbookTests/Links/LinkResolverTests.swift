import Testing

@testable import Handbook

private let pages = [
  page("content/index.md"), page("content/a/index.md"),
  page("content/a/b.md", aliases: ["/old/", "/alt%20seite/#x"]),
  page("content/c d é.md"), page("content/404.md"), page("content/draft.md", isDraft: true),
  page("content/moved.md", url: "/elsewhere/"), page("content/a/moved.md", url: "/far/away/"),
]

private func resolver(_ site: String? = nil, drafts: Bool = false) -> LinkResolver {
  let files = ["assets/form.pdf", "content/a/map.png", "content/a b.csv"]
    .map { PublishedFile(SourceEntry(path: $0)) }
  return LinkResolver(
    table: LinkTable(pages: pages, files: files, generated: ["/sitemap.xml"]), pages: pages,
    site: site.flatMap(SiteURL.init), publishesDrafts: drafts,
    registerURL: { $0 == "acme" ? "/a/#acme" : nil })
}

/// Where a link on `content/a/b.md` leads: the URL that is printed, what it is, what is wrong.
private func drawing(_ written: String, on page: Int = 2, _ resolver: LinkResolver = resolver())
  -> String
{
  let link = resolver.resolve(written, on: page)
  let destination =
    switch link.destination {
    case .page(let page, let fragment):
      String((pages[page].source?.path ?? "").dropFirst(8))
        + (fragment.isEmpty ? "" : " at \(fragment)")
    case .file: "file"
    case .external: "outside"
    case .none: "nowhere"
    }
  return "\(link.url ?? "not printed") = \(destination)\(link.fault.map { " (\($0.rule))" } ?? "")"
}

@Test(arguments: [
  ("/a/b/", "/a/b/ = a/b.md"), ("/a/b", "/a/b/ = a/b.md"), ("/a/b.md", "/a/b/ = a/b.md"),
  ("/a/b.html", "/a/b/ = a/b.md"), ("/a/index.html", "/a/ = a/index.md"), ("/", "/ = index.md"),
  ("/index.html", "/ = index.md"), ("/a//b/", "/a/b/ = a/b.md"), ("/a/./../a/b", "/a/b/ = a/b.md"),
  ("/a/b/#part", "/a/b/#part = a/b.md at part"), ("/a/b#part", "/a/b/#part = a/b.md at part"),
  ("/a/b/#part/", "/a/b/#part = a/b.md at part"),
  ("/a/b/?q=1#part", "/a/b/?q=1#part = a/b.md at part"),
  ("/404.html", "/404.html = 404.md"), ("/sitemap.xml", "/sitemap.xml = file"),
])
func `an absolute path leads to the page, however it is written`(
  _ written: String, _ expected: String
) {
  #expect(drawing(written) == expected)
}

@Test(arguments: [
  ("index.md", "/a/ = a/index.md"), ("b.md", "/a/b/ = a/b.md"), ("b", "/a/b/ = a/b.md"),
  ("./b.md#x", "/a/b/#x = a/b.md at x"), ("../index.md", "/ = index.md"), ("..", "/ = index.md"),
  (".", "/a/ = a/index.md"), ("../a/b.md#part", "/a/b/#part = a/b.md at part"),
  ("../../../a/b/", "/a/b/ = a/b.md"), ("index.html", "/a/ = a/index.md"),
  ("b.html", "/a/b/ = a/b.md"),
  ("map.png", "/a/map.png = file"), ("../a%20b.csv", "/a%20b.csv = file"),
  ("../c%20d%20%C3%A9.md", "/c%20d%20%C3%A9/ = c d é.md"),
  ("../c d é", "/c%20d%20%C3%A9/ = c d é.md"),
  ("moved.md", "/far/away/ = a/moved.md"), ("moved", "/far/away/ = a/moved.md"),
  ("../moved.md#x", "/elsewhere/#x = moved.md at x"),
])
func `a relative path leads from the file`(_ written: String, _ expected: String) {
  #expect(drawing(written) == expected)
}

@Test func `a relative path that no file answers leads from the page's URL`() {
  #expect(drawing("../../a/b/", on: 2) == "/a/b/ = a/b.md")
  #expect(drawing("../map.png", on: 2) == "/a/map.png = file")
  #expect(drawing("../away/", on: 7) == "/far/away/ = a/moved.md")
}

@Test(arguments: [
  ("#part", "#part = a/b.md at part"), ("#", "# = a/b.md"), ("#top", "# = a/b.md"),
  ("#part/", "#part = a/b.md at part"), ("#teil%20%C3%A9", "#teil%20%C3%A9 = a/b.md at teil é"),
  ("/a/#top", "/a/ = a/index.md"), ("/a/#", "/a/# = a/index.md"), ("/a/#/", "/a/ = a/index.md"),
  ("?q=1", "/a/b/?q=1 = a/b.md"), ("?q=1#x", "/a/b/?q=1#x = a/b.md at x"),
])
func `a link may lead to a part of a page`(_ written: String, _ expected: String) {
  #expect(drawing(written) == expected)
}

@Test(arguments: [
  ("https://example.org/a", "https://example.org/a = outside"),
  ("HTTP://example.org", "HTTP://example.org = outside"),
  ("mailto:a@b.example", "mailto:a@b.example = outside"), ("tel:+123", "tel:+123 = outside"),
  ("registry:acme", "/a/#acme = a/index.md at acme"),
  ("registry:none", "registry:none = nowhere (broken-reference)"),
  ("REGISTRY:acme", "/a/#acme = a/index.md at acme"),
])
func `a link may begin with a scheme that is allowed`(_ written: String, _ expected: String) {
  #expect(drawing(written) == expected)
}

@Test(arguments: [
  "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
  "file:///etc/passwd",
  "//evil.example/", "\\\\evil.example", "/\\evil.example", "java\tscript:x", "java\nscript:x",
  "\u{1}javascript:x",
  "/a/\u{202E}b/", "blob:x", "ftp://x/", "view-source:x", "javascript&colon:x",
])
func `a link that may do harm is not printed`(_ written: String) {
  let link = resolver().resolve(written, on: 2)
  let isHarmless =
    link.url == nil && link.fault?.rule == "unsafe-url" || link.fault?.rule == "broken-link"
  #expect(isHarmless, "\(drawing(written))")
}

@Test(arguments: [
  ("", " = nowhere (empty-link)"), ("/none/", "/none/ = nowhere (broken-link)"),
  ("none.md", "none.md = nowhere (broken-link)"),
  ("/none.html", "/none.html = nowhere (broken-link)"),
  ("/form.pdf", "/form.pdf = nowhere (missing-asset)"),
  ("x.PNG", "x.PNG = nowhere (missing-asset)"),
  ("/v1.2/", "/v1.2/ = nowhere (broken-link)"), ("/a/B/", "/a/B/ = nowhere (broken-link)"),
  ("/moved/", "/moved/ = nowhere (broken-link)"), ("/%FF/", "/%FF/ = nowhere (broken-link)"),
])
func `what leads nowhere says so`(_ written: String, _ expected: String) {
  #expect(drawing(written) == expected)
}

@Test func `a former URL leads to where the page is now`() {
  #expect(drawing("/old/") == "/a/b/ = a/b.md")
  #expect(drawing("/old#x") == "/a/b/#x = a/b.md at x")
  #expect(drawing("/alt%20seite/") == "/a/b/ = a/b.md")
  #expect(
    drawing("/alt%20seite/#x") == "/a/b/ = a/b.md", "what stood at the anchor is the page now")
  #expect(drawing("/alt%20seite/#y") == "/a/b/#y = a/b.md at y")
}

@Test func `a file keeps its query and fragment`() {
  #expect(drawing("/assets/form.pdf?v=2#page=3") == "/assets/form.pdf?v=2#page=3 = file")
}

@Test func `a link to a draft is a warning, but from drafts and when drafts are published`() {
  #expect(drawing("/draft/") == "/draft/ = draft.md (link-to-draft)")
  #expect(drawing("../draft.md#x") == "/draft/#x = draft.md at x (link-to-draft)")
  #expect(drawing("/draft", on: 5) == "/draft/ = draft.md")
  #expect(drawing("/draft/", resolver(drafts: true)) == "/draft/ = draft.md")
}

@Test func `an absolute URL of the site itself is checked like a path`() {
  let resolver = resolver("https://x.example/base/")
  #expect(drawing("https://x.example/base/a/b", resolver) == "/a/b/ = a/b.md")
  #expect(drawing("http://X.example/base/a/b/#p", resolver) == "/a/b/#p = a/b.md at p")
  #expect(drawing("https://x.example/base", resolver) == "/ = index.md")
  #expect(drawing("https://x.example/base/none/", resolver).hasSuffix("(broken-link)"))
  #expect(drawing("https://x.example/basement/", resolver).hasSuffix("= outside"))
  #expect(drawing("https://x.example.org/base/", resolver).hasSuffix("= outside"))
  #expect(drawing("https://x.example/", resolver).hasSuffix("= outside"))
}

@Test func `a base path typed by hand is a warning, and meant as it was`() {
  let resolver = resolver("https://x.example/base/")
  #expect(drawing("/base/a/b", resolver) == "/a/b/ = a/b.md (base-path-typed)")
  #expect(drawing("/base/assets/form.pdf", resolver) == "/assets/form.pdf = file (base-path-typed)")
  #expect(drawing("/base/", resolver) == "/ = index.md (base-path-typed)")
  #expect(drawing("/base", resolver) == "/ = index.md (base-path-typed)")
  #expect(drawing("/base/none/", resolver).hasSuffix("(broken-link)"))
}

@Test
func `whatever is written, a printed URL is a path, a fragment, or has a scheme that is allowed`() {
  var random = Random(seed: 6)
  let resolver = resolver("https://x.example/base/")
  for _ in 0..<20_000 {
    let written = random.text(of: "ab/.#?:%\\ \u{1}c2Fjhtps", upTo: 12)
    let link = resolver.resolve(written, on: Int.random(in: 0..<pages.count, using: &random))
    guard link.fault == nil, let url = link.url else { continue }
    let isSafe =
      url.hasPrefix("/") && !url.hasPrefix("//") || url.hasPrefix("#")
      || ["http:", "https:", "tel:", "mailto:"].contains { url.lowercased().hasPrefix($0) }
    #expect(isSafe, "\(written) gives \(url)")
  }
}

@Test(arguments: [
  ("/a/../b/", "/b/"), ("/a/./b", "/a/b"), ("/../../a", "/a"), ("/a/..", "/"), ("/a/b/..", "/a/"),
  ("//a///b//", "/a/b/"), ("/a/b/.", "/a/b/"), ("/", "/"), ("/a.b/", "/a.b/"), ("/..a/", "/..a/"),
])
func `dots and doubled slashes are taken out`(_ path: String, _ expected: String) {
  #expect(normalized(path) == expected)
}

@Test(
  arguments: [
    ("a/b", "/a/b/"), ("/a/b/#part", "/a/b/#part"), ("a/b:c", nil), ("?x:y", "/?x:y"),
    ("c d é", "/c%20d%20%C3%A9/"), ("https://example.org/a:b", "https://example.org/a:b"),
    ("registry:acme", "/a/#acme"), ("x/../a/b", "/a/b/"), ("#part", "/#part"),
  ] as [(String, String?)])
func `a text that stands on no page counts from the root, whatever colons it has`(
  _ written: String, _ expected: String?
) {
  let link = resolver().resolve(rooted: written)
  #expect((link.fault == nil ? link.url : nil) == expected)
}

@Test(arguments: [
  "a/b:c", "a", "/a", "#a", "?a", "", "https://example.org/", "registry:acme", "a:b",
])
func `a text that stands on no page is resolved where there are no pages`(_ written: String) {
  let empty = LinkResolver(
    table: LinkTable(pages: [], files: [], generated: []), pages: [], site: nil,
    publishesDrafts: false, registerURL: { _ in nil }, base: nil)
  let link = empty.resolve(rooted: written)
  #expect((link.fault == nil) == written.hasPrefix("https:"))
}
