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
      let text = input.text
      return try renderer.made(text.prefix(1).uppercased() + text.dropFirst().lowercased())
    },
    Filter("append", 1...1, usage: "append: text") { input, arguments, renderer throws(Failure) in
      try joined(input.text, arguments.first.text, &renderer)
    },
    Filter("prepend", 1...1, usage: "prepend: text") { input, arguments, renderer throws(Failure) in
      try joined(arguments.first.text, input.text, &renderer)
    },
    Filter("strip") { input, _, renderer throws(Failure) in
      try renderer.made(stripped(input.text, atStart: true, atEnd: true))
    },
    Filter("lstrip") { input, _, renderer throws(Failure) in
      try renderer.made(stripped(input.text, atStart: true, atEnd: false))
    },
    Filter("rstrip") { input, _, renderer throws(Failure) in
      try renderer.made(stripped(input.text, atStart: false, atEnd: true))
    },
    Filter("strip_newlines") { input, _, renderer throws(Failure) in
      try renderer.made(withoutNewlines(input.text, replacement: []))
    },
    Filter("size") { input, _, _ in .integer(input.size ?? 0) },
    Filter("slice", 1...2, usage: "slice: start, count") {
      input, arguments, renderer throws(Failure) in
      try slice(input, arguments, &renderer)
    },
    Filter("truncate", 0...2, usage: "truncate: 20") { input, arguments, renderer throws(Failure) in
      try truncate(input, arguments, &renderer)
    },
    Filter("truncatewords", 0...2, usage: "truncatewords: 20") {
      input, arguments, renderer throws(Failure) in try truncateWords(input, arguments, &renderer)
    },
    Filter("split", 1...1, usage: "split: ','") { input, arguments, renderer throws(Failure) in
      try split(input.text, arguments.first.text, &renderer)
    },
  ]

  private static func joined(_ left: String, _ right: String, _ renderer: inout Renderer)
    throws(Failure) -> Value
  {
    try renderer.budget.spend(right.utf8.count >> 6)
    try renderer.budget.grow(left.utf8.count + right.utf8.count)
    return .string(left + right)
  }

  /// The text without the white space at its ends; a byte 0 counts as such, as in the reference.
  static func stripped(_ text: String, atStart: Bool, atEnd: Bool) -> [UInt8] {
    var bytes = Bytes.of(text)[...]
    if atStart { bytes = bytes.drop { $0.isSpace || $0 == 0 } }
    if atEnd {
      while let last = bytes.last, last.isSpace || last == 0 { bytes.removeLast() }
    }
    return Array(bytes)
  }

  /// The text with `replacement` for each end of a line.
  static func withoutNewlines(_ text: String, replacement: [UInt8]) -> [UInt8] {
    let bytes = Bytes.of(text)
    var (result, start) = ([UInt8](), 0)
    result.reserveCapacity(bytes.count)
    while let end = Bytes.firstIndex(of: UInt8(ascii: "\n"), in: bytes, from: start) {
      let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
      result.append(start..<(hasReturn ? end - 1 : end), of: bytes)
      result.append(contentsOf: replacement)
      start = end + 1
    }
    result.append(start..<bytes.count, of: bytes)
    return result
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
    let scalars = Array(input.text.unicodeScalars)
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
    let text = input.text
    // There are no more characters than bytes, and bytes are counted at once.
    let scalars = text.unicodeScalars
    guard text.utf8.count > length, scalars.count > length else { return .string(text) }
    let kept = max(0, length.subtractingReportingOverflow(ending.unicodeScalars.count).partialValue)
    let start = String(scalars.prefix(kept))
    return try joined(start, ending, &renderer)
  }

  private static func truncateWords(
    _ input: Value, _ arguments: Arguments, _ renderer: inout Renderer
  ) throws(Failure) -> Value {
    guard !input.isNone else { return .none }
    let count = max(1, try arguments.count > 0 ? arguments.first.integer() : 15)
    let text = input.text
    let ending = arguments.count > 1 ? arguments.second.text : "..."
    guard let kept = firstWords(count, of: Bytes.of(text)) else { return .string(text) }
    return try joined(String(decoding: kept, as: UTF8.self), ending, &renderer)
  }

  /// The first `count` words with one space between each two, or `nil` when there are no more.
  private static func firstWords(_ count: Int, of text: [UInt8]) -> [UInt8]? {
    var (result, found, offset) = ([UInt8](), 0, 0)
    while let start = text[offset...].firstIndex(where: { !$0.isSpace }) {
      let end = text[start...].firstIndex(where: \.isSpace) ?? text.count
      if found > 0 { result.append(UInt8(ascii: " ")) }
      result.append(start..<end, of: text)
      (found, offset) = (found + 1, end)
      // White space at the end counts as more, as in the reference.
      if found == count { return end < text.count ? result : nil }
    }
    return nil
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
      let pieces = ReplaceFilters.pieces(of: Bytes.of(text), between: Bytes.of(pattern))
      try renderer.budget.growList(pieces.count)
      parts = pieces.map { .string(String(decoding: $0, as: UTF8.self)) }
      while let last = parts.last, last.isEmpty { parts.removeLast() }
    }
    try renderer.budget.grow(text.utf8.count)
    return .array(parts)
  }
}
