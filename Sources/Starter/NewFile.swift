/// A file of a handbook that is about to be made.
package struct NewFile: Sendable, Equatable {
  /// Where it lies, relative to the handbook's folder, with `/` between parts.
  package let path: String
  /// What it holds.
  package let text: String

  /// Creates a file.
  package init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}
