import Glibc

/// Characters that nobody sees and that turn the direction of the text behind them, so that a
/// reviewer reads something else than what is there: U+202A to U+202E and U+2066 to U+2069.
package enum DirectionMarks {
  /// The name of the rule about them.
  package static let rule = "direction-mark"

  /// A finding for each of them in a part of a file; an error in data, where they are never meant.
  ///
  /// O(*bytes*), at the speed of `memchr`.
  package static func findings(
    in bytes: UnsafeBufferPointer<UInt8>, of file: SourceFile, _ range: SourceRange,
    _ severity: Severity
  ) -> [Diagnostic] {
    guard let base = bytes.baseAddress else { return [] }
    let range = range.clamped(to: 0..<bytes.count)
    var found: [Diagnostic] = []
    var offset = range.lowerBound
    // All begin with the byte E2, which plain text has in dashes and quotes alone.
    while offset + 2 < range.upperBound,
      let next = memchr(base + offset, 0xE2, range.upperBound - offset - 2)
    {
      offset = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(next))
      let isMark =
        switch (bytes[offset + 1], bytes[offset + 2]) {
        case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): true
        default: false
        }
      if isMark { found.append(finding(Place(file, offset..<offset + 3), bytes, severity)) }
      offset += isMark ? 3 : 1
    }
    return found
  }

  private static func finding(
    _ place: Place, _ bytes: UnsafeBufferPointer<UInt8>, _ severity: Severity
  ) -> Diagnostic {
    let start = place.range.lowerBound
    let last = bytes[start + 2]
    let code = bytes[start + 1] == 0x80 ? 0x202A + Int(last) - 0xAA : 0x2066 + Int(last) - 0xA6
    return Diagnostic(
      rule, severity, at: place,
      "a character that nobody sees, U+\(String(code, radix: 16).uppercased()), turns the direction"
        + " of what stands behind it",
      help:
        "remove it; where a language is written from right to left, say so by an attribute 'dir'")
  }
}
