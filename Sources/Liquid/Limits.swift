/// How much one template may use.
///
/// Exceeding a limit is a finding at the place where it happens.
public struct Limits: Sendable, Hashable {
  /// Steps of one rendering: tags, outputs, filters and rounds of loops, and one more for every
  /// 64 bytes or 8 elements that a filter looks at.
  public var steps = 5_000_000
  /// Bytes that one rendering prints.
  public var outputBytes = 16 << 20
  /// Bytes of text and arrays that filters and captures of one rendering build, all added up.
  public var valueBytes = 64 << 20
  /// Partials within partials.
  public var includeDepth = 50
  /// Tags within tags, and brackets within brackets, in one file.
  public var nesting = 100
  /// Tags and partials within each other, over all files of one rendering.
  public var renderDepth = 400

  /// Creates the default limits.
  public init() {}
}
