/// How English makes forms of a noun: right for most, and wrong for some that must be given.
package enum English {
  /// The usual plural of the last word; of the first in `community of practice`.
  package static func plural(_ name: String) -> String {
    if let of = name.firstRange(of: " of ") {
      return plural(String(name[..<of.lowerBound])) + name[of.lowerBound...]
    }
    let vowels = "aeiou"
    let lower = name.lowercased()
    if lower.hasSuffix("y"), let before = lower.dropLast().last, !vowels.contains(before) {
      return name.dropLast() + "ies"
    }
    let takesE = ["s", "x", "z", "ch", "sh"].contains { lower.hasSuffix($0) }
    return name + (takesE ? "es" : "s")
  }

  /// The noun behind `a` or `an`, by the sound that it begins with.
  package static func withArticle(_ name: String) -> String {
    (startsWithVowelSound(name) ? "an " : "a ") + name
  }

  /// What belongs to it.
  package static func possessive(_ name: String) -> String {
    name + (name.hasSuffix("s") ? "’" : "’s")
  }

  /// The text with a capital at its start.
  package static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The text as a title has it: a capital on each word but short ones inside.
  package static func titled(_ text: String) -> String {
    let small: Set<Substring> = [
      "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to",
      "with",
    ]
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return words.enumerated().map { index, word in
      let isInside = index > 0 && index < words.count - 1
      return isInside && small.contains(word) ? String(word) : capitalised(String(word))
    }.joined(separator: " ")
  }

  private static func startsWithVowelSound(_ name: String) -> Bool {
    let lower = name.lowercased()
    if ["hour", "honest", "heir"].contains(where: { lower.hasPrefix($0) }) { return true }
    if ["uni", "use", "one", "eu"].contains(where: { lower.hasPrefix($0) }) { return false }
    return lower.first.map { "aeiou".contains($0) } ?? false
  }
}
