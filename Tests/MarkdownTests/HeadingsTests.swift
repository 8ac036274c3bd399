import Markdown
import Testing

/// Headings, their anchors and the outline.
struct HeadingsTests {
  @Test(arguments: [
    ("# Hello", "hello"), ("# Hello World", "hello-world"), ("# A  b", "a--b"),
    ("# What's new?", "whats-new"), ("# `code` & *more*", "code--more"), ("# a_b-c", "a_b-c"),
    ("# 1.2 Three", "12-three"), ("# Ünïcödé", "ünïcödé"), ("# ÀÉ ÎÕ", "àé-îõ"),
    ("# 漢字 kana", "漢字-kana"), ("# a — b", "a--b"), ("# [link](/x) end", "link-end"),
    ("# ![alt](x)", "alt"), ("# ???", "section"), ("# 👍", "section"), ("# \\# hash", "-hash"),
    ("Setext\n===", "setext"), ("two\nlines\n---", "two-lines"), ("# a <kbd>b</kbd>", "a-b"),
    ("# trailing ##", "trailing"), ("# ~~gone~~", "gone"), ("# Straße", "straße"),
    ("# i\u{307}x", "i\u{307}x"), ("# a ‿ b", "a-‿-b"), ("# ²x", "x"),
  ])
  func `an anchor is made as GitHub makes it`(text: String, id: String) {
    #expect(rendered(text).outline.map(\.id) == [id])
    #expect(html(text).contains(" id=\"\(id)\">"))
  }

  @Test func `a heading repeated gets a number`() {
    #expect(rendered("# a\n# a\n# a\n# a-1\n# A").ids == ["a", "a-1", "a-2", "a-1-1", "a-3"])
  }

  @Test(arguments: [
    ("# a {#b}", "b", "a"), ("# a {#b-C_1.x:y}", "b-C_1.x:y", "a"), ("# a{#b}", "b", "a"),
    ("# *a* {#b}", "b", "a"), ("a {#b}\n===", "b", "a"), ("# a {#ü}", "ü", "a"),
    ("# a {#b} ##", "b", "a"), ("# a_b_c {#d_e_f}", "d_e_f", "a_b_c"),
  ])
  func `an id at the end is taken`(text: String, id: String, words: String) {
    let heading = rendered(text).outline.first
    #expect(heading?.id == id)
    #expect(heading?.text == words)
  }

  @Test(arguments: [
    "# a {#}", "# a {# b}", "# a {b}", "# {#b} a", "# a {#b c}", "# a {#\"x}", "# `a {#b}`",
  ])
  func `what is no id stays in the heading`(text: String) {
    #expect(html(text).contains("{"))
  }

  @Test func `an id that is taken is made unique with a remark`() {
    let page = rendered("# a\n\n## b {#a}\n")
    #expect(page.ids == ["a", "a-1"])
    #expect(page.remarks.map(\.rule) == ["duplicate-id"])
    #expect(page.remarks.map(\.range) == [5..<14])
  }

  @Test func `a written id comes before the same slug`() {
    #expect(rendered("# x {#b}\n# b").ids == ["b", "b-1"])
  }

  @Test(arguments: ["#", "##   ", "# <!-- a -->", "# {#a}", "- #", "> ##"])
  func `an empty heading is dropped`(text: String) {
    let page = rendered("a\n\n\(text)\n\nb")
    #expect(page.outline.isEmpty)
    #expect(!String(decoding: page.html, as: UTF8.self).contains("<h"))
    #expect(page.remarks.map(\.rule) == ["empty-heading"])
  }

  @Test func `levels follow the marks`() {
    for level in 1...6 {
      let mark = String(repeating: "#", count: level)
      #expect(html("\(mark) a") == "<h\(level) id=\"a\">a</h\(level)>")
    }
    #expect(html("####### a") == "<p>####### a</p>")
  }

  @Test func `the outline has levels, words, HTML and places`() {
    let outline = rendered("# a *b*\n\ntext\n\n> ## `c` [d](/e)\n").outline
    #expect(outline.map(\.level) == [1, 2])
    #expect(outline.map(\.text) == ["a b", "c d"])
    #expect(outline.map { String(decoding: $0.html, as: UTF8.self) } == ["a <em>b</em>", "c d"])
    #expect(outline.map(\.range) == [0..<7, 17..<31])
  }

  @Test(arguments: [
    ("# a [^1]\n\n[^1]: b", "a"), ("# a <b>c</b>", "a c"), ("# a & www.b.c", "a &amp; www.b.c"),
    ("# a ![b](c)", "a b"),
  ])
  func `a contents list gets no links, images, notes or tags`(text: String, expected: String) {
    #expect(rendered(text).outline.map { String(decoding: $0.html, as: UTF8.self) } == [expected])
  }

  @Test(arguments: [
    ("# a", true), ("a\n===", true), ("<!-- c -->\n\n# a", true), ("## a", false),
    ("a\n\n# b", false),
    ("", false), ("> # a", false), ("***\n# a", false),
  ])
  func `a page may begin with its own title`(text: String, expected: Bool) {
    #expect(rendered(text).startsWithTopHeading == expected)
  }

  @Test func `ids are unique however they are made`() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "# a\n\n", "# a-1\n\n", "# fn 1\n\n", "## a {#a}\n\n", "x[^1]\n\n", "# fnref-1\n\n",
      "# a 1\n\n",
      "<b id=a>x</b>\n\n", "<p id='fn-1'>y</p>\n\n", "# ?\n\n", "# section\n\n", "z[^2][^1]\n\n",
    ]
    for _ in 0..<300 {
      let text = randomText(of: pieces, count: 12, &generator) + "[^1]: n[^2]\n\n[^2]: m[^1]\n"
      let page = rendered(text)
      #expect(Set(page.ids).count == page.ids.count)
      let written = ids(in: String(decoding: page.html, as: UTF8.self))
      #expect(written.sorted() == page.ids.sorted(), "\(text)")
    }
  }

  private func ids(in html: String) -> [String] {
    html.split(separator: " id=\"", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }
}
