import CCMark
import Diagnostics

/// The text that was parsed, and its lines as cmark counts them.
struct SourceText {
  /// The text.
  let bytes: Bytes
  private let lineStarts: [Int]

  /// Creates the text from its bytes and the offsets at which its lines begin.
  init(_ bytes: Bytes, lineStarts: [Int]) {
    self.bytes = bytes
    self.lineStarts = lineStarts
  }

  /// Returns the line, from 1, without its end; a line that does not exist is empty.
  func line(_ number: Int) -> SourceRange {
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Returns the lines that a block stands in, from its first byte on.
  func range(of block: Node) -> SourceRange {
    let first = line(Int(block.pointee.start_line))
    let last = line(min(lines(of: block).upperBound, max(lineStarts.count, 1)))
    let start = min(
      first.lowerBound + max(Int(block.pointee.start_column) - 1, 0), first.upperBound)
    return start..<max(last.upperBound, start)
  }

  /// Returns the lines that a block stands in, from 1.
  func lines(of block: Node) -> ClosedRange<Int> {
    let first = Int(block.pointee.start_line)
    // cmark is one line short where HTML ends with its own mark, such as `-->`.
    guard block.kind == .htmlBlock else { return first...max(first, Int(block.pointee.end_line)) }
    return first...max(first, first + block.literal.count { $0 == 0x0A } - 1)
  }

  /// Returns the line, from 1, of a table's row.
  ///
  /// cmark takes a paragraph's that stands at once above the table for that of its head.
  func line(ofRow row: Node) -> Int {
    let first = Int(row.pointee.start_line)
    guard row.pointee.prev == nil, let table = row.pointee.parent else { return first }
    let below = row.pointee.next.map { Int($0.pointee.start_line) - 2 }
    return max(first, below ?? Int(table.pointee.end_line) - 1)
  }
}
