import Search

/// The words of a text, as the index has them.
func words(_ text: String) -> [String] {
  var text = text
  return text.withUTF8 { bytes in
    var reader = WordReader()
    var position = 0
    var words: [String] = []
    while reader.next(in: bytes, from: &position) {
      words.append(String(decoding: reader.word, as: UTF8.self))
    }
    return words
  }
}

/// A page drawn as text: `# Heading` begins a section, whose anchor is the heading's first word.
func page(_ title: String, _ text: String = "", group: String = "", at url: String? = nil)
  -> SearchablePage
{
  var counter = WordCounter()
  var sections: [SearchablePage.Section] = []
  counter.add(title, in: .title)
  for line in text.split(separator: "\n") {
    var line = String(line)
    if line.hasPrefix("# ") {
      line.removeFirst(2)
      sections.append(SearchablePage.Section(id: words(line).first ?? "", heading: line))
      counter.add(line, in: .heading)
    }
    line.withUTF8 { counter.add(text: $0, section: sections.count) }
  }
  return SearchablePage(
    url: url ?? "/\(words(title).joined(separator: "-"))/", title: title, group: group,
    sections: sections, words: counter.finish())
}

/// The files of an index, by name without their folder.
func files(_ pages: [SearchablePage], language: String = "en", entries: String = "")
  -> [String: String]
{
  let index = SearchIndex(pages, language: SearchLanguage(tag: language), entries: entries)
  return Dictionary(
    uniqueKeysWithValues: index.files { "\($0.count)" }.map { file in
      (
        String(file.path.split(separator: "/").last ?? ""),
        String(decoding: file.bytes, as: UTF8.self)
      )
    })
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
