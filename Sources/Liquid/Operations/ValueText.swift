import Values

/// How values become text: printed, as a filter sees them, and as they stand inside a list.
extension Value {
  /// The text of a value as a filter sees it, such as `["a", 1]` of a list.
  var text: String {
    switch self {
    case .string(let text): return text
    case .html(let html): return String(decoding: html.bytes, as: UTF8.self)
    case .integer(let number): return String(number)
    case .none: return ""
    default:
      var buffer = TextBuffer()
      appendText(to: &buffer)
      return buffer.text
    }
  }

  /// The text that a text or HTML shows, by which it is compared and looked up; `nil` of other values.
  var shownText: String? {
    switch self {
    case .string(let text): text
    case .html(let html): html.shownText
    case .none, .bool, .integer, .decimal, .date, .array, .map, .range, .object: nil
    }
  }

  /// Adds what printing the value gives; lists print their elements one behind the other.
  func appendPrinted(to buffer: inout TextBuffer) {
    if case .array(let elements) = self {
      for element in elements { element.appendPrinted(to: &buffer) }
    } else {
      appendText(to: &buffer)
    }
  }

  /// Adds the text of the value as a filter sees it.
  func appendText(to buffer: inout TextBuffer) {
    switch self {
    case .none: break
    case .bool(let flag): buffer.append(flag ? "true" : "false")
    case .integer(let number): buffer.append(decimal: number)
    case .decimal(let number): buffer.append(Self.text(of: number))
    case .string(let text): buffer.append(text)
    case .html(let html): buffer.append(html.bytes)
    case .date(let date): buffer.append(date.description)
    case .range(let lower, let upper): buffer.append("\(lower)..\(upper)")
    case .object(let object): buffer.append(object.text)
    case .array, .map: appendInspected(to: &buffer, depth: 0)
    }
  }

  /// Adds the value as it stands inside a list: text in quotes, lists in brackets.
  private func appendInspected(to buffer: inout TextBuffer, depth: Int) {
    guard depth < 100 else { return buffer.append("...") }
    switch self {
    case .none: buffer.append("nil")
    case .string(let text): buffer.append(quoting: text)
    case .array(let elements):
      buffer.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { buffer.append(", ") }
        element.appendInspected(to: &buffer, depth: depth + 1)
      }
      buffer.append(UInt8(ascii: "]"))
    case .map(let map):
      buffer.append(UInt8(ascii: "{"))
      for (index, entry) in map.entries.enumerated() {
        if index > 0 { buffer.append(", ") }
        buffer.append(quoting: entry.key)
        buffer.append("=>")
        entry.value.appendInspected(to: &buffer, depth: depth + 1)
      }
      buffer.append(UInt8(ascii: "}"))
    case .bool, .integer, .decimal, .html, .date, .range, .object: appendText(to: &buffer)
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

extension HTML {
  /// Whether it has no tags: then it is an escaped text.
  var isText: Bool { !bytes.contains(UInt8(ascii: "<")) }

  /// The text that it shows where it has no tags, else the markup as it is written.
  var shownText: String {
    guard isText, bytes.contains(UInt8(ascii: "&")) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(decoding: HTMLReference.resolved(bytes), as: UTF8.self)
  }
}

extension TextBuffer {
  /// Adds `text` in double quotes, with quotes, backslashes and control characters escaped.
  fileprivate mutating func append(quoting text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
