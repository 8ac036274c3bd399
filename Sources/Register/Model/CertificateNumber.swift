/// A certificate's number, such as `C-7Q4M-X2RK-3`: eight characters and one that checks them.
///
/// The eight are a number in Crockford's base 32; its remainder by 37 is the check. A number whose
/// remainder is 32 or more is never issued, so that the check is one of the 32 characters.
package struct CertificateNumber: Sendable, Hashable {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The value of the eight characters.
  package let number: Int
  /// The check character as written.
  package let writtenCheck: Character

  /// Reads a number of the form `C-XXXX-XXXX-X` in capitals; `nil` for another form.
  ///
  /// The check may be wrong.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 13, bytes[0] == UInt8(ascii: "C"),
      [1, 6, 11].allSatisfy({ bytes[$0] == UInt8(ascii: "-") })
    else { return nil }
    var number = 0
    for byte in bytes[2..<6] + bytes[7..<11] {
      guard let digit = Self.digit(byte) else { return nil }
      number = number * 32 + digit
    }
    guard Self.digit(bytes[12]) != nil else { return nil }
    self.number = number
    writtenCheck = Character(Unicode.Scalar(bytes[12]))
  }

  /// Makes the number with these 40 bits; `nil` for one that is never issued.
  package init?(issuing number: Int) {
    let remainder = number % 37
    guard (0..<1 << 40).contains(number), remainder < 32 else { return nil }
    self.number = number
    writtenCheck = Character(Unicode.Scalar(Self.alphabet[remainder]))
  }

  /// Reads a number however people write it: in any case, with any hyphens and blanks or none, with
  /// letters that look like digits; `nil` where it is too long, too short or of other characters.
  package init?(lenient text: String) {
    let letters = text.uppercased().utf8.filter {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
    }
    guard letters.count == 10, letters[0] == UInt8(ascii: "C") else { return nil }
    var bytes = letters.map { byte in
      switch byte {
      case UInt8(ascii: "O"): UInt8(ascii: "0")
      case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
      case UInt8(ascii: "U"): UInt8(ascii: "V")
      default: byte
      }
    }
    for place in [1, 6, 11] { bytes.insert(UInt8(ascii: "-"), at: place) }
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// The number as it is written, such as `C-7Q4M-X2RK-3`.
  package var text: String {
    var characters: [Character] = []
    var rest = number
    for _ in 0..<8 {
      characters.insert(Character(Unicode.Scalar(Self.alphabet[rest % 32])), at: 0)
      rest /= 32
    }
    return "C-\(String(characters[..<4]))-\(String(characters[4...]))-\(writtenCheck)"
  }

  /// The check character that belongs to the number; `nil` where the number is never issued.
  package var check: Character? {
    let remainder = number % 37
    return remainder < 32 ? Character(Unicode.Scalar(Self.alphabet[remainder])) : nil
  }

  private static func digit(_ byte: UInt8) -> Int? {
    alphabet.firstIndex(of: byte)
  }
}
