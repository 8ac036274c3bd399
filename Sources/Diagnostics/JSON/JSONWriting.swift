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
      for (offset, byte) in text.enumerated() {
        switch byte {
        case UInt8(ascii: "\""): bytes += "\\\"".utf8
        case UInt8(ascii: "\\"): bytes += "\\\\".utf8
        case UInt8(ascii: "\n"): bytes += "\\n".utf8
        case UInt8(ascii: "\r"): bytes += "\\r".utf8
        case UInt8(ascii: "\t"): bytes += "\\t".utf8
        case 0..<0x20, 0x7F: bytes += "\\u\(hexadecimal(UInt64(byte), digits: 4))".utf8
        case 0xA8 where endsSeparator(text, at: offset): bytes.replaceLast(2, with: "\\u2028")
        case 0xA9 where endsSeparator(text, at: offset): bytes.replaceLast(2, with: "\\u2029")
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether the two bytes before `offset` are those that U+2028 and U+2029 begin with.
  private static func endsSeparator(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    offset >= 2 && text[offset - 2] == 0xE2 && text[offset - 1] == 0x80
  }
}

extension [UInt8] {
  fileprivate mutating func replaceLast(_ count: Int, with text: String) {
    removeLast(count)
    self += text.utf8
  }
}

/// The number in hexadecimal, with zeros before it up to `digits`.
func hexadecimal(_ number: UInt64, digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
