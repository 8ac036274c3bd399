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
