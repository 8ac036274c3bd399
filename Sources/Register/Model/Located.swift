package import Diagnostics

/// A value and where it was written.
package struct Located<Value: Sendable>: Sendable {
  /// The value.
  package let value: Value
  /// Its place, for `Registry.place(of:)`.
  package let range: SourceRange

  /// Creates a value with its place.
  package init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}
