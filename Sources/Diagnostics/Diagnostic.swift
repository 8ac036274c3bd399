/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  /// The handbook must not be published so.
  case error
  /// The handbook may be published; strict runs refuse it.
  case warning
}

/// A finding: what is wrong, where, and what instead.
///
/// It cannot be made without a place.
public struct Diagnostic: Sendable {
  /// The name of the rule, such as `broken-link`.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// The smallest part of what the author edits that is wrong.
  public var place: Place
  /// What is wrong, in one line, beginning with the specific; no final full stop.
  public var message: String
  /// What would have worked, or how to go on; no final full stop.
  public var help: String?
  /// The date, such as `2026-06-30`, since which the calendar alone causes the finding.
  public var since: String?
  /// Other places that explain this one, such as the includes that led here, innermost first.
  public var notes: [Note]

  /// What would repair it, where that is known.
  public var fix: Fix?

  /// A second place and what it has to do with the finding.
  public struct Note: Sendable {
    /// Where.
    public let place: Place
    /// What happens there, such as `included here`.
    public let message: String

    /// Creates a note.
    public init(_ message: String, at place: Place) {
      self.place = place
      self.message = message
    }
  }

  /// Creates a finding.
  public init(
    _ rule: String, _ severity: Severity, at place: Place, _ message: String,
    help: String? = nil, since: String? = nil, notes: [Note] = [], fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.help = help
    self.since = since
    self.notes = notes
    self.fix = fix
  }
}
