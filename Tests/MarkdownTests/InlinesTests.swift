import Markdown
import Testing

/// What each construct inside a paragraph becomes.
struct InlinesTests {
  @Test(arguments: [
    ("*a* _b_", "<em>a</em> <em>b</em>"),
    ("**a** __b__", "<strong>a</strong> <strong>b</strong>"),
    ("***a***", "<em><strong>a</strong></em>"),
    ("~~a~~ ~b~", "<del>a</del> <del>b</del>"),
    ("x ~~~a~~~", "x ~~~a~~~"),
    ("`a < b`", "<code>a &lt; b</code>"),
    ("`` a`b ``", "<code>a`b</code>"),
    ("a & b < c > \"d\"", "a &amp; b &lt; c &gt; &quot;d&quot;"),
    ("&amp; &copy; &#65; &bogus;", "&amp; © A &amp;bogus;"),
    ("\\*a\\* \\&amp;", "*a* &amp;amp;"),
    ("\"a\" -- 'b' ...", "&quot;a&quot; -- 'b' ..."),
    ("snake_case_name", "snake_case_name"),
    ("a\u{1}b&#2;c\u{7F}d", "abcd"),
    ("é ü 漢字 👍", "é ü 漢字 👍"),
  ])
  func `text and emphasis`(text: String, expected: String) {
    #expect(html(text) == "<p>\(expected)</p>")
  }

  @Test(arguments: [
    ("[a](/b)", "<a href=\"/b\">a</a>"),
    ("[a](/b \"c\")", "<a href=\"/b\" title=\"c\">a</a>"),
    ("[a](<b c>)", "<a href=\"b%20c\">a</a>"),
    ("[*a* `b`](c)", "<a href=\"c\"><em>a</em> <code>b</code></a>"),
    ("[a](?b=1&amp;c=2)", "<a href=\"?b=1&amp;c=2\">a</a>"),
    ("[a](/ü)", "<a href=\"/%C3%BC\">a</a>"),
    ("[a](/%C3%BC)", "<a href=\"/%C3%BC\">a</a>"),
    ("[a](/b[c])", "<a href=\"/b%5Bc%5D\">a</a>"),
    ("[a](b \"\\\"><script>\")", "<a href=\"b\" title=\"&quot;&gt;&lt;script&gt;\">a</a>"),
    ("[a]()", "<a href=\"\">a</a>"),
    ("[a][b]\n\n[b]: /c", "<a href=\"/c\">a</a>"),
    ("[b][]\n\n[B]: /c", "<a href=\"/c\">b</a>"),
    ("[b]\n\n[b]: <c d> 'e'", "<a href=\"c%20d\" title=\"e\">b</a>"),
    ("<https://a.b/?c=d&e>", "<a href=\"https://a.b/?c=d&amp;e\">https://a.b/?c=d&amp;e</a>"),
    ("<a@b.example>", "<a href=\"mailto:a@b.example\">a@b.example</a>"),
  ])
  func `links`(text: String, expected: String) {
    #expect(html(text) == "<p>\(expected)</p>")
  }

  @Test(arguments: [
    ("![a](b.png)", "<img src=\"b.png\" alt=\"a\" loading=\"lazy\">"),
    ("![a *b* `c`](d)", "<img src=\"d\" alt=\"a b c\" loading=\"lazy\">"),
    ("![](b)", "<img src=\"b\" alt=\"\" loading=\"lazy\">"),
    (
      "![\"><x](b '<\">')",
      "<img src=\"b\" alt=\"&quot;&gt;&lt;x\" title=\"&lt;&quot;&gt;\" loading=\"lazy\">"
    ),
    ("[![a](b)](c)", "<a href=\"c\"><img src=\"b\" alt=\"a\" loading=\"lazy\"></a>"),
    ("![a ![b](c)](d)", "<img src=\"d\" alt=\"a b\" loading=\"lazy\">"),
  ])
  func `images`(text: String, expected: String) {
    #expect(html(text) == "<p>\(expected)</p>")
  }

  @Test func `a destination's size, loading and rel are written`() {
    let image = rendered("![a](b)") { _ in
      Destination("/x.png", width: 20, height: 10, isLazy: false)
    }
    #expect(
      String(decoding: image.html, as: UTF8.self)
        == "<p><img src=\"/x.png\" alt=\"a\" width=\"20\" height=\"10\"></p>\n")
    let link = rendered("[a](b)") { _ in Destination("https://x.example", rel: "noopener") }
    #expect(
      String(decoding: link.html, as: UTF8.self)
        == "<p><a href=\"https://x.example\" rel=\"noopener\">a</a></p>\n")
  }

  @Test(arguments: [
    ("[a *b*](x)", "a <em>b</em>"), ("![a *b*](x)", "a b"), ("<https://a.b>", "https://a.b"),
    ("www.a.b", "www.a.b"), ("[![a](b)](c)", "a"), ("<a href=x>a</a>", "<a>a</a>"),
    ("x <img src=x alt='a&amp;b'>", "x a&amp;b"), ("<q cite=x>a</q>", "<q>a</q>"),
  ])
  func `what is refused leaves its words`(text: String, expected: String) {
    let html = rendered(text) { _ in Destination(nil) }.html
    #expect(String(decoding: html, as: UTF8.self) == "<p>\(expected)</p>\n")
  }

  @Test func `inlines nest as deep as their text is long`() {
    let deep = String(repeating: "*a **a ", count: 1000)
    #expect(html(deep).hasPrefix("<p>"))
    let closed = String(repeating: "*a ", count: 1300) + "x" + String(repeating: "*", count: 1300)
    let result = html(closed)
    #expect(result.count(of: "<em>") == result.count(of: "</em>"))
    #expect(result.count(of: "<em>") > 600)
  }
}

extension String {
  /// How often `part` stands in the string.
  func count(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
