import Diagnostics
import Markdown
import Values

/// Words of a term that stand in a text.
struct FoundTerm {
  let form: TermForm
  /// Whether a person wrote them; else a template printed them.
  let isWritten: Bool
  let beginsSentence: Bool
  let words: String
  let place: Place
  /// What prints the words.
  let variable: String

  /// What would print them, to be looked at by a person first.
  var fix: Fix { Fix(place.range, with: variable, isCertain: false) }

  /// All in a body, in order.
  static func all(in body: RenderedBody) -> [FoundTerm] {
    guard !body.markdown.phrases.isEmpty else { return [] }
    let forms = body.site.termForms
    return body.markdown.phrases.map { phrase in
      let place = body.origin.place(of: phrase.range)
      let words = UnsafeBufferPointer(rebasing: body.text[phrase.range])
      let form = forms[phrase.phrase]
      let isShadowed = body.page.head.data[form.key] != nil
      return FoundTerm(
        form: form, isWritten: place.holds(words), beginsSentence: phrase.beginsSentence,
        words: String(decoding: words, as: UTF8.self), place: place,
        variable: form.variable(isCapitalised: phrase.isCapitalised, isShadowed: isShadowed))
    }
  }
}
