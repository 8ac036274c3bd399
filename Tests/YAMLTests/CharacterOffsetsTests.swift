import Testing

@testable import YAML

@Suite struct CharacterOffsetsTests {
  /// The offsets of some characters of a text, asked for in this order.
  private func offsets(_ text: String, of characters: [Int]) -> [Int] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var table = CharacterOffsets(bytes)
      return characters.map { table.offset(of: $0) }
    }
  }

  @Test func `characters of ASCII are bytes`() {
    #expect(offsets("abc", of: [0, 1, 3, 2]) == [0, 1, 3, 2])
  }

  @Test func `characters take one to four bytes`() {
    #expect(offsets("aé日😀b", of: [0, 1, 2, 3, 4, 5]) == [0, 1, 3, 6, 10, 11])
  }

  @Test func `a carriage return and a line feed are two characters`() {
    #expect(offsets("é\r\na", of: [1, 2, 3]) == [2, 3, 4])
  }

  @Test func `what lies outside is the nearest end`() {
    #expect(offsets("", of: [-1, 0, 5]) == [0, 0, 0])
    #expect(offsets("abc", of: [-1, 5]) == [0, 3])
    #expect(offsets("é日", of: [9, -1, 1]) == [5, 0, 2])
  }

  @Test(arguments: 0..<20)
  func `any order of questions has the same answers`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("ab\n é日😀".unicodeScalars)
    var text = ""
    var expected = [0]
    for _ in 0..<40 {
      let letter = letters.randomElement(using: &random) ?? "a"
      text.unicodeScalars.append(letter)
      expected.append(text.utf8.count)
    }
    let asked = (0..<60).map { _ in Int.random(in: 0...40, using: &random) }
    #expect(offsets(text, of: asked) == asked.map { expected[$0] })
  }
}
