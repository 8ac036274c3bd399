import Testing

@testable import Handbook

@Test(arguments: [
  ("content/index.md", "/"), ("content/a.md", "/a/"), ("content/a/index.md", "/a/"),
  ("content/a/b.md", "/a/b/"), ("content/404.md", "/404.html"), ("content/a/404.md", "/a/404/"),
  ("content/Große Übersicht.md", "/Große Übersicht/"), ("content/a.b.md", "/a.b/"),
  ("content/indexes.md", "/indexes/"),
])
func `a page is published where its file says`(_ file: String, _ path: String) {
  #expect(URLPath(contentPath: file).text == path)
}

@Test(arguments: [
  ("/a/b/", "a/b/index.html"), ("/", "index.html"), ("/404.html", "404.html"),
  ("/assets/x.css", "assets/x.css"), ("/.well-known/a", ".well-known/a"),
])
func `a server answers with this file`(_ path: String, _ file: String) {
  #expect(URLPath(path).outputPath?.text == file)
}

@Test(arguments: [
  "/a/../b/", "/./", "//", "/a//b/", "/-a/", "/a\\b/", "/a\u{7}b/", "/.git/x", "/a/.x/", "/a\n/",
  "/\(String(repeating: "x", count: 201))/",
])
func `no file may be called so`(_ path: String) {
  #expect(URLPath(path).outputPath == nil)
}

@Test func `an output path stays below the output, whatever text it is made of`() {
  var random = Random(seed: 1)
  for _ in 0..<5000 {
    let text = random.text(of: "ab./-\\ \u{0}é~", upTo: 12)
    guard let path = OutputPath(text) else { continue }
    let parts = path.text.split(separator: "/", omittingEmptySubsequences: false)
    #expect(!parts.contains("..") && !parts.contains(".") && !parts.contains(""), "\(path.text)")
    #expect(path.text == text)
  }
}

@Test func `paths with and without the final slash have one key`() {
  #expect(URLPath("/a/").key == URLPath("/a").key)
  #expect(URLPath("/").key == "")
  #expect(URLPath("/").isRoot)
  #expect(!URLPath("/a/").isRoot)
}

@Test func `the paths above, nearest first`() {
  #expect(URLPath("/a/b/c/").ancestors.map(\.text) == ["/a/b/", "/a/", "/"])
  #expect(URLPath("/404.html").ancestors.map(\.text) == ["/"])
  #expect(URLPath("/").ancestors.isEmpty)
}

@Test(arguments: [
  ("/a b/", "/a%20b/"), ("/é/", "/%C3%A9/"), ("/100%/", "/100%25/"), ("/a?b#c/", "/a%3Fb%23c/"),
  ("/~a-b_c.d!$()*+,;=:@/", "/~a-b_c.d!$()*+,;=:@/"), ("/\"<>&'/", "/%22%3C%3E%26%27/"),
])
func `odd characters are percent-encoded`(_ text: String, _ encoded: String) {
  #expect(URLPath(text).encoded == encoded)
  #expect(percentDecoded(encoded) == text)
}

@Test(arguments: ["%", "%2", "%zz", "a%2", "%FF", "%C3", "%c3%28"])
func `what is no encoding of text is not decoded`(_ text: String) {
  #expect(percentDecoded(text) == nil)
}

@Test func `what was encoded is decoded to what it was`() {
  var random = Random(seed: 2)
  for _ in 0..<2000 {
    let text = random.text(of: "ab%/ é中🙂?#\u{1}'\"", upTo: 10)
    #expect(percentDecoded(percentEncoded(text)) == text)
  }
}

@Test(arguments: [
  ("https://x.example", "https://x.example", ""), ("https://x.example/", "https://x.example", ""),
  ("http://x.example:80/a/b/", "http://x.example:80", "/a/b"),
  ("HTTPS://X.example/b//", "https://X.example", "/b"),
])
func `a site's address is its origin and its base path`(
  _ text: String, _ origin: String, _ base: String
) throws {
  let url = try #require(SiteURL(text))
  #expect(url.origin == origin && url.basePath == base)
  #expect(url.absolute("/p/") == origin + base + "/p/")
}

@Test(arguments: [
  "", "x.example", "/a", "https://", "https:///a", "ftp://x", "https://x?y", "https://x/#a",
  "https://x y",
  "javascript:alert(1)", "https://\"x",
])
func `anything else is no site's address`(_ text: String) {
  #expect(SiteURL(text) == nil)
}

@Test(arguments: ["/a/\u{301}/b/", "/\u{59C}\n", "/a/\u{200D}/"])
func `the paths above one come to an end, whatever marks stand behind a slash`(_ text: String) {
  #expect(
    URLPath(text).ancestors.count == text.utf8.count { $0 == 0x2F } - (text.hasSuffix("/") ? 1 : 0))
  #expect(URLPath(text).outputPath == nil)
}
