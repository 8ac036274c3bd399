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

extension Fix {
  /// The repair of a word at `place` that is probably a slip of the pen for `near`; `nil` where none
  /// is known, or the word stands there in another form, as with escapes.
  public init?(ofWord written: String, to near: String?, at place: Place) {
    guard let near, place.file.bytes[place.range].elementsEqual(written.utf8) else { return nil }
    self.init(place.range, with: near, isCertain: false)
  }
}
