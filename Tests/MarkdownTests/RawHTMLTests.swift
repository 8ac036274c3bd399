import Markdown
import Testing

/// Raw HTML under each policy.
struct RawHTMLTests {
  @Test(arguments: [
    ("a <kbd>b</kbd>", "<p>a <kbd>b</kbd></p>"),
    ("a <br/> b", "<p>a <br> b</p>"),
    ("<B CLASS=x>a</B>", "<p><b class=\"x\">a</b></p>"),
    (
      "<div class='x' id=y>\n\n*a*\n\n</div>",
      "<div class=\"x\" id=\"y\">\n<p><em>a</em></p>\n</div>"
    ),
    (
      "<details open><summary>a</summary>\n\nb\n\n</details>",
      "<details open><summary>a</summary>\n<p>b</p>\n</details>"
    ),
    (
      "<abbr title=\"a &amp; &quot;b&quot;\">c</abbr>",
      "<p><abbr title=\"a &amp; &quot;b&quot;\">c</abbr></p>"
    ),
    ("<time datetime=2026-01-01>x</time>", "<p><time datetime=\"2026-01-01\">x</time></p>"),
    ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
    (
      "<table><tr><th scope=row>a<td colspan=2>b</table>",
      "<table><tr><th scope=\"row\">a</th><td colspan=\"2\">b</td></tr></table>"
    ),
    ("<p>a<p>b</p>", "<p>a</p><p>b</p>"),
    ("<div>a < b & c &amp; d</div>", "<div>a &lt; b & c &amp; d</div>"),
    ("<ruby>a<rt>b</ruby>", "<p><ruby>a<rt>b</rt></ruby></p>"),
  ])
  func `inert elements stay`(text: String, expected: String) {
    let page = rendered(text)
    #expect(String(decoding: page.html, as: UTF8.self) == expected + "\n")
    #expect(page.remarks.isEmpty)
  }

  @Test(arguments: [
    ("a <font>b</font>", "<p>a b</p>"), ("a <blink>b</blink> c", "<p>a b c</p>"),
    ("<form action=x>a</form>", "a"), ("<custom-x>a</custom-x>", "<p>a</p>"),
    ("<input>", ""), ("a <embed src=x> b", "<p>a  b</p>"), ("<svg><path/></svg>", "<p></p>"),
  ])
  func `other elements go, what they hold stays`(text: String, expected: String) {
    let page = rendered(text)
    #expect(String(decoding: page.html, as: UTF8.self).trimmingLines == expected)
    #expect(!page.remarks.isEmpty)
    #expect(page.remarks.allSatisfy { $0.rule == "unsafe-html" })
  }

  @Test(arguments: ["script", "style", "iframe", "object", "template"])
  func `elements that act go with what they hold`(name: String) {
    for text in [
      "a <\(name)>evil</\(name)> b", "<\(name)>\nevil\n</\(name)>\n\nb",
      "<\(name) x='>'>evil</\(name.uppercased())>b",
      "<\(name)>\n\nevil\n\n</\(name)>\n\nb", "- <\(name)>evil\n- b", "> <\(name)>\n> evil\n\nb",
    ] {
      let page = rendered(text)
      let html = String(decoding: page.html, as: UTF8.self)
      #expect(!html.contains("evil"), "\(text)")
      #expect(html.contains("b"), "\(text)")
      #expect(page.remarks.first?.rule == "unsafe-html", "\(text)")
      #expect(!html.contains("<\(name)"), "\(text)")
    }
  }

  @Test(arguments: [
    "onclick=alert(1)", "ONLOAD='x'", "style=\"color:red\"", "srcdoc=x", "formaction=/x", "is=x",
    "action=y", "xlink:href=z", "\"=1", "data-x=y",
  ])
  func `other attributes go`(attribute: String) {
    let page = rendered("a <b \(attribute)>c</b>")
    #expect(!String(decoding: page.html, as: UTF8.self).contains("<b "))
    #expect(page.remarks.isEmpty || page.remarks.map(\.rule) == ["unsafe-html"])
  }

  @Test func `a remark stands at its tag or attribute`() {
    let drawing = Drawing(
      """
      > a <b onclick="x">c</b>
             ^^^^^^^^^^^
      > <script>alert(1)</script> d
        ^^^^^^^^

      <div style='a'>
           ^^^^^^^^^
      <form>
      ^^^^^^
      </div>
      """)
    #expect(rendered(drawing.text).remarks.map(\.range) == drawing.ranges)
  }

  @Test(arguments: [
    ("a <b>b", "<p>a <b>b</b></p>"),
    ("a <b>b\n\nc", "<p>a <b>b</b></p>\n<p>c</p>"),
    ("a </b> b", "<p>a  b</p>"),
    ("*a <b>b* c</b>", "<p><em>a <b>b</b></em> c</p>"),
    ("a <b><i>b</b></i>", "<p>a <b><i>b</i></b></p>"),
    ("> <div>\n> a\n\nb", "<blockquote>\n<div>\na\n</div>\n</blockquote>\n<p>b</p>"),
    ("- <div>a\n- b", "<ul>\n<li>\n<div>a\n</div></li>\n<li>b</li>\n</ul>"),
    ("<div>\n\na", "<div>\n<p>a</p>\n</div>"),
    ("</div>\n\na", "<p>a</p>"),
    ("a <div>b</div> c", "<p>a b c</p>"),
    ("|a <td> b|\n|-|", nil),
    ("<td>a", "a"),
    ("<a href=x>a [b](c)</a>", "<p><a href=\"x\">a b</a></p>"),
    ("[a <a href=x>b</a>](c)", nil),
    ("<div a", "<div a"),
  ])
  func `what is misnested is balanced with a remark`(text: String, expected: String?) {
    let page = rendered(text)
    let html = String(decoding: page.html, as: UTF8.self)
    if let expected { #expect(html.trimmingLines == expected || text == "<div a") }
    #expect(isBalanced(html), "\(html)")
  }

  @Test(arguments: [
    "a <b>b", "a </b> b", "*a <b>b* c</b>", "a <b><i>b</b></i>", "> <div>\n> a\n\nb", "<td>a",
    "a <div>b</div> c", "[a <a href=x>b</a>](c)",
  ])
  func `misnesting has a remark`(text: String) {
    #expect(rules(text).contains("unsafe-html"))
  }

  @Test func `under none no tag stays, and words do`() {
    let page = rendered("a <b>c</b> <script>d</script>\n\n<div>e</div>\n", html: .none)
    #expect(String(decoding: page.html, as: UTF8.self).trimmingLines == "<p>a c </p>\ne")
    #expect(page.remarks.count == 3)
  }

  @Test(arguments: [
    (
      "<custom-x data-y=\"1\" onclick=\"z\">a</custom-x>",
      "<p><custom-x data-y=\"1\" onclick=\"z\">a</custom-x></p>"
    ),
    ("<script>\nif (a < b && c) {}\n</script>", "<script>\nif (a < b && c) {}\n</script>"),
    ("<style>a > b {}</style>", "<style>a > b {}</style>"),
    ("<!-- note -->", "<!-- note -->"),
    ("a <input disabled>", "<p>a <input disabled></p>"),
  ])
  func `under all everything stays`(text: String, expected: String) {
    let page = rendered(text, html: .all)
    #expect(String(decoding: page.html, as: UTF8.self).trimmingLines == expected)
    #expect(page.remarks.isEmpty)
  }

  @Test func `under all elements are still closed`() {
    #expect(html("> <custom-x>\n\nb", .all).contains("</custom-x>\n</blockquote>"))
  }

  @Test func `comments are dropped without a word`() {
    #expect(html("a <!-- b --> c") == "<p>a  c</p>")
    #expect(html("<!-- b -->\n\na") == "<p>a</p>")
    #expect(rules("a <!-- b --> c\n\n<!-- d\n\ne -->") == [])
  }

  @Test func `an unclosed comment is remarked, as it hides what follows`() {
    #expect(rules("a\n\n<!-- b\n\nc") == ["unsafe-html"])
  }

  @Test(arguments: ["<?php x ?>", "<!DOCTYPE html>", "<![CDATA[x]]>"])
  func `declarations are dropped`(text: String) {
    #expect(html(text).trimmingLines == "")
    #expect(rules(text) == ["unsafe-html"])
  }

  @Test func `ids are collected, and repeated ones dropped`() {
    let page = rendered("<b id=x>a</b> <a name=\"y\">b</a> <i id=x>c</i>\n\n# x")
    #expect(page.ids == ["x", "y", "x-1"])
    #expect(page.remarks.map(\.rule) == ["duplicate-id"])
    #expect(rules("<b id=''>a</b> <b id='a b'>c</b>") == ["unsafe-html", "unsafe-html"])
  }

  @Test func `an anchor beside an id is the same or a second one, and never a second id`() {
    #expect(html("<a id=x name=x>a</a>").trimmingLines == "<p><a id=\"x\">a</a></p>")
    let both = rendered("<a name=x id=y>a</a>")
    #expect(String(decoding: both.html, as: UTF8.self).contains("<a name=\"x\" id=\"y\">"))
    #expect(both.ids == ["x", "y"])
    #expect(both.remarks.isEmpty)
  }

  @Test func `URLs are resolved, in lists too`() {
    let text = "<a href='a&amp;b'>x</a> <img src=c srcset='d 1x, e 2x'> <q cite=f>g</q>"
    #expect(links(text).map(\.destination) == ["a&b", "c", "d", "e", "f"])
    #expect(
      links(text).map(\.kind) == [
        .attribute(element: "a", name: "href"), .attribute(element: "img", name: "src"),
        .attribute(element: "img", name: "srcset"), .attribute(element: "img", name: "srcset"),
        .attribute(element: "q", name: "cite"),
      ])
    let html = rendered(text) { Destination("/base/" + $0.destination) }.html
    #expect(
      String(decoding: html, as: UTF8.self)
        == "<p><a href=\"/base/a&amp;b\">x</a> <img src=\"/base/c\" srcset=\"/base/d 1x, /base/e 2x\"> "
        + "<q cite=\"/base/f\">g</q></p>\n")
  }

  @Test(arguments: ["javascript:x", "java\nscript:x", "&#106;avascript:x", "JAVASCRIPT&colon;x"])
  func `an unsafe URL goes`(url: String) {
    #expect(!html("<a href=\"\(url)\">a</a>").contains("href"))
  }

  @Test func `random tags never break the page`() {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "<b>", "</b>", "<div>", "</div>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>",
      "</table>",
      "<a href=x>", "</a>", "<script>", "</script>", "<p>", "</p>", "\n", "\n\n", "- ", "> ", "*",
      "**",
      "x ", "[a](b)", "<!-- ", "-->", "<", ">", "\"", "<i x='", "`", "| a |\n|-|\n", "# ", "<h2>",
      "</h2>",
      "<details>", "<summary>", "<br>", "<img src=y>", "~~", "[^1]", "[^1]: ",
    ]
    for policy in HTMLPolicy.allCases where policy != .all {
      for _ in 0..<700 {
        let text = randomText(of: pieces, count: 24, &generator)
        let html = html(text, policy)
        #expect(isBalanced(html), "\(text)\n-----\n\(html)")
        #expect(!html.contains("<script"))
      }
    }
  }
}

/// Whether every element that begins in the HTML ends in it, in order.
private func isBalanced(_ html: String) -> Bool {
  let void: Set = ["br", "hr", "img", "input", "wbr", "col", "source"]
  var open: [Substring] = []
  var rest = html[...]
  while let start = rest.firstIndex(of: "<") {
    rest = rest[rest.index(after: start)...]
    let tag = rest.prefix { $0 != ">" }
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    guard !name.isEmpty else { return false }
    if tag.hasPrefix("/") {
      guard open.popLast() == name else { return false }
    } else if !void.contains(String(name)) {
      open.append(name)
    }
  }
  return open.isEmpty
}

extension String {
  /// The string without empty lines and line ends around it.
  fileprivate var trimmingLines: String {
    split(separator: "\n").joined(separator: "\n")
  }
}
