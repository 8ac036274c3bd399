import CCMark
import Diagnostics

// Raw HTML: tags that the policy allows, balanced, and nothing else.
extension Renderer {
  mutating func writeRawHTML(inline node: Node) {
    writeRawHTML(node, isInline: true)
  }

  mutating func writeRawHTML(block node: Node) {
    html.startLine()
    writeRawHTML(node, isInline: false)
    html.startLine()
    collectBreak()
    placeComments(above: node.pointee.next)
  }

  private mutating func writeRawHTML(_ node: Node, isInline: Bool) {
    guard let parent = node.pointee.parent else { return }
    let piece = RawHTMLPiece(node: node, parent: parent, isInline: isInline)
    var scan = TagScan(node.literal)
    if let dropped = rawHTML.dropped { skip(dropped, &scan) }
    while let token = scan.next() {
      switch token {
      case .text(let range): writeBetweenTags(Bytes(rebasing: node.literal[range]))
      case .start(let tag): writeStart(tag, piece, &scan)
      case .end(let name, let range): writeEnd(name, range, piece)
      case .comment(let range, let isClosed): noteComment(range, isClosed: isClosed, piece)
      case .declaration(let range): refuse("a declaration", range, piece)
      case .unfinished(let range): refuse("a tag without its `>`", range, piece)
      }
    }
  }

  /// Writes what stands between tags: HTML already, but for a `<` that begins no tag.
  private mutating func writeBetweenTags(_ text: Bytes) {
    // Where a dropped comment or tag stood alone, no empty line stays.
    if text.allSatisfy({ $0 == 0x0A }) { return html.startLine() }
    for part in text.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
      .enumerated()
    {
      if part.offset > 0 { html.write("&lt;") }
      let text = restoringCarets(Array(part.element))
      html.writeMarkup(text.lazy.filter { $0 >= 0x20 || isSpace($0) })
    }
    collect(text)
  }

  private mutating func writeStart(
    _ tag: StartTag, _ piece: RawHTMLPiece, _ scan: inout TagScan
  ) {
    let element = HTMLElement.inert[tag.name]
    let isRefused = options.html == .none || options.html == .allowlist && element == nil
    if isRefused {
      refuse("`<\(tag.name)>`", tag.range, piece)
      guard HTMLElement.droppedWithContent.contains(tag.name), tag.name != "embed" else { return }
      let dropped = RawHTMLState.DroppedElement(name: tag.name, parent: piece.parent)
      rawHTML.dropped = dropped
      return skip(dropped, &scan)
    }
    let known = element ?? HTMLElement(isVoid: HTMLElement.otherVoid.contains(tag.name))
    guard makeRoom(for: tag, known, piece) else { return }
    writeTag(tag, piece)
    if known.isVoid { return }
    let place = place(of: tag.range, in: piece)
    rawHTML.push(
      RawHTMLState.OpenElement(
        name: tag.name, parent: piece.parent, range: place, endIsOptional: known.endIsOptional))
    if tag.name == "a" { openLinks += 1 }
    if HTMLElement.rawText.contains(tag.name) { writeRawText(of: tag, &scan, piece) }
  }

  /// Ends what must end before the element begins.
  ///
  /// Returns whether the element may stand here.
  private mutating func makeRoom(
    for tag: StartTag, _ element: HTMLElement, _ piece: RawHTMLPiece
  ) -> Bool {
    if rawHTML.open.count >= RawHTMLState.deepest, !element.isVoid {
      remark(
        "unsafe-html", at: place(of: tag.range, in: piece),
        "this element stands inside \(RawHTMLState.deepest) others", help: "nest fewer")
      return false
    }
    if tag.name == "a", openLinks > 0 {
      remark(
        "unsafe-html", at: place(of: tag.range, in: piece), "this link stands inside another one",
        help: "end the other one before it")
      return false
    }
    if element.isBlock, piece.isInline {
      remark(
        "unsafe-html", at: place(of: tag.range, in: piece),
        "`<\(tag.name)>` stands inside a paragraph, where HTML has no place for it",
        help: "put it on a line of its own, with an empty line before it")
      return false
    }
    let open = rawHTML.open(in: piece.parent)
    if !element.parents.isEmpty {
      let outer = open.lastIndex { !$0.endIsOptional || element.parents.contains($0.name) }
      guard let outer, element.parents.contains(open[outer].name) else {
        remark(
          "unsafe-html", at: place(of: tag.range, in: piece),
          "`<\(tag.name)>` stands outside of \(element.parents.sorted().map { "`<\($0)>`" }.joined(separator: ", "))",
          help: "put it inside one, without Markdown in between")
        return false
      }
      close(open.count - 1 - (outer - open.startIndex), in: piece.parent)
    } else if element.isBlock, open.last?.name == "p" {
      close(1, in: piece.parent)
    }
    return true
  }

  private mutating func writeEnd(_ name: String, _ range: Range<Int>, _ piece: RawHTMLPiece) {
    let open = rawHTML.open(in: piece.parent)
    guard let index = open.lastIndex(where: { $0.name == name }) else {
      let isAllowed =
        options.html == .all || options.html == .allowlist && HTMLElement.inert[name] != nil
      guard isAllowed else { return }  // Its start tag was refused, with a remark.
      return remark(
        "unsafe-html", at: place(of: range, in: piece),
        "`</\(name)>` ends nothing that began in the same paragraph, item or section",
        help: "begin and end an element in the same place")
    }
    for inner in open[(index + 1)...] where !inner.endIsOptional {
      remark(
        "unsafe-html", at: inner.range, "`<\(inner.name)>` is not closed before `</\(name)>`",
        help: "write `</\(inner.name)>` first")
    }
    close(open.endIndex - index, in: piece.parent)
  }

  /// Ends the `count` innermost elements among the children of `parent`.
  private mutating func close(_ count: Int, in parent: Node) {
    for _ in 0..<count {
      guard let element = rawHTML.pop(in: parent) else { return }
      if element.name == "a" { openLinks -= 1 }
      html.write("</")
      html.writeText(element.name)
      html.write(">")
    }
  }

  /// Ends what raw HTML left open among the children of a node.
  mutating func closeRawElements(in node: Node) {
    if rawHTML.dropped?.parent == node { rawHTML.dropped = nil }
    guard rawHTML.open.last?.parent == node else { return }
    let open = rawHTML.open(in: node)
    for element in open where !element.endIsOptional {
      remark(
        "unsafe-html", at: element.range, "`<\(element.name)>` is never closed",
        help: "write `</\(element.name)>` in the same paragraph, item or section")
    }
    close(open.count, in: node)
  }

  /// Moves behind the end of a refused element's content, if it ends here.
  private mutating func skip(
    _ dropped: RawHTMLState.DroppedElement, _ scan: inout TagScan
  ) {
    if scan.skip(behindEndOf: dropped.name) { rawHTML.dropped = nil }
  }

  /// Writes the content of an element whose content is no markup, as far as it is in this piece.
  private mutating func writeRawText(
    of tag: StartTag, _ scan: inout TagScan, _ piece: RawHTMLPiece
  ) {
    html.writeMarkup(piece.node.literal[scan.content(of: tag.name)])
  }

  private mutating func refuse(_ what: String, _ range: Range<Int>, _ piece: RawHTMLPiece) {
    remark(
      "unsafe-html", at: place(of: range, in: piece), "\(what) is left out of the page",
      help: options.html == .none
        ? "this site allows no HTML in Markdown; write it as Markdown"
        : "write it as Markdown, or use an element that handbooks allow")
  }
}

/// A node of raw HTML, and where it stands.
struct RawHTMLPiece {
  let node: Node
  /// The node that it is a child of.
  let parent: Node
  /// Whether it stands in the text of a paragraph, heading or cell.
  let isInline: Bool
}
