import Diagnostics

/// One file's template, read once and never changed: shared by all that include it.
final class Unit: Sendable {
  /// Where it was written.
  let source: TemplateSource
  /// How it was read.
  let environment: Environment
  /// What it does.
  let body: Body
  /// The partials that it names.
  let references: [Reference]
  /// The names that it reads.
  let reads: NameReads
  /// Whether a loop goes on where another ended.
  let continuesLoops: Bool
  /// What is wrong with it, in the order of the text.
  let failures: [Failure]

  /// Reads a template.
  init(_ source: TemplateSource, _ environment: Environment) {
    var parser = TemplateParser(source.file.bytes, source.range, environment)
    body = parser.parse()
    self.source = source
    self.environment = environment
    references = parser.references
    reads = parser.markup.reads
    continuesLoops = parser.continuesLoops
    failures = parser.failures
  }

  /// The file's path, by which units are told apart.
  var path: String { source.file.path }
}
