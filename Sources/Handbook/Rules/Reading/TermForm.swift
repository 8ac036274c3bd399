import Markdown

/// A form of a term whose words are looked for in texts.
struct TermForm {
  /// The name templates use.
  let key: String
  let words: String
  let isPlural: Bool
  /// Whether the words are the base's, and this handbook has others.
  let isReplaced: Bool

  /// The forms of all terms, the first of each words; those of a base that `terms` replace come last.
  static func all(_ terms: TermTable, replacing adaptation: Adaptation?) -> [TermForm] {
    var seen: Set<String> = []
    let own = forms(terms, &seen, isReplaced: false)
    guard let adaptation else { return own }
    return own + forms(TermTable(adaptation.baseTerms), &seen, isReplaced: true)
      + forms(TermTable(adaptation.anchorTerms), &seen, isReplaced: true)
  }

  private static func forms(
    _ terms: TermTable, _ seen: inout Set<String>, isReplaced: Bool
  ) -> [TermForm] {
    terms.keys.flatMap { key in
      [TermValue.Form.name, .plural].compactMap { form in
        guard let words = terms.term(key)?.words(form), seen.insert(words).inserted else {
          return nil
        }
        return TermForm(
          key: key, words: words, isPlural: form == .plural, isReplaced: isReplaced)
      }
    }
  }

  /// Lets a rendering look for the words.
  static func prepare(_ options: inout MarkdownOptions, _ site: Site) {
    if options.phrases.isEmpty { options.phrases = PhraseList(site.termForms.map(\.words)) }
  }

  /// What prints the words.
  ///
  /// A page's own value of that name comes before the term's.
  func variable(isCapitalised: Bool, isShadowed: Bool) -> String {
    let member =
      switch (isPlural, isCapitalised) {
      case (false, false): ""
      case (false, true): ".start"
      case (true, false): ".plural"
      case (true, true): ".plural_start"
      }
    return "{{ \(isShadowed ? "terms." : "")\(key)\(member) }}"
  }
}
