import CCMark
import Diagnostics

// Where raw HTML stands in the source, and the comments that speak to the program.
extension Renderer {
  /// Returns where a part of raw HTML stands in the source; else the whole of it, or its block.
  mutating func place(of range: Range<Int>, in piece: RawHTMLPiece) -> SourceRange {
    guard piece.isInline else {
      let places = blockPlaces(of: piece.node)
      return places.source(of: range) ?? places.block
    }
    guard let places = currentPlaces() else { return 0..<0 }
    guard let literal = piece.node.literal.baseAddress, let base = places.content.baseAddress,
      literal >= base, literal - base + range.upperBound <= places.content.count
    else { return places.block }
    let start = literal - base
    return places.source(of: start + range.lowerBound..<start + range.upperBound) ?? places.block
  }

  /// Returns the places of a block of raw HTML, found once a block.
  private mutating func blockPlaces(of node: Node) -> LeafPlaces {
    if leaf == node, let leafPlaces { return leafPlaces }
    let places = LeafPlaces(
      of: node.literal, in: source.range(of: node), lines: source.lines(of: node), source)
    (leaf, leafPlaces) = (node, places)
    unplacedLinks.removeAll(keepingCapacity: true)
    return places
  }

  /// Keeps a comment that speaks to the program; others are dropped without a word.
  mutating func noteComment(_ range: Range<Int>, isClosed: Bool, _ piece: RawHTMLPiece) {
    guard isClosed else {
      return remark(
        "unsafe-html", at: place(of: range.lowerBound..<range.lowerBound + 4, in: piece),
        "this comment is never closed, so all that follows is left out of the page",
        help: "write `-->` where it ends")
    }
    let words = piece.node.literal[range].dropFirst(4).dropLast(3)
    let text = String(decoding: words, as: UTF8.self)
    if let command = Self.command(in: text) {
      let block = piece.isInline ? leaf.map { source.range(of: $0) } : nil
      result.comments.append(
        HandbookComment(text: command, range: place(of: range, in: piece), block: block))
      if !piece.isInline { commentsToPlace += 1 }
    } else if options.html == .all {
      html.write("<!--")
      html.writeMarkup(words)
      html.write("-->")
    }
  }

  /// Returns what a comment says to the program, or `nil` when it speaks to people.
  private static func command(in comment: String) -> String? {
    let trimmed = comment.drop { $0.isWhitespace }
    guard trimmed.hasPrefix("handbook:") else { return nil }
    let command = trimmed.dropFirst("handbook:".count).drop { $0.isWhitespace }
    let end = command.lastIndex { !$0.isWhitespace }
    return end.map { String(command[...$0]) } ?? ""
  }

  /// Says of the comments just met which block they stand above, when that is no comment itself.
  mutating func placeComments(above next: Node?) {
    if let next, next.kind == .htmlBlock, next.literal.starts(with: "<!--".utf8) { return }
    let block = next.map { source.range(of: $0) }
    for index in result.comments.indices.suffix(commentsToPlace) {
      result.comments[index].block = block
    }
    commentsToPlace = 0
  }
}
