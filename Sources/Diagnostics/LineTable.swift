/// Where the lines of a text begin.
///
/// Lines and columns exist only where findings are printed.
public struct LineTable: Sendable {
  /// A line and a column, both from 1; columns count Unicode scalars.
  public struct Position: Sendable, Hashable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in Unicode scalars.
    public let column: Int
  }

  private let bytes: [UInt8]
  /// The offset at which each line begins, in order; the first is 0.
  public let starts: [Int]

  /// Creates the table of `bytes`.
  ///
  /// A line ends at `\n`, `\r\n` or a lone `\r`. O(*n*).
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let endsLine =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
          && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n"))
      if endsLine { starts.append(offset + 1) }
    }
    self.starts = starts
  }

  /// Returns the line and column of a byte offset; an offset behind the end is the end's.
  ///
  /// - Complexity: O(log *lines* + *length of the line*).
  public func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    let column = bytes[starts[line]..<offset].count { $0 & 0xC0 != 0x80 }
    return Position(line: line + 1, column: column + 1)
  }

  /// Returns the bytes' range of the line, from 1, without its end; empty when there is no such line.
  public func range(ofLine line: Int) -> SourceRange {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return start..<end
  }

  private func lineIndex(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
