/// Which character of a word a scalar is, with case and accents set aside.
///
/// The script that searches does the same (`fold` and `words` in `Script/index.js`).
enum LetterFolding {
  /// What a scalar is to a text of words.
  enum Role {
    /// A letter, digit or mark of a word.
    case letter
    /// A character that is a word by itself, as in Chinese and Japanese.
    case ideograph
    /// An accent of its own, which is passed over.
    case accent
    /// What stands between words.
    case separator
  }

  /// The role of a scalar.
  static func role(of scalar: Unicode.Scalar) -> Role {
    switch scalar.value {
    case 0x300...0x36F: return .accent
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF: return .ideograph
    default: break
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      .letter
    default: .separator
    }
  }

  /// Adds the folded form of a letter in UTF-8.
  static func fold(_ scalar: Unicode.Scalar, into word: inout [UInt8]) {
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where role(of: lower) != .accent
    {
      switch base(of: lower) {
      case UInt8(ascii: "A"): word += "ae".utf8
      case UInt8(ascii: "O"): word += "oe".utf8
      case UInt8(ascii: "S"): word += "ss".utf8
      case UInt8(ascii: "T"): word += "th".utf8
      case UInt8(ascii: "Z"): word += "ʒ".utf8
      case UInt8(ascii: "F"): word += "ſ".utf8
      case UInt8(ascii: "."): word += UTF8.encode(lower == "ς" ? "σ" : lower).map(Array.init) ?? []
      case let letter: word.append(letter)
      }
    }
  }

  /// The letter without its accent; a capital for others; `.` where a letter stays as it is.
  private static func base(of scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0xDF..<0xDF + UInt32(latin.count): latin[Int(scalar.value) - 0xDF]
    case 0x1E00..<0x1E00 + UInt32(additional.count): additional[Int(scalar.value) - 0x1E00]
    default: UInt8(ascii: ".")
    }
  }

  /// U+00DF to U+024F.
  private static let latin = Array(
    """
    SaaaaaaAceeeeiiiidnooooo.ouuuuyTyaaaaaaccccccccddddeeeeeeeeeeggg\
    ggggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...ooooooOOrrrrrrsssss\
    ssstttt..uuuuuuuuuuuuwwyyyzzzzzz................................\
    .oo.............uu............................aaiioouuuuuuuuuu.a\
    aaaAA..ggkkoooo.Zj...gg..nnaaAAooaaaaeeeeiiiioooorrrruuuusstt..h\
    h......aaeeooooooooyy............................
    """.utf8)

  /// U+1E00 to U+1EFF, which holds Vietnamese.
  private static let additional = Array(
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy.F..S.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """.utf8)
}
