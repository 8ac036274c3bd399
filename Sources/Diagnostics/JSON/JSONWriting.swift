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

  /// Writes a string between quotes.
  ///
  /// What would end a line in JavaScript is escaped too.
  package static func quote(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var start = 0
      for offset in text.indices where isSpecial(text[offset]) {
        guard let escape = escape(of: text, at: offset) else { continue }
        bytes += text[start..<max(start, offset + 1 - escape.length)]
        bytes += escape.text.utf8
        start = offset + 1
      }
      bytes += text[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte may be written otherwise than as it stands: control characters, `"`, `\` and the last of U+2028 and U+2029.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x23 && byte != 0x20 && byte != 0x21 || byte == 0x5C || byte == 0x7F || byte == 0xA8
      || byte == 0xA9
  }

  /// What is written in place of the character that ends at `offset`, and how many bytes that has; `nil` where it stands as it is.
  private static func escape(
    of text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (text: String, length: Int)? {
    switch text[offset] {
    case UInt8(ascii: "\""): ("\\\"", 1)
    case UInt8(ascii: "\\"): ("\\\\", 1)
    case UInt8(ascii: "\n"): ("\\n", 1)
    case UInt8(ascii: "\r"): ("\\r", 1)
    case UInt8(ascii: "\t"): ("\\t", 1)
    case 0xA8: endsSeparator(text, at: offset) ? ("\\u2028", 3) : nil
    case 0xA9: endsSeparator(text, at: offset) ? ("\\u2029", 3) : nil
    case let control: ("\\u\(hexadecimal(UInt64(control), digits: 4))", 1)
    }
  }

  /// Whether the two bytes before `offset` are those that U+2028 and U+2029 begin with.
  private static func endsSeparator(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    offset >= 2 && text[offset - 2] == 0xE2 && text[offset - 1] == 0x80
  }
}

/// The number in hexadecimal, with zeros before it up to `digits`.
func hexadecimal(_ number: UInt64, digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
