import Diagnostics
import Values

/// `{{ … }}` and `echo`: prints a value.
struct Output: Sendable {
  var pipeline: Pipeline
  /// Whether the last filter's text is written as it is, even though it is no `Value.html`.
  var isVerbatim: Bool
  /// Where the whole tag stands.
  var range: SourceRange
}

extension TemplateParser {
  /// Reads what stands between `{{` and `}}`, or behind `echo`. Nothing prints nothing.
  mutating func parseOutput(_ markup: SourceRange, tag range: SourceRange) -> Node? {
    let pipeline = read(markup, tag: nil) { markup throws(Failure) in try markup.pipeline() }
    body.isBlank = false
    guard let pipeline = pipeline ?? nil else { return nil }
    return .output(
      Output(
        pipeline: pipeline, isVerbatim: pipeline.filters.last?.filter.name == "json",
        range: range))
  }
}

extension Renderer {
  /// Prints the value.
  mutating func render(_ output: Output) throws(Failure) {
    let value = try evaluate(output.pipeline, isPrinted: true)
    if isEscaping, !output.isVerbatim {
      try printEscaped(value)
    } else {
      try printPlain(value)
    }
  }
}
