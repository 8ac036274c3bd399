/// Finds names in bytes of any format: in text, markup, JSON, URLs and file names.
///
/// Names are found word by word, whatever stands between the words: blanks, line ends, hyphens,
/// escapes. A name of several words is found in each `NameForm`, one of a single word only as
/// written. What is part of a name that may be shown is not found. The last words may stand first,
/// with a comma behind them, however many they are: `van der Berg, José`.
struct NameSearch: Sendable {
  /// What bytes hold that they must not.
  struct Found: Equatable {
    /// The hidden names, as indices.
    var names: Set<Int> = []
    /// The pairs whose two stand near each other, as indices.
    var pairs: Set<Int> = []
  }

  /// What a pattern is of.
  private enum Kind: Sendable {
    case hidden(Int)
    case shown
    /// The employer that must not stand near the name, of a pair.
    case employer(Int)
    /// The name, which may be shown, of a pair.
    case holder(Int)

    var isOfPerson: Bool {
      if case .employer = self { false } else { true }
    }
  }

  /// A name in one of its forms.
  private struct Pattern: Sendable {
    var kind: Kind
    /// How many words it has.
    var count: Int
    /// How many of its last words stand first, with a comma behind them.
    var turned: Int
    /// Whether its letters are only nearly those of the list of names.
    var isPlain: Bool
    /// The only word as it is written; 0 where there are several.
    var exact: UInt64

    /// How surely it is this name and not another one: more words tell more, then the letters.
    var weight: Int { 2 * count + (isPlain ? 0 : 1) }

    /// Whether the first comma stands where it must; `commas` has a bit for each word behind one.
    func fits(_ commas: UInt64) -> Bool { turned == 0 || commas.trailingZeroBitCount == turned }
  }

  /// Two names further apart than this many words have nothing to do with each other.
  private static let nearness = 12
  /// Names are looked for with fewer words than this before the comma.
  private static let longestTurned = 16

  /// The names by the hash of all their words: many may begin alike.
  private var patterns: [UInt64: [Pattern]] = [:]
  /// How many words the longest name has that begins with a word, by that word's hash.
  private var longest: [UInt64: Int] = [:]
  /// For some bits of each first word's hash, whether any pattern begins so.
  private var mayBegin: [UInt64]
  private static let filterBits = 20
  private let classes = WordScanner.classes

  /// Creates a search for the `hidden` names, and for the names of `pairs`, which may be shown, near
  /// the employers.
  ///
  /// O(*bytes of the names*).
  init(
    hidden: [String], shown: [String], pairs: [(name: String, employer: String)] = []
  ) {
    mayBegin = Array(repeating: 0, count: 1 << (Self.filterBits - 6))
    for name in shown { add(name, .shown) }
    for (index, name) in hidden.enumerated() { add(name, .hidden(index)) }
    for (index, pair) in pairs.enumerated() {
      add(pair.name, .holder(index))
      add(pair.employer, .employer(index))
    }
  }

  /// Whether there is nothing to find.
  var isEmpty: Bool {
    !patterns.values.contains { patterns in
      patterns.contains {
        if case .shown = $0.kind { false } else { true }
      }
    }
  }

  /// Adds a name in all its forms, a person's with the last words first too.
  ///
  /// Which of the words are the surname nobody says.
  private mutating func add(_ name: String, _ kind: Kind) {
    for form in NameForm.all(of: name) {
      add(form.words, kind, isPlain: form.isPlain, turned: 0)
      guard kind.isOfPerson else { continue }
      for turned in 1..<min(form.words.count, Self.longestTurned) {
        add(
          form.words.suffix(turned) + form.words.dropLast(turned), kind, isPlain: form.isPlain,
          turned: turned)
      }
    }
  }

  private mutating func add(_ words: [Word], _ kind: Kind, isPlain: Bool, turned: Int) {
    guard let first = words.first else { return }
    let hash = words.dropFirst().reduce(first.folded) { Self.hash($0, $1) }
    patterns[hash, default: []].append(
      Pattern(
        kind: kind, count: words.count, turned: turned, isPlain: isPlain,
        exact: words.count == 1 ? first.exact : 0))
    longest[first.folded] = max(longest[first.folded] ?? 0, words.count)
    let (word, bit) = Self.filterPlace(of: first)
    mayBegin[word] |= bit
  }

  private static func filterPlace(of word: Word) -> (word: Int, bit: UInt64) {
    let place = Int(truncatingIfNeeded: word.folded >> 20) & (1 << filterBits - 1)
    return (place >> 6, 1 << UInt64(place & 63))
  }

  /// What `bytes` hold that they must not.
  ///
  /// O(*bytes*).
  func find(in bytes: UnsafeRawBufferPointer) -> Found {
    var found = Found()
    var near = Nearness()
    classes.withUnsafeBufferPointer { classes in
      var scanner = WordScanner(bytes, classes)
      var position = 0
      while let word = scanner.next() {
        let (place, bit) = Self.filterPlace(of: word)
        if mayBegin[place] & bit != 0, let longest = longest[word.folded] {
          let shown = match(word, scanner, longest, at: position, &found, &near)
          // What is part of a name that may be shown begins no other.
          for _ in 1..<max(1, shown) where scanner.next() != nil { position += 1 }
        }
        position += 1
      }
    }
    found.pairs = near.pairs
    return found
  }

  /// Notes which names stand here, and returns how many words the longest has that may.
  private func match(
    _ first: Word, _ rest: WordScanner, _ longest: Int, at position: Int, _ found: inout Found,
    _ near: inout Nearness
  ) -> Int {
    let matches = matches(first, rest, longest)
    var shown = 0
    var weight = 0
    for match in matches {
      switch match.kind {
      case .shown: (shown, weight) = (max(shown, match.count), max(weight, match.weight))
      case .holder(let pair): near.addName(pair, at: position)
      case .employer(let pair): near.addEmployer(pair, at: position)
      case .hidden: break
      }
    }
    for match in matches where match.weight > weight {
      if case .hidden(let name) = match.kind { found.names.insert(name) }
    }
    return shown
  }

  /// The names that begin with `first`, as the words behind it stand or as they are read: without
  /// tags.
  private func matches(_ first: Word, _ rest: WordScanner, _ longest: Int) -> [Pattern] {
    var matches = (patterns[first.folded] ?? []).filter {
      $0.count == 1 && $0.exact == first.exact
    }
    var hasTags = false
    for skipsTags in [false, true] where !skipsTags || hasTags && !first.isInTag {
      var rest = rest
      var hash = first.folded
      var count = 1
      var commas: UInt64 = 0
      while count < longest, let word = rest.next() {
        if word.isBehindComma { commas |= 1 << UInt64(count) }
        if word.isInTag {
          hasTags = true
          if skipsTags { continue }
        }
        hash = Self.hash(hash, word)
        count += 1
        matches += (patterns[hash] ?? []).filter { $0.count == count && $0.fits(commas) }
      }
    }
    return matches
  }

  private static func hash(_ hash: UInt64, _ word: Word) -> UInt64 {
    (hash << 7 | hash >> 57) ^ word.folded &* 0x9E37_79B9_7F4A_7C15
  }

  /// Where the two of each pair were seen last.
  private struct Nearness {
    private var names: [Int: Int] = [:]
    private var employers: [Int: Int] = [:]
    private(set) var pairs: Set<Int> = []

    mutating func addName(_ pair: Int, at position: Int) {
      names[pair] = position
      compare(pair, position, employers)
    }

    mutating func addEmployer(_ pair: Int, at position: Int) {
      employers[pair] = position
      compare(pair, position, names)
    }

    private mutating func compare(_ pair: Int, _ position: Int, _ others: [Int: Int]) {
      if let other = others[pair], position - other <= NameSearch.nearness { pairs.insert(pair) }
    }
  }
}
