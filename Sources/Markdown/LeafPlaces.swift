import Diagnostics

/// Where each line of a leaf block's content stands in the source.
///
/// cmark takes the markers of quotes and lists, link definitions, the closing `#` of headings and the
/// bars of tables away before it reads inlines, and its columns do not know it. So each line of the
/// content is looked for in the block's lines of the source, and what is not found has no place.
struct LeafPlaces {
  /// The content, as cmark parsed it.
  let content: Bytes
  /// The whole block in the source: what is said where nothing smaller is known.
  let block: SourceRange
  /// The content up to here is behind the last link that was found.
  var cursor = 0
  private var lines: [(content: Range<Int>, source: Int)] = []

  /// Finds the places of `content`, which stands in `block`, on some of `lineNumbers`, and not
  /// before `column` on the first of them, when it is found there.
  init(
    of content: Bytes, in block: SourceRange, lines lineNumbers: ClosedRange<Int>, column: Int = 0,
    _ source: SourceText
  ) {
    self.content = content
    self.block = block
    var number = lineNumbers.lowerBound
    var start = 0
    while start < content.count {
      let end = content.firstIndex(of: 0x0A, from: start) ?? content.count
      let line = Bytes(rebasing: content[start..<end])
      // Lines that were link definitions come first and are no longer in the content.
      while number <= lineNumbers.upperBound {
        defer { number += 1 }
        let written = source.line(number)
        let hint = min(written.lowerBound + (lines.isEmpty ? column : 0), written.upperBound)
        if let place = findWritten(line, in: written, from: hint, source) {
          lines.append((start..<end, place))
          break
        }
      }
      start = end + 1
    }
  }

  /// Returns where a part of the content stands in the source, when it stands there as it is.
  func source(of range: Range<Int>) -> SourceRange? {
    guard let first = place(of: range.lowerBound), let last = place(of: range.upperBound),
      first <= last
    else { return nil }
    return first..<last
  }

  private func place(of offset: Int) -> Int? {
    guard let line = lines.last(where: { $0.content.lowerBound <= offset }) else { return nil }
    guard offset <= line.content.upperBound else { return nil }
    return line.source + offset - line.content.lowerBound
  }
}

/// Returns where `line` stands in a line of the source, not before `hint` when it is found there; `^` as
/// it was written.
private func findWritten(
  _ line: Bytes, in written: SourceRange, from hint: Int, _ source: SourceText
) -> Int? {
  let behind = hint..<written.upperBound
  guard line.firstIndex(of: caretStandIn, from: 0) != nil else {
    return find(line, in: behind, of: source) ?? find(line, in: written, of: source)
  }
  return restoringCarets(Array(line)).withUnsafeBufferPointer {
    find($0, in: behind, of: source) ?? find($0, in: written, of: source)
  }
}

/// Returns where `line` stands in a line of the source: at its end, as most do, else at first.
private func find(_ line: Bytes, in range: SourceRange, of source: SourceText) -> Int? {
  guard line.count <= range.count else { return nil }
  let atEnd = range.upperBound - line.count
  if line.equals(Bytes(rebasing: source.bytes[atEnd..<range.upperBound])) { return atEnd }
  guard let first = line.first else { return nil }
  return (range.lowerBound..<atEnd).first {
    source.bytes[$0] == first
      && line.equals(Bytes(rebasing: source.bytes[$0..<$0 + line.count]))
  }
}
