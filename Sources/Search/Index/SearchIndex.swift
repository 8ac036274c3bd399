/// The index of a site: text files that the site's script reads parts of.
///
/// `index.txt` tells what there is and is read first. Below a folder named after all that is in it,
/// `words-N.txt` hold the words in order, one a line with its pages, `pages-N.txt` the pages, one a
/// line, and `spelling.txt` the words that a slip of the pen may have meant. Every file is small, so
/// that a search reads little of a large site. The same pages give the same bytes.
package struct SearchIndex {
  /// The form of the files, by which a script knows that it can read them.
  package static let format = 1
  /// How many pages a file tells of.
  static let pagesInFile = 16
  /// The least bytes of a file of words; more where there would be too many files.
  static let wordsInFile = 8 << 10
  /// The most files of words.
  static let mostFiles = 512
  /// The most bytes of words to correct spelling by.
  static let spellingBytes = 48 << 10

  private let pages: [SearchablePage]
  private let language: SearchLanguage
  private let entries: String

  /// Creates the index of `pages`, which are numbered in this order; `entries` is the folder of
  /// pages named by certificate number, or empty.
  package init(_ pages: [SearchablePage], language: SearchLanguage, entries: String) {
    self.pages = pages
    self.language = language
    self.entries = entries
  }

  /// The files; `digest` names a folder by all that is in it.
  package func files(digest: ([UInt8]) -> String) -> [SearchFile] {
    let words = WordFiles(Postings(pages), pageCount: pages.count, language: language)
    let pageTexts = stride(from: 0, to: pages.count, by: Self.pagesInFile).map {
      pageLines(pages[$0..<min($0 + Self.pagesInFile, pages.count)])
    }
    var all = words.files.enumerated().map {
      SearchFile(path: "words-\($0.offset).txt", bytes: $0.element)
    }
    all += pageTexts.enumerated().map {
      SearchFile(path: "pages-\($0.offset).txt", bytes: $0.element)
    }
    all.append(SearchFile(path: "spelling.txt", bytes: words.spelling))
    let folder = digest(all.flatMap(\.bytes))
    for index in all.indices { all[index].path = "\(folder)/\(all[index].path)" }
    return [SearchFile(path: "index.txt", bytes: overview(folder, words.firstWords))] + all
  }

  private func overview(_ folder: String, _ firstWords: [String]) -> [UInt8] {
    var groups: [String] = []
    var runs: [UInt8] = []
    var run = (group: -1, length: 0)
    func endRun() {
      guard run.length > 0 else { return }
      Numeral.write(run.group, to: &runs)
      Numeral.write(run.length, to: &runs)
    }
    for page in pages {
      let group =
        groups.firstIndex(of: page.group)
        ?? {
          groups.append(page.group)
          return groups.count - 1
        }()
      if group != run.group {
        endRun()
        run = (group, 0)
      }
      run.length += 1
    }
    endRun()
    let lines = [
      "\(Self.format) \(folder) \(pages.count) \(language.foldsEndings ? "en" : "-")",
      groups.map(plain).joined(separator: "\t"), String(decoding: runs, as: UTF8.self),
      language.passedOver.joined(separator: " "), firstWords.joined(separator: " "), entries,
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// One line a page: URL, title, then id and heading of each section, between tabs.
  private func pageLines(_ pages: ArraySlice<SearchablePage>) -> [UInt8] {
    var text: [UInt8] = []
    for page in pages {
      write(page.url, to: &text)
      writeField(page.title, to: &text)
      for section in page.sections {
        writeField(section.id, to: &text)
        writeField(section.heading, to: &text)
      }
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  private func writeField(_ field: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\t"))
    write(field, to: &text)
  }

  /// Writes a text without what separates texts.
  private func write(_ plain: String, to text: inout [UInt8]) {
    let start = text.count
    text.append(contentsOf: plain.utf8)
    for index in start..<text.count where text[index] < 0x20 { text[index] = 0x20 }
  }

  private func plain(_ text: String) -> String {
    var bytes: [UInt8] = []
    write(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
