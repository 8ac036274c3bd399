/// Finds names in bytes of any format: in text, markup, JSON, URLs and file names.
///
/// Names are found word by word, whatever stands between the words: blanks, line ends, hyphens,
/// escapes. A name of several words is found in any case, one of a single word only as written. What
/// is part of a name that may be shown is not found.
struct NameSearch: Sendable {
  /// A name as words.
  private struct Pattern: Sendable {
    /// Which hidden name; `nil` for one that may be shown.
    var name: Int?
    var words: [Word]
  }

  private typealias Word = Words.Word

  private var patterns: [UInt64: [Pattern]] = [:]
  /// For the low bits of each first word's hash, whether any pattern begins so.
  private var mayBegin = [Bool](repeating: false, count: 1 << 16)

  /// Creates a search for the `hidden` names.
  ///
  /// O(*bytes of the names*).
  init(hidden: [String], shown: [String]) {
    for name in shown { add(name, nil) }
    for (index, name) in hidden.enumerated() { add(name, index) }
  }

  /// Whether there is nothing to find.
  var isEmpty: Bool { !patterns.values.contains { $0.contains { $0.name != nil } } }

  /// Adds a name, also in the case that letters beyond ASCII have in other styles.
  private mutating func add(_ name: String, _ index: Int?) {
    for form in Set([name, name.lowercased(), name.uppercased()]) {
      var form = form
      let words = form.withUTF8 { Words(UnsafeRawBufferPointer($0)).all }
      // A single word is only a name in its own case, and a letter is none.
      guard let first = words.first, words.count > 1 || form == name && first.length > 1 else {
        continue
      }
      patterns[first.folded, default: []].append(Pattern(name: index, words: words))
      mayBegin[Int(truncatingIfNeeded: first.folded & 0xFFFF)] = true
    }
  }

  /// The hidden names that `bytes` hold, as indices, each once.
  ///
  /// O(*bytes*).
  func names(in bytes: UnsafeRawBufferPointer) -> Set<Int> {
    var found: Set<Int> = []
    let words = Words(bytes).all
    var position = 0
    while position < words.count {
      guard mayBegin[Int(truncatingIfNeeded: words[position].folded & 0xFFFF)],
        let patterns = patterns[words[position].folded]
      else {
        position += 1
        continue
      }
      let matches = patterns.filter { Self.matches($0.words, words[position...]) }
      let shown = matches.filter { $0.name == nil }.map(\.words.count).max() ?? 0
      for match in matches where match.words.count > shown {
        if let name = match.name { found.insert(name) }
      }
      position += max(1, shown)
    }
    return found
  }

  /// Whether `words` begin with the pattern, as they stand or as they are read: without tags.
  private static func matches(_ pattern: [Word], _ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first else { return false }
    guard pattern.count > 1 else { return first.exact == pattern[0].exact }
    if zip(pattern, words).allSatisfy({ $0.folded == $1.folded }), pattern.count <= words.count {
      return true
    }
    guard !first.isInTag else { return false }
    var rest = words
    return pattern.allSatisfy { word in
      while let next = rest.first, next.isInTag { rest.removeFirst() }
      return rest.popFirst()?.folded == word.folded
    }
  }
}
