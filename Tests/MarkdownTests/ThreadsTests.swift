import Markdown
import Testing

/// Texts rendered at the same time, and one inside another.
struct ThreadsTests {
  /// cmark's strikethrough switches a table of the whole process while it parses; unguarded, two
  /// threads lost it in nearly half of their documents.
  @Test func `strikethrough survives two threads`() async {
    let lost = await withTaskGroup(of: Int.self) { group in
      for thread in 0..<2 {
        group.addTask { lostStrikethroughs(of: 20_000, startingAt: thread) }
      }
      return await group.reduce(0, +)
    }
    #expect(lost == 0)
  }

  @Test func `a resolver may render other texts`() {
    var inner: [String] = []
    let page = rendered("[a](b) ~~c~~ [d](e)\n\n# f") { link in
      inner.append(html("# \(link.destination) ~~x~~ " + String(repeating: "*y* ", count: 1500)))
      return Destination(link.destination)
    }
    #expect(
      String(decoding: page.html, as: UTF8.self)
        == "<p><a href=\"b\">a</a> <del>c</del> <a href=\"e\">d</a></p>\n<h1 id=\"f\">f</h1>\n")
    #expect(inner.count == 2)
    #expect(inner.allSatisfy { $0.contains("<del>x</del>") && $0.hasSuffix("</h1>") })
  }

  @Test func `the same text gives the same bytes`() {
    var generator = SeededGenerator(seed: 5)
    let pieces = [
      "# a\n", "[b](c)", "[^1]", "\n\n[^1]: d\n\n", "| e |\n|-|\n", "- f\n", "~~g~~", "\n",
    ]
    for _ in 0..<100 {
      let text = randomText(of: pieces, count: 20, &generator)
      let first = rendered(text)
      let second = rendered(text)
      #expect(first.html == second.html)
      #expect(first.remarks == second.remarks)
      #expect(first.ids == second.ids)
    }
  }

  @Test func `any bytes of a text come through without harm`() {
    var generator = SeededGenerator(seed: 9)
    let pieces = [
      "&#94;", "[", "]", "^", "(", ")", "<", ">", "!", "\\", "`", "```\n", "~~~\n", "*", "_", "~",
      "#", "-",
      "+", "1.", "\t", " ", "    ", "\n", "\r", "\r\n", "\u{0}", "\u{FEFF}", "\u{2028}", "é", "漢",
      "👍🏽",
      "|", ":", "---", "===", "\"", "'", "&", "&amp;", ";", "=", "/", "a", "www.", "http://", "@",
      ".",
      "<!--", "-->", "handbook:", "<?", "?>", "<![CDATA[", "[x]", "[^", "]:", "{#", "}", "[!NOTE]",
    ]
    for policy in HTMLPolicy.allCases {
      for _ in 0..<1500 {
        let text = randomText(of: pieces, count: 40, &generator)
        let page = rendered(text, html: policy, plain: true)
        #expect(String(validating: page.html, as: UTF8.self) != nil, "\(text.debugDescription)")
        #expect(String(validating: page.plainText.text, as: UTF8.self) != nil)
        let size = text.utf8.count
        #expect(page.remarks.allSatisfy { $0.range.upperBound <= size })
        #expect(page.outline.allSatisfy { $0.range.upperBound <= size })
        #expect(page.comments.allSatisfy { $0.range.upperBound <= size })
      }
    }
  }
}

/// How many of `count` documents, every second with strikethrough, came out otherwise than written.
private func lostStrikethroughs(of count: Int, startingAt start: Int) -> Int {
  (start..<start + count).count { number in
    let isStruck = number % 2 == 0
    let text = isStruck ? "a ~~b~~ *c* \(number)" : "a b *c* \(number)"
    let expected = isStruck ? "a <del>b</del> <em>c</em> \(number)" : "a b <em>c</em> \(number)"
    return html(text) != "<p>\(expected)</p>"
  }
}
