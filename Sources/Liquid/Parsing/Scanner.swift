import Diagnostics

/// A tag: `{% name markup %}`, or a line of a `liquid` tag.
struct Tag: Sendable {
  /// Its name; `#` of an inline comment.
  var word: Word
  /// Where its name stands.
  var nameRange: SourceRange
  /// What follows the name, without white space around it.
  var markup: SourceRange
  /// Where the whole tag stands.
  var range: SourceRange

  /// Its name as text, of a long one the end alone.
  var name: String { word.text }

  /// Where the tag begins.
  var start: Int { range.lowerBound }
}

/// Splits a template into text, outputs and tags, or a `liquid` tag's inside into tags.
struct Scanner {
  /// A piece of a template.
  enum Item {
    case text(SourceRange)
    case output(markup: SourceRange, range: SourceRange)
    case tag(Tag)
    case malformed(Failure)
  }

  private let bytes: [UInt8]
  private let end: Int
  private var position: Int
  /// Whether each line is a tag, as inside `liquid`.
  let isLines: Bool
  /// Whether the last tag ended with `-`, which takes the white space behind it away.
  private var trimsNext = false
  /// Whether nothing from here on closes an output, and nothing a tag: then nobody need look again.
  private var (closesNoOutput, closesNoTag) = (false, false)

  /// The offset behind the last tag, which those that begin inside of it are closed by too.
  private var lastClosing = 0

  /// Creates a scanner of the part `range` of `bytes`.
  init(_ bytes: [UInt8], _ range: SourceRange, isLines: Bool = false) {
    self.bytes = bytes
    self.isLines = isLines
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next piece, or `nil` at the end.
  mutating func next() -> Item? {
    isLines ? nextLine() : nextPiece()
  }

  private mutating func nextPiece() -> Item? {
    while position < end {
      let opening = Template.firstTag(in: bytes, from: position, to: end) ?? end
      guard opening == position else {
        let text = trimmed(position..<opening)
        position = opening
        if text.isEmpty { continue }
        return .text(text)
      }
      trimsNext = false
      return bytes[opening + 1] == UInt8(ascii: "{") ? output(from: opening) : tag(from: opening)
    }
    return nil
  }

  /// The text without the white space that the tags around it take away.
  private mutating func trimmed(_ range: SourceRange) -> SourceRange {
    var (start, stop) = (range.lowerBound, range.upperBound)
    if trimsNext {
      while start < stop, bytes[start].isSpace { start += 1 }
    }
    trimsNext = false
    if stop + 2 < end, bytes[stop + 2] == UInt8(ascii: "-") {
      while start < stop, bytes[stop - 1].isSpace { stop -= 1 }
    }
    return start..<stop
  }

  /// The inside of a tag or output between its marks and the `-` beside them.
  private mutating func inside(_ range: SourceRange) -> SourceRange {
    var (start, stop) = (range.lowerBound + 2, range.upperBound - 2)
    if start < stop, bytes[start] == UInt8(ascii: "-") { start += 1 }
    if bytes[stop - 1] == UInt8(ascii: "-") {
      trimsNext = true
      stop = max(start, stop - 1)
    }
    return start..<stop
  }

  private mutating func output(from opening: Int) -> Item {
    var offset = closesNoOutput ? end : opening + 2
    while offset < end {
      let byte = bytes[offset]
      let following = offset + 1 < end ? bytes[offset + 1] : 0
      if byte == UInt8(ascii: "}") {
        if following == byte {
          position = offset + 2
          return .output(markup: inside(opening..<position), range: opening..<position)
        }
        return unclosed(opening, "an output is closed with '}}'", upTo: offset + 1)
      }
      if byte == UInt8(ascii: "{"), following == UInt8(ascii: "%") {
        let stop = closing(from: offset + 2) ?? end
        return unclosed(opening, "an output is closed with '}}'", upTo: stop)
      }
      offset += 1
    }
    closesNoOutput = true
    return unclosed(opening, "an output is closed with '}}'", upTo: opening + 2)
  }

  private mutating func tag(from opening: Int) -> Item {
    let known = opening + 4 <= lastClosing ? lastClosing : nil
    guard let stop = closesNoTag ? nil : known ?? closing(from: opening + 2) else {
      closesNoTag = true
      return unclosed(opening, upTo: opening + 2)
    }
    (position, lastClosing) = (stop, stop)
    let inside = inside(opening..<stop)
    guard let tag = tag(in: inside, range: opening..<stop) else {
      return .malformed(
        Failure(
          "this tag has no name", help: "a tag begins with its name: '{% if … %}'",
          at: opening..<stop))
    }
    return .tag(tag)
  }

  private mutating func unclosed(
    _ opening: Int, _ help: String = "a tag is closed with '%}'", upTo stop: Int
  ) -> Item {
    position = stop
    return .malformed(Self.unclosed(opening, help))
  }

  /// That what begins at `opening` is not closed.
  static func unclosed(_ opening: Int, _ help: String = "a tag is closed with '%}'") -> Failure {
    Failure("what begins here is not closed", help: help, at: opening..<opening + 2)
  }

  /// Goes back to `offset`, where another tag begins inside of one that was not closed.
  mutating func goBack(to offset: Int) {
    (position, trimsNext) = (offset, false)
  }

  /// The offset behind the next `%}`.
  private func closing(from start: Int) -> Int? {
    var offset = start
    while offset + 1 < end {
      if bytes[offset] == UInt8(ascii: "%"), bytes[offset + 1] == UInt8(ascii: "}") {
        return offset + 2
      }
      offset += 1
    }
    return nil
  }

  /// The tag that stands in `inside`, or `nil` when it begins with no name.
  private func tag(in inside: SourceRange, range: SourceRange) -> Tag? {
    var (start, stop) = (inside.lowerBound, inside.upperBound)
    while start < stop, bytes[start].isSpace { start += 1 }
    while stop > start, bytes[stop - 1].isSpace { stop -= 1 }
    guard start < stop else { return nil }
    var (nameEnd, word) = (start, Word())
    while nameEnd < stop, bytes[nameEnd].isWord {
      word.append(bytes[nameEnd])
      nameEnd += 1
    }
    if nameEnd == start, bytes[start] == UInt8(ascii: "#") {
      word.append(bytes[start])
      nameEnd += 1
    }
    guard nameEnd > start else { return nil }
    var markup = nameEnd
    while markup < stop, bytes[markup].isSpace { markup += 1 }
    return Tag(
      word: word, nameRange: start..<nameEnd, markup: markup..<stop, range: range)
  }

  private mutating func nextLine() -> Item? {
    while position < end {
      let start = position
      let stop = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      position = stop + 1
      if bytes[start..<stop].allSatisfy(\.isSpace) { continue }
      guard let tag = tag(in: start..<stop, range: start..<stop) else {
        return .malformed(
          Failure(
            "this line begins with no tag's name",
            help: "inside 'liquid' each line is a tag; 'echo' prints", at: start..<stop))
      }
      return .tag(tag.tightened)
    }
    return nil
  }

  /// Goes behind the tag `word`, whatever stands before it, and gives what that is; `nil` when
  /// the tag does not come.
  mutating func skipVerbatim(until word: Word) -> SourceRange? {
    guard !isLines else { return nil }
    let start = position
    var offset = start
    while let opening = Template.firstTag(in: bytes, from: offset, to: end) {
      offset = opening + 2
      guard bytes[opening + 1] == UInt8(ascii: "%"), let stop = closing(from: offset) else {
        continue
      }
      let isTrimming = bytes[offset] == UInt8(ascii: "-") && stop - offset > 3
      let found = tag(in: (isTrimming ? offset + 1 : offset)..<stop - 2, range: opening..<stop)
      guard let found, found.word == word else { continue }
      position = stop
      trimsNext = bytes[stop - 3] == UInt8(ascii: "-")
      return start..<opening
    }
    position = end
    return nil
  }
}

extension Tag {
  /// The tag with the range of its name and markup alone, as a line's tag stands.
  fileprivate var tightened: Tag {
    var copy = self
    copy.range = nameRange.lowerBound..<max(nameRange.upperBound, markup.upperBound)
    return copy
  }
}
