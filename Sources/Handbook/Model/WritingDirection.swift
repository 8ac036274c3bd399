/// Which way a language is written.
enum WritingDirection: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// Languages that are written from right to left in their usual script, and scripts that are.
  private static let turned: Set<String> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi",
    "adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa",
  ]

  /// The direction of a language by its tag (BCP 47), in which a script decides before the language.
  init(language tag: String) {
    let parts = tag.lowercased().split(separator: "-").map(String.init)
    let script = parts.dropFirst().first { $0.utf8.count == 4 && $0.allSatisfy(\.isLetter) }
    self = Self.turned.contains(script ?? parts.first ?? "") ? .rightToLeft : .leftToRight
  }
}

extension Settings {
  /// Which way the site's language is written.
  var direction: WritingDirection { WritingDirection(language: language) }
}
