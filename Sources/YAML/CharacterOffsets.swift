/// Turns libyaml's positions, which count characters, into offsets of bytes.
///
/// Positions are asked for nearly in order, so the answer is found by walking from the last one:
/// all questions of one text together cost O(*bytes*). Where all bytes are ASCII it costs nothing.
struct CharacterOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var character = 0
  private var offset = 0

  /// Creates the table of a text.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    isASCII = Self.isASCII(bytes)
  }

  /// Returns the offset at which the character with this number, from 0, begins; the end of the
  /// text for one behind it.
  mutating func offset(of target: Int) -> Int {
    guard !isASCII else { return min(max(target, 0), bytes.count) }
    while character < target, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      character += 1
    }
    while character > target, offset > 0 {
      offset -= 1
      while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      character -= 1
    }
    return offset
  }

  /// Whether no byte has its highest bit set, looked at eight at a time.
  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    var seen: UInt64 = 0
    while offset + 8 <= raw.count {
      seen |= raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset += 8
    }
    while offset < raw.count {
      seen |= UInt64(raw[offset])
      offset += 1
    }
    return seen & 0x8080_8080_8080_8080 == 0
  }
}
