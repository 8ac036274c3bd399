/// Up to eight letters and digits of ASCII in a row, in small letters: the beginning of a word, or
/// what follows eight others.
struct LetterRun {
  /// The letters as they lie in memory, zeros behind them.
  let letters: UInt64
  /// How many they are.
  let count: Int
  /// Whether what ends them needs a closer look: an apostrophe, or a character beyond ASCII.
  let endsInOther: Bool

  /// Reads those at `position`, all eight at once.
  @inline(__always)
  init(in text: UnsafeBufferPointer<UInt8>, at position: Int) {
    let bytes =
      position &+ 8 <= text.count
      ? UInt64(
        littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
          fromByteOffset: position, as: UInt64.self))
      : Self.end(of: text, from: position)
    let high = 0x80 &* Self.each
    let lower = bytes & ~high
    let small = lower | 0x20 &* Self.each
    // In each byte the highest bit: whether it is one of a to z, of 0 to 9.
    let isLetter = (small &+ 0x1F &* Self.each) ^ (small &+ 0x05 &* Self.each)
    let isDigit = (lower &+ 0x50 &* Self.each) ^ (lower &+ 0x46 &* Self.each)
    let ends = (~(isLetter | isDigit) | bytes) & high
    // All bits below the first byte that is none; all where there is none such.
    letters = small & (((ends & (0 &- ends)) >> 7) &- 1)
    count = ends.trailingZeroBitCount >> 3
    let end = UInt8(truncatingIfNeeded: bytes >> UInt64(count << 3 & 63))
    endsInOther = count < 8 && (end >= 0x80 || end == UInt8(ascii: "'"))
  }

  /// A one in each byte.
  private static let each: UInt64 = 0x0101_0101_0101_0101

  /// The last bytes of a text, fewer than eight, with zeros behind them.
  private static func end(of text: UnsafeBufferPointer<UInt8>, from position: Int) -> UInt64 {
    var bytes: UInt64 = 0
    for index in position..<max(position, text.count) {
      bytes |= UInt64(text[index]) << UInt64((index - position) << 3)
    }
    return bytes
  }
}
