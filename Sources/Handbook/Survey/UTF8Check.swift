import CBytes

/// Finds what is not text in bytes that should be UTF-8.
enum UTF8Check {
  /// Returns the offset of the first byte that is not valid UTF-8 or is NUL, or `nil` when all is
  /// text.
  ///
  /// O(*n*); sixteen bytes at a time while they are ASCII.
  static func firstInvalid(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { raw in
      var offset = 0
      while offset < raw.count {
        if offset &+ 16 <= raw.count,
          are_ascii(raw.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self))
        {
          offset &+= 16
          continue
        }
        guard let length = sequenceLength(raw, at: offset) else { return offset }
        offset += length
      }
      return nil
    }
  }

  /// The length of the UTF-8 sequence at `offset`, or `nil` when it is malformed or NUL.
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int? {
    let first = bytes[offset]
    // The allowed second bytes keep out overlong forms, surrogates and what lies above U+10FFFF.
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0x01...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    for index in 2..<max(2, length) where bytes[offset + index] & 0xC0 != 0x80 { return nil }
    return length
  }
}
