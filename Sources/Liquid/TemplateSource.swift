public import Diagnostics

/// A file, and the part of it that is template text.
public struct TemplateSource: Sendable {
  /// The file.
  public let file: SourceFile
  /// The part that is template text, such as what stands behind a page's front matter.
  public let range: SourceRange

  /// Creates the source of a part of `file`; `range` is clamped to the file's bytes.
  public init(_ file: SourceFile, _ range: SourceRange) {
    self.file = file
    self.range = range.clamped(to: 0..<file.bytes.count)
  }

  /// Creates the source of a whole file.
  public init(_ file: SourceFile) {
    self.init(file, 0..<file.bytes.count)
  }
}
