import Diagnostics
import Markdown
import Values

extension BodyRule {
  /// A term that begins a sentence begins with a capital letter.
  static let lowerCaseTerm = BodyRule(
    lowerCaseTermText, prepare: TermForm.prepare,
    check: { body in
      guard body.markdown.phrases.contains(where: \.beginsSentence) else { return [] }
      let forms = TermForm.all(of: body.site)
      return body.markdown.phrases.filter(\.beginsSentence).compactMap { phrase in
        finding(of: phrase, as: forms[phrase.phrase], in: body)
      }
    })

  /// The finding; `nil` where the words are written out, which is a matter of its own.
  private static func finding(
    of phrase: FoundPhrase, as form: TermForm, in body: RenderedBody
  ) -> Diagnostic? {
    let place = body.origin.place(of: phrase.range)
    let words = UnsafeBufferPointer(rebasing: body.text[phrase.range])
    guard !form.isReplaced, !place.holds(words) else { return nil }
    return finding(
      lowerCaseTermText, at: place,
      "'\(String(decoding: words, as: UTF8.self))' begins a sentence in lower case",
      help: "write a form for the start, such as '{{ \(form.key).start }}' or "
        + "'{{ \(form.key).the_start }}'")
  }

  private static let lowerCaseTermText = RuleText(
    "lower-case-term", .warning,
    promise: "A term that begins a sentence begins with a capital letter.",
    why: "In the template the variable looks right; only readers see the slip.",
    example: "{{ service_manager.plural }} decide.",
    repair: "Write '{{ service_manager.plural_start }} decide'.")
}
