/// Writes the entries of one page after the other, in memory that serves all of them.
struct PageWordsWriter {
  /// The most bytes of an entry, and what is written behind its end before the next.
  private static let room = 5 + WordReader.longestWord + 3 * 5

  private var space: [UInt8] = []

  /// The bytes of `PageWords` for these entries.
  mutating func bytes(of entries: [WordCounter.Entry]) -> [UInt8] {
    let needed = entries.count * Self.room
    if space.count < needed { space = [UInt8](repeating: 0, count: needed * 2) }
    return space.withUnsafeMutableBytes { space in
      guard var place = space.baseAddress else { return [] }
      let start = place
      for entry in entries { Self.write(entry, at: &place) }
      return Array(UnsafeRawBufferPointer(start: start, count: place - start))
    }
  }

  @inline(__always)
  private static func write(
    _ entry: WordCounter.Entry, at place: inout UnsafeMutableRawPointer
  ) {
    place.storeBytes(of: entry.hash.littleEndian, as: UInt32.self)
    place.storeBytes(
      of: UInt8(truncatingIfNeeded: entry.word.length), toByteOffset: 4, as: UInt8.self)
    entry.word.write(to: place + 5)
    place += 5 + entry.word.length
    write(entry.count, at: &place)
    write(entry.worth, at: &place)
    write(entry.sections, at: &place)
  }

  /// Writes a number by 7 bits a byte, the lowest first; all but the last have the highest bit.
  @inline(__always)
  private static func write(_ number: UInt32, at place: inout UnsafeMutableRawPointer) {
    var rest = number
    while rest > 0x7F {
      place.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
      place += 1
      rest >>= 7
    }
    place.storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
    place += 1
  }
}
