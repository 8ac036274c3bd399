import Diagnostics
import YAML

/// How the value of a key is overlaid by one of the same key.
indirect enum KeyOverlay: Sendable {
  /// It gives way as a whole.
  case replaced
  /// What it holds is overlaid key by key: those named as they say, others as `others` says.
  case byKey([String: KeyOverlay] = [:], others: KeyOverlay = .replaced)
  /// Its items are overlaid by what each of them leads to.
  case byItem

  func inner(_ key: String) -> KeyOverlay {
    guard case .byKey(let named, let others) = self else { return .replaced }
    return named[key] ?? others
  }
}

/// Keys and values, or the items of a list, as lines of YAML that can be moved one by one.
///
/// Lines are kept as they were written, comments too; values in braces are written on lines of their
/// own.
struct KeyedText {
  /// A key with its value, and the comments directly above it.
  struct Piece {
    /// The key, or what an item leads to.
    let key: String
    let value: Node
    /// Whole lines, where they are; else the bare key and value.
    let range: SourceRange
    let isLines: Bool
    /// How far the lines are indented.
    let indent: Int
    /// Where the key stands.
    let keyRange: SourceRange
  }

  let text: ComposedText
  let pieces: [Piece]

  /// Takes the pairs of a mapping apart, whose lines end before `end`.
  init(_ text: ComposedText, _ mapping: Mapping, end: Int) {
    self.init(
      text, mapping.pairs.map { ($0.key, $0.value, $0.keyRange, $0.keyRange.lowerBound) }, end: end,
      opening: "")
  }

  /// Takes the items of a list apart, whose lines end before `end`.
  init(_ text: ComposedText, items: [Node], end: Int) {
    self.init(
      text, items.map { (Self.target(of: $0), $0, $0.range, $0.range.lowerBound) }, end: end,
      opening: "-")
  }

  private init(
    _ text: ComposedText, _ parts: [(key: String, value: Node, keyRange: SourceRange, at: Int)],
    end: Int, opening: String
  ) {
    self.text = text
    let bytes = text.bytes
    let starts = parts.map { Self.lineStart(bytes, before: $0.at, opening) }
    pieces = parts.enumerated().map { index, part in
      guard let (start, indent) = starts[index] else {
        return Piece(
          key: part.key, value: part.value,
          range: part.keyRange
            .lowerBound..<max(part.value.range.upperBound, part.keyRange.upperBound),
          isLines: false, indent: 0, keyRange: part.keyRange)
      }
      var next = end
      if index + 1 < parts.count, let (following, _) = starts[index + 1] {
        next = Self.commentStart(bytes, above: following, after: start)
      }
      return Piece(
        key: part.key, value: part.value,
        range: Self.commentStart(bytes, above: start, after: 0)..<max(next, start), isLines: true,
        indent: indent, keyRange: part.keyRange)
    }
  }

  /// What an entry of the menu leads to, by which it is known.
  private static func target(of node: Node) -> String {
    guard let mapping = node.mapping else { return node.scalar?.text ?? "" }
    for key in ["page", "section"] {
      if let path = mapping[key]?.scalar?.text { return path }
    }
    if let tag = mapping["tag"]?.scalar?.text { return "tag " + tag }
    return "title " + (mapping["title"]?.scalar?.text ?? "")
  }

  /// Where the line of a key begins, and how far it is indented; `nil` where something else stands
  /// before the key.
  private static func lineStart(
    _ bytes: [UInt8], before key: Int, _ opening: String
  ) -> (start: Int, indent: Int)? {
    var start = key
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    if !opening.isEmpty {
      guard start > 0, bytes[start - 1] == UInt8(ascii: "-") else { return nil }
      start -= 1
      while start > 0, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    }
    // Quotes belong to the key.
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
    return (start, bytes[start...].prefix { $0 == UInt8(ascii: " ") }.count)
  }

  /// Where the comments begin that stand directly above a line.
  private static func commentStart(_ bytes: [UInt8], above line: Int, after floor: Int) -> Int {
    var start = line
    while start > floor {
      var above = start - 1
      while above > floor, bytes[above - 1] != UInt8(ascii: "\n") { above -= 1 }
      guard bytes[above..<start].first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "#")
      else { break }
      start = above
    }
    return start
  }
}
