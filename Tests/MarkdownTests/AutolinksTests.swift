import Markdown
import Testing

/// Bare URLs and e-mail addresses, as GitHub's Markdown finds them.
struct AutolinksTests {
  @Test(arguments: [
    ("http://a.b", "http://a.b", ""), ("https://a.b/c?d=e#f", "https://a.b/c?d=e#f", ""),
    ("HTTPS://A.B", "HTTPS://A.B", ""), ("https://localhost:80/x", "https://localhost:80/x", ""),
    ("https://a.b.", "https://a.b", "."), ("https://a.b/?", "https://a.b/", "?"),
    ("https://a.b/c)", "https://a.b/c", ")"), ("https://a.b/(c)", "https://a.b/(c)", ""),
    ("https://a.b/(c))", "https://a.b/(c)", ")"), ("https://a.b/c\"", "https://a.b/c", "&quot;"),
    ("https://a.b/c_d_e", "https://a.b/c_d_e", ""),
    ("https://ä.example/x", "https://%C3%A4.example/x", ""),
    ("https://a.b/c;", "https://a.b/c", ";"), ("https://a.b/c, d", "https://a.b/c", ", d"),
  ])
  func `a URL with its scheme`(text: String, url: String, rest: String) {
    let words = text.prefix(text.count - (rest == "&quot;" ? 1 : rest.count))
    #expect(html("x \(text)") == "<p>x <a href=\"\(url)\">\(words)</a>\(rest)</p>")
  }

  @Test(arguments: [
    ("www.a.b", "www.a.b"), ("(www.a.b/c)", "www.a.b/c"), ("*www.a.b*", "www.a.b"),
    ("www.a-b.example/x_y", "www.a-b.example/x_y"),
  ])
  func `a host that begins with www`(text: String, words: String) {
    #expect(html(text).contains("<a href=\"http://\(words)\">\(words)</a>"))
  }

  @Test(arguments: [
    ("me@a.b", "me@a.b"), ("x me.you+z@a-b.example.", "me.you+z@a-b.example"),
    ("(a_b@c.d)", "a_b@c.d"),
  ])
  func `an address`(text: String, words: String) {
    #expect(html(text).contains("<a href=\"mailto:\(words)\">\(words)</a>"))
  }

  @Test(arguments: [
    "http://", "https:// a", "xhttp://a.b", "www.", "www", "awww.a.b", "www.a_b", "a@b", "@a.b",
    "a@b.c-", "a@.b", "ftp://a.b", "http:/a.b", "https://a_b", "w w w . a", "a:b", "a@b_.c_",
  ])
  func `what is no link stays text`(text: String) {
    #expect(!html(text).contains("<a"))
  }

  @Test func `a URL is not looked for in links, code and alternative text`() {
    #expect(html("[www.a.b](/c)") == "<p><a href=\"/c\">www.a.b</a></p>")
    #expect(html("`www.a.b`") == "<p><code>www.a.b</code></p>")
    #expect(html("![www.a.b](c)") == "<p><img src=\"c\" alt=\"www.a.b\" loading=\"lazy\"></p>")
    #expect(html("<a href=/c>www.a.b</a>") == "<p><a href=\"/c\">www.a.b</a></p>")
  }

  @Test(arguments: [
    ("www.a.b/c&d;", "a.b/c"), ("www.a.b/c&d;&e;.", "a.b/c"), ("www.a.b/&;", "a.b/&amp;"),
    ("www.a.b/c&d=e;", "a.b/c&amp;d=e"), ("www.a.b/c&d", "a.b/c&amp;d"), ("www.a.b&c;", "a.b"),
  ])
  func `what looks like a reference at its end is none of it`(text: String, url: String) {
    #expect(html(text).hasPrefix("<p><a href=\"http://www.\(url)\">www.\(url)</a>"))
  }

  @Test func `several links in one text`() {
    #expect(
      html("www.a.b and c@d.e, http://f.g")
        == "<p><a href=\"http://www.a.b\">www.a.b</a> and <a href=\"mailto:c@d.e\">c@d.e</a>, "
        + "<a href=\"http://f.g\">http://f.g</a></p>")
  }

  @Test func `references in a URL are decoded before it is resolved`() {
    #expect(links("http://a.b/?c=1&amp;d=2").map(\.destination) == ["http://a.b/?c=1&d=2"])
  }
}
