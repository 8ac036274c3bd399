import Diagnostics
import Values

/// Writes JSON with members in the order given, as UTF-8 bytes.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes `value`; a page or other object is written as its text.
  mutating func write(_ value: Value) {
    switch value {
    case .none: bytes += "null".utf8
    case .bool(let truth): bytes += (truth ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .decimal(let number): bytes += (number.isFinite ? "\(number)" : "null").utf8
    case .string(let text): string(text)
    case .html(let html): string(String(decoding: html.bytes, as: UTF8.self))
    case .date(let date): string(date.description)
    case .array(let values): list(values) { $0.write($1) }
    case .map(let map): object(map.entries.map { ($0.key, $0.value) })
    case .range(let lower, let upper): string("\(lower)..\(upper)")
    case .object(let object): string(object.text)
    }
  }

  /// Writes members between braces.
  mutating func object(_ members: [(String, Value)]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      string(member.0)
      bytes.append(UInt8(ascii: ":"))
      write(member.1)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func list<Element>(
    _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func string(_ text: String) {
    JSON.quote(text, into: &bytes)
  }
}
