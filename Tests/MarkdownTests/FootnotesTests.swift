import Markdown
import Testing

/// Footnotes, their numbers and the links between.
struct FootnotesTests {
  @Test func `a footnote and its reference lead to each other`() {
    #expect(
      html("a[^x]\n\n[^x]: note *b*") == """
        <p>a<sup class="footnote"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></p>
        <section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
        <ol>
        <li id="fn-1">
        <p>note <em>b</em> <a href="#fnref-1" role="doc-backlink" aria-label="Back to reference 1">↩</a></p>
        </li>
        </ol>
        </section>
        """)
  }

  @Test func `every reference has a link back`() {
    let html = html("a[^x] b[^x]\n\n[^x]: n")
    #expect(html.contains("id=\"fnref-1\"") && html.contains("id=\"fnref-1-2\""))
    #expect(html.contains("href=\"#fnref-1\"") && html.contains("href=\"#fnref-1-2\""))
    #expect(html.count(of: "↩") == 2)
  }

  @Test func `numbers follow the first references`() {
    let html = html("a[^y] b[^x]\n\n[^x]: ex\n\n[^y]: why")
    #expect(html.contains("<li id=\"fn-1\">\n<p>why"))
    #expect(html.contains("<li id=\"fn-2\">\n<p>ex"))
  }

  @Test func `a footnote may refer to another one, which follows`() {
    let html = html("a[^x]\n\n[^x]: see[^y]\n\n[^y]: end")
    #expect(html.contains("<li id=\"fn-2\">\n<p>end"))
    #expect(html.contains("href=\"#fn-2\" id=\"fnref-2\""))
  }

  @Test func `a footnote that nothing shown refers to is left out`() {
    #expect(html("a\n\n[^x]: note") == "<p>a</p>")
    #expect(html("a\n\n[^x]: see[^y]\n\n[^y]: end") == "<p>a</p>")
  }

  @Test func `a reference without a footnote stays text`() {
    #expect(html("a[^x]") == "<p>a[^x]</p>")
    #expect(html("a[^x] b[^y]\n\n[^y]: n").contains("a[^x] b<sup"))
  }

  @Test func `of a footnote defined twice the first holds`() {
    let html = html("a[^x]\n\n[^x]: one\n\n[^x]: two")
    #expect(html.contains("one") && !html.contains("two"))
  }

  @Test func `a footnote may hold blocks`() {
    let html = html("a[^x]\n\n[^x]: one\n\n    ```\n    two\n    ```\n")
    #expect(
      html.contains(
        "<p>one</p>\n<pre tabindex=\"0\"><code>two\n</code></pre>\n<a href=\"#fnref-1\""))
  }

  @Test func `ids give way to headings that stand before`() {
    let page = rendered("# fn 1\n\na[^x]\n\n# fnref 1\n\n[^x]: n")
    #expect(page.ids == ["fn-1", "fn-1-1", "fnref-1", "fnref-1-1"])
    #expect(String(decoding: page.html, as: UTF8.self).contains("href=\"#fn-1-1\" id=\"fnref-1\""))
  }

  @Test(arguments: ["\"onload=x", "a&b", "__proto__", "é"])
  func `a label is never written`(label: String) {
    let html = html("a[^\(label)]\n\n[^\(label)]: n")
    #expect(html.contains("id=\"fn-1\""))
    #expect(!html.contains("onload") && !html.contains("__proto__"))
  }

  @Test(arguments: ["&#94;", "&#x5e;", "&#0094;", "&#X5E;", "&Hat;"])
  func `an encoded caret begins no footnote`(caret: String) {
    let label = String(repeating: "a", count: 3000)
    let html = html("[^b]: x\n\n[\(caret)\(label)]")
    #expect(html.hasSuffix("<p>[^\(label)]</p>"))
  }

  @Test(arguments: [
    "[^漢\nb c]", "[^", "[^ a]", "[^a b]", "x [^`]`\nc]", "`[^a b`", "[^a [b]\nc]", "[^]",
    "[^a\\]\nb]",
  ])
  func `a caret that begins no label is text`(text: String) {
    let html = html("[^x]: n\n\ny[^x]\n\n\(text)")
    #expect(html.contains("fnref-1"))
    #expect(html.contains("[^"))
    #expect(!html.contains("\u{1A}"))
    #expect(html.count(of: "c") >= text.count(of: "c"))
  }

  @Test func `a stray caret comes back everywhere`() {
    let text = "[^x]: n\n\ny[^x]\n\n# a [^ b\n\n```\n[^ c\n```\n\n<div>[^ d</div>\n\n![x \\[^ e](f)"
    let page = rendered(text, plain: true)
    #expect(String(decoding: page.html, as: UTF8.self).count(of: "[^ ") == 4)
    #expect(String(decoding: page.plainText.text, as: UTF8.self).count(of: "[^ ") == 4)
    #expect(page.outline.map(\.text) == ["a [^ b"])
    #expect(page.ids.contains("a--b"))
  }

  @Test func `other character references leave footnotes alone`() {
    #expect(html("[&#8230;] a[^x]\n\n[^x]: n").contains("fnref-1"))
  }
}
