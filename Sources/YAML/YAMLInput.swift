import Diagnostics

/// The part of a file that is read as YAML, and the wording of what is refused in it.
struct YAMLInput {
  /// The file.
  let file: SourceFile
  /// The part that is read.
  let range: SourceRange
  /// The rule of its errors, such as `invalid-front-matter`.
  let rule: String
  /// How much is read.
  let limits: YAMLLimits

  /// The text of a part.
  func text(_ part: SourceRange) -> String {
    String(decoding: file.bytes[part.clamped(to: range)], as: UTF8.self)
  }

  /// The part without white space at its end.
  func trimmed(_ part: SourceRange) -> SourceRange {
    var end = part.upperBound
    while end > part.lowerBound, file.bytes[end - 1].isWhiteSpace { end -= 1 }
    return part.lowerBound..<end
  }

  /// An error in this text's rule.
  func error(at part: SourceRange, _ message: String, help: String?) -> Diagnostic {
    Diagnostic(rule, .error, at: Place(file, part), message, help: help)
  }

  /// A limit that was passed.
  func tooMuch(at part: SourceRange, _ message: String, help: String) -> Diagnostic {
    Diagnostic("limit-exceeded", .error, at: Place(file, part), message, help: help)
  }

  /// A key that occurs again.
  func duplicate(_ key: String, at part: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      rule, .error, at: Place(file, part), "'\(key)' is written twice",
      help: "keep one of the two",
      notes: [Diagnostic.Note("first written here", at: Place(file, first))])
  }

  /// An alias, such as `*name`.
  func refusedAlias(at part: SourceRange) -> Diagnostic {
    error(
      at: part, "'\(text(part))' refers to another value; references are not read",
      help: "write the value itself, or put the text in quotes")
  }

  /// Whether a part begins with a tag that libyaml drops, such as the lone `!` in `! text`.
  func startsWithTag(_ event: LibYAML.Event) -> Bool {
    event.range.lowerBound < event.range.upperBound
      && file.bytes[event.range.lowerBound] == UInt8(ascii: "!")
  }

  /// The tags and anchors, such as `!!str` and `&name`, that stand in a row at `start`.
  func refusedProperties(at start: Int) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var start = start
    while start < range.upperBound, let what = Self.property(file.bytes[start]) {
      var end = start
      while end < range.upperBound, !file.bytes[end].isWhiteSpace { end += 1 }
      findings.append(
        error(
          at: start..<end, "'\(text(start..<end))' is \(what), which is not read",
          help: "remove it, or put the text in quotes"))
      start = end
      while start < range.upperBound, file.bytes[start].isWhiteSpace { start += 1 }
    }
    return findings
  }

  private static func property(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "!"): "a tag"
    case UInt8(ascii: "&"): "an anchor"
    default: nil
    }
  }
}

extension UInt8 {
  /// Whether the byte ends a line.
  var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
  /// Whether the byte is a space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  /// Whether the byte is a space, a tab or ends a line.
  var isWhiteSpace: Bool { isBlank || isLineEnd }
}
