import Values

/// Filters that write or take away markup.
enum HTMLFilters {
  /// All of them.
  static let all: [Filter] = [
    Filter("escape") { input, _, renderer throws(Failure) in try escape(input, &renderer) },
    Filter("h") { input, _, renderer throws(Failure) in try escape(input, &renderer) },
    Filter("escape_once") { input, _, renderer throws(Failure) in
      try renderer.madeHTML(escapedOnce(Bytes.of(input.text)))
    },
    Filter("newline_to_br") { input, _, renderer throws(Failure) in
      // Where output is escaped, what this gives is not, so it has to be safe by itself.
      var text = input.text
      if renderer.isEscaping, case .string = input {
        var escaped: [UInt8] = []
        escaped.appendEscaped(text)
        text = String(decoding: escaped, as: UTF8.self)
      }
      return try renderer.madeHTML(
        TextFilters.withoutNewlines(text, replacement: lineBreak))
    },
    Filter("strip_html") { input, _, renderer throws(Failure) in
      try renderer.made(withoutMarkup(Bytes.of(input.text)))
    },
  ]

  private static let lineBreak = Array("<br />\n".utf8)

  private static func escape(_ input: Value, _ renderer: inout Renderer) throws(Failure) -> Value {
    guard !input.isNone else { return .none }
    let text = input.text
    try renderer.budget.grow(text.utf8.count)
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count)
    escaped.appendEscaped(text)
    return try renderer.madeHTML(escaped, charged: text.utf8.count)
  }

  /// The text escaped, but for references that stand in it already.
  private static func escapedOnce(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for (offset, byte) in text.enumerated() {
      if byte == UInt8(ascii: "&"), isReference(text, from: offset + 1) {
        result.append(byte)
      } else if let reference = [UInt8].reference(of: byte) {
        result.append(contentsOf: reference.utf8)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Whether letters, or `#` and digits, and a `;` stand there.
  private static func isReference(_ text: [UInt8], from start: Int) -> Bool {
    var offset = start
    let isNumber = offset < text.count && text[offset] == UInt8(ascii: "#")
    if isNumber { offset += 1 }
    let first = offset
    while offset < text.count, isNumber ? text[offset].isDigit : text[offset].isLetter {
      offset += 1
    }
    return offset > first && offset < text.count && text[offset] == UInt8(ascii: ";")
  }

  private static let blocks: [(start: [UInt8], end: [UInt8])] = [
    ("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The text without scripts, comments, styles and tags; what is not closed stays.
  private static func withoutMarkup(_ text: [UInt8]) -> [UInt8] {
    var (result, offset) = ([UInt8](), 0)
    // Once an end is missing it is missing for all later beginnings too: searched for once.
    var missing = [false, false, false]
    result.reserveCapacity(text.count)
    outer: while let mark = Bytes.firstIndex(of: UInt8(ascii: "<"), in: text, from: offset) {
      result.append(offset..<mark, of: text)
      offset = mark
      let following = offset + 1 < text.count ? text[offset + 1] : 0
      if following == UInt8(ascii: "s") || following == UInt8(ascii: "!") {
        for (index, block) in blocks.enumerated()
        where !missing[index] && text[offset...].starts(with: block.start) {
          if let end = Bytes.firstIndex(of: block.end, in: text, from: offset + block.start.count) {
            offset = end + block.end.count
            continue outer
          }
          missing[index] = true
        }
      }
      result.append(text[offset])
      offset += 1
    }
    result.append(offset..<text.count, of: text)
    return withoutTags(result)
  }

  private static func withoutTags(_ text: [UInt8]) -> [UInt8] {
    var (result, offset) = ([UInt8](), 0)
    result.reserveCapacity(text.count)
    while let start = Bytes.firstIndex(of: UInt8(ascii: "<"), in: text, from: offset),
      let end = Bytes.firstIndex(of: UInt8(ascii: ">"), in: text, from: start)
    {
      result.append(offset..<start, of: text)
      offset = end + 1
    }
    result.append(offset..<text.count, of: text)
    return result
  }
}
