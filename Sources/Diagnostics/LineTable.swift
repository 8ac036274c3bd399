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

    /// Creates a position.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  private let bytes: [UInt8]
  /// The offset at which each line begins, in order; the first is 0.
  public let starts: [Int]
  /// How many scalars begin before each offset that is a multiple of `stride`: of a line that holds
  /// thousands of findings, only so much is counted for each.
  private let marks: [Int]
  private static let stride = 256

  /// Creates the table of `bytes`.
  ///
  /// A line ends at `\n`, `\r\n` or a lone `\r`. O(*n*).
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var (marks, scalars) = ([0], 0)
    for (offset, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if (offset + 1) % Self.stride == 0 { marks.append(scalars) }
      let endsLine =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
          && !(offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n"))
      if endsLine { starts.append(offset + 1) }
    }
    self.starts = starts
    self.marks = marks
  }

  /// Returns the line and column of a byte offset; an offset behind the end is the end's.
  ///
  /// - Complexity: O(log *lines*), and a look at half a kilobyte at most.
  public func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    let column = scalars(before: offset) - scalars(before: starts[line])
    return Position(line: line + 1, column: column + 1)
  }

  private func scalars(before offset: Int) -> Int {
    let mark = offset / Self.stride
    return bytes[(mark * Self.stride)..<offset].reduce(marks[mark]) {
      $0 + ($1 & 0xC0 != 0x80 ? 1 : 0)
    }
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
