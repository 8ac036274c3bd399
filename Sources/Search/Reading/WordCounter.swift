/// Counts the words of one page after the other.
///
/// Its memory serves all of them.
package struct WordCounter {
  /// Sections from this one on are told as one.
  package static let lastSection = 29

  private struct Entry {
    var hash: UInt32
    /// The place of its letters among those of all words.
    var start: Int32
    var length: Int32
    var count: Int32 = 0
    var worth: Int32 = 0
    var sections: UInt32 = 0
  }

  private var reader = WordReader()
  private var entries: [Entry] = []
  /// The letters of all words, each in eights of its own.
  private var letters: [UInt64] = []
  /// With open addressing by hash: the hash, and below it the entry's number plus one; 0 for none.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var textLength = 0

  /// Creates a counter.
  package init() {
    entries.reserveCapacity(512)
    letters.reserveCapacity(1024)
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
  /// Words of ASCII letters alone, which nearly all are, are read in one pass and never decoded.
  @inline(__always)
  private mutating func forEachWord(
    of text: UnsafeBufferPointer<UInt8>, _ body: (inout Entry) -> Void
  ) -> Int {
    var count = 0
    WordReader.ascii.withUnsafeBufferPointer { folded in
      var word = LetterEights()
      var position = 0
      while position < text.count {
        let start = position
        word.clear()
        var next: UInt8 = 0
        while position < text.count {
          next = folded[Int(text[position])]
          guard next > WordReader.other else { break }
          word.append(next)
          position &+= 1
          next = 0
        }
        if next == 0 {
          position &+= 1
          guard word.length > 0, word.length <= WordReader.longestWord else { continue }
        } else {
          position = start
          guard reader.next(in: text, from: &position) else { return }
          word.clear()
          for byte in reader.word { word.append(byte) }
        }
        let number = entry(of: word)
        body(&entries[number])
        count &+= 1
      }
    }
    return count
  }

  @inline(__always)
  private mutating func entry(of word: LetterEights) -> Int {
    let hash = word.hash
    let mask = slots.count &- 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash {
        let known = Int(slots[slot] & 0xFFFF_FFFF) &- 1
        if holds(entries[known], word) { return known }
      }
      slot = (slot &+ 1) & mask
    }
    entries.append(Entry(hash: hash, start: Int32(letters.count), length: Int32(word.length)))
    for index in 0..<word.count { letters.append(word[index]) }
    slots[slot] = UInt64(hash) << 32 | UInt64(entries.count)
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  @inline(__always)
  private func holds(_ known: Entry, _ word: LetterEights) -> Bool {
    guard Int(known.length) == word.length else { return false }
    for index in 0..<word.count where letters[Int(known.start) &+ index] != word[index] {
      return false
    }
    return true
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
    words.bytes.reserveCapacity(letters.count * 8 + entries.count * 9)
    letters.withUnsafeBytes { letters in
      for entry in entries {
        let start = Int(entry.start) * 8
        words.append(
          hash: entry.hash,
          letters: UnsafeRawBufferPointer(rebasing: letters[start..<start + Int(entry.length)]),
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
