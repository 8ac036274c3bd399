import Values

/// A number as filters reckon with it.
///
/// Fractions are reckoned in tens, so that 10.1 - 2.2 is 7.9.
enum Number: Sendable {
  case whole(Int)
  case fraction(Double)

  /// The number that a value is or that its text begins with; 0 of what is no number.
  init(_ value: Value) {
    switch value {
    case .integer(let number): self = .whole(number)
    case .decimal(let number): self = .fraction(number)
    case .string, .html:
      let text = value.text
      self = Self.fraction(writtenAs: text).map(Number.fraction) ?? .whole(value.leadingInteger)
    default: self = .whole(0)
    }
  }

  /// The value of `-5.1` and its like, with white space around it; `nil` of another form.
  private static func fraction(writtenAs text: String) -> Double? {
    let bytes = Array(text.utf8.drop(while: \.isSpace).reversed().drop(while: \.isSpace).reversed())
    let unsigned = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }) else {
      return nil
    }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  /// The number as a value.
  var value: Value {
    switch self {
    case .whole(let number): .integer(number)
    case .fraction(let number): .decimal(number)
    }
  }

  /// The number as a fraction.
  var double: Double {
    switch self {
    case .whole(let number): Double(number)
    case .fraction(let number): number
    }
  }

  /// Whether it is a whole amount that a double writes exactly.
  private var isExact: Bool {
    let number = double
    return abs(number) < 0x1p53 && number == number.rounded(.towardZero)
  }

  static func + (left: Number, right: Number) throws(Failure) -> Number {
    if case .whole(let left) = left, case .whole(let right) = right {
      return try whole(left.addingReportingOverflow(right))
    }
    return .fraction(Decimal.add(left, right) ?? left.double + right.double)
  }

  static func - (left: Number, right: Number) throws(Failure) -> Number {
    if case .whole(let left) = left, case .whole(let right) = right {
      return try whole(left.subtractingReportingOverflow(right))
    }
    return .fraction(Decimal.subtract(left, right) ?? left.double - right.double)
  }

  static func * (left: Number, right: Number) throws(Failure) -> Number {
    if case .whole(let left) = left, case .whole(let right) = right {
      return try whole(left.multipliedReportingOverflow(by: right))
    }
    return .fraction(Decimal.multiply(left, right) ?? left.double * right.double)
  }

  /// Whole numbers give the next lower whole number: 9 / 2 is 4, -9 / 2 is -5.
  ///
  /// A fraction divided by 0 is infinite, as in the reference.
  static func / (left: Number, right: Number) throws(Failure) -> Number {
    if case .whole(let left) = left, case .whole(let right) = right {
      try check(divisor: .whole(right))
      let (quotient, overflow) = left.dividedReportingOverflow(by: right)
      let rest = left.remainderReportingOverflow(dividingBy: right).partialValue
      let isRoundedUp = rest != 0 && (left < 0) != (right < 0)
      return try whole((isRoundedUp ? quotient - 1 : quotient, overflow))
    }
    let quotient = left.double / right.double
    // Of whole amounts, which doubles write exactly, the quotient is rounded but once.
    if left.isExact, right.isExact { return .fraction(quotient) }
    return .fraction(Decimal.divide(left, right) ?? quotient)
  }

  /// The rest of a division, with the sign of the divisor.
  static func % (left: Number, right: Number) throws(Failure) -> Number {
    try check(divisor: right)
    if case .whole(let left) = left, case .whole(let right) = right {
      let rest = left.remainderReportingOverflow(dividingBy: right).partialValue
      return .whole(rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest)
    }
    if let rest = Decimal.remainder(left, right) { return .fraction(rest) }
    let rest = left.double.truncatingRemainder(dividingBy: right.double)
    return .fraction(rest != 0 && (rest < 0) != (right.double < 0) ? rest + right.double : rest)
  }

  /// Whether the left one is smaller.
  static func < (left: Number, right: Number) -> Bool {
    if case .whole(let left) = left, case .whole(let right) = right { return left < right }
    return left.double < right.double
  }

  private static func whole(_ result: (partialValue: Int, overflow: Bool)) throws(Failure) -> Number
  {
    guard !result.overflow else { throw Failure("the result is too large for a whole number") }
    return .whole(result.partialValue)
  }

  private static func check(divisor: Number) throws(Failure) {
    guard divisor.double == 0 else { return }
    throw Failure("nothing can be divided by 0")
  }
}
