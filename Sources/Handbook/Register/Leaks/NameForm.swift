import Register
// Normal forms, which the standard library keeps to itself.
@_spi(_Unicode) import Swift

/// A way in which a name may be written.
struct NameForm {
  /// Its words.
  let words: [Word]
  /// Whether it is an approximation: without marks, or without apostrophes.
  let isPlain: Bool

  /// All ways in which a name is written: in each case and normal form, and, of several words,
  /// without marks (`Jose`), with letters for them (`Mueller`) and without apostrophes (`OConnor`).
  ///
  /// A single word is only a name in its own letters, and one letter is none. Cost: O(*bytes*).
  static func all(of name: String) -> [NameForm] {
    var forms: [NameForm] = []
    var seen: Set<[UInt64]> = []
    for (index, spelling) in spellings(of: name).enumerated() {
      for text in spelling.texts {
        let words = WordScanner.words(of: text)
        guard words.count > 1 || words.count == 1 && text == name && name.hasLetters else {
          continue
        }
        // Words are compared with their ASCII letters in one case.
        let key = words.count > 1 ? words.map(\.folded) : words.map(\.exact)
        if seen.insert(key).inserted { forms.append(NameForm(words: words, isPlain: index > 0)) }
      }
    }
    return forms
  }

  /// The name, then what people write for it who have not all its letters at hand.
  private static func spellings(of name: String) -> [String] {
    let joined = name.filter { !apostrophes.contains($0) }
    let names = joined == name ? [name] : [name, joined]
    return names
      + names.filter { !$0.isASCII }.flatMap { [$0.withoutMarks, $0.withLettersForMarks] }
  }

  private static let apostrophes: Set<Character> = ["'", "’", "‘", "ʼ", "`"]
}

extension String {
  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

  /// Whether it has more than one letter.
  fileprivate var hasLetters: Bool {
    lazy.filter { $0.isLetter || $0.isNumber }.prefix(2).count == 2
  }

  /// The text as letters beyond ASCII are written in other cases and other normal forms.
  fileprivate var texts: [String] {
    isASCII
      ? [self] : [self, lowercased(), uppercased()].flatMap { [$0, $0.composed, $0.decomposed] }
  }

  /// The text with each mark in its letter, where there is such a letter: NFC.
  private var composed: String { String(UnicodeScalarView(_nfc)) }
  /// The text with each mark behind its letter: NFD.
  private var decomposed: String { String(UnicodeScalarView(_nfd)) }

  /// The text in plain letters: `jose` for `José`, `zolc` for `Żółć`, and Greek without accents.
  fileprivate var withoutMarks: String {
    String(lowercased().decomposed.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) })
      .inPlainLetters
  }

  /// The text with the two letters that German and the Nordic languages write in place of one.
  fileprivate var withLettersForMarks: String {
    let letters: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"]
    return lowercased().map { letters[$0] ?? String($0) }.joined().withoutMarks
  }
}
