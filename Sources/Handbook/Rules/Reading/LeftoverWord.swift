import Diagnostics
import Markdown
import Values

extension BodyRule {
  /// No word is left of those that an adaptation replaces.
  static let leftoverWord = BodyRule(
    leftoverWordText,
    prepare: { options, site in
      if site.adaptation != nil { TermForm.prepare(&options, site) }
    },
    check: { body in
      guard body.site.adaptation != nil, !body.markdown.phrases.isEmpty else { return [] }
      let forms = TermForm.all(of: body.site)
      return body.markdown.phrases.compactMap { finding(of: $0, as: forms[$0.phrase], in: body) }
    })

  /// The finding; `nil` where a template printed the words.
  private static func finding(
    of phrase: FoundPhrase, as form: TermForm, in body: RenderedBody
  ) -> Diagnostic? {
    guard form.isReplaced, let word = body.site.terms.term(form.key)?.text else { return nil }
    let place = body.origin.place(of: phrase.range)
    let words = UnsafeBufferPointer(rebasing: body.text[phrase.range])
    guard place.holds(words) else { return nil }
    let variable = form.variable(
      isCapitalised: phrase.isCapitalised, isShadowed: body.page.head.data[form.key] != nil)
    return finding(
      leftoverWordText, at: place,
      "'\(String(decoding: words, as: UTF8.self))' is the base's word, and this handbook says '\(word)'",
      help: "write '\(variable)'", fix: Fix(place.range, with: variable, isCertain: false))
  }

  private static let leftoverWordText = RuleText(
    "leftover-word", .warning,
    promise: "No word is left of those that an adaptation replaces in 'terms'.",
    why: "Half a renaming is worse than none: readers take two words for two things.",
    example: "# with 'service_manager: service lead' in 'terms'\nAsk the service manager.",
    repair: "Write the variable: 'Ask {{ service_manager.the }}'. Code, quotations and names are "
      + "left alone. In a page of the base, tell those who edit it.")
}
