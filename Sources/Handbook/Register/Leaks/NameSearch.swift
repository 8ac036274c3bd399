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

  private var patterns: [UInt64: [Pattern]] = [:]
  /// For the low bits of each first word's hash, whether any pattern begins so.
  private var mayBegin = [Bool](repeating: false, count: 1 << 16)

  /// Creates a search for the `hidden` names. O(*bytes of the names*).
  init(hidden: [String], shown: [String]) {
    for name in shown { add(name, nil) }
    for (index, name) in hidden.enumerated() { add(name, index) }
  }

  /// Whether there is nothing to find.
  var isEmpty: Bool { !patterns.values.contains { $0.contains { $0.name != nil } } }

  /// Adds a name in the forms that the formats give it.
  private mutating func add(_ name: String, _ index: Int?) {
    let forms = [name, name.lowercased(), name.uppercased()]
    for form in Set(forms + forms.map(escapedAttribute) + forms.map(percentEncoded)) {
      var form = form
      let words = form.withUTF8 { Self.words(UnsafeRawBufferPointer($0)) }
      // A single word is only a name in its own case.
      guard let first = words.first, words.count > 1 || form == name, words.count > 1 || form.utf8.count > 1
      else { continue }
      patterns[first.folded, default: []].append(Pattern(name: index, words: words))
      mayBegin[Int(truncatingIfNeeded: first.folded & 0xFFFF)] = true
    }
  }

  /// The hidden names that `bytes` hold, as indices, each once. O(*bytes*).
  func names(in bytes: UnsafeRawBufferPointer) -> Set<Int> {
    var found: Set<Int> = []
    let words = Self.words(bytes)
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

  private static func matches(_ pattern: [Word], _ words: ArraySlice<Word>) -> Bool {
    guard pattern.count <= words.count else { return false }
    guard pattern.count > 1 else { return words.first?.exact == pattern[0].exact }
    return zip(pattern, words).allSatisfy { $0.folded == $1.folded }
  }
}

extension NameSearch {
  /// A run of letters and digits, as hashes of its bytes.
  private struct Word: Sendable {
    /// Of the bytes as they are.
    var exact: UInt64
    /// Of the bytes with ASCII letters in lower case.
    var folded: UInt64
  }

  private static func words(_ bytes: UnsafeRawBufferPointer) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(bytes.count / 6)
    var position = 0
    while position < bytes.count {
      let start = position
      var word = Word(exact: basis, folded: basis)
      while position < bytes.count, isPart(bytes, position) {
        let byte = bytes[position]
        let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        word.exact = (word.exact ^ UInt64(byte)) &* prime
        word.folded = (word.folded ^ UInt64(isUpper ? byte | 0x20 : byte)) &* prime
        position += 1
      }
      if position > start { words.append(word) }
      // The bytes behind a separator's first stand for no letter of their own.
      position += position < bytes.count ? separatorLength(bytes, position) : 0
    }
    return words
  }

  /// Whether the byte is part of a word: a letter or digit, or of a character beyond ASCII that is
  /// not one of the usual blanks and marks.
  private static func isPart(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Bool {
    let byte = bytes[position]
    guard byte >= 0x80 else { return isWordByte[Int(byte)] }
    return separatorLength(bytes, position) == 1
  }

  /// How long the separator at `position` is: no-break space and such have two bytes, curly
  /// apostrophes, dashes and thin spaces three; one for all else.
  private static func separatorLength(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Int {
    guard position + 1 < bytes.count else { return 1 }
    switch (bytes[position], bytes[position + 1]) {
    case (0xC2, 0xA0...0xBF): return 2
    case (0xE2, 0x80...0x81): return min(3, bytes.count - position)
    default: return 1
    }
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
  private static let isWordByte: [Bool] = (0..<0x80).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
