import Testing

@testable import Search

@Suite struct WordCounterTests {
  /// Each word as `word count worth sections`.
  private func entries(_ words: PageWords) -> [String] {
    var entries: [String] = []
    words.forEach { entry, bytes in
      let word = String(decoding: bytes[entry.letters], as: UTF8.self)
      entries.append(
        "\(word) \(entry.count) \(entry.worth > 0) \(String(entry.sections, radix: 2))")
    }
    return entries
  }

  private func add(_ text: String, section: Int, to counter: inout WordCounter) {
    var text = text
    text.withUTF8 { counter.add(text: $0, section: section) }
  }

  @Test func `each word is told once, with how often and in which sections it stands`() {
    var counter = WordCounter()
    counter.add("Team", in: .title)
    add("A team is a group", section: 0, to: &counter)
    add("Group", section: 3, to: &counter)
    let words = counter.finish()
    #expect(
      entries(words) == [
        "team 1 true 1", "a 2 false 1", "is 1 false 1", "group 2 false 1001",
      ])
    #expect(words.textLength == 6)
  }

  @Test func `words read by eights are those read letter by letter`() {
    let parts = [
      "a", "Z", "9", "@", "[", "`", "{", "/", ":", " ", ". ", "\u{1}", "\u{19}", "\u{7F}", "'", "’",
      "é", "Æ", "日", "word", "eightlet", "ters of", String(repeating: "long", count: 5),
    ]
    var random = SeededGenerator(seed: 1)
    var counter = WordCounter()
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        parts[Int.random(in: parts.indices, using: &random)]
      }.joined()
      let expected = words(text)
      add(text, section: 0, to: &counter)
      let counted = counter.finish()
      #expect(counted.textLength == expected.count)
      var unique: [String] = []
      for word in expected where !unique.contains(word) { unique.append(word) }
      #expect(
        entries(counted)
          == unique.map { word in "\(word) \(expected.count { $0 == word }) false 1" }, "\(text)")
    }
  }

  @Test func `words that differ in their last letters alone are told apart, at every length`() {
    for length in 1...WordReader.longestWord {
      let stem = String(repeating: "x", count: length - 1)
      var counter = WordCounter()
      add("\(stem)a \(stem)b \(stem)a", section: 0, to: &counter)
      #expect(entries(counter.finish()) == ["\(stem)a 2 false 1", "\(stem)b 1 false 1"])
    }
  }

  @Test func `numbers of every size are kept`() {
    var counter = WordCounter()
    let title = Array(repeating: "word", count: 3).joined(separator: " ")
    for _ in 0..<2000 { counter.add(title, in: .title) }
    add(Array(repeating: "word", count: 20_000).joined(separator: " "), section: 29, to: &counter)
    let words = counter.finish()
    words.forEach { entry, _ in
      #expect(entry.count == 20_000)
      #expect(entry.worth == 6000 * Int(SearchField.title.worth(inLength: title.utf8.count)))
      #expect(entry.sections == 1 << 29)
    }
    #expect(words.textLength == 20_000)
  }

  @Test func `nothing of one page is in the next, however many words it had`() {
    var counter = WordCounter()
    add((0..<5000).map { "w\($0)" }.joined(separator: " "), section: 0, to: &counter)
    #expect(entries(counter.finish()).count == 5000)
    add("w7 other", section: 0, to: &counter)
    #expect(entries(counter.finish()) == ["w7 1 false 1", "other 1 false 1"])
    #expect(counter.finish().isEmpty)
  }

  @Test func `sections beyond the last that is told apart are told as that one`() {
    var counter = WordCounter()
    add("far", section: 400, to: &counter)
    #expect(entries(counter.finish()) == ["far 1 false 1" + String(repeating: "0", count: 29)])
  }

  @Test func `a word is worth more in a title than in a description, and less in a long one`() {
    #expect(SearchField.title.worth(inLength: 10) > SearchField.description.worth(inLength: 10))
    #expect(SearchField.title.worth(inLength: 10) > SearchField.title.worth(inLength: 60))
    #expect(SearchField.allCases.allSatisfy { $0.worth(inLength: 100_000) >= 1 })
  }
}
