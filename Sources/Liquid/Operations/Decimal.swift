/// A number in tens: `digits` × 10^`exponent`, reckoned exactly while it fits.
///
/// Doubles enter as the shortest text that means them, as people write them.
struct Decimal {
  private var digits: Int128
  private var exponent: Int

  private init?(_ number: Number) {
    switch number {
    case .whole(let number):
      digits = Int128(number)
      exponent = 0
    case .fraction(let number):
      guard let written = Self.written(number.isFinite ? number.description : "") else {
        return nil
      }
      (digits, exponent) = written
    }
  }

  /// The digits of a double's description and where its point stands.
  private static func written(_ text: String) -> (digits: Int128, exponent: Int)? {
    guard !text.isEmpty else { return nil }
    var (digits, exponent, places) = (0, 0, 0)
    var (isNegative, isFraction) = (false, false)
    var bytes = text.utf8[...]
    if let mark = bytes.firstIndex(of: UInt8(ascii: "e")) {
      guard let written = Int(String(bytes[bytes.index(after: mark)...]) ?? "") else { return nil }
      exponent = written
      bytes = bytes[..<mark]
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isFraction = true
      default:
        // The shortest text of a double has 17 digits at most.
        digits = digits &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        if isFraction { places += 1 }
      }
    }
    return (Int128(isNegative ? -digits : digits), exponent - places)
  }

  /// The nearest double.
  private var double: Double? {
    // Both parts are exact as doubles here, so that one division or product rounds but once.
    if digits.magnitude < 1 << 53, abs(exponent) <= 22 {
      let power = Self.doublePowers[abs(exponent)]
      let digits = Double(Int(truncatingIfNeeded: digits))
      return exponent < 0 ? digits / power : digits * power
    }
    return Double("\(digits)e\(exponent)")
  }

  /// The sum, or `nil` when the two are too far apart to be reckoned exactly.
  static func add(_ left: Number, _ right: Number) -> Double? {
    combined(left, right) { $0.addingReportingOverflow($1) }
  }

  /// The difference, or `nil` when the two are too far apart to be reckoned exactly.
  static func subtract(_ left: Number, _ right: Number) -> Double? {
    combined(left, right) { $0.subtractingReportingOverflow($1) }
  }

  /// The rest of a division, with the sign of the divisor, or `nil` when it cannot be exact.
  static func remainder(_ left: Number, _ right: Number) -> Double? {
    combined(left, right) { left, right in
      guard right != 0 else { return (0, true) }
      let rest = left % right
      return (rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest, false)
    }
  }

  /// The product, or `nil` when it is too long to be reckoned exactly.
  static func multiply(_ left: Number, _ right: Number) -> Double? {
    guard var left = Decimal(left), let right = Decimal(right) else { return nil }
    let (product, overflow) = left.digits.multipliedReportingOverflow(by: right.digits)
    // A product of 0 keeps its sign, which only doubles have.
    guard !overflow, product != 0 else { return nil }
    left.digits = product
    left.exponent += right.exponent
    return left.double
  }

  /// The quotient to 20 digits at least, or `nil` when that is too long.
  static func divide(_ left: Number, _ right: Number) -> Double? {
    // A quotient of 0 keeps its sign, which only doubles have.
    guard var left = Decimal(left), let right = Decimal(right), left.digits != 0, right.digits != 0
    else { return nil }
    // Most quotients are exact soon, and short ones are much faster to write as a double.
    var short = left
    if short.scale(by: 4), short.digits % right.digits == 0 {
      left = short
    } else {
      guard left.scale(by: 20) else { return nil }
    }
    left.digits /= right.digits
    left.exponent -= right.exponent
    return left.double
  }

  /// The number rounded to `places` behind the point, halves away from 0.
  static func rounded(_ number: Double, to places: Int) -> Double? {
    guard var number = Decimal(.fraction(number)) else { return nil }
    let excess = -number.exponent - places
    guard excess > 0 else { return number.double }
    // The shortest text of a double has 17 digits at most.
    guard excess < 18 else { return 0 }
    let unit = Int(power(of: excess))
    let (whole, rest) = Int(number.digits).quotientAndRemainder(dividingBy: unit)
    number.digits = Int128(whole + (rest.magnitude * 2 >= unit.magnitude ? rest.signum() : 0))
    number.exponent += excess
    return number.double
  }

  private static func combined(
    _ left: Number, _ right: Number,
    _ operation: (Int128, Int128) -> (partialValue: Int128, overflow: Bool)
  ) -> Double? {
    guard var left = Decimal(left), var right = Decimal(right) else { return nil }
    let exponent = min(left.exponent, right.exponent)
    guard left.scale(by: left.exponent - exponent), right.scale(by: right.exponent - exponent)
    else { return nil }
    let (result, overflow) = operation(left.digits, right.digits)
    guard !overflow else { return nil }
    left.digits = result
    return left.double
  }

  /// Writes `places` more digits; false when they do not fit.
  private mutating func scale(by places: Int) -> Bool {
    guard places <= 30 else { return digits == 0 }
    let (scaled, overflow) = digits.multipliedReportingOverflow(by: Self.power(of: places))
    guard !overflow else { return false }
    digits = scaled
    exponent -= places
    return true
  }

  /// 10 to the powers from 0 to 31.
  private static let powers = (0..<31).reduce(into: [Int128(1)]) { powers, _ in
    powers.append((powers.last ?? 1) * 10)
  }

  /// 10 to the powers that doubles write exactly.
  private static let doublePowers = powers.prefix(23).map { Double($0) }

  private static func power(of places: Int) -> Int128 {
    powers[min(max(0, places), powers.count - 1)]
  }
}
