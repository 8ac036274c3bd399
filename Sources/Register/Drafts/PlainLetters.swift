extension String {
  /// The text in small letters, with the plain letters that Latin ones are made of: `strasse` for
  /// `Straße`.
  package var inPlainLetters: String { lowercased().map(\.withoutMark).joined() }
}

extension Character {
  /// The plain letters that a Latin letter is made of, as its name tells: `e` for `é`, `ae` for `æ`;
  /// any other character as it is.
  fileprivate var withoutMark: String {
    let prefix = "LATIN SMALL LETTER "
    guard !isASCII, let name = unicodeScalars.first?.properties.name, name.hasPrefix(prefix) else {
      return String(self)
    }
    let words = name.dropFirst(prefix.count).split(separator: " ")
    switch words {
    case ["SHARP", "S"]: return "ss"
    case ["DOTLESS", "I"]: return "i"
    case ["THORN"]: return "th"
    case ["ETH"]: return "d"
    default: break
    }
    guard words.count == 1 || words[1] == "WITH", words[0].count <= 2 else { return String(self) }
    return words[0].lowercased()
  }
}
