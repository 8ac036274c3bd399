/// Returns how many quotes, list items and footnotes may begin on the line, one in another: the
/// markers before its first other byte.
///
/// A line of `- - -` that is a thematic break counts as none.
func containerMarkers(_ line: Bytes) -> Int {
  var scan = MarkerScan(line: line)
  var count = 0
  while scan.skipMarker() { count += 1 }
  // Only a long row is worth a second look.
  guard count > 3, let breakStart = thematicBreakStart(line) else { return count }
  scan = MarkerScan(line: line)
  count = 0
  while scan.index < breakStart, scan.skipMarker() { count += 1 }
  return count
}

/// A walk over the container markers at the beginning of a line.
private struct MarkerScan {
  let line: Bytes
  private(set) var index = 0

  init(line: Bytes) { self.line = line }

  /// Moves over spaces and one marker.
  ///
  /// Returns whether there was one.
  mutating func skipMarker() -> Bool {
    while isSpace(at: index) { index += 1 }
    guard index < line.count else { return false }
    switch line[index] {
    case UInt8(ascii: ">"):
      index += 1
      return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return skip(1)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return skipNumber()
    case UInt8(ascii: "["): return skipFootnoteLabel()
    default: return false
    }
  }

  /// Moves over a marker of `count` bytes when a space or the line's end follows it.
  private mutating func skip(_ count: Int) -> Bool {
    guard index + count >= line.count || isSpace(at: index + count) else { return false }
    index += count
    return true
  }

  private mutating func skipNumber() -> Bool {
    let digits = line[index...].prefix(10).prefix { (0x30...0x39).contains($0) }.count
    guard digits <= 9, index + digits < line.count else { return false }
    let delimiter = line[index + digits]
    guard delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")") else { return false }
    return skip(digits + 1)
  }

  private mutating func skipFootnoteLabel() -> Bool {
    guard index + 1 < line.count, line[index + 1] == UInt8(ascii: "^"),
      let end = line[index...].firstIndex(of: UInt8(ascii: "]")),
      end + 1 < line.count, line[end + 1] == UInt8(ascii: ":")
    else { return false }
    index = end + 2
    return true
  }

  private func isSpace(at index: Int) -> Bool {
    index < line.count && (line[index] == 0x20 || line[index] == 0x09)
  }
}

/// Returns where the thematic break begins that the line ends with, as in `> - - -`.
private func thematicBreakStart(_ line: Bytes) -> Int? {
  guard let mark = line.last(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
  guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else {
    return nil
  }
  var start = line.count
  var marks = 0
  while start > 0, [mark, 0x20, 0x09].contains(line[start - 1]) {
    start -= 1
    if line[start] == mark { marks += 1 }
  }
  return marks >= 3 ? start : nil
}
