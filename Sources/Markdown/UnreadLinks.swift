import Diagnostics

// What was meant as a link and is none, because its address has a space or no end.
extension Renderer {
  /// So many are told of one text: each takes a look at its place.
  private static let mostUnreadLinks = 50

  /// Remarks on what looks like a link in a text without markup.
  mutating func remarkUnreadLinks(in node: Node) {
    let text = node.literal
    var from = 0
    while unreadLinkCount < Self.mostUnreadLinks, let found = UnreadLink(in: text, from: from) {
      from = found.range.upperBound
      unreadLinkCount += 1
      let range = place(ofBareURL: Bytes(rebasing: text[found.range]))
      remark(
        "unread-link", at: range,
        found.isClosed
          ? "this is no link: its address has a space" : "this is no link: its address has no end",
        help: found.isClosed
          ? "put '<' and '>' round the address" : "write ')' behind the address")
    }
  }
}

/// What is written like a link, `[words](address`, where the address has a space or no end.
struct UnreadLink {
  /// From its bracket to the end of its address.
  let range: Range<Int>
  /// Whether a `)` stands behind the address.
  let isClosed: Bool

  /// Finds the first that begins at `start` or after it.
  ///
  /// O(*n*).
  init?(in text: Bytes, from start: Int) {
    var next = start
    while let open = text.firstIndex(of: UInt8(ascii: "("), from: next) {
      next = open + 1
      guard open > start, text[open - 1] == UInt8(ascii: "]"),
        let address = Self.unreadAddress(text, open + 1)
      else { continue }
      let bracket = text[start..<open].lastIndex(of: UInt8(ascii: "[")) ?? open - 1
      isClosed = address.isClosed
      range = bracket..<address.end
      return
    }
    return nil
  }

  /// Whether a text may hold one; what is code counts too.
  static func mayStand(in text: Bytes) -> Bool { UnreadLink(in: text, from: 0) != nil }

  /// The end of the address that begins at `start`, where no link has such a one.
  private static func unreadAddress(
    _ text: Bytes, _ start: Int
  ) -> (end: Int, isClosed: Bool)? {
    guard start < text.count, text[start] != UInt8(ascii: "<") else { return nil }
    var (end, space, isPath) = (start, nil as Int?, false)
    while end < text.count, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") {
      switch text[end] {
      case UInt8(ascii: ")"): return space != nil && isPath ? (end + 1, true) : nil
      case UInt8(ascii: "("), UInt8(ascii: "\\"): return nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        // A title stands behind the address.
        if space == end - 1 { return nil }
      case UInt8(ascii: " "): space = end
      case UInt8(ascii: "/"): isPath = true
      case UInt8(ascii: "."):
        if end + 1 < text.count, isAlphanumeric(text[end + 1]) { isPath = true }
      default: break
      }
      end += 1
    }
    return isPath ? (space ?? end, false) : nil
  }
}
