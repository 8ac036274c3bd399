import Diagnostics
import Liquid
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

  /// All in a body, in order, but what stands in `raw`: that shows what somebody is to write, as code does.
  static func all(in body: RenderedBody) -> [FoundTerm] {
    guard !body.markdown.phrases.isEmpty else { return [] }
    let forms = body.site.termForms
    var raw = RawParts(of: body)
    return body.markdown.phrases.compactMap { phrase in
      let place = body.origin.place(of: phrase.range)
      let words = UnsafeBufferPointer(rebasing: body.text[phrase.range])
      let isWritten = place.holds(words)
      if isWritten, raw.hold(place) { return nil }
      let form = forms[phrase.phrase]
      let isShadowed = body.page.head.data[form.key] != nil
      return FoundTerm(
        form: form, isWritten: isWritten, beginsSentence: phrase.beginsSentence,
        words: String(decoding: words, as: UTF8.self), place: place,
        variable: form.variable(isCapitalised: phrase.isCapitalised, isShadowed: isShadowed))
    }
  }
}

/// What of the files that a body is made of its templates print as it stands; read where a finding asks for it.
private struct RawParts {
  private let body: RenderedBody
  private var known: [String: [SourceRange]] = [:]

  init(of body: RenderedBody) { self.body = body }

  /// Whether such a part holds what begins at `place`.
  mutating func hold(_ place: Place) -> Bool {
    guard case .template = body.origin else { return false }
    return parts(of: place.file).contains { $0.contains(place.range.lowerBound) }
  }

  private mutating func parts(of file: SourceFile) -> [SourceRange] {
    if let parts = known[file.path] { return parts }
    let isPage = file.path == body.page.source?.path
    let start = isPage ? min(body.page.bodyStart, file.bytes.count) : 0
    let parts = Template.rawParts(of: file.bytes, in: start..<file.bytes.count)
    known[file.path] = parts
    return parts
  }
}
