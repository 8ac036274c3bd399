/// Numbers as printable characters, because hosts compress text and leave other files as they are.
///
/// Digits of base 47, the least first: the last one is `!` to `O`, those before it `P` to `~`.
enum Numeral {
  /// The base.
  static let base = 47

  /// Adds a number from 0 on.
  static func write(_ number: Int, to text: inout [UInt8]) {
    var rest = number
    while rest >= base {
      text.append(UInt8(truncatingIfNeeded: 33 + base + rest % base))
      rest /= base
    }
    text.append(UInt8(truncatingIfNeeded: 33 + rest))
  }
}
