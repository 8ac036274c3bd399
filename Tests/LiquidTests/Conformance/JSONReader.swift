import Values

/// Reads JSON to values, with the entries of objects in the order in which they are written.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0

  /// What is wrong with a text.
  struct Malformed: Error {
    let offset: Int
  }

  /// Reads a whole text.
  static func read(_ bytes: [UInt8]) throws -> Value {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.position == bytes.count else { throw Malformed(offset: reader.position) }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while [9, 10, 13, 32].contains(byte) { position += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func expect(_ text: String) throws {
    skipSpace()
    guard take(text) else { throw Malformed(offset: position) }
  }

  private mutating func value() throws -> Value {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    default:
      if take("true") { return .bool(true) }
      if take("false") { return .bool(false) }
      if take("null") { return .none }
      return try number()
    }
  }

  private mutating func object() throws -> Value {
    try expect("{")
    var map = ValueMap()
    skipSpace()
    while !take("}") {
      skipSpace()
      let key = try string()
      try expect(":")
      map[key] = try value()
      skipSpace()
      if !take(",") {
        try expect("}")
        break
      }
    }
    return .map(map)
  }

  private mutating func array() throws -> Value {
    try expect("[")
    var elements: [Value] = []
    skipSpace()
    while !take("]") {
      elements.append(try value())
      skipSpace()
      if !take(",") {
        try expect("]")
        break
      }
    }
    return .array(elements)
  }

  private mutating func number() throws -> Value {
    let start = position
    while "+-.eE0123456789".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let number = Int(text) { return .integer(number) }
    guard let number = Double(text) else { throw Malformed(offset: start) }
    return .decimal(number)
  }

  private mutating func string() throws -> String {
    try expect("\"")
    var result: [UInt8] = []
    while byte != UInt8(ascii: "\"") {
      guard position < bytes.count else { throw Malformed(offset: position) }
      if take("\\") {
        result += try escape()
      } else {
        result.append(byte)
        position += 1
      }
    }
    position += 1
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func escape() throws -> [UInt8] {
    let letter = byte
    position += 1
    switch letter {
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), take("\\u") {
        code = 0x10000 + (code - 0xD800) << 10 + (try hexadecimal() - 0xDC00)
      }
      return Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
    default: return [letter]
    }
  }

  private mutating func hexadecimal() throws -> UInt32 {
    guard position + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw Malformed(offset: position) }
    position += 4
    return code
  }
}
