import Diagnostics

/// The lines of a YAML text, looked at when something is wrong with it: what a line's key and
/// value are as far as its look tells.
struct SourceLines {
  /// How far is looked to each side, so that many errors in one endless line cost little each.
  private static let longestLook = 2048

  private let bytes: [UInt8]
  private let range: SourceRange

  /// Creates the lines of what is read.
  init(_ input: YAMLInput) {
    bytes = input.file.bytes
    range = input.range
  }

  /// The end of the text.
  var end: Int { range.upperBound }

  /// The byte at an offset; `nil` outside the text.
  func byte(at offset: Int) -> UInt8? {
    range.contains(offset) ? bytes[offset] : nil
  }

  /// What is written in a part.
  func text(_ part: SourceRange) -> String {
    String(decoding: bytes[part.clamped(to: range)], as: UTF8.self)
  }

  /// The line that holds an offset, without its end; of a line too long to read the part round it.
  func line(at offset: Int) -> SourceRange {
    let offset = min(max(offset, range.lowerBound), range.upperBound)
    let first = max(range.lowerBound, offset - Self.longestLook)
    let last = min(range.upperBound, offset + Self.longestLook)
    var (start, end) = (offset, offset)
    while start > first, !bytes[start - 1].isLineEnd { start -= 1 }
    while end < last, !bytes[end].isLineEnd { end += 1 }
    return start..<end
  }

  /// The line that holds an offset, without blanks round it.
  func words(at offset: Int) -> SourceRange {
    withoutBlanks(line(at: offset))
  }

  /// The nearest line above with words in it, without blanks round it.
  func words(above offset: Int) -> SourceRange? {
    var start = line(at: offset).lowerBound
    while start > range.lowerBound {
      let above = line(at: start - 1)
      let words = withoutBlanks(above)
      if !words.isEmpty { return words }
      start = above.lowerBound
    }
    return nil
  }

  /// What is written from an offset to the end of its line, without blanks behind it; at least one
  /// byte where there is one.
  func rest(from offset: Int) -> SourceRange {
    let end = withoutBlanks(line(at: offset)).upperBound
    let offset = min(max(offset, range.lowerBound), range.upperBound)
    return offset..<max(end, min(offset + 1, range.upperBound))
  }

  /// The first colon of a line that a blank or the line's end follows.
  func colon(in line: SourceRange) -> Int? {
    line.first { offset in
      bytes[offset] == UInt8(ascii: ":")
        && (offset + 1 == line.upperBound || bytes[offset + 1].isBlank)
    }
  }

  /// The key of a line, without the hyphen of a list before it, when the line has a colon.
  func key(in line: SourceRange) -> SourceRange? {
    colon(in: line).map { withoutHyphens(line.lowerBound..<$0) }
  }

  /// The value of a line: what follows its first colon, or the hyphen of a list.
  func value(in line: SourceRange) -> SourceRange {
    if let colon = colon(in: line) { return withoutBlanks(colon + 1..<line.upperBound) }
    return withoutHyphens(line)
  }

  /// The first colon of a line whose key is a word and that the value follows without a space.
  func missingSpace(in line: SourceRange) -> SyntaxExplanation? {
    let line = withoutHyphens(line)
    guard let colon = line.first(where: { !bytes[$0].isWordByte }), colon > line.lowerBound,
      byte(at: colon) == UInt8(ascii: ":"), colon + 1 < line.upperBound,
      !bytes[colon + 1].isBlank, bytes[colon + 1] != UInt8(ascii: "/")
    else { return nil }
    let key = text(line.lowerBound..<colon)
    return SyntaxExplanation(
      at: colon..<colon + 1, "no space behind the colon of '\(key)'",
      help: "write '\(key): \(text(colon + 1..<line.upperBound))'")
  }

  /// Explains that text must be put in quotes, and shows how.
  func needsQuotes(_ value: SourceRange, _ message: String? = nil) -> SyntaxExplanation {
    let text = text(value)
    let quote = text.contains("\"") || text.contains("\\") ? "'" : "\""
    return SyntaxExplanation(
      at: value, message ?? "text that begins with '\(text.prefix(1))' needs quotes",
      help: text.contains(quote) ? "put the text in quotes" : "write \(quote)\(text)\(quote)")
  }

  /// Whether a template, `{{` or `{%`, begins at an offset.
  func isTemplate(at offset: Int) -> Bool {
    let next = byte(at: offset + 1)
    return byte(at: offset) == UInt8(ascii: "{")
      && (next == UInt8(ascii: "{") || next == UInt8(ascii: "%"))
  }

  private func withoutHyphens(_ part: SourceRange) -> SourceRange {
    var part = withoutBlanks(part)
    while part.count > 1, bytes[part.lowerBound] == UInt8(ascii: "-"),
      bytes[part.lowerBound + 1].isBlank
    {
      part = withoutBlanks(part.lowerBound + 1..<part.upperBound)
    }
    return part
  }

  private func withoutBlanks(_ part: SourceRange) -> SourceRange {
    var (start, end) = (part.lowerBound, part.upperBound)
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter, a digit, `_` or `-`.
  var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
