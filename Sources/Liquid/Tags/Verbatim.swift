import Diagnostics

/// The tags whose inside is not read as a template: `raw`, `comment`, `doc` and `#`.
extension TemplateParser {
  /// Reads `raw` up to its end: its inside is text.
  mutating func parseRaw(_ tag: Tag) -> Node? {
    checkNoMarkup(tag)
    guard let inside = scanner.skipVerbatim(until: Word.raw.closing) else {
      reportUnclosed(tag)
      return nil
    }
    if !inside.isEmpty { body.isBlank = false }
    return inside.isEmpty ? nil : .text(inside)
  }

  /// Reads `doc` up to its end: its inside is nothing.
  mutating func parseDoc(_ tag: Tag) {
    checkNoMarkup(tag)
    guard let inside = scanner.skipVerbatim(until: Word.doc.closing) else {
      return reportUnclosed(tag)
    }
    if Self.holdsTag(.doc, bytes[inside]) {
      report(
        Failure("a 'doc' stands inside a 'doc'", help: "end the first one before", at: tag.range))
    }
  }

  /// Reads `comment` up to its end: its inside is nothing, but comments nest and `raw` hides tags.
  mutating func parseComment(_ tag: Tag) {
    var depth = 1
    while let item = scanner.next() {
      guard case .tag(let inner) = item else { continue }
      switch inner.word {
      case .raw:
        guard scanner.skipVerbatim(until: Word.raw.closing) != nil else {
          return reportUnclosed(inner)
        }
      case .comment: depth += 1
      case Word.comment.closing: depth -= 1
      default: break
      }
      if depth == 0 { return }
    }
    reportUnclosed(tag)
  }

  /// Checks that each line of an inline comment begins with `#`.
  mutating func parseInlineComment(_ tag: Tag) {
    var lineStart = false
    for offset in tag.markup {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\n") {
        lineStart = true
      } else if !byte.isSpace {
        if lineStart, byte != UInt8(ascii: "#") {
          return report(
            Failure(
              "this line of the comment does not begin with '#'",
              help: "begin each line with '#', or use 'comment'", at: offset..<offset + 1))
        }
        lineStart = false
      }
    }
  }

  private mutating func checkNoMarkup(_ tag: Tag) {
    guard !tag.markup.isEmpty else { return }
    report(Failure("nothing can stand behind '\(tag.name)'", at: tag.markup))
  }

  private static func holdsTag(_ word: Word, _ bytes: ArraySlice<UInt8>) -> Bool {
    var scanner = Scanner(Array(bytes), 0..<bytes.count)
    while let item = scanner.next() {
      if case .tag(let tag) = item, tag.word == word { return true }
    }
    return false
  }
}
