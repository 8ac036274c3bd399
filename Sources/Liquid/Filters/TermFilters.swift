import Values

/// Filters that print a noun in another form: the one that it knows of itself, else the usual one.
enum TermFilters {
  /// All of them, by the name of the form.
  static let all: [Filter] = [
    filter("plural", English.plural),
    filter("a", English.withArticle),
    filter("the") { "the " + $0 },
    filter("possessive", English.possessive),
    filter("start", English.capitalised),
    filter("title", English.titled),
    filter("abbreviation") { $0 },
  ]

  private static func filter(
    _ form: String, _ usual: @escaping @Sendable (String) -> String
  ) -> Filter {
    Filter(form) { input, _, renderer throws(Failure) in
      if case .object(let noun) = input, let known = noun.member(form) { return known }
      let text = input.text
      return text.isEmpty ? input : try renderer.made(usual(text))
    }
  }
}
