import Diagnostics
import Markdown
import Values

extension BodyRule {
  /// Terms of `site.yml` are printed by their names, never written out.
  static let writtenOutTerm = BodyRule(
    writtenOutTermText,
    prepare: TermForm.prepare,
    check: { body in
      // Without templates on the page there is nothing else to write.
      guard !body.markdown.phrases.isEmpty, body.page.head.rendersLiquid else { return [] }
      // A page of a base knows nothing of the words here.
      if let path = body.page.source?.path, body.site.adaptation?.isFromBase(path) ?? false {
        return []
      }
      let forms = TermForm.all(of: body.site)
      return body.markdown.phrases.compactMap { finding(of: $0, as: forms[$0.phrase], in: body) }
    })

  /// The finding; `nil` where a template printed the words.
  private static func finding(
    of phrase: FoundPhrase, as form: TermForm, in body: RenderedBody
  ) -> Diagnostic? {
    guard !form.isReplaced else { return nil }
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
