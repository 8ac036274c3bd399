package import Diagnostics

/// Where a page's front matter and body stand.
package struct FrontMatter: Sendable {
  /// The YAML between the fences, without them; `nil` where the page has none.
  package let yaml: SourceRange?
  /// The opening fence, or the empty beginning of a page without one: the place of what is missing.
  package let opening: SourceRange
  /// The offset at which the body begins.
  package let bodyStart: Int

  /// Finds the front matter of a page.
  ///
  /// It stands between a first line `---` and the next line `---` or `...`; blanks may follow a
  /// fence, a byte order mark may come before it. A page whose closing fence is missing keeps its
  /// whole text as body, with an error at the opening fence. O(*front matter*).
  package static func split(_ file: SourceFile) -> Diagnosed<FrontMatter> {
    file.bytes.withUnsafeBufferPointer { bytes in
      let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
      let none = FrontMatter(yaml: nil, opening: start..<start, bodyStart: start)
      guard let first = fence(in: bytes, at: start, of: UInt8(ascii: "-")) else {
        return Diagnosed(none, late(in: bytes, file, from: start).map { [$0] } ?? [])
      }
      guard let close = closingFence(in: bytes, from: first) else {
        return Diagnosed(none, [unclosed(file, at: start..<start + 3)])
      }
      return Diagnosed(
        FrontMatter(
          yaml: first..<close.lowerBound, opening: start..<start + 3, bodyStart: close.upperBound))
    }
  }

  /// The line of the next fence at `start` or after it, with its end.
  private static func closingFence(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Range<Int>? {
    var line = start
    while line < bytes.count {
      let next =
        fence(in: bytes, at: line, of: UInt8(ascii: "-"))
        ?? fence(in: bytes, at: line, of: UInt8(ascii: "."))
      if let next { return line..<next }
      line = nextLine(in: bytes, after: line)
    }
    return nil
  }

  /// The finding of front matter that has blanks or empty lines before it: fences, and a key behind the first.
  private static func late(
    in bytes: UnsafeBufferPointer<UInt8>, _ file: SourceFile, from start: Int
  ) -> Diagnostic? {
    var open = start
    while open < bytes.count, bytes[open].isBlank || bytes[open].isLineEnd { open += 1 }
    guard open > start, let first = fence(in: bytes, at: open, of: UInt8(ascii: "-")) else {
      return nil
    }
    let key = bytes[first...].prefix { !$0.isLineEnd && $0 != UInt8(ascii: ":") }
    let isKey = key.allSatisfy { byte in
      byte == UInt8(ascii: "_") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
    guard isKey, !key.isEmpty, key.endIndex < bytes.count,
      bytes[key.endIndex] == UInt8(ascii: ":"), closingFence(in: bytes, from: first) != nil
    else { return nil }
    return Diagnostic(
      "invalid-front-matter", .error, at: Place(file, open..<open + 3),
      "front matter begins with the first character of a file",
      help: "take out what stands before '---'")
  }

  /// The start of the next line, when the line at `start` is three times `mark` and blanks.
  private static func fence(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, of mark: UInt8
  ) -> Int? {
    guard start + 3 <= bytes.count, bytes[start] == mark, bytes[start + 1] == mark,
      bytes[start + 2] == mark
    else { return nil }
    var end = start + 3
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    guard end == bytes.count || bytes[end].isLineEnd else { return nil }
    return nextLine(in: bytes, after: end)
  }

  private static func nextLine(in bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> Int {
    var offset = start
    while offset < bytes.count, !bytes[offset].isLineEnd { offset += 1 }
    guard offset < bytes.count else { return offset }
    let isPair =
      bytes[offset] == UInt8(ascii: "\r") && offset + 1 < bytes.count
      && bytes[offset + 1] == UInt8(ascii: "\n")
    return offset + (isPair ? 2 : 1)
  }

  private static func unclosed(_ file: SourceFile, at fence: SourceRange) -> Diagnostic {
    Diagnostic(
      "invalid-front-matter", .error, at: Place(file, fence), "this front matter is not closed",
      help: "put a line '---' behind its last line")
  }
}
