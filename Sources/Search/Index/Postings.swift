/// Which pages hold each word, and how well.
///
/// O(*entries*) time, 8 bytes an entry.
struct Postings {
  /// How soon more of a word stops to count, as in BM25: the worth at which half is reached.
  static let saturation = 6.0
  /// How much a long text takes from a word's worth, as in BM25.
  static let lengthShare = 0.6
  /// The best a word can do on a page: one character in the index.
  static let best = Numeral.base - 1

  /// One page that holds a word, packed into 8 bytes.
  struct Posting {
    fileprivate var packed: UInt64

    fileprivate init(page: Int, score: Int, sections: UInt32) {
      packed = UInt64(page) << 36 | UInt64(score) << 30 | UInt64(sections)
    }

    /// The page's number.
    var page: Int { Int(packed >> 36) }
    /// How well it answers the word, from 1 to `best`.
    var score: Int { Int(packed >> 30 & 0x3F) }
    /// Its sections that hold the word, as bits.
    var sections: Int { Int(packed & 0x3FFF_FFFF) }
  }

  private(set) var vocabulary = Vocabulary()
  private var starts: [Int] = [0]
  private var all: [Posting] = []

  /// Gathers the words of `pages`, whose numbers are their places.
  init(_ pages: [SearchablePage]) {
    var words: [Int32] = []
    for page in pages {
      page.words.forEach { entry, bytes in
        let letters = UnsafeBufferPointer(rebasing: bytes[entry.letters])
        words.append(Int32(vocabulary.number(of: letters, hash: entry.hash)))
      }
    }
    starts = [Int](repeating: 0, count: vocabulary.count + 1)
    for word in words { starts[Int(word) + 1] += 1 }
    for word in 0..<vocabulary.count { starts[word + 1] += starts[word] }
    var next = starts
    all = [Posting](repeating: Posting(page: 0, score: 0, sections: 0), count: words.count)
    let length = pages.reduce(0) { $0 + $1.words.textLength }
    let usual = max(1, Double(length) / Double(max(1, pages.count)))
    var index = 0
    for (number, page) in pages.enumerated() {
      let norm =
        1 - Self.lengthShare + Self.lengthShare * Double(page.words.textLength) / usual
      page.words.forEach { entry, _ in
        let word = Int(words[index])
        all[next[word]] = Posting(
          page: number, score: Self.score(entry, norm), sections: entry.sections)
        next[word] += 1
        index += 1
      }
    }
  }

  /// The pages that hold a word, in order.
  func of(_ word: Int) -> ArraySlice<Posting> { all[starts[word]..<starts[word + 1]] }

  private static func score(_ entry: PageWords.Entry, _ norm: Double) -> Int {
    let worth = Double(entry.count) / norm + Double(entry.worth) / 16
    return max(1, Int((Double(best) * worth / (saturation + worth)).rounded()))
  }
}
