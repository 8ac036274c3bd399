import Values

/// How values become numbers: leniently, as ranges take them, and strictly, as counts are taken.
extension Value {
  /// The whole number that the value begins with, else 0: `"12 apples"` gives 12.
  var leadingInteger: Int {
    switch self {
    case .integer(let number): number
    case .decimal(let number): Int(clamping: number)
    case .string(let text): Self.leadingInteger(of: text)
    case .html: Self.leadingInteger(of: text)
    default: 0
    }
  }

  private static func leadingInteger(of text: String) -> Int {
    var digits = Array(text.utf8.drop(while: \.isSpace))[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    var number = 0
    for byte in digits {
      if byte == UInt8(ascii: "_"), number > 0 { continue }
      guard byte.isDigit else { break }
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      guard !overflow, !carry else { return isNegative ? .min : .max }
      number = sum
    }
    return isNegative ? -number : number
  }

  /// The whole number that the value is or that its text writes.
  func integer() throws(Failure) -> Int {
    switch self {
    case .integer(let number): return number
    case .string, .html:
      if let number = Self.integer(writtenAs: text) { return number }
    default: break
    }
    throw Failure(isNone ? "a whole number is missing" : "'\(text)' is no whole number")
  }
}

extension Value {
  /// The number that a text writes as programs do: `-12`, `1_000`, `0x1F`, `0b11`, `017`.
  private static func integer(writtenAs text: String) -> Int? {
    var digits = Bytes.of(TextFilters.stripped(text, atStart: true, atEnd: true))[...]
    let sign = digits.first == UInt8(ascii: "-") ? "-" : ""
    if let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      digits.removeFirst()
    }
    var radix = 10
    if digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      switch digits.first?.lowered {
      case UInt8(ascii: "x"): radix = 16
      case UInt8(ascii: "b"): radix = 2
      case UInt8(ascii: "o"): radix = 8
      case UInt8(ascii: "d"): break
      default:
        radix = 8
        digits = [UInt8(ascii: "0")] + digits
      }
      if digits.first?.isLetter == true { digits.removeFirst() }
    }
    let groups = digits.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.first?.isWord == true }) else { return nil }
    return Int(sign + String(decoding: Array(groups.joined()), as: UTF8.self), radix: radix)
  }
}

extension Int {
  /// The whole part of `number`, as near as an `Int` comes to it; 0 of what is no number.
  init(clamping number: Double) {
    if number.isNaN {
      self = 0
    } else {
      self = Int(exactly: number.rounded(.towardZero)) ?? (number < 0 ? .min : .max)
    }
  }
}
