import Testing

@testable import Figures

struct TextBlockTests {
  @Test func `words go to lines that fit`() {
    let block = TextBlock("Provide purpose, mastery and autonomy", .label, within: 120)
    #expect(block.lines == ["Provide purpose,", "mastery and", "autonomy"])
    #expect(block.width <= 120)
  }

  @Test func `a word that is too wide is broken, and no character is lost`() {
    let word = String(repeating: "W", count: 40)
    let block = TextBlock(word, .label, within: 100, lines: 100)
    #expect(block.lines.joined() == word)
    #expect(block.width <= 100)
  }

  @Test func `what finds no room is cut with an ellipsis that fits`() {
    let block = TextBlock("one two three four five six", .label, within: 40, lines: 2)
    #expect(block.isCut)
    #expect(block.lines.count == 2)
    #expect(block.lines.last?.hasSuffix("…") == true)
    #expect(block.width <= 40)
  }

  @Test func `a label is set smaller before its word is broken`() {
    let word = "Decommissioned"
    let room = TextStyle.heading.width(of: word) - 2
    #expect(TextBlock.label(word, .heading, within: room).lines == [word])
    #expect(TextBlock(word, .heading, within: room).lines.count == 2)
  }

  @Test(arguments: ["", " ", "\u{301}", "\n\t"])
  func `text without letters takes no line or one`(text: String) {
    #expect(TextBlock(text, .label, within: 10).lines.count <= 1)
  }

  @Test func `accents have no width of their own, wide scripts a whole one`() {
    #expect(TextMeasure.width(of: "e\u{301}", size: 10) == TextMeasure.width(of: "e", size: 10))
    #expect(TextMeasure.width(of: "漢", size: 10) == 10.5)
  }
}
