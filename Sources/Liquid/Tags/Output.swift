import Diagnostics
import Values

/// `{{ … }}` and `echo`: prints a value.
final class Output: Sendable {
  let pipeline: Pipeline
  /// Whether the value is escaped while it is printed: what a last filter `escape` comes to, without
  /// building the escaped text.
  let escapes: Bool
  /// Whether it prints JSON, which alone may stand inside a script of data.
  let isJSON: Bool
  /// Where the whole tag stands.
  let range: SourceRange

  /// Creates the output of what `pipeline` gives.
  init(_ pipeline: Pipeline, at range: SourceRange) {
    let last = pipeline.filters.last?.filter.name
    escapes = last == "escape" || last == "h"
    isJSON = last == "json"
    self.pipeline = escapes ? pipeline.withoutLastFilter : pipeline
    self.range = range
  }
}

extension TemplateParser {
  /// Reads what stands between `{{` and `}}`, or behind `echo`; nothing prints nothing.
  mutating func parseOutput(_ markup: SourceRange, tag range: SourceRange) -> Node? {
    let pipeline = read(markup, of: range) { markup throws(Failure) in try markup.pipeline() }
    body.isBlank = false
    guard let pipeline = pipeline ?? nil else { return nil }
    return .output(Output(pipeline, at: range))
  }
}

extension Renderer {
  /// Prints the value.
  mutating func render(_ output: Output) throws(Failure) {
    let value = try evaluate(output.pipeline, isPrinted: true)
    if output.escapes {
      try budget.spend(1)
      try printEscaped(text: value)
    } else {
      try isEscaping ? printEscaped(value) : printPlain(value)
    }
  }
}
