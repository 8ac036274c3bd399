/// All words of a site, each with a number, in the order in which they came.
struct Vocabulary {
  /// A word's place among the letters of all.
  private struct Word {
    var hash: UInt32
    var start: Int
    var length: Int
  }

  private var words: [Word] = []
  private var letters: [UInt8] = []
  private var slots = [Int32](repeating: 0, count: 1 << 14)

  /// How many there are.
  var count: Int { words.count }

  /// The letters of a word.
  func letters(of word: Int) -> ArraySlice<UInt8> {
    letters[words[word].start..<words[word].start + words[word].length]
  }

  /// All words in the order of their bytes.
  var sorted: [Int] {
    letters.withUnsafeBufferPointer { letters in
      words.indices.sorted { left, right in
        letters[words[left].start..<words[left].start + words[left].length]
          .lexicographicallyPrecedes(
            letters[words[right].start..<words[right].start + words[right].length])
      }
    }
  }

  /// The number of a word, which is new where it was not met before.
  mutating func number(of word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = Int(slots[slot]) - 1
      if words[known].hash == hash, isSame(words[known], word) { return known }
      slot = (slot + 1) & (slots.count - 1)
    }
    words.append(Word(hash: hash, start: letters.count, length: word.count))
    letters.append(contentsOf: word)
    slots[slot] = Int32(words.count)
    if words.count * 2 > slots.count { grow() }
    return words.count - 1
  }

  private func isSame(_ known: Word, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard known.length == word.count else { return false }
    return letters.withUnsafeBufferPointer { letters in
      for index in 0..<word.count where letters[known.start &+ index] != word[index] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (index, word) in words.enumerated() {
      var slot = Int(word.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index + 1)
    }
  }
}
