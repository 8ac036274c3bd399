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

  /// The check character that belongs to the number; `nil` where the number is never issued.
  package var check: Character? {
    let remainder = number % 37
    return remainder < 32 ? Character(Unicode.Scalar(Self.alphabet[remainder])) : nil
  }

  private static func digit(_ byte: UInt8) -> Int? {
    alphabet.firstIndex(of: byte)
  }
}
