import Diagnostics

/// Splits what stands inside a tag into tokens.
struct Lexer {
  private let bytes: [UInt8]
  private var position = 0
  private var end = 0
  /// The identifier that was read last.
  private var word = Word()

  /// Creates a lexer of parts of `bytes`.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Goes to the beginning of the part `range`.
  mutating func begin(_ range: SourceRange) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next token; `end` for ever behind the last.
  mutating func next() throws(Failure) -> Token {
    while position < end, bytes[position].isSpace { position += 1 }
    guard position < end else { return Token(kind: .end, range: end..<end) }
    let start = position
    let kind = try scan(bytes[position])
    return Token(kind: kind, range: start..<position, word: word)
  }

  private func byte(at offset: Int) -> UInt8 {
    offset < end ? bytes[offset] : 0
  }

  private mutating func scan(_ byte: UInt8) throws(Failure) -> Token.Kind {
    if byte.isLetter || byte == UInt8(ascii: "_") { return scanIdentifier() }
    if byte.isDigit || byte == UInt8(ascii: "-") && self.byte(at: position + 1).isDigit {
      return scanNumber()
    }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return try scanString(closedBy: byte)
    case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      return try scanComparison(byte)
    case UInt8(ascii: "."):
      position += 1
      guard self.byte(at: position) == UInt8(ascii: ".") else { return .dot }
      position += 1
      return .dotDot
    default: return try scanSign(byte)
    }
  }

  private mutating func scanSign(_ byte: UInt8) throws(Failure) -> Token.Kind {
    position += 1
    switch byte {
    case UInt8(ascii: "|"): return .pipe
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "["): return .openSquare
    case UInt8(ascii: "]"): return .closeSquare
    case UInt8(ascii: "("): return .openRound
    case UInt8(ascii: ")"): return .closeRound
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: "-"): return .dash
    default: throw unexpected(at: position - 1)
    }
  }

  private mutating func scanIdentifier() -> Token.Kind {
    let start = position
    word = Word()
    while position < end, bytes[position].isWord || bytes[position] == UInt8(ascii: "-") {
      word.append(bytes[position])
      position += 1
    }
    if byte(at: position) == UInt8(ascii: "?") {
      word.append(UInt8(ascii: "?"))
      position += 1
    }
    let followsDot = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
    return word == .contains && !followsDot ? .comparison(.contains) : .identifier
  }

  private mutating func scanNumber() -> Token.Kind {
    position += 1
    while byte(at: position).isDigit { position += 1 }
    if byte(at: position) == UInt8(ascii: "."), byte(at: position + 1).isDigit {
      position += 1
      while byte(at: position).isDigit { position += 1 }
    }
    return .number
  }

  private mutating func scanString(closedBy quote: UInt8) throws(Failure) -> Token.Kind {
    let start = position
    position += 1
    while position < end, bytes[position] != quote { position += 1 }
    guard position < end else {
      let mark = String(decoding: [quote], as: UTF8.self)
      throw Failure(
        "the text that begins here has no closing \(mark)", help: "close it with \(mark)",
        at: start..<end)
    }
    position += 1
    return .string
  }

  private mutating func scanComparison(_ byte: UInt8) throws(Failure) -> Token.Kind {
    let next = self.byte(at: position + 1)
    let start = position
    position += 2
    switch (byte, next) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")): return .comparison(.equal)
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): return .comparison(.unequal)
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): return .comparison(.unlike)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): return .comparison(.lessOrEqual)
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): return .comparison(.greaterOrEqual)
    default: break
    }
    position = start + 1
    switch byte {
    case UInt8(ascii: "<"): return .comparison(.less)
    case UInt8(ascii: ">"): return .comparison(.greater)
    case UInt8(ascii: "="): return .assignment
    default: throw unexpected(at: start)
    }
  }

  private func unexpected(at start: Int) -> Failure {
    var stop = start + 1
    while stop < end, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
    let character = String(decoding: bytes[start..<stop], as: UTF8.self)
    let help: String? =
      switch character {
      case "&": "'and' joins two tests"
      case "!": "'unless' is 'if not'; '!=' means not equal"
      case "+", "*", "/": "numbers are reckoned with filters, such as '| plus: 1' and '| times: 2'"
      case "–", "—", "−": "numbers are reckoned with filters, such as '| minus: 1'"
      case "‘", "’", "‚", "“", "”", "„", "«", "»": "quotes in tags are straight: ' or \""
      case "\u{A0}", "\u{202F}", "\u{2007}":
        "this is a no-break space, which looks like a space and is none: write a plain one"
      case "\u{200B}", "\u{2060}", "\u{FEFF}":
        "there is a character here that nobody sees: remove it"
      default: nil
      }
    return Failure("'\(character)' means nothing here", help: help, at: start..<stop)
  }
}
