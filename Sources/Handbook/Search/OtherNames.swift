import Search

/// The other names of what pages are about: a term's abbreviation, its plural, and the word that an
/// adopting organisation put another in the place of.
struct OtherNames: Sendable {
  /// The names of each term, each as words between spaces.
  private let terms: [[String]]

  init(_ written: [Term], _ table: TermTable) {
    terms = written.map { term in
      let forms = [TermValue.Form.name, .plural, .abbreviation].compactMap {
        table.term(term.key)?.words($0)
      }
      var names: [String] = []
      for name in (forms + [term.key]).map(Self.words) where !names.contains(name) {
        names.append(name)
      }
      return names
    }
  }

  /// The other names of the terms that stand in a title.
  func others(of title: String) -> [String] {
    guard !terms.isEmpty else { return [] }
    let title = Self.words(title)
    return terms.flatMap { names in
      names.contains { title.contains($0) } ? names.filter { !title.contains($0) } : []
    }
  }

  private static func words(_ text: String) -> String {
    var text = text
    var result = " "
    text.withUTF8 { bytes in
      var reader = WordReader()
      var position = 0
      while reader.next(in: bytes, from: &position) {
        result += String(decoding: reader.word, as: UTF8.self) + " "
      }
    }
    return result
  }
}
