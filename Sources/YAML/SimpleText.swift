import Diagnostics

/// Reads text in the form that nearly all front matter has, at a fraction of what libyaml takes: keys at the margin, values of one line,
/// and lists of such values.
///
/// What it reads it reads as libyaml does, and leaves all else to that.
struct SimpleText {
  /// Longer text is none that a person wrote into a page.
  private static let mostBytes = 64 << 10
  /// YAML has no keys of more than 1,024 characters.
  private static let longestKey = 128

  private let text: UnsafeBufferPointer<UInt8>
  private let base: Int
  private var offset = 0
  private var events: [LibYAML.Event] = []

  /// What libyaml would read of `text`, which begins at the offset `base` of the file, without starts and ends of documents; `nil`
  /// where it is written in any other form.
  ///
  /// O(*n*).
  static func events(of text: UnsafeBufferPointer<UInt8>, at base: Int) -> [LibYAML.Event]? {
    guard text.last == newline, text.count <= mostBytes else { return nil }
    var reader = SimpleText(text: text, base: base)
    return reader.readMapping() ? reader.events : nil
  }

  private init(text: UnsafeBufferPointer<UInt8>, base: Int) {
    self.text = text
    self.base = base
  }

  private mutating func readMapping() -> Bool {
    guard skipEmptyLines(), offset < text.count else { return false }
    add(.mappingStart, offset..<offset)
    while offset < text.count {
      guard readKey(), readValue(), skipEmptyLines() else { return false }
    }
    add(.mappingEnd, offset..<offset)
    return true
  }

  /// Reads a key at the margin, its colon and the blanks behind it.
  private mutating func readKey() -> Bool {
    let start = offset
    while isLetter(text[offset]) || offset > start && isDigitOrHyphen(text[offset]) { offset += 1 }
    let end = offset
    guard end > start, end - start <= Self.longestKey, text[end] == UInt8(ascii: ":") else {
      return false
    }
    offset += 1
    skipBlanks()
    guard offset > end + 1 || text[offset] == newline else { return false }
    addScalar(start..<end, .plain)
    return true
  }

  private mutating func readValue() -> Bool {
    guard text[offset] == newline else { return readLine() }
    offset += 1
    return readList()
  }

  /// Reads the lines of a list, all as far from the margin.
  private mutating func readList() -> Bool {
    guard offset < text.count, text[offset] == blank else { return false }
    let indent = blanks(from: offset)
    guard isItem(indent) else { return false }
    add(.sequenceStart, offset + indent..<offset + indent)
    repeat {
      offset += indent + 1
      skipBlanks()
      guard readLine() else { return false }
    } while isItem(indent)
    // An item further on would belong to the list.
    guard skipEmptyLines(), offset == text.count || text[offset] != blank else { return false }
    add(.sequenceEnd, offset..<offset)
    return true
  }

  private func isItem(_ indent: Int) -> Bool {
    offset < text.count && blanks(from: offset) == indent
      && text[offset + indent] == UInt8(ascii: "-") && text[offset + indent + 1] == blank
  }

  /// Reads what stands up to the end of the line, and goes behind it.
  private mutating func readLine() -> Bool {
    let isRead =
      switch text[offset] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuoted()
      case UInt8(ascii: "["): readInlineList()
      default: readPlain(until: .endOfLine)
      }
    skipBlanks()
    guard isRead, text[offset] == newline else { return false }
    offset += 1
    return true
  }

  /// Reads text in quotes in which nothing is written otherwise than it means.
  private mutating func readQuoted() -> Bool {
    let start = offset
    let quote = text[start]
    offset += 1
    while text[offset] != quote {
      guard isPrintable(text[offset]), text[offset] != UInt8(ascii: "\\") else { return false }
      offset += 1
    }
    offset += 1
    // A quote twice is one in the text.
    guard text[offset] != quote else { return false }
    addScalar(start + 1..<offset - 1, .quoted, from: start..<offset)
    return true
  }

  private mutating func readInlineList() -> Bool {
    add(.sequenceStart, offset..<offset + 1)
    offset += 1
    skipBlanks()
    while text[offset] != UInt8(ascii: "]") {
      let isQuoted = text[offset] == UInt8(ascii: "\"") || text[offset] == UInt8(ascii: "'")
      guard isQuoted ? readQuoted() : readPlain(until: .endOfItem) else { return false }
      skipBlanks()
      guard text[offset] != UInt8(ascii: "]") else { break }
      guard text[offset] == UInt8(ascii: ",") else { return false }
      offset += 1
      skipBlanks()
      guard text[offset] != UInt8(ascii: "]") else { return false }
    }
    add(.sequenceEnd, offset..<offset + 1)
    offset += 1
    return true
  }

  private enum End { case endOfLine, endOfItem }

  /// Reads text without quotes that begins with nothing that YAML knows.
  private mutating func readPlain(until end: End) -> Bool {
    let start = offset
    guard beginsPlain(text[start]) else { return false }
    scan: while true {
      let byte = text[offset]
      switch byte {
      case newline: break scan
      case UInt8(ascii: ","), UInt8(ascii: "]"): if end == .endOfItem { break scan }
      case UInt8(ascii: ":"):
        if end == .endOfItem || text[offset + 1] == blank || text[offset + 1] == newline {
          return false
        }
      case UInt8(ascii: "#"): if end == .endOfItem || text[offset - 1] == blank { return false }
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "?"):
        if end == .endOfItem { return false }
      default: guard isPrintable(byte) else { return false }
      }
      offset += 1
    }
    while text[offset - 1] == blank { offset -= 1 }
    addScalar(start..<offset, .plain)
    return true
  }

  /// Goes to the next line that is neither empty nor a comment at the margin; `false` where a comment is not plain ASCII.
  private mutating func skipEmptyLines() -> Bool {
    while offset < text.count {
      if text[offset] == UInt8(ascii: "#") {
        while text[offset] != newline {
          guard isPrintable(text[offset]) else { return false }
          offset += 1
        }
      }
      guard text[offset] == newline else { return true }
      offset += 1
    }
    return true
  }

  private mutating func skipBlanks() { offset += blanks(from: offset) }

  private func blanks(from start: Int) -> Int {
    var end = start
    while text[end] == blank { end += 1 }
    return end - start
  }

  private mutating func addScalar(
    _ range: Range<Int>, _ style: Scalar.Style, from whole: Range<Int>? = nil
  ) {
    let words = String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    add(.scalar(Scalar(words, style)), whole ?? range)
  }

  private mutating func add(_ kind: LibYAML.Kind, _ range: Range<Int>) {
    events.append(
      LibYAML.Event(
        kind: kind, range: base + range.lowerBound..<base + range.upperBound, isMultiline: false,
        hasProperties: false))
  }
}

// The text ends with one, so that nothing is looked for behind its end.
private let newline = UInt8(ascii: "\n")
private let blank = UInt8(ascii: " ")

private func isPrintable(_ byte: UInt8) -> Bool { byte >= blank && byte < 0x7F }

private func isLetter(_ byte: UInt8) -> Bool {
  let small = byte | 0x20
  return small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
}

private func isDigitOrHyphen(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "-")
}

private func beginsPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "+"),
    UInt8(ascii: "$"):
    true
  default: isLetter(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
