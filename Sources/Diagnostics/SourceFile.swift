/// A file as the author sees it: its path and its bytes.
public struct SourceFile: Sendable {
  /// Where it lies, relative to the site's folder, with `/` between parts.
  public let path: String
  /// What is in it.
  public let bytes: [UInt8]

  /// Creates a file from its path and bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Creates a file from its path and text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// A part of a file, as offsets in its bytes from 0; the end is excluded.
public typealias SourceRange = Range<Int>

/// A part of a named file: where something was written.
public struct Place: Sendable {
  /// The file.
  public let file: SourceFile
  /// The part of it.
  public let range: SourceRange

  /// Creates a place; `range` is clamped to the file's bytes, so that it can always be shown.
  public init(_ file: SourceFile, _ range: SourceRange) {
    self.file = file
    self.range = range.clamped(to: 0..<file.bytes.count)
  }
}
