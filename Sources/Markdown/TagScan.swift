/// A part of raw HTML, as ranges of the bytes that were scanned.
enum HTMLToken: Equatable {
  /// What stands between tags.
  case text(Range<Int>)
  /// A start tag.
  case start(StartTag)
  /// An end tag, with its name in lower case.
  case end(String, Range<Int>)
  /// A comment; not closed when the HTML ends before `-->`.
  case comment(Range<Int>, isClosed: Bool)
  /// A declaration, a processing instruction or CDATA.
  case declaration(Range<Int>)
  /// A tag that the HTML ends in the middle of.
  case unfinished(Range<Int>)
}

/// A start tag of raw HTML.
struct StartTag: Equatable {
  /// The element, in lower case.
  var name: String
  /// The tag, from `<` to `>`.
  var range: Range<Int>
  /// The attributes, in order, repeated ones included.
  var attributes: [Attribute] = []

  /// An attribute as it is written.
  struct Attribute: Equatable {
    /// The name, in lower case.
    var name: String
    /// The attribute, from its name to the end of its value.
    var range: Range<Int>
    /// The value without its quotes, with character references in it; `nil` when there is none.
    var value: Range<Int>?
  }
}

/// Divides raw HTML into tags and what is between them.
///
/// Every byte is looked at once or twice, whatever it holds.
struct TagScan {
  private let html: Bytes
  private var index: Int

  /// Creates a scan of `html`, from an offset on.
  init(_ html: Bytes, from index: Int = 0) {
    self.html = html
    self.index = index
  }

  /// Returns the next part.
  mutating func next() -> HTMLToken? {
    guard index < html.count else { return nil }
    let start = index
    if html[start] == UInt8(ascii: "<"), let token = markup() { return token }
    index = start + 1
    while index < html.count, !beginsMarkup(at: index) { index += 1 }
    return .text(start..<index)
  }

  /// Moves behind the next end tag of `name`, whatever comes before it; without one, to the end.
  ///
  /// Returns whether there was one.
  mutating func skip(behindEndOf name: String) -> Bool {
    _ = content(of: name)
    return next() != nil
  }

  /// Moves to the next end tag of `name`, whatever comes before it; without one, to the end.
  ///
  /// Returns what was passed.
  mutating func content(of name: String) -> Range<Int> {
    let start = index
    while index < html.count, !isEndTag(of: name, at: index) { index += 1 }
    return start..<index
  }

  private func isEndTag(of name: String, at start: Int) -> Bool {
    guard html[start] == UInt8(ascii: "<"), start + 1 < html.count,
      html[start + 1] == UInt8(ascii: "/")
    else { return false }
    let end = start + 2 + name.utf8.count
    guard end <= html.count, lowercased(start + 2..<end) == name else { return false }
    return end == html.count || isEndOfName(html[end])
  }

  private func beginsMarkup(at index: Int) -> Bool {
    guard html[index] == UInt8(ascii: "<"), index + 1 < html.count else { return false }
    return isLetter(html[index + 1]) || "!/?".utf8.contains(html[index + 1])
  }

  private mutating func markup() -> HTMLToken? {
    guard beginsMarkup(at: index) else { return nil }
    let start = index
    if hasPrefix("<!--", at: index) {
      let isClosed = move(behind: "-->", from: index + 4)
      return .comment(start..<index, isClosed: isClosed)
    }
    if hasPrefix("<!", at: index) || hasPrefix("<?", at: index) {
      _ = move(behind: hasPrefix("<![CDATA[", at: index) ? "]]>" : ">", from: index + 2)
      return .declaration(start..<index)
    }
    if html[index + 1] == UInt8(ascii: "/") { return endTag(at: index) }
    return startTag()
  }

  private mutating func endTag(at start: Int) -> HTMLToken? {
    guard start + 2 < html.count, html[start + 1] == UInt8(ascii: "/"), isLetter(html[start + 2])
    else { return nil }
    var end = start + 2
    while end < html.count, !isEndOfName(html[end]) { end += 1 }
    let name = lowercased(start + 2..<end)
    while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
    index = min(end + 1, html.count)
    return end < html.count ? .end(name, start..<index) : .unfinished(start..<index)
  }

  private mutating func startTag() -> HTMLToken {
    let start = index
    index += 1
    var tag = StartTag(name: name(), range: start..<start)
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: ">"):
        index += 1
        tag.range = start..<index
        return .start(tag)
      case UInt8(ascii: "/"), 0x09...0x0D, 0x20: index += 1
      default: tag.attributes.append(attribute())
      }
    }
    return .unfinished(start..<html.count)
  }

  private mutating func attribute() -> StartTag.Attribute {
    let start = index
    index += 1
    let rest = name(orBefore: UInt8(ascii: "="))
    let name = lowercased(start..<start + 1) + rest
    let end = index
    skipSpaces()
    guard index < html.count, html[index] == UInt8(ascii: "=") else {
      index = end
      return StartTag.Attribute(name: name, range: start..<end, value: nil)
    }
    index += 1
    skipSpaces()
    let value = value()
    return StartTag.Attribute(name: name, range: start..<index, value: value)
  }

  private mutating func value() -> Range<Int> {
    guard index < html.count else { return index..<index }
    let quote = html[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = index
      while index < html.count, !isSpace(html[index]), html[index] != UInt8(ascii: ">") {
        index += 1
      }
      return start..<index
    }
    let start = index + 1
    index = html[start...].firstIndex(of: quote) ?? html.count
    defer { index = min(index + 1, html.count) }
    return start..<index
  }

  private mutating func name(orBefore mark: UInt8? = nil) -> String {
    let start = index
    while index < html.count, !isEndOfName(html[index]), html[index] != mark { index += 1 }
    return lowercased(start..<index)
  }

  private mutating func skipSpaces() {
    while index < html.count, isSpace(html[index]) { index += 1 }
  }

  /// Moves behind the next `end`, or to the end.
  ///
  /// Returns whether there was one.
  private mutating func move(behind end: String, from start: Int) -> Bool {
    index = start
    while index < html.count {
      if hasPrefix(end, at: index) {
        index += end.utf8.count
        return true
      }
      index += 1
    }
    index = html.count
    return false
  }

  private func hasPrefix(_ prefix: String, at start: Int) -> Bool {
    html[min(start, html.count)...].starts(with: prefix.utf8)
  }

  private func lowercased(_ range: Range<Int>) -> String {
    String(
      decoding: html[range].lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private func isEndOfName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
