import Diagnostics
import Values

/// `{{ … }}` and `echo`: prints a value.
struct Output: Sendable {
  var pipeline: Pipeline
  /// Whether it prints JSON, which alone may stand inside a script of data.
  var isJSON: Bool
  /// Where the whole tag stands.
  var range: SourceRange
}

extension TemplateParser {
  /// Reads what stands between `{{` and `}}`, or behind `echo`; nothing prints nothing.
  mutating func parseOutput(_ markup: SourceRange, tag range: SourceRange) -> Node? {
    let pipeline = read(markup, of: range) { markup throws(Failure) in try markup.pipeline() }
    body.isBlank = false
    guard let pipeline = pipeline ?? nil else { return nil }
    return .output(
      Output(
        pipeline: pipeline, isJSON: pipeline.filters.last?.filter.name == "json",
        range: range))
  }
}

extension Renderer {
  /// Prints the value.
  mutating func render(_ output: Output) throws(Failure) {
    let value = try evaluate(output.pipeline, isPrinted: true)
    try isEscaping ? printEscaped(value) : printPlain(value)
  }
}
