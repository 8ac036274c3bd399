/// A few bytes that tell how much of a text is in another: what a page that was renamed is known by.
///
/// Of each run of three words one number is made; the numbers fall into 32 classes, and of the
/// smallest of each class a byte is kept. Texts with most runs in common have most bytes in common.
package struct TextSignature: Sendable, Equatable {
  /// A byte for each class; 0 where no run fell into it.
  private var parts: SIMD32<UInt8>

  /// The signature of the words of a text, of its first 16 KiB.
  ///
  /// O(*length*), a few nanoseconds a byte.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var least = SIMD32<UInt32>(repeating: .max)
    var word: UInt64 = Self.start
    var (last, before): (UInt64, UInt64) = (0, 0)
    func note(_ word: UInt64) {
      var run = (before &* 31 &+ last) &* 31 &+ word
      run = (run ^ run >> 29) &* 0xBF58_476D_1CE4_E5B9
      let (place, number) = (Int(run >> 59), UInt32(truncatingIfNeeded: run >> 24))
      if number < least[place] { least[place] = number }
      (before, last) = (last, word)
    }
    for byte in text.prefix(16 << 10) {
      if byte > 0x20 {
        word = (word ^ UInt64(byte)) &* 0x100_0000_01B3
      } else if word != Self.start {
        note(word)
        word = Self.start
      }
    }
    if word != Self.start { note(word) }
    parts = SIMD32()
    for place in 0..<32 where least[place] != .max {
      parts[place] = UInt8(truncatingIfNeeded: least[place]) | 1
    }
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Reads what `text` wrote.
  init?(_ text: String) {
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.utf8.count == 64, digits.count == 64 else { return nil }
    parts = SIMD32()
    for place in 0..<32 { parts[place] = UInt8(digits[2 * place] << 4 | digits[2 * place + 1]) }
  }

  /// The signature in 64 hexadecimal digits.
  var text: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: (0..<32).flatMap { [digits[Int(parts[$0] >> 4)], digits[Int(parts[$0] & 15)]] },
      as: UTF8.self)
  }

  /// Which part of the two texts is about the same, from 0 to 1; 0 where one has hardly any words.
  func likeness(to other: TextSignature) -> Double {
    let isKnown = (parts .!= 0) .| (other.parts .!= 0)
    let isSame = isKnown .& (parts .== other.parts)
    let known = (0..<32).count { isKnown[$0] }
    return known < 8 ? 0 : Double((0..<32).count { isSame[$0] }) / Double(known)
  }
}
