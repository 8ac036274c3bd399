import Diagnostics

// What was meant as a heading or as an item of a list, and is a paragraph.
extension Renderer {
  /// Remarks on the lines of a paragraph that begin like a heading or an item without a space.
  mutating func remarkUnreadBlocks(in paragraph: Node) {
    let content = paragraph.content
    var start = 0
    while start < content.count {
      let end = content.firstIndex(of: 0x0A, from: start) ?? content.count
      defer { start = end + 1 }
      guard let block = UnreadBlock(Bytes(rebasing: content[start..<end])),
        block.isMeant(atStart: start == 0, before: content[min(end + 1, content.count)...])
      else { continue }
      let place = currentPlaces()?.source(of: start..<start + block.end)
      remark(
        "unread-block", at: place ?? source.range(of: paragraph),
        "this is no \(block.name): no space stands behind '\(block.marker)'",
        help: block.isWithoutSpace
          ? "write a space there, or '\\' before it where the character itself is meant"
          : "write a space in place of the character there, which only looks like one (U+00A0)")
    }
  }
}

/// The beginning of a line that is written like a heading or an item of a list, and is none.
private struct UnreadBlock {
  /// `##`, `-` or `1.`.
  let marker: String
  /// Where that ends, with the character that looks like a space.
  let end: Int
  /// Whether nothing stands in the place of the space.
  let isWithoutSpace: Bool

  /// What the line would be if a space stood behind its marker.
  var name: String { marker.hasPrefix("#") ? "heading" : "item of a list" }

  /// Looks at a line without blanks before it; `nil` where it begins otherwise.
  init?(_ line: Bytes) {
    let length: Int
    switch line.first {
    case UInt8(ascii: "#"): length = line.prefix { $0 == UInt8(ascii: "#") }.count
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): length = 1
    case let byte? where (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte) && line.count > 1:
      guard line[1] == UInt8(ascii: ".") || line[1] == UInt8(ascii: ")") else { return nil }
      length = 2
    default: return nil
    }
    isWithoutSpace = !line.hasPrefix("\u{A0}", at: length)
    if isWithoutSpace, !Self.isHeading(line, behind: length) { return nil }
    guard length <= 6 else { return nil }
    marker = String(decoding: line[..<length], as: UTF8.self)
    end = length + (isWithoutSpace ? 0 : 2)
  }

  /// Whether a line with so many `#` before its first word is surely meant as a heading: no number, no
  /// tag and not the name of a channel.
  private static func isHeading(_ line: Bytes, behind hashes: Int) -> Bool {
    guard line.first == UInt8(ascii: "#"), hashes < line.count else { return false }
    let first = line[hashes]
    if hashes > 1 { return first >= 0x80 || isAlphanumeric(first) }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
      && line.contains(UInt8(ascii: " ")) && line.last.map(isAlphanumeric) ?? false
  }

  /// Whether it is surely meant where it stands: what lacks a space alone in its paragraph, a number
  /// where the next one follows, as a day may have such a character too.
  func isMeant(atStart isFirst: Bool, before rest: Slice<Bytes>) -> Bool {
    if isWithoutSpace { return isFirst && rest.isEmpty }
    guard let number = marker.utf8.first, marker.count == 2, number != UInt8(ascii: "#") else {
      return true
    }
    return isFirst && rest.first == number + 1
  }
}
