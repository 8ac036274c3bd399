/// A few bytes that tell how much of a text is in another: what a page that was renamed is known by.
///
/// Of each run of three words one number is made; the numbers fall into 32 classes, and of the
/// smallest of each class a byte is kept. Texts with most runs in common have most bytes in common.
package struct TextSignature: Sendable, Equatable {
  /// A byte for each class; 0 where no run fell into it.
  private var parts: SIMD32<UInt8>

  /// The signature of the words of a text, of its first 2 KiB.
  ///
  /// O(*length*), some ten instructions a byte: eight bytes of a word are taken at a time.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    let text = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text.prefix(2 << 10)))
    parts = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 32) { least in
      least.initialize(repeating: .max)
      var (last, before): (UInt64, UInt64) = (0, 0)
      var (index, word) = (0, Self.start)
      // One step behind the end, where zeros end the last word.
      while index <= text.count {
        let bytes = Self.eightBytes(of: text, at: index)
        let blanks = Self.blanks(in: bytes)
        guard blanks != 0 else {
          word = (word ^ bytes) &* Self.factor
          index &+= 8
          continue
        }
        // The lowest bit of the first blank.
        let bit = blanks.trailingZeroBitCount &- 7
        index &+= bit &>> 3 &+ 1
        let part = bytes & (1 &<< UInt64(truncatingIfNeeded: bit) &- 1)
        guard part != 0 || word != Self.start else { continue }
        word = (word ^ part) &* Self.factor
        var run = (before &* 31 &+ last) &* 31 &+ word
        run = (run ^ run &>> 29) &* 0xBF58_476D_1CE4_E5B9
        let place = Int(truncatingIfNeeded: run &>> 59)
        least[place] = min(least[place], UInt32(truncatingIfNeeded: run &>> 24))
        (before, last, word) = (last, word, Self.start)
      }
      var parts = SIMD32<UInt8>()
      for place in 0..<32 where least[place] != .max {
        parts[place] = UInt8(truncatingIfNeeded: least[place]) | 1
      }
      return parts
    }
  }

  /// The bytes from `index` on, the first the lowest; zeros behind the end.
  @inline(__always)
  private static func eightBytes(of text: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    guard index &+ 8 > text.count else {
      return UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    return lastBytes(of: text, at: index)
  }

  @inline(never)
  private static func lastBytes(of text: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    text[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The high bit of each byte that is at most a space, up to the first such byte; bits above it mean
  /// nothing.
  @inline(__always)
  private static func blanks(in bytes: UInt64) -> UInt64 {
    (bytes &- 0x2121_2121_2121_2121) & ~bytes & 0x8080_8080_8080_8080
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Reads what `text` wrote.
  init?(_ text: String) {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.utf8.count == 64, digits.count == 64 else { return nil }
    parts = SIMD32()
    for place in 0..<32 { parts[place] = UInt8(digits[2 * place] << 4 | digits[2 * place + 1]) }
  }

  /// Reads what `bytes` told.
  init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    parts = SIMD32(bytes)
  }

  /// A byte for each class.
  var bytes: [UInt8] { (0..<32).map { parts[$0] } }

  /// The signature in 64 hexadecimal digits.
  var text: String {
    String(unsafeUninitializedCapacity: 64) { bytes in
      for place in 0..<32 {
        bytes[2 * place] = Self.digit(parts[place] >> 4)
        bytes[2 * place + 1] = Self.digit(parts[place] & 15)
      }
      return 64
    }
  }

  private static func digit(_ number: UInt8) -> UInt8 {
    number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
  }

  /// Which part of the two texts is about the same, from 0 to 1; 0 where one has hardly any words.
  func likeness(to other: TextSignature) -> Double {
    let isKnown = (parts .!= 0) .| (other.parts .!= 0)
    let isSame = isKnown .& (parts .== other.parts)
    let known = (0..<32).count { isKnown[$0] }
    return known < 8 ? 0 : Double((0..<32).count { isSame[$0] }) / Double(known)
  }
}
