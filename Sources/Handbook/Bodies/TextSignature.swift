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
    var (last, before): (UInt64, UInt64) = (0, 0)
    func note(_ word: UInt64) {
      var run = (before &* 31 &+ last) &* 31 &+ word
      run = (run ^ run >> 29) &* 0xBF58_476D_1CE4_E5B9
      let (place, number) = (Int(run >> 59), UInt32(truncatingIfNeeded: run >> 24))
      if number < least[place] { least[place] = number }
      (before, last) = (last, word)
    }
    let end = min(text.count, 16 << 10)
    var index = 0
    while index < end {
      var word = Self.start
      while index < end, text[index] > 0x20 {
        word = (word ^ UInt64(text[index])) &* 0x100_0000_01B3
        index += 1
      }
      if word != Self.start { note(word) }
      while index < end, text[index] <= 0x20 { index += 1 }
    }
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
