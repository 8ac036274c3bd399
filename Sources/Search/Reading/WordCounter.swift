/// Counts the words of one page after the other.
///
/// Its memory serves all of them.
package struct WordCounter {
  /// Sections from this one on are told as one.
  package static let lastSection = 29

  private struct Entry {
    var hash: UInt32
    var start: Int32
    var length: Int32
    var count: Int32 = 0
    var worth: Int32 = 0
    var sections: UInt32 = 0

    var letters: Range<Int> { Int(start)..<Int(start &+ length) }
  }

  private var reader = WordReader()
  private var entries: [Entry] = []
  /// The letters of all words, one behind the other.
  private var letters: [UInt8] = []
  /// With open addressing by hash: the hash, and below it the entry's number plus one; 0 for none.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var textLength = 0

  /// Creates a counter.
  package init() {
    entries.reserveCapacity(512)
    letters.reserveCapacity(4096)
  }

  /// Counts the words of the page's text that stand in a section: 0 before any heading.
  package mutating func add(text: UnsafeBufferPointer<UInt8>, section: Int) {
    let bit: UInt32 = 1 << UInt32(min(section, Self.lastSection))
    textLength += forEachWord(of: text) { entry in
      entry.count &+= 1
      entry.sections |= bit
    }
  }

  /// Counts the words of another field.
  package mutating func add(_ text: String, in field: SearchField) {
    var text = text
    text.withUTF8 { text in
      let worth = Int32(field.worth(inLength: text.count))
      _ = forEachWord(of: text) { $0.worth &+= worth }
    }
  }

  /// Calls `body` with the entry of each word, and returns how many there are.
  ///
  /// Words of ASCII letters alone, which nearly all are, are neither copied nor decoded.
  @inline(__always)
  private mutating func forEachWord(
    of text: UnsafeBufferPointer<UInt8>, _ body: (inout Entry) -> Void
  ) -> Int {
    var count = 0
    WordReader.ascii.withUnsafeBufferPointer { folded in
      var position = 0
      while position < text.count {
        let start = position
        var hash = LetterHash()
        while position < text.count {
          let letter = folded[Int(text[position])]
          guard letter > WordReader.other else { break }
          hash.add(letter)
          position &+= 1
        }
        if position == text.count || folded[Int(text[position])] == 0 {
          let length = position - start
          position += 1
          if length == 0 || length > WordReader.longestWord { continue }
          let word = UnsafeBufferPointer(rebasing: text[start..<start + length])
          body(&entries[entry(of: word, folded, hash.value)])
        } else {
          position = start
          guard reader.next(in: text, from: &position) else { return }
          body(&entries[entryOfReadWord()])
        }
        count += 1
      }
    }
    return count
  }

  private mutating func entryOfReadWord() -> Int {
    var hash = LetterHash()
    for byte in reader.word { hash.add(byte) }
    let word = reader.word
    return word.withUnsafeBufferPointer { entry(of: $0, nil, hash.value) }
  }

  /// The entry of a word, whose letters `folded` makes small where it is given.
  @inline(__always)
  private mutating func entry(
    of word: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>?, _ hash: UInt32
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash {
        let known = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if holds(entries[known].letters, word, folded) { return known }
      }
      slot = (slot + 1) & mask
    }
    entries.append(Entry(hash: hash, start: Int32(letters.count), length: Int32(word.count)))
    for byte in word { letters.append(folded?[Int(byte)] ?? byte) }
    slots[slot] = UInt64(hash) << 32 | UInt64(entries.count)
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  /// Whether the letters in `known` are those of a word, whose letters `folded` makes small where it
  /// is given.
  @inline(__always)
  private func holds(
    _ known: Range<Int>, _ word: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>?
  ) -> Bool {
    guard known.count == word.count else { return false }
    return letters.withUnsafeBufferPointer { letters in
      var (index, place) = (0, known.lowerBound)
      while index < word.count {
        // Nearly all letters are small ones.
        let isSame =
          letters[place] == word[index] || folded.map { $0[Int(word[index])] } == letters[place]
        guard isSame else { return false }
        index &+= 1
        place &+= 1
      }
      return true
    }
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt64(entry.hash) << 32 | UInt64(index + 1)
    }
  }

  /// Returns the words of the page, and begins with the next.
  package mutating func finish() -> PageWords {
    var words = PageWords()
    words.textLength = textLength
    words.bytes.reserveCapacity(letters.count + entries.count * 9)
    letters.withUnsafeBufferPointer { letters in
      for entry in entries {
        words.append(
          hash: entry.hash,
          letters: UnsafeBufferPointer(rebasing: letters[entry.letters]),
          count: Int(entry.count), worth: Int(entry.worth), sections: entry.sections)
      }
    }
    for entry in entries { clear(entry.hash) }
    entries.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    textLength = 0
    return words
  }

  /// Empties the run of slots that begins where the hash belongs.
  private mutating func clear(_ hash: UInt32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      slots[slot] = 0
      slot = (slot + 1) & (slots.count - 1)
    }
  }
}
