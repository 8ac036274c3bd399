import Values

/// Filters that change the letters of a text or take parts of it.
enum TextFilters {
  /// All of them.
  static let all: [Filter] = [
    Filter("upcase") { input, _, renderer throws(Failure) in
      try renderer.made(input.text.uppercased())
    },
    Filter("downcase") { input, _, renderer throws(Failure) in
      try renderer.made(input.text.lowercased())
    },
    Filter("capitalize") { input, _, renderer throws(Failure) in
      try capitalized(input.text, &renderer)
    },
    Filter("append", 1...1, usage: "append: text") { input, arguments, renderer throws(Failure) in
      try joined(input, arguments.first, &renderer)
    },
    Filter("prepend", 1...1, usage: "prepend: text") { input, arguments, renderer throws(Failure) in
      try joined(arguments.first, input, &renderer)
    },
    stripping("strip", atStart: true, atEnd: true),
    stripping("lstrip", atStart: true, atEnd: false),
    stripping("rstrip", atStart: false, atEnd: true),
    Filter("strip_newlines") { input, _, renderer throws(Failure) in
      let text = input.text
      if renderer.isEscaping, case .html(let html) = input {
        return try renderer.buildHTML(text.utf8.count) { joinLines(of: html.bytes, in: &$0) }
      }
      return try renderer.build(text.utf8.count) { replaceNewlines(of: text, by: "", in: &$0) }
    },
    Filter("size") { input, _, _ in .integer(input.size ?? 0) },
    Filter("slice", 1...2, usage: "slice: start, count") {
      input, arguments, renderer throws(Failure) in
      try renderer.shown(slice(input, arguments, &renderer), of: input)
    },
    Filter("truncate", 0...2, usage: "truncate: 20") { input, arguments, renderer throws(Failure) in
      try renderer.shown(truncate(input, arguments, &renderer), of: input)
    },
    Filter("truncatewords", 0...2, usage: "truncatewords: 20") {
      input, arguments, renderer throws(Failure) in
      try renderer.shown(truncateWords(input, arguments, &renderer), of: input)
    },
    Filter("split", 1...1, usage: "split: ','") { input, arguments, renderer throws(Failure) in
      try split(input.text, arguments.first.text, &renderer)
    },
  ]

  /// Two texts one behind the other: HTML where one of them is and both end outside of tags.
  private static func joined(_ left: Value, _ right: Value, _ renderer: inout Renderer)
    throws(Failure) -> Value
  {
    let (first, second) = (left.text, right.text)
    let size = first.utf8.count + second.utf8.count
    try renderer.budget.spend(second.utf8.count >> 6)
    let isHTML = renderer.isEscaping && (left.isHTML || right.isHTML)
    guard isHTML, left.endsInText, right.endsInText else {
      try renderer.budget.grow(size)
      return .string(first + second)
    }
    return try renderer.buildHTML(6 * size) { result in
      if left.isHTML { result.append(first) } else { result.append(escaping: first) }
      if right.isHTML { result.append(second) } else { result.append(escaping: second) }
    }
  }

  private static func stripping(_ name: String, atStart: Bool, atEnd: Bool) -> Filter {
    Filter(name) { input, _, renderer throws(Failure) in
      let text = try renderer.made(stripped(input.text, atStart: atStart, atEnd: atEnd))
      return renderer.left(text, of: input)
    }
  }

  /// Adds the HTML without ends of lines; inside a tag a space takes their place, as they may part
  /// attributes.
  private static func joinLines(of html: [UInt8], in result: inout TextBuffer) {
    var (context, start) = (HTMLContext(), 0)
    while let end = html[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let hasReturn = end > start && html[end - 1] == UInt8(ascii: "\r")
      result.append(start..<(hasReturn ? end - 1 : end), of: html)
      context.read(html[start..<end])
      if context.phase != .text { result.append(UInt8(ascii: " ")) }
      context.read(html[end...end])
      start = end + 1
    }
    result.append(start..<html.count, of: html)
  }

  /// The text with its first character in upper case and the others in lower case.
  private static func capitalized(_ text: String, _ renderer: inout Renderer) throws(Failure)
    -> Value
  {
    guard text.withBytes(\.isASCII) else {
      return try renderer.made(titled(text) { $0.lowercased() })
    }
    return try renderer.build(text.utf8.count) { result in
      text.withBytes { bytes in
        for (offset, byte) in bytes.enumerated() {
          result.append(offset == 0 && byte.isLetter ? byte & ~32 : byte.lowered)
        }
      }
    }
  }

  /// The text with its first character as titles have it, `Ss` for `ß`, and the rest changed.
  static func titled(_ text: String, rest: (String) -> String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.titlecaseMapping + rest(String(text.unicodeScalars.dropFirst()))
  }

  /// The text without the white space at its ends; a byte 0 counts as such, as in the reference.
  static func stripped(_ text: String, atStart: Bool, atEnd: Bool) -> String {
    text.withBytes { bytes in
      var (start, end) = (0, bytes.count)
      while atStart, start < end, bytes[start].isSpace || bytes[start] == 0 { start += 1 }
      while atEnd, end > start, bytes[end - 1].isSpace || bytes[end - 1] == 0 { end -= 1 }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  /// Adds the text with `replacement` for each end of a line.
  static func replaceNewlines(
    of text: String, by replacement: String, in result: inout TextBuffer
  ) {
    text.withBytes { bytes in
      var start = 0
      while let end = Bytes.firstIndex(of: UInt8(ascii: "\n"), in: bytes, from: start) {
        let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
        result.append(start..<(hasReturn ? end - 1 : end), of: bytes)
        result.append(replacement)
        start = end + 1
      }
      result.append(start..<bytes.count, of: bytes)
    }
  }

  private static func slice(_ input: Value, _ arguments: Arguments, _ renderer: inout Renderer)
    throws(Failure) -> Value
  {
    let start = try arguments.first.integer()
    let count = try arguments.second.isNone ? 1 : arguments.second.integer()
    if case .array(let elements) = input {
      guard let range = part(of: elements.count, from: start, count) else { return .array([]) }
      try renderer.budget.growList(range.count)
      return .array(Array(elements[range]))
    }
    let scalars = Array((input.shownText ?? input.text).unicodeScalars)
    guard let range = part(of: scalars.count, from: start, count) else { return .string("") }
    return try renderer.made(String(String.UnicodeScalarView(scalars[range])))
  }

  /// Which of `size` elements are the `count` from `start` on, which counts from the end when it
  /// is negative; `nil` when that is outside.
  private static func part(of size: Int, from start: Int, _ count: Int) -> Range<Int>? {
    let first = start < 0 ? start + size : start
    guard count >= 0, first >= 0, first <= size else { return nil }
    return first..<first + min(count, size - first)
  }

  private static func truncate(_ input: Value, _ arguments: Arguments, _ renderer: inout Renderer)
    throws(Failure) -> Value
  {
    guard !input.isNone else { return .none }
    let length = try arguments.count > 0 ? arguments.first.integer() : 50
    let ending = arguments.count > 1 ? arguments.second.text : "..."
    let text = input.shownText ?? input.text
    // There are no more characters than bytes, and bytes are counted at once.
    guard text.utf8.count > length else { return .string(text) }
    let kept = max(0, length) - ending.unicodeScalars.count
    let end = text.withBytes { bytes -> Int? in
      guard length < 0 || Bytes.start(ofCharacter: length, in: bytes) != nil else { return nil }
      return kept <= 0 ? 0 : Bytes.start(ofCharacter: kept, in: bytes)
    }
    guard let end else { return .string(text) }
    return try renderer.build(end + ending.utf8.count) { result in
      text.withBytes { result.append(0..<end, of: $0) }
      result.append(ending)
    }
  }

  private static func truncateWords(
    _ input: Value, _ arguments: Arguments, _ renderer: inout Renderer
  ) throws(Failure) -> Value {
    guard !input.isNone else { return .none }
    let count = max(1, try arguments.count > 0 ? arguments.first.integer() : 15)
    let text = input.shownText ?? input.text
    let ending = arguments.count > 1 ? arguments.second.text : "..."
    var isCut = false
    let cut = try renderer.build(text.utf8.count + ending.utf8.count) { result in
      isCut = text.withBytes { appendWords(count, of: $0, to: &result) }
      result.append(ending)
    }
    return isCut ? cut : .string(text)
  }

  /// Adds the first `count` words with one space between each two; false when there are no more.
  private static func appendWords(_ count: Int, of text: Bytes.View, to result: inout TextBuffer)
    -> Bool
  {
    var (found, offset) = (0, 0)
    while true {
      while offset < text.count, text[offset].isSpace { offset += 1 }
      guard offset < text.count else { return false }
      let start = offset
      while offset < text.count, !text[offset].isSpace { offset += 1 }
      if found > 0 { result.append(UInt8(ascii: " ")) }
      result.append(start..<offset, of: text)
      found += 1
      // White space at the end counts as more, as in the reference.
      if found == count { return offset < text.count }
    }
  }

  private static func split(_ text: String, _ pattern: String, _ renderer: inout Renderer)
    throws(Failure) -> Value
  {
    var parts: [Value]
    switch pattern {
    case "":
      try renderer.budget.growList(text.utf8.count)
      parts = text.unicodeScalars.map { .string(String($0)) }
    case " ":
      let words = text.utf8.split(whereSeparator: \.isSpace)
      try renderer.budget.growList(words.count)
      parts = words.map { .string(String($0) ?? "") }
    default:
      try renderer.budget.growList(Bytes.count(of: pattern, in: text) + 1)
      parts = ReplaceFilters.pieces(of: text, between: pattern).map(Value.string)
      while let last = parts.last, last.isEmpty { parts.removeLast() }
    }
    try renderer.budget.grow(text.utf8.count)
    return .array(parts)
  }
}

extension Value {
  fileprivate var isHTML: Bool {
    if case .html = self { true } else { false }
  }

  /// Whether what follows it stands outside of tags.
  fileprivate var endsInText: Bool {
    if case .html(let html) = self { HTMLContext.endsInText(html.bytes) } else { true }
  }
}
