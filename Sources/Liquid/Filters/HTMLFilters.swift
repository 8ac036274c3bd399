import Values

/// Filters that write or take away markup.
enum HTMLFilters {
  /// All of them.
  static let all: [Filter] = [
    Filter("escape") { input, _, renderer throws(Failure) in try escape(input, &renderer) },
    Filter("h") { input, _, renderer throws(Failure) in try escape(input, &renderer) },
    Filter("escape_once") { input, _, renderer throws(Failure) in
      let text = input.text
      return try renderer.buildHTML(6 * text.utf8.count) { result in
        text.withBytes { appendEscapedOnce($0, to: &result) }
      }
    },
    Filter("newline_to_br") { input, _, renderer throws(Failure) in
      // Where output is escaped, what this gives is not, so it has to be safe by itself.
      let isEscaped = if case .string = input { renderer.isEscaping } else { false }
      let text = isEscaped ? try escape(input, &renderer).text : input.text
      let lines = Bytes.count(of: "\n", in: text)
      return try renderer.buildHTML(text.utf8.count + lines * lineBreak.utf8.count) { result in
        TextFilters.replaceNewlines(of: text, by: lineBreak, in: &result)
      }
    },
    Filter("strip_html") { input, _, renderer throws(Failure) in
      let text = input.text
      let tagless = try renderer.build(text.utf8.count) { result in
        text.withBytes { text in
          guard let rest = withoutBlocks(text) else { return appendTagless(text, to: &result) }
          rest.withUnsafeBufferPointer { appendTagless($0, to: &result) }
        }
      }
      return renderer.left(tagless, of: input)
    },
  ]

  private static let lineBreak = "<br />\n"

  private static func escape(_ input: Value, _ renderer: inout Renderer) throws(Failure) -> Value {
    guard !input.isNone else { return .none }
    let text = input.text
    // Most texts have nothing to escape, so what escaping adds is charged behind it.
    var size = 0
    let escaped = try renderer.buildHTML(text.utf8.count) { result in
      result.append(escaping: text)
      size = result.count
    }
    try renderer.budget.grow(size - text.utf8.count)
    return escaped
  }

  /// Adds the text escaped, but for references that stand in it already.
  private static func appendEscapedOnce(_ text: Bytes.View, to result: inout TextBuffer) {
    for (offset, byte) in text.enumerated() {
      if byte == UInt8(ascii: "&"), isReference(text, from: offset + 1) {
        result.append(byte)
      } else if let reference = HTMLReference.of(byte) {
        result.append(reference)
      } else {
        result.append(byte)
      }
    }
  }

  /// Whether letters, or `#` and digits, and a `;` stand there.
  private static func isReference(_ text: Bytes.View, from start: Int) -> Bool {
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

  /// The text without scripts, comments and styles, or `nil` when it has none; what is not closed
  /// stays.
  private static func withoutBlocks(_ text: Bytes.View) -> [UInt8]? {
    var (result, start, offset) = ([UInt8](), 0, 0)
    // Once an end is missing it is missing for all later beginnings too: searched for once.
    var missing = [false, false, false]
    while let mark = Bytes.firstIndex(of: UInt8(ascii: "<"), in: text, from: offset) {
      offset = mark + 1
      let following = offset < text.count ? text[offset] : 0
      guard following == UInt8(ascii: "s") || following == UInt8(ascii: "!"),
        let number = blocks.firstIndex(where: { text[mark...].starts(with: $0.start) }),
        !missing[number]
      else { continue }
      let block = blocks[number]
      let end = block.end.withUnsafeBufferPointer {
        Bytes.firstIndex(of: $0, in: text, from: mark + block.start.count)
      }
      guard let end else {
        missing[number] = true
        continue
      }
      result += text[start..<mark]
      offset = end + block.end.count
      start = offset
    }
    return start == 0 ? nil : result + text[start...]
  }

  /// Adds the text without tags.
  private static func appendTagless(_ text: Bytes.View, to result: inout TextBuffer) {
    var offset = 0
    while let start = Bytes.firstIndex(of: UInt8(ascii: "<"), in: text, from: offset),
      let end = Bytes.firstIndex(of: UInt8(ascii: ">"), in: text, from: start)
    {
      result.append(offset..<start, of: text)
      offset = end + 1
    }
    result.append(offset..<text.count, of: text)
  }
}
