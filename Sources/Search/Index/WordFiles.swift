/// The files of words: one a line, with the pages that hold it.
///
/// After the word stand, as numerals between spaces: for each page how many pages lie between it and
/// the one before; for each its score; for each its sections as bits. For a word
/// on each of 10,000 pages of the benchmark that is 12,277 bytes compressed; as triples 13,171, as
/// JSON numbers 14,147, as bytes, which hosts do not compress, 12,209.
struct WordFiles {
  /// The files, in the order of their words.
  private(set) var files: [[UInt8]] = []
  /// The first word of each file.
  private(set) var firstWords: [String] = []
  /// The words to correct spelling by, in order, one a line, each with a digit for how often it is
  /// met: the most frequent of those without digits, as many as there is room for.
  private(set) var spelling: [UInt8] = []

  init(_ postings: Postings, pageCount: Int, language: SearchLanguage) {
    let passedOver = Set(language.passedOver.map { Array($0.utf8) })
    let words = postings.vocabulary.sorted.filter {
      !passedOver.contains(Array(postings.vocabulary.letters(of: $0)))
    }
    var text: [UInt8] = []
    var starts: [Int] = []
    for word in words {
      starts.append(text.count)
      Self.write(postings.vocabulary.letters(of: word), postings.of(word), to: &text)
    }
    cut(text, at: starts, size: max(SearchIndex.wordsInFile, text.count / SearchIndex.mostFiles))
    collectSpelling(words, postings)
  }

  private static func write(
    _ word: ArraySlice<UInt8>, _ postings: ArraySlice<Postings.Posting>, to text: inout [UInt8]
  ) {
    text += word
    text.append(0x20)
    var last = -1
    for posting in postings {
      Numeral.write(posting.page - last - 1, to: &text)
      last = posting.page
    }
    text.append(0x20)
    for posting in postings { Numeral.write(posting.score, to: &text) }
    text.append(0x20)
    for posting in postings { Numeral.write(posting.sections, to: &text) }
    text.append(0x0A)
  }

  /// Cuts the lines into files of about `size` bytes.
  private mutating func cut(_ text: [UInt8], at starts: [Int], size: Int) {
    var index = 0
    while index < starts.count {
      let start = starts[index]
      index += 1
      while index < starts.count,
        (index + 1 < starts.count ? starts[index + 1] : text.count) - start <= size
      {
        index += 1
      }
      let file = Array(text[start..<(index < starts.count ? starts[index] : text.count)])
      firstWords.append(String(decoding: file.prefix { $0 != 0x20 }, as: UTF8.self))
      files.append(file)
    }
  }

  /// How often a word is met, as a digit: each is twice the one before.
  private static func frequency(_ pages: Int) -> UInt8 {
    UInt8(ascii: "0") + UInt8(min(9, Int.bitWidth - 1 - pages.leadingZeroBitCount))
  }

  private mutating func collectSpelling(_ words: [Int], _ postings: Postings) {
    let letters = postings.vocabulary.letters
    let candidates = words.filter { word in
      letters(word).count > 3 && !letters(word).contains { (0x30...0x39).contains($0) }
    }
    var room = SearchIndex.spellingBytes
    let frequent = candidates.indices.sorted {
      (-postings.of(candidates[$0]).count, $0) < (-postings.of(candidates[$1]).count, $1)
    }.prefix {
      room -= letters(candidates[$0]).count + 1
      return room >= 0
    }
    for candidate in frequent.sorted() {
      spelling += letters(candidates[candidate])
      spelling.append(Self.frequency(postings.of(candidates[candidate]).count))
      spelling.append(0x0A)
    }
  }
}
