import Markdown
import Testing

/// What the options change, and what is escaped wherever it stands.
struct OptionsTests {
  private func german(_ text: String) -> String {
    var options = MarkdownOptions.standard
    options.labels = MarkdownLabels(
      boxes: [.note: "Hinweis & <mehr>"], footnotes: "Fußnoten", backToReference: "Zurück zu",
      table: "Tabelle", done: "Erledigt", toDo: "Offen")
    let page = render(Array(text.utf8), options: options) { Destination($0.destination) }
    return String(decoding: page.html, as: UTF8.self)
  }

  @Test func `the words that are added come from the options, escaped`() {
    #expect(german("> [!NOTE]\n> a").contains(">Hinweis &amp; &lt;mehr&gt;</p>"))
    #expect(german("> [!TIP]\n> a").contains("<p class=\"box-title\">tip</p>"))
    #expect(german("a[^1]\n\n[^1]: b").contains("aria-label=\"Fußnoten\""))
    #expect(german("a[^1]\n\n[^1]: b").contains("aria-label=\"Zurück zu 1\""))
    #expect(german("|a|\n|-|").contains("aria-label=\"Tabelle\""))
    #expect(german("- [x] \n  ```\n  ```").contains("aria-label=\"Erledigt\""))
    #expect(german("- [ ] \n  ```\n  ```").contains("aria-label=\"Offen\""))
  }

  @Test(arguments: [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("\u{1}", ""), ("\u{7F}", ""),
    ("\u{1F}", ""), ("=", "="), ("?", "?"), ("#", "#"), ("!", "!"), ("\u{80}", "\u{80}"),
    ("é", "é"),
  ])
  func `a character is escaped wherever it stands`(character: String, expected: String) {
    for before in 0..<20 {
      for after in [0, 1, 7, 8, 9] {
        let start = String(repeating: "a", count: before)
        let end = String(repeating: "b", count: after)
        #expect(
          html("```\n\(start)\(character)\(end)\n```")
            == "<pre tabindex=\"0\"><code>\(start)\(expected)\(end)\n</code></pre>")
      }
    }
  }

  @Test func `URLs are encoded byte by byte`() {
    for scalar in (0x21...0x7E).compactMap(Unicode.Scalar.init) {
      let page = rendered("[a](b)") { _ in Destination("/\(scalar)") }
      let html = String(decoding: page.html, as: UTF8.self)
      let url = html.dropFirst("<p><a href=\"/".count).prefix { $0 != "\"" }
      let isKept = url == String(scalar) || scalar == "&" && url == "&amp;"
      #expect(isKept != "\"<>[\\]^`{|}".unicodeScalars.contains(scalar), "\(scalar) \(url)")
      if !isKept { #expect(url == "%" + String(scalar.value, radix: 16, uppercase: true)) }
    }
  }

  @Test func `the resolver is asked once for each URL, in order`() {
    var asked: [String] = []
    _ = rendered("[a](1) ![b](2) <xy:3> [^1]\n\n| [c](4) |\n|-|\n\n<a href=5>d</a>\n\n[^1]: [e](6)")
    {
      asked.append($0.destination)
      return Destination($0.destination)
    }
    #expect(asked == ["1", "2", "xy:3", "4", "5", "6"])
  }

  @Test func `an empty text gives an empty page`() {
    let page = rendered("", plain: true)
    #expect(page.html.isEmpty && page.ids.isEmpty && page.remarks.isEmpty && page.comments.isEmpty)
    #expect(page.plainText == PlainText())
    #expect(!page.startsWithTopHeading)
  }

  @Test func `remarks come in the order of their places`() {
    let page = rendered("<b>a\n\n##\n\n<form>\n\n## {#x}\n\n# c {#d}\n\n# e {#d}\n\n<i>f")
    let starts = page.remarks.map(\.range.lowerBound)
    #expect(starts == starts.sorted())
    #expect(page.remarks.count == 6)
    #expect(page.remarks.allSatisfy { !$0.message.hasSuffix(".") && !$0.help.hasSuffix(".") })
  }
}
