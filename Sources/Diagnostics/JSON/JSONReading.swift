extension JSON {
  /// Why a text is no JSON.
  package struct SyntaxError: Error, Equatable {
    /// The byte at which it stops being JSON, from 0.
    package let offset: Int
    /// What was expected there, in one clause.
    package let message: String
  }

  /// Reads a JSON text in UTF-8.
  ///
  /// Lists and objects may lie in one another 200 deep. O(*n*).
  package init(parsing bytes: [UInt8]) throws(SyntaxError) {
    var reader = JSONReader(bytes: bytes)
    self = try reader.document()
  }
}

/// Reads JSON from the left to the right.
private struct JSONReader {
  private static let deepest = 200

  let bytes: [UInt8]
  private var offset = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func document() throws(JSON.SyntaxError) -> JSON {
    let value = try value(depth: 0)
    skipSpace()
    guard offset == bytes.count else { throw expected("the end of the text") }
    return value
  }

  private mutating func value(depth: Int) throws(JSON.SyntaxError) -> JSON {
    guard depth < Self.deepest else { throw expected("less nesting") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSON.SyntaxError) -> JSON {
    var members: [JSON.Member] = []
    offset += 1
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw expected("a name in quotes") }
      let name = try string()
      skipSpace()
      guard take(":") else { throw expected("':'") }
      members.append(JSON.Member(name, try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw expected("',' or '}'") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSON.SyntaxError) -> JSON {
    var elements: [JSON] = []
    offset += 1
    skipSpace()
    if take("]") { return .array([]) }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw expected("',' or ']'") }
    return .array(elements)
  }

  private mutating func string() throws(JSON.SyntaxError) -> String {
    offset += 1
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw expected("an escape in place of a control character") }
      offset += 1
      if byte == UInt8(ascii: "\\") {
        text += try escape()
      } else {
        text.append(byte)
      }
    }
    guard take("\"") else { throw expected("'\"'") }
    return String(decoding: text, as: UTF8.self)
  }

  /// What an escape stands for; half a pair of UTF-16 is U+FFFD.
  private mutating func escape() throws(JSON.SyntaxError) -> [UInt8] {
    guard let letter = next else { throw expected("an escape") }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var units = [try unit()]
      if UTF16.isLeadSurrogate(units[0]), bytes[offset...].starts(with: "\\u".utf8) {
        offset += 2
        units.append(try unit())
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    default:
      offset -= 1
      throw expected("one of \" \\ / b f n r t u")
    }
  }

  private mutating func unit() throws(JSON.SyntaxError) -> UInt16 {
    let digits = bytes[offset...].prefix(4)
    guard digits.count == 4,
      digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw expected("four hexadecimal digits") }
    offset += 4
    return unit
  }

  private mutating func number() throws(JSON.SyntaxError) -> JSON {
    let rest = bytes[offset...]
    let written = rest.prefix { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    let text = String(decoding: written, as: UTF8.self)
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let isZeroPadded = digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
    guard let first = digits.utf8.first, let last = digits.utf8.last, first >= UInt8(ascii: "0"),
      last >= UInt8(ascii: "0"), last <= UInt8(ascii: "9"), !isZeroPadded
    else { throw expected("a value") }
    guard let value = Int(text).map(JSON.integer) ?? Double(text).map(JSON.decimal) else {
      throw expected("a number")
    }
    offset += written.count
    return value
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSON.SyntaxError) -> JSON {
    guard bytes[offset...].starts(with: word.utf8) else { throw expected("a value") }
    offset += word.utf8.count
    return value
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private func expected(_ what: String) -> JSON.SyntaxError {
    JSON.SyntaxError(offset: offset, message: "expected \(what)")
  }
}
