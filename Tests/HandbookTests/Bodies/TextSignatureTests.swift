import Testing

@testable import Handbook

private func signature(_ text: String) -> TextSignature {
  Array(text.utf8).withUnsafeBufferPointer { TextSignature($0) }
}

/// A text of words that follow from a seed.
private func words(_ count: Int, seed: UInt64) -> [String] {
  var random = Random(seed: seed)
  return (0..<count).map { _ in "w\(Int.random(in: 0..<5000, using: &random))" }
}

@Test func `the same words are the same text, however they are set`() {
  let text = words(300, seed: 1)
  let flowed = signature(text.joined(separator: " "))
  #expect(flowed.likeness(to: signature(text.joined(separator: "\n\n"))) == 1)
  #expect(TextSignature(flowed.text) == flowed)
  #expect(flowed.text.utf8.count == 64)
}

@Test func `a text with a changed tenth is known, another is not`() {
  for seed in 1...50 as ClosedRange<UInt64> {
    let text = words(400, seed: seed)
    let other = words(400, seed: seed + 1000)
    let changed = text[..<360] + other[..<40]
    let old = signature(text.joined(separator: " "))
    #expect(old.likeness(to: signature(changed.joined(separator: " "))) > 0.5)
    #expect(old.likeness(to: signature(other.joined(separator: " "))) < 0.3)
  }
}

@Test func `words of every length are told apart by every letter, at every place`() {
  for length in 1...20 {
    let word = String("abcdefghijklmnopqrst".prefix(length))
    for blanks in [" ", "   ", "\n", " \t\r\n        "] {
      let text = (0..<60).map { "\($0)\(word)" }
      let set = signature(text.joined(separator: blanks))
      #expect(set == signature(" \n" + text.joined(separator: " ") + blanks))
      for place in 0..<length {
        var letters = Array(word)
        letters[place] = "é"
        let other = (0..<60).map { "\($0)\(String(letters))" }.joined(separator: blanks)
        #expect(set.likeness(to: signature(other)) < 0.3)
      }
    }
  }
}

@Test func `hardly any words are like nothing`() {
  #expect(signature("# Lead").likeness(to: signature("# Lead")) == 0)
  #expect(signature("").likeness(to: signature("")) == 0)
}

@Test(arguments: ["", "00", String(repeating: "g", count: 64), String(repeating: "é", count: 32)])
func `what is no signature is none`(_ text: String) {
  #expect(TextSignature(text) == nil)
}
