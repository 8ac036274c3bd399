extension JSON {
  /// The text, ended by a line feed; elements and members that lie less than `depth` deep stand on
  /// lines of their own, which keeps differences between two versions small.
  package func text(linesTo depth: Int) -> String {
    var bytes: [UInt8] = []
    write(into: &bytes, at: 0, linesTo: depth)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(into bytes: inout [UInt8], at depth: Int, linesTo limit: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let truth): bytes += (truth ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .decimal(let number): bytes += (number.isFinite ? "\(number)" : "null").utf8
    case .string(let text): Self.quote(text, into: &bytes)
    case .array(let elements):
      Self.list(elements, between: "[", "]", into: &bytes, at: depth, linesTo: limit) {
        $0.write(into: &$1, at: depth + 1, linesTo: limit)
      }
    case .object(let members):
      Self.list(members, between: "{", "}", into: &bytes, at: depth, linesTo: limit) {
        Self.quote($0.name, into: &$1)
        $1 += ": ".utf8
        $0.value.write(into: &$1, at: depth + 1, linesTo: limit)
      }
    }
  }

  private static func list<Element>(
    _ elements: [Element], between open: Unicode.Scalar, _ close: Unicode.Scalar,
    into bytes: inout [UInt8], at depth: Int, linesTo limit: Int,
    _ write: (Element, inout [UInt8]) -> Void
  ) {
    let breaks = depth < limit && !elements.isEmpty
    bytes.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes += (breaks ? "," : ", ").utf8 }
      if breaks { newLine(depth + 1, into: &bytes) }
      write(element, &bytes)
    }
    if breaks { newLine(depth, into: &bytes) }
    bytes.append(UInt8(ascii: close))
  }

  private static func newLine(_ depth: Int, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Writes a string. What would end a line in JavaScript or on a terminal is escaped too.
  private static func quote(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        bytes += "\\u\(hexadecimal(UInt64(scalar.value), digits: 4))".utf8
      default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// The number in hexadecimal, with zeros before it up to `digits`.
func hexadecimal(_ number: UInt64, digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
