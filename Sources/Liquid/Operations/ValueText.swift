import Values

/// How values become text: printed, as a filter sees them, and as they stand inside a list.
extension Value {
  /// The text of a value as a filter sees it, such as `["a", 1]` of a list.
  var text: String {
    switch self {
    case .string(let text): return text
    case .none: return ""
    default:
      var bytes: [UInt8] = []
      appendText(to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Adds what printing the value gives; lists print their elements one behind the other.
  func appendPrinted(to bytes: inout [UInt8]) {
    if case .array(let elements) = self {
      for element in elements { element.appendPrinted(to: &bytes) }
    } else {
      appendText(to: &bytes)
    }
  }

  /// Adds the text of the value as a filter sees it.
  func appendText(to bytes: inout [UInt8]) {
    switch self {
    case .none: break
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): bytes.appendDecimal(number)
    case .decimal(let number): bytes.append(contentsOf: Self.text(of: number).utf8)
    case .string(let text): bytes.append(contentsOf: text.utf8)
    case .html(let html): bytes.append(contentsOf: html.bytes)
    case .date(let date): bytes.append(contentsOf: date.description.utf8)
    case .range(let lower, let upper): bytes.append(contentsOf: "\(lower)..\(upper)".utf8)
    case .object(let object): bytes.append(contentsOf: object.text.utf8)
    case .array, .map: appendInspected(to: &bytes, depth: 0)
    }
  }

  /// Adds the value as it stands inside a list: text in quotes, lists in brackets.
  private func appendInspected(to bytes: inout [UInt8], depth: Int) {
    guard depth < 100 else { return bytes.append(contentsOf: "...".utf8) }
    switch self {
    case .none: bytes.append(contentsOf: "nil".utf8)
    case .string(let text): bytes.appendQuoted(text)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        element.appendInspected(to: &bytes, depth: depth + 1)
      }
      bytes.append(UInt8(ascii: "]"))
    case .map(let map):
      bytes.append(UInt8(ascii: "{"))
      for (index, entry) in map.entries.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        bytes.appendQuoted(entry.key)
        bytes.append(contentsOf: "=>".utf8)
        entry.value.appendInspected(to: &bytes, depth: depth + 1)
      }
      bytes.append(UInt8(ascii: "}"))
    case .bool, .integer, .decimal, .html, .date, .range, .object: appendText(to: &bytes)
    }
  }

  /// The shortest text that means `number`: `5.0`, `1.5`, `1.0e+20`, `1.0e-05`.
  static func text(of number: Double) -> String {
    guard number.isFinite else {
      return number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
    }
    let magnitude = abs(number)
    guard magnitude != 0, magnitude >= 1e16 || magnitude < 1e-4 else {
      return plainText(of: number)
    }
    var text = number.description
    guard let mark = text.firstIndex(of: "e") else { return scientificText(of: number) }
    if !text.utf8[..<mark].contains(UInt8(ascii: ".")) { text.insert(contentsOf: ".0", at: mark) }
    return text
  }

  /// Swift writes numbers between 1e-4 and 1e16 without an exponent, as the reference does.
  private static func plainText(of number: Double) -> String {
    let text = number.description
    return text.utf8.contains(UInt8(ascii: ".")) ? text : text + ".0"
  }

  /// A number of 1e16 or more that Swift still writes in full, such as `1.0e+16`.
  private static func scientificText(of number: Double) -> String {
    let plain = number.description
    let sign = plain.hasPrefix("-") ? "-" : ""
    let whole = plain.drop { $0 == "-" }.prefix { $0 != "." }
    let rest = String(whole.dropFirst())
    let fraction = String(rest.reversed().drop { $0 == "0" }.reversed())
    return "\(sign)\(whole.prefix(1)).\(fraction.isEmpty ? "0" : fraction)e+\(whole.count - 1)"
  }
}

extension [UInt8] {
  /// Adds a whole number's digits.
  mutating func appendDecimal(_ number: Int) {
    if number >= 0, number < 10 { return append(UInt8(ascii: "0") + UInt8(number)) }
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = count
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    // Reversing a slice would copy it.
    var (low, high) = (start, count - 1)
    while low < high {
      swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
  }

  /// Adds `text` in double quotes, with quotes, backslashes and control characters escaped.
  fileprivate mutating func appendQuoted(_ text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(contentsOf: [UInt8(ascii: "\\"), byte])
      case UInt8(ascii: "\n"): append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): append(contentsOf: "\\t".utf8)
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
