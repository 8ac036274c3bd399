/// Something of a foreign site that a handbook has no place for, or has under another name.
package struct Remark: Sendable, Equatable {
  /// The file, relative to the foreign site's folder.
  package let file: String
  /// The line, from 1; `nil` where the whole file is meant.
  package let line: Int?
  /// What it is, and what to do instead, without a final full stop.
  package let text: String

  /// Creates a remark.
  init(_ file: String, line: Int? = nil, _ text: String) {
    self.file = file
    self.line = line
    self.text = text
  }

  /// The file and line as editors take them.
  var place: String { file + (line.map { ":\($0)" } ?? "") }
}
