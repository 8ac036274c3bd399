import Diagnostics
import Liquid

/// A short text of front matter in which terms are filled in.
enum TermTemplate {
  /// Returns the text with its terms, and findings whose places are in the text alone.
  static func expand(_ text: String, _ terms: TermTable) -> Diagnosed<String> {
    let file = SourceFile(path: "", text: text)
    let template = Template.parse(
      TemplateSource(file), in: Environment(undefined: .finding, extensions: .all))
    var bytes: [UInt8] = []
    let rendering = template.value.render(terms, into: &bytes)
    return Diagnosed(
      String(decoding: bytes, as: UTF8.self), template.diagnostics + rendering.diagnostics)
  }
}
