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
    object { writer in
      for (name, value) in members { writer.member(name) { $0.write(value) } }
    }
  }

  /// Writes what `members` names between braces.
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  /// Writes a name of an object that is open, and what `write` writes as its value.
  mutating func member(_ name: String, _ write: (inout JSONWriter) -> Void) {
    // No value ends in an open brace.
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    string(name)
    bytes.append(UInt8(ascii: ":"))
    write(&self)
  }

  /// Writes what `write` writes of each element between brackets.
  mutating func list<Element>(
    _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Writes text, or that there is none.
  mutating func string(_ text: String?) {
    guard let text else { return bytes += "null".utf8 }
    JSON.quote(text, into: &bytes)
  }
}
