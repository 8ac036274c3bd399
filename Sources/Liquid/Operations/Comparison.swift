import Values

/// Truth, equality, order and containment as the reference has them.
extension Value {
  /// Everything is true but `false` and nothing.
  var isTruthy: Bool {
    switch self {
    case .none, .bool(false): false
    default: true
    }
  }

  /// Whether there is no value.
  var isNone: Bool {
    if case .none = self { true } else { false }
  }

  /// Whether it is text, a list or a map without content.
  var isEmpty: Bool {
    switch self {
    case .string(let text): text.isEmpty
    case .html(let html): html.bytes.isEmpty
    case .array(let elements): elements.isEmpty
    case .map(let map): map.count == 0
    default: false
    }
  }

  /// Whether it is nothing, `false`, empty or only white space.
  var isBlank: Bool {
    switch self {
    case .none, .bool(false): true
    case .string(let text): text.utf8.allSatisfy(\.isSpace)
    case .html(let html): html.bytes.allSatisfy(\.isSpace)
    default: isEmpty
    }
  }

  /// Whether two values are equal: numbers by amount, lists and maps by content, a day also to the
  /// text that writes it, else same kind.
  static func areEqual(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)): Bytes.areSame(left, right)
    case (.integer(let left), .integer(let right)): left == right
    case (.none, .none): true
    case (.bool(let left), .bool(let right)): left == right
    case (.decimal(let left), .decimal(let right)): left == right
    case (.integer(let left), .decimal(let right)): Double(left) == right
    case (.decimal(let left), .integer(let right)): left == Double(right)
    case (.html(let left), .html(let right)): left.bytes == right.bytes
    case (.html(let html), .string(let text)), (.string(let text), .html(let html)):
      Bytes.areSame(html.shownText, text)
    case (.date(let left), .date(let right)): left == right
    case (.date(let date), .string), (.date(let date), .html):
      PlainDate(right.shownText ?? "") == date
    case (.string, .date(let date)), (.html, .date(let date)):
      PlainDate(left.shownText ?? "") == date
    case (.range(let left, let leftEnd), .range(let right, let rightEnd)):
      left == right && leftEnd == rightEnd
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { areEqual($0, $1) }
    case (.map(let left), .map(let right)):
      left.count == right.count
        && left.entries.allSatisfy { entry in
          right[entry.key].map { areEqual(entry.value, $0) } ?? false
        }
    case (.object(let left), .object(let right)): areAlike(left, right)
    default: false
    }
  }

  /// Objects are equal when they say that they are the same.
  private static func areAlike(_ left: any ValueObject, _ right: any ValueObject) -> Bool {
    let identity = left.identity
    return !identity.isEmpty && identity == right.identity
  }

  /// The order of two values, or `nil` where they have none: -1, 0 or 1.
  static func order(_ left: Value, _ right: Value) -> Int? {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): sign(left, right)
    case (.integer(let left), .decimal(let right)): right.isNaN ? nil : sign(Double(left), right)
    case (.decimal(let left), .integer(let right)): left.isNaN ? nil : sign(left, Double(right))
    case (.decimal(let left), .decimal(let right)):
      left.isNaN || right.isNaN ? nil : sign(left, right)
    case (.string(let left), .string(let right)): Bytes.order(left, right).signum()
    case (.html(let left), .string(let right)): Bytes.order(left.shownText, right).signum()
    case (.string(let left), .html(let right)): Bytes.order(left, right.shownText).signum()
    case (.html(let left), .html(let right)):
      Bytes.order(left.shownText, right.shownText).signum()
    case (.date(let left), .date(let right)): sign(left, right)
    case (.date(let date), .string), (.date(let date), .html):
      PlainDate(right.shownText ?? "").map { sign(date, $0) }
    case (.string, .date(let date)), (.html, .date(let date)):
      PlainDate(left.shownText ?? "").map { sign($0, date) }
    case (.none, .none): 0
    case (.array(let left), .array(let right)): order(left, right)
    default: areEqual(left, right) ? 0 : nil
    }
  }

  /// Why two values have no order, where that does not show by what they print.
  static func whyUnordered(_ left: Value, _ right: Value) -> String? {
    switch (left, right) {
    case (.date, .string(let text)), (.string(let text), .date):
      return "'\(text)' is no day: one is written '2026-06-30'"
    default:
      let kinds = [left.kind, right.kind].sorted()
      return kinds[0] == kinds[1] ? nil : "one is \(kinds[0]) and the other \(kinds[1])"
    }
  }

  /// What `whyUnordered` says of a number and a text.
  static let numberAndText = "one is a number and the other a text"

  private var kind: String {
    switch self {
    case .none: "nothing"
    case .bool: "a truth value"
    case .integer, .decimal: "a number"
    case .string, .html: "a text"
    case .date: "a day"
    case .array, .range: "a list"
    case .map, .object: "a thing with keys"
    }
  }

  private static func order(_ left: [Value], _ right: [Value]) -> Int? {
    for (left, right) in zip(left, right) {
      guard let order = order(left, right) else { return nil }
      if order != 0 { return order }
    }
    return sign(left.count, right.count)
  }

  private static func sign<T: Comparable>(_ left: T, _ right: T) -> Int {
    left < right ? -1 : left == right ? 0 : 1
  }

  /// Whether the value can stand beside `<` and its like at all.
  var isOrdered: Bool {
    switch self {
    case .integer, .decimal, .string, .html, .date: true
    case .none, .bool, .array, .map, .range, .object: false
    }
  }

  /// Whether a text has a part, a list an element, a map a key or a range a number.
  func contains(_ part: Value) -> Bool {
    guard part.isTruthy else { return false }
    switch self {
    case .string(let text): return text.contains(bytesOf: part.shownText ?? part.text)
    case .html(let html): return html.shownText.contains(bytesOf: part.shownText ?? part.text)
    case .array(let elements): return elements.contains { Value.areEqual($0, part) }
    case .map, .object:
      return part.shownText.flatMap(member) != nil
    case .range(let lower, let upper):
      switch part {
      case .integer(let number): return lower <= number && number <= upper
      case .decimal(let number): return Double(lower) <= number && number <= Double(upper)
      default: return false
      }
    case .none, .bool, .integer, .decimal, .date: return false
    }
  }
}

extension UInt8 {
  /// Whether it is ASCII white space.
  var isSpace: Bool { self == 32 || (self >= 9 && self <= 13) }
  /// Whether it is an ASCII digit.
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  /// Whether it is an ASCII letter.
  var isLetter: Bool { (self | 32) &- UInt8(ascii: "a") < 26 }
  /// Whether it is a letter, a digit or `_`.
  var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
  /// The lower-case letter of an upper-case ASCII letter, else itself.
  var lowered: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 32 : self }
}

extension String {
  /// Whether `part` occurs in it, byte for byte.
  func contains(bytesOf part: String) -> Bool {
    withBytes { text in
      part.withBytes { Bytes.firstIndex(of: $0, in: text, from: 0) != nil }
    }
  }
}
