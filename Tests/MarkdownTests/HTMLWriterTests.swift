import Testing

@testable import Markdown

/// How text is escaped, wherever in sixteen bytes it stands.
@Suite struct HTMLWriterTests {
  private func written(_ text: String) -> String {
    var writer = HTMLWriter()
    writer.writeText(text)
    return String(decoding: writer.bytes(), as: UTF8.self)
  }

  /// The same, character by character.
  private func expected(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\t", "\n", "\r": String(scalar)
      case "\u{1A}": "^"
      case "\u{0}"..<" ", "\u{7F}": ""
      default: String(scalar)
      }
    }.joined()
  }

  @Test(arguments: [
    "&", "<", ">", "\"", "\t", "\n", "\u{0}", "\u{1A}", "\u{1F}", "\u{7F}", "\u{80}", "é", " ", "~",
    "&<",
  ])
  func `a character is written so at every place of a text of any length`(_ special: String) {
    for length in 0...40 {
      for place in 0...length {
        let text =
          String(repeating: "x", count: place) + special
          + String(repeating: "y", count: length - place)
        #expect(written(text) == expected(text))
      }
    }
  }

  @Test func `what is written grows, is taken back and ends lines once`() {
    var writer = HTMLWriter(capacity: 0)
    for number in 0..<1000 { writer.write(number) }
    let count = writer.count
    writer.write("<p>")
    writer.truncate(to: count)
    writer.startLine()
    writer.startLine()
    writer.writeURL("/a&b c^")
    writer.writeMarkup([0x3C, 0x62].lazy.filter { $0 > 0 })
    let text = String(decoding: writer.bytes(from: count - 3), as: UTF8.self)
    #expect(text == "999\n/a&amp;b%20c%5E<b")
    #expect(writer.bytes().count == writer.count)
  }
}
