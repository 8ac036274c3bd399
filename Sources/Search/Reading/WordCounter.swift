/// Counts the words of one page after the other.
///
/// Its memory serves all of them.
package struct WordCounter {
  /// Sections from this one on are told as one.
  package static let lastSection = 29

  /// A word of the page and what was counted, in 64 bytes.
  struct Entry {
    var word: LetterEights
    var hash: UInt32
    var count: UInt32 = 0
    var worth: UInt32 = 0
    var sections: UInt32 = 0
  }

  private var reader = WordReader()
  private var entries: [Entry] = []
  /// With open addressing by hash: the hash, and below it the entry's number plus one; 0 for none.
  private var slots = [UInt64](repeating: 0, count: 1024)
  private var textLength = 0
  private var writer = PageWordsWriter()

  /// Creates a counter.
  package init() { entries.reserveCapacity(512) }

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
      let worth = field.worth(inLength: text.count)
      _ = forEachWord(of: text) { $0.worth &+= worth }
    }
  }

  /// Calls `body` with the entry of each word, and returns how many there are.
  ///
  /// Words of ASCII letters alone, which nearly all are, are read by eights and never decoded.
  @inline(__always)
  private mutating func forEachWord(
    of text: UnsafeBufferPointer<UInt8>, _ body: (inout Entry) -> Void
  ) -> Int {
    var count = 0
    var word = LetterEights()
    var position = 0
    while position < text.count {
      // Most words end in one separator, but where a sentence ends there are two.
      if text[position] < UInt8(ascii: "'") {
        position &+= 1
        continue
      }
      let start = position
      word.clear()
      var run = LetterRun(in: text, at: position)
      word.append(run)
      position &+= run.count
      while run.count == 8 {
        run = LetterRun(in: text, at: position)
        word.append(run)
        position &+= run.count
      }
      if run.endsInOther {
        position = start
        guard reader.next(in: text, from: &position) else { break }
        word.clear()
        for byte in reader.word { word.append(byte) }
      } else {
        // What ends it is no part of any word.
        position &+= 1
        guard word.length > 0, word.length <= WordReader.longestWord else { continue }
      }
      body(&entries[entry(of: word)])
      count &+= 1
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
        if entries[known].word.isSame(as: word) { return known }
      }
      slot = (slot &+ 1) & mask
    }
    return addEntry(of: word, hash, at: slot)
  }

  @inline(never)
  private mutating func addEntry(of word: LetterEights, _ hash: UInt32, at slot: Int) -> Int {
    entries.append(Entry(word: word, hash: hash))
    slots[slot] = UInt64(hash) << 32 | UInt64(entries.count)
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
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
    let words = PageWords(written: writer.bytes(of: entries), textLength: textLength)
    for entry in entries { clear(entry.hash) }
    entries.removeAll(keepingCapacity: true)
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
