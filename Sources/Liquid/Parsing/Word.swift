/// A word as a number made of its bytes, so that words compare at once.
///
/// Only the last 16 bytes count: no word of the language is as long as that, so that no longer name is taken for one.
struct Word: Sendable, Hashable {
  private var code: UInt128 = 0

  /// Creates a word without letters.
  init() {}

  /// Creates a word from its letters.
  init(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// Adds a letter.
  mutating func append(_ byte: UInt8) {
    code = code << 8 | UInt128(byte)
  }

  /// The word with `end` before it: what closes the tag of that name.
  var closing: Word {
    let bits = UInt128.bitWidth - code.leadingZeroBitCount
    var result = Word.end
    result.code = result.code << UInt128((bits + 7) / 8 * 8) | code
    return result
  }

  private static let end = Word("end")
}

extension Word {
  /// The letters of the word, or the last 16 of a longer one.
  var text: String {
    let bytes = stride(from: UInt128.bitWidth - 8, through: 0, by: -8)
      .map { UInt8(truncatingIfNeeded: code >> UInt128($0)) }
    return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
  }
}

/// The words that are looked for inside tags.
extension Word {
  static let and = Word("and")
  static let or = Word("or")
  static let not = Word("not")
  static let `in` = Word("in")
  static let contains = Word("contains")
  static let reversed = Word("reversed")
  static let limit = Word("limit")
  static let offset = Word("offset")
  static let `continue` = Word("continue")
  static let with = Word("with")
  static let `for` = Word("for")
  static let `as` = Word("as")
  static let `else` = Word("else")
  static let elsif = Word("elsif")
  static let when = Word("when")
  static let raw = Word("raw")
  static let comment = Word("comment")
  static let doc = Word("doc")
  /// The names that mean a value by themselves.
  static let (null, `nil`, `true`, `false`, blank, empty) = (
    Word("null"), Word("nil"), Word("true"), Word("false"), Word("blank"), Word("empty")
  )
}
