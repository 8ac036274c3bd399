import Diagnostics
import Testing

@testable import YAML

@Suite struct ScalarRangeTests {
  /// The value of the key `a`, and the part of the text that its range holds.
  private func scalar(_ text: String) -> String {
    let file = file(text)
    guard let node = read(file).value?.mapping?["a"], let scalar = node.scalar else {
      return "no scalar"
    }
    return "\(scalar.text)|\(String(decoding: file.bytes[node.range], as: UTF8.self))"
  }

  @Test func `a plain text over lines ends with its last word`() {
    #expect(scalar("a: one\n  two  # note\nb: 1\n") == "one two|one\n  two")
    #expect(scalar("a: one\n\n  two\n\n\nb: 1\n") == "one\ntwo|one\n\n  two")
  }

  @Test func `a comment behind a text belongs to no range`() {
    #expect(scalar("a: one   # note\n") == "one|one")
    #expect(scalar("a: one#two\n") == "one#two|one#two")
    #expect(scalar("a: # note\n  one\n") == "one|one")
  }

  @Test func `quotes belong to the range`() {
    #expect(scalar("a: 'it''s'  \n") == "it's|'it''s'")
    #expect(scalar(#"a: "x\ty\u00e9\x41" "#) == "x\tyéA|\"x\\ty\\u00e9\\x41\"")
    #expect(scalar("a: \"one\n  two\"\n") == "one two|\"one\n  two\"")
  }

  @Test func `a block has the style of its mark`() {
    #expect(scalar("a: |-\n  one\n   two\n\nb: 1\n") == "one\n two||-\n  one\n   two")
    #expect(scalar("a: |+\n  one\n\nb: 1\n") == "one\n\n||+\n  one")
    #expect(
      scalar("a: >\n  one\n  two\n\n  three\n") == "one two\nthree\n|>\n  one\n  two\n\n  three")
    #expect(scalar("a: |2\n    one\nb: 1\n") == "  one\n||2\n    one")
    #expect(scalar("a: |\nb: 1\n") == "||")
  }

  @Test func `a colon or a hash in a word is text`() {
    #expect(scalar("a: 12:30\n") == "12:30|12:30")
    #expect(
      scalar("a: https://example.org/#x\n") == "https://example.org/#x|https://example.org/#x")
  }

  @Test func `a directive and the ends of a document belong to no range`() {
    #expect(scalar("%YAML 1.1\n---\na: one\n...\n") == "one|one")
    #expect(scalar("---\na: one\n") == "one|one")
  }

  @Test func `a key may stand in quotes`() throws {
    let node = try #require(read("'a b': 1\n\"c\" : 2\n? d\n: 3\n").value?.mapping)
    #expect(node.pairs.map(\.key) == ["a b", "c", "d"])
    #expect(node.pairs.map(\.keyRange) == [0..<5, 9..<12, 19..<20])
  }

  @Test func `null is told from an empty text`() {
    #expect(read("a: ''\n").value?.mapping?["a"]?.isNull == false)
    #expect(read("a: null\n").value?.mapping?["a"]?.isNull == true)
    #expect(read("a: 'null'\n").value?.mapping?["a"]?.isNull == false)
    #expect(read("a: []\n").value?.mapping?["a"]?.isNull == false)
  }
}
