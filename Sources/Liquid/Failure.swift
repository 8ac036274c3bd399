import Diagnostics

/// Why a piece of a template could not be read or rendered; it becomes a finding.
///
/// What happens deep inside, in a filter, does not know its place: who called it adds that.
struct Failure: Error {
  /// The rule of the finding.
  var rule: Rule
  /// What is wrong.
  var message: String
  /// What instead.
  var help: String?
  /// Where, once that is known.
  var range: SourceRange?

  /// The rules that templates break.
  enum Rule: String {
    case syntax = "template-syntax"
    case undefined = "undefined-variable"
    case partial = "missing-partial"
    case limit = "limit-exceeded"
  }

  /// Creates a failure of the rule `template-syntax`, which is most of them, or another.
  init(
    _ message: String, help: String? = nil, at range: SourceRange? = nil, rule: Rule = .syntax
  ) {
    self.rule = rule
    self.message = message
    self.help = help
    self.range = range
  }

  /// The failure at `range`, unless it knows a closer place.
  func placed(at range: SourceRange) -> Failure {
    var copy = self
    copy.range = copy.range ?? range
    return copy
  }

  /// The finding, once the file is known.
  func diagnostic(in file: SourceFile, notes: [Diagnostic.Note] = []) -> Diagnostic {
    Diagnostic(
      rule.rawValue, .error, at: Place(file, range ?? 0..<0), message, help: help, notes: notes)
  }
}
