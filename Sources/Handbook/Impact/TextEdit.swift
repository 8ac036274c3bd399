package import Diagnostics

/// Other text for a part of a file.
package struct TextEdit: Sendable, Hashable {
  /// The part of the file.
  package let range: SourceRange
  /// What takes its place.
  package let replacement: String

  /// Creates an edit.
  package init(_ range: SourceRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension [UInt8] {
  /// Returns the bytes with edits applied; all bytes outside them stay as they are.
  ///
  /// Of edits that overlap, the first counts; the same edit twice counts once.
  package func applying(_ edits: [TextEdit]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var position = 0
    var last: TextEdit?
    for edit in edits.sorted(by: Self.isBefore) {
      guard edit != last, edit.range.lowerBound >= position, edit.range.upperBound <= count else {
        continue
      }
      result += self[position..<edit.range.lowerBound]
      result += edit.replacement.utf8
      position = edit.range.upperBound
      last = edit
    }
    return result + self[position...]
  }

  private static func isBefore(_ left: TextEdit, _ right: TextEdit) -> Bool {
    (left.range.lowerBound, left.range.upperBound, left.replacement)
      < (right.range.lowerBound, right.range.upperBound, right.replacement)
  }
}
