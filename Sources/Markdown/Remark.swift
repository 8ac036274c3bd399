package import Diagnostics

/// A finding in a text's own offsets.
///
/// The caller places it in a file and gives it a severity.
package struct Remark: Sendable, Hashable {
  /// The name of the rule, such as `unsafe-html`.
  package var rule: String
  /// What is wrong, as bytes of the text.
  package var range: SourceRange
  /// What is wrong, in one line; no final full stop.
  package var message: String
  /// What would have worked; no final full stop.
  package var help: String

  /// Creates a remark.
  package init(_ rule: String, at range: SourceRange, _ message: String, help: String) {
    self.rule = rule
    self.range = range
    self.message = message
    self.help = help
  }
}
