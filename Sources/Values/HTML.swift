/// Finished HTML as UTF-8 bytes.
public struct HTML: Sendable, Hashable {
  /// The bytes, valid UTF-8.
  public let bytes: [UInt8]

  /// Whether this is the body of the page being laid out, whose links are checked already.
  ///
  /// A renderer reports where in its output such HTML came to stand.
  public let isBody: Bool

  /// Creates HTML from bytes that are valid UTF-8.
  public init(_ bytes: [UInt8], isBody: Bool = false) {
    self.bytes = bytes
    self.isBody = isBody
  }

  /// Creates HTML from text that is markup already.
  public init(_ markup: String) {
    self.init(Array(markup.utf8))
  }
}
