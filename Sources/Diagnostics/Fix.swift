/// A repair that a finding carries: other text for a part of its file.
public struct Fix: Sendable, Hashable {
  /// The part of the finding's file that is replaced.
  public let range: SourceRange
  /// What takes its place.
  public let replacement: String
  /// Whether it is surely what was meant; what is only likely wants a person's word.
  public let isCertain: Bool

  /// Creates a repair.
  public init(_ range: SourceRange, with replacement: String, isCertain: Bool) {
    self.range = range
    self.replacement = replacement
    self.isCertain = isCertain
  }
}
