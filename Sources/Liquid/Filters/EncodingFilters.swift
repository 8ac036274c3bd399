import Values

/// Filters for the encodings of URLs and Base64.
enum EncodingFilters {
  /// All of them.
  static let all: [Filter] = [
    Filter("url_encode") { input, _, renderer throws(Failure) in
      guard !input.isNone else { return .none }
      let text = input.shownText ?? input.text
      return try renderer.build(3 * text.utf8.count) { appendURLEncoded(text, to: &$0) }
    },
    Filter("url_decode") { input, _, renderer throws(Failure) in
      guard !input.isNone else { return .none }
      guard let text = String(validating: urlDecoded(input.text), as: UTF8.self) else {
        throw Failure("the decoded text is no valid UTF-8")
      }
      return try renderer.made(text)
    },
    Filter("base64_encode") { input, _, renderer throws(Failure) in
      try renderer.made(base64Encoded(input.text, standard))
    },
    Filter("base64_url_safe_encode") { input, _, renderer throws(Failure) in
      try renderer.made(base64Encoded(input.text, urlSafe))
    },
    Filter("base64_decode") { input, _, renderer throws(Failure) in
      guard let bytes = base64Decoded(Bytes.of(input.text)) else { throw invalid }
      return try renderer.made(bytes)
    },
    Filter("base64_url_safe_decode") { input, _, renderer throws(Failure) in
      var text = input.text.utf8.map { $0 == dash ? plus : $0 == underscore ? slash : $0 }
      if text.last != padding { while text.count % 4 != 0 { text.append(padding) } }
      guard let bytes = base64Decoded(text) else { throw invalid }
      return try renderer.made(bytes)
    },
  ]

  private static let (plus, slash) = (UInt8(ascii: "+"), UInt8(ascii: "/"))
  private static let (dash, underscore) = (UInt8(ascii: "-"), UInt8(ascii: "_"))
  private static let padding = UInt8(ascii: "=")
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
  private static let standard = letters + [plus, slash]
  private static let urlSafe = letters + [dash, underscore]

  private static var invalid: Failure {
    Failure("the text is no Base64", help: "Base64 is letters, digits, '+', '/' and '=' at the end")
  }

  private static func appendURLEncoded(_ text: String, to result: inout TextBuffer) {
    for byte in text.utf8 {
      switch byte {
      case _ where byte.isWord, UInt8(ascii: "."), dash, UInt8(ascii: "~"): result.append(byte)
      case UInt8(ascii: " "): result.append(plus)
      default:
        result.append(UInt8(ascii: "%"))
        result.append(digit(byte >> 4))
        result.append(digit(byte & 15))
      }
    }
  }

  private static func digit(_ number: UInt8) -> UInt8 {
    number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "A") + number - 10
  }

  private static func urlDecoded(_ text: String) -> [UInt8] {
    let bytes = Bytes.of(text)
    var (result, offset) = ([UInt8](), 0)
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.count,
        bytes[offset + 1] != plus,
        let byte = UInt8(String(decoding: bytes[offset + 1...offset + 2], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        offset += 3
      } else {
        result.append(bytes[offset] == plus ? UInt8(ascii: " ") : bytes[offset])
        offset += 1
      }
    }
    return result
  }

  private static func base64Encoded(_ text: String, _ alphabet: [UInt8]) -> [UInt8] {
    let bytes = Bytes.of(text)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        result.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : padding)
      }
    }
    return result
  }

  /// The decoded bytes, or `nil` of what is not exactly Base64 with its padding.
  private static func base64Decoded(_ text: [UInt8]) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let content = text.reversed().drop { $0 == padding }.reversed()
    guard text.count - content.count <= 2 else { return nil }
    var (result, bits, count) = ([UInt8](), 0, 0)
    for byte in content {
      guard let value = value(of: byte) else { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> count))
        bits &= (1 << count) - 1
      }
    }
    return bits == 0 && count < 6 ? result : nil
  }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) + 4
    case plus: 62
    case slash: 63
    default: nil
    }
  }
}
