import Diagnostics
import Markdown
import Values

extension BodyRule {
  /// Terms of `site.yml` are printed by their names, never written out.
  static let writtenOutTerm = BodyRule(
    writtenOutTermText,
    prepare: { options, site in options.phrases = PhraseList(TermForm.all(of: site).map(\.words)) },
    check: { body in
      // Without templates on the page there is nothing else to write.
      guard !body.markdown.phrases.isEmpty, body.page.head.rendersLiquid else { return [] }
      let forms = TermForm.all(of: body.site)
      return body.markdown.phrases.compactMap { finding(of: $0, as: forms[$0.phrase], in: body) }
    })

  /// The finding; `nil` where a template printed the words.
  private static func finding(
    of phrase: FoundPhrase, as form: TermForm, in body: RenderedBody
  ) -> Diagnostic? {
    let place = body.origin.place(of: phrase.range)
    let words = UnsafeBufferPointer(rebasing: body.text[phrase.range])
    guard place.holds(words) else { return nil }
    let variable = form.variable(
      isCapitalised: phrase.isCapitalised, isShadowed: body.page.head.data[form.key] != nil)
    return finding(
      writtenOutTermText, at: place,
      "'\(String(decoding: words, as: UTF8.self))' is written out, though 'terms' in site.yml names it",
      help: "write '\(variable)'",
      fix: Fix(place.range, with: variable, isCertain: false))
  }

  private static let writtenOutTermText = RuleText(
    "written-out-term", .warning,
    promise: "Words that 'terms' in site.yml names are printed from there.",
    why: "An organisation that adapts the handbook changes such a word in one place; where it is "
      + "written out, the old word stays.",
    example: "# with 'service_manager: service manager' in 'terms'\nAsk the service manager.",
    repair: "Write the variable: 'Ask {{ service_manager.the }}'. Code, quotations and names are "
      + "left alone.")
}

/// A form of a term whose words are looked for.
private struct TermForm {
  /// The name templates use.
  let key: String
  let words: String
  let isPlural: Bool

  /// The forms of all terms, the first of each words.
  static func all(of site: Site) -> [TermForm] {
    var seen: Set<String> = []
    return site.terms.keys.flatMap { key in
      [TermValue.Form.name, .plural].compactMap { form in
        guard let words = site.terms.term(key)?.words(form), seen.insert(words).inserted else {
          return nil
        }
        return TermForm(key: key, words: words, isPlural: form == .plural)
      }
    }
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
