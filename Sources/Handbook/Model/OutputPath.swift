import Values

/// Where a file lies in the output, relative to it.
///
/// The only way to name a file to be written.
package struct OutputPath: Sendable, Hashable, Comparable {
  /// The path, with `/` between parts, without one at either end.
  package let text: String

  private static let longestPart = 200

  /// Creates the path, or `nil` for what no output may be called: an empty part, `.` or `..`, a
  /// control character, a backslash, a part that begins with `-` or, except `.well-known`, with
  /// `.`, or one longer than 200 bytes; and one that begins with a mark on the letter before it, which
  /// would make one character of the mark and the `/`.
  package init?(_ text: String) {
    var bytes = text
    guard bytes.withUTF8(Self.areAllowed) else { return nil }
    self.text = text
  }

  /// Whether all parts between the slashes are.
  private static func areAllowed(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = path[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "/")) {
      guard isAllowed(rest[..<end]) else { return false }
      rest = rest[(end + 1)...]
    }
    return isAllowed(rest)
  }

  private static func isAllowed(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = part.first, part.count <= longestPart,
      !part.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
    else { return false }
    if first >= 0x80, beginsWithMark(Substring(decoding: part, as: UTF8.self).utf8) {
      return false
    }
    if first == UInt8(ascii: ".") { return part.elementsEqual(".well-known".utf8) }
    return first != UInt8(ascii: "-")
  }

  /// Whether a part of a path begins with what is no character of its own behind a `/`.
  static func beginsWithMark(_ part: Substring.UTF8View) -> Bool {
    guard let scalar = Substring(part).unicodeScalars.first, !scalar.isASCII else { return false }
    return "/\(scalar)".count == 1
  }

  /// By the paths' bytes.
  package static func < (left: OutputPath, right: OutputPath) -> Bool {
    left.text.precedes(right.text)
  }
}
