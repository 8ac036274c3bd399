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
      let written = String(decoding: text.utf8.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
      let trimmed = written.utf8.drop(while: \.isSpace).reversed().drop(while: \.isSpace).reversed()
      if let number = Int(String(decoding: Array(trimmed), as: UTF8.self)) { return number }
    default: break
    }
    throw Failure(isNone ? "a whole number is missing" : "'\(text)' is no whole number")
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
