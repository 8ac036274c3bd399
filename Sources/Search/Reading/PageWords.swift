/// The words of one page, each once, with how often and where it stands: what the index is made of.
///
/// A run of entries: hash (4 bytes), length (1), letters, then as numbers of 7 bits a byte: times in
/// the text, worth in other fields in sixteenths, sections as bits.
package struct PageWords: Sendable {
  /// The entries.
  package let bytes: [UInt8]
  /// How many words the text has.
  package let textLength: Int

  /// Takes entries that were just written.
  init(written bytes: [UInt8], textLength: Int) {
    (self.bytes, self.textLength) = (bytes, textLength)
  }

  /// Takes entries that were kept; `nil` where they are none.
  package init?(bytes: [UInt8], textLength: Int) {
    guard Self.areEntries(bytes) else { return nil }
    self.init(written: bytes, textLength: textLength)
  }

  private static func areEntries(_ bytes: [UInt8]) -> Bool {
    var position = 0
    while position < bytes.count {
      guard bytes.count - position > 5 else { return false }
      position += 5 + Int(bytes[position + 4])
      for _ in 0..<3 {
        let start = position
        while position < bytes.count, bytes[position] > 0x7F { position += 1 }
        position += 1
        guard position <= bytes.count, position - start <= 5 else { return false }
      }
    }
    return true
  }

  /// Whether the page has no words.
  package var isEmpty: Bool { bytes.isEmpty }

  /// One word of the page.
  struct Entry {
    var hash: UInt32
    var letters: Range<Int>
    var count: Int
    var worth: Int
    var sections: UInt32
  }

  /// Calls `body` with each entry, in the order in which the words first stand on the page.
  func forEach(_ body: (Entry, UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        let hash = UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: position, as: UInt32.self)
        let letters = position + 5..<position + 5 + Int(bytes[position + 4])
        position = letters.upperBound
        let count = Self.number(bytes, &position)
        let worth = Self.number(bytes, &position)
        let sections = UInt32(truncatingIfNeeded: Self.number(bytes, &position))
        body(
          Entry(hash: hash, letters: letters, count: count, worth: worth, sections: sections),
          bytes)
      }
    }
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Int {
    var (result, shift) = (0, 0)
    while true {
      let byte = bytes[position]
      position += 1
      result |= Int(byte & 0x7F) << shift
      guard byte > 0x7F else { return result }
      shift += 7
    }
  }
}
