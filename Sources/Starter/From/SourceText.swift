/// A text of a foreign site, looked through for words.
struct SourceText {
  let path: String
  /// Its lines, without their ends.
  let lines: [Substring]

  init(path: String, _ text: String) {
    self.path = path
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  /// The first text between quotes behind `word` and `separator`, such as `src` in `input: "src"`.
  func quoted(behind word: String, _ separator: Character) -> String? {
    lines.lazy.compactMap { line in
      guard let rest = Self.rest(of: line, behind: word)?.drop(while: { $0 == " " }),
        rest.first == separator
      else { return nil }
      return Self.firstQuoted(in: rest.dropFirst())
    }.first
  }

  /// The numbers of the lines, from 1, that hold a word, with what follows it there.
  func places(of word: String) -> [(line: Int, rest: Substring)] {
    lines.enumerated().compactMap { index, line in
      Self.rest(of: line, behind: word).map { (index + 1, $0) }
    }
  }

  /// What stands in the first quotes of a text.
  static func firstQuoted(in text: Substring) -> String? { allQuoted(in: text).first }

  /// What stands between quotes in a text, one after the other.
  static func allQuoted(in text: Substring) -> [String] {
    var quoted: [String] = []
    var rest = text
    while let open = rest.firstIndex(where: { "\"'`".contains($0) }) {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: rest[open]) else { break }
      quoted.append(String(inside[..<close]))
      rest = inside[inside.index(after: close)...]
    }
    return quoted
  }

  /// What follows a word that is not a part of another.
  private static func rest(of line: Substring, behind word: String) -> Substring? {
    var line = line
    while let found = line.firstRange(of: word) {
      let before = line[..<found.lowerBound].last
      let after = line[found.upperBound...]
      if !(before?.isLetter ?? false), !(after.first?.isLetter ?? false) { return after }
      line = after
    }
    return nil
  }
}

extension Substring {
  /// Where `word` begins and ends first.
  fileprivate func firstRange(of word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}
