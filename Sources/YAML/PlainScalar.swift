package import Values

/// What a text may be read as. Only what stands without quotes is more than text, and only in one
/// form each, so that `no`, `1:20`, `012` and `1.10` stay what was written unless a number is
/// asked for.
extension Scalar {
  /// The truth value: `true` or `false`.
  package var boolean: Bool? {
    guard style == .plain else { return nil }
    return switch text {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// The whole number: decimal, without a plus sign or leading zeros, and not too large for `Int`.
  package var integer: Int? {
    guard style == .plain, isDecimal(fraction: false) else { return nil }
    return Int(text)
  }

  /// The number with a fraction, such as `-0.5`; no exponent.
  package var decimal: Double? {
    guard style == .plain, isDecimal(fraction: true), let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  /// The day, such as `2026-06-30`, when the calendar has it.
  package var date: PlainDate? {
    style == .plain ? PlainDate(text) : nil
  }

  /// Whether the text is a minus sign or none, digits without a needless zero, and exactly when
  /// `fraction`, a point and more digits.
  private func isDecimal(fraction: Bool) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix { $0.isDigit }
    guard let first = whole.first, whole.count == 1 || first != UInt8(ascii: "0") else {
      return false
    }
    rest = rest[whole.endIndex...]
    guard fraction else { return rest.isEmpty }
    guard rest.first == UInt8(ascii: ".") else { return false }
    rest.removeFirst()
    return !rest.isEmpty && rest.allSatisfy { $0.isDigit }
  }
}

extension Node {
  /// The node as free data for templates.
  ///
  /// Plain `true` and `false` are truth values, decimal numbers numbers, real days dates, `null`,
  /// `~` and nothing no value; all else, and all that is quoted, is text. O(*n*).
  package var value: Value {
    switch content {
    case .scalar(let scalar): scalar.value
    case .sequence(let items): .array(items.map(\.value))
    case .mapping(let mapping): .map(ValueMap(mapping.pairs.map { ($0.key, $0.value.value) }))
    }
  }
}

extension Scalar {
  fileprivate var value: Value {
    guard style == .plain, let first = text.utf8.first else {
      return isNull ? .none : .string(text)
    }
    // Most texts are words: they are told by their first byte.
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let integer { return .integer(integer) }
      if let decimal { return .decimal(decimal) }
      if let date { return .date(date) }
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      if let boolean { return .bool(boolean) }
    default:
      if isNull { return .none }
    }
    return .string(text)
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
