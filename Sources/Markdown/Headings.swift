import CCMark
import Diagnostics

// Headings and their anchors.
extension Renderer {
  mutating func enterHeading(_ node: Node) -> Bool {
    let written = takeID(from: node)
    beginLeaf(node)
    let words = words(of: node)
    guard !words.isEmpty || hasImage(node) else {
      remark(
        "empty-heading", at: source.range(of: node), "this heading has no words",
        help: "write some after the \(Self.marks(of: node)), or remove it")
      leaf = nil
      return false
    }
    let level = Int(node.pointee.`as`.heading.level)
    let (id, isRepeated) = anchor(written, for: words, at: source.range(of: node))
    html.startLine()
    html.write(Self.openTags[min(max(level, 1), 6) - 1])
    html.writeText(id)
    html.write("\">")
    result.outline.append(
      Heading(
        level: level, id: id, text: String(decoding: words, as: UTF8.self), html: [],
        range: source.range(of: node), isRepeated: isRepeated,
        isNested: node.pointee.parent?.kind != .document))
    headingStart = html.count
    beginSection(id)
    return true
  }

  mutating func leaveHeading(_ node: Node) {
    let last = result.outline.count - 1
    result.outline[last].html =
      isPlain(node) ? html.bytes(from: headingStart) : escaped(result.outline[last].text)
    html.write(Self.closeTags[min(max(result.outline[last].level, 1), 6) - 1])
    endLeaf()
  }

  private static let openTags: [StaticString] = [
    "<h1 id=\"", "<h2 id=\"", "<h3 id=\"", "<h4 id=\"", "<h5 id=\"", "<h6 id=\"",
  ]
  private static let closeTags: [StaticString] = [
    "</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n",
  ]

  private static func marks(of heading: Node) -> String {
    heading.pointee.`as`.heading.setext
      ? "line above" : "`\(String(repeating: "#", count: Int(heading.pointee.`as`.heading.level)))`"
  }

  /// Returns the heading's id: what `{#id}` says, else the words' slug, each made unique; and whether
  /// the words' slug was taken.
  private mutating func anchor(
    _ written: String?, for words: [UInt8], at range: SourceRange
  ) -> (id: String, isRepeated: Bool) {
    if let written {
      if anchors.take(written) { return (anchors.prefix + written, false) }
      let unique = anchors.takeUnique(written)
      remark(
        "duplicate-id", at: range, "the id '\(written)' is taken already on this page",
        help: "choose another one; this heading is '#\(unique)' now")
      return (unique, false)
    }
    if result.outline.count < options.headingIDs.count {
      return (anchors.takeUnique(options.headingIDs[result.outline.count]), false)
    }
    let slug = slug(of: words)
    let wanted = slug.isEmpty ? Self.anchorOfNoWords : String(decoding: slug, as: UTF8.self)
    let id = anchors.takeUnique(wanted)
    return (id, id != anchors.prefix + wanted)
  }

  /// The anchor of a heading that has nothing to make one of, such as `## ?`.
  private static let anchorOfNoWords = "section"

  private func escaped(_ text: String) -> [UInt8] {
    var writer = HTMLWriter()
    writer.writeText(text)
    return writer.bytes()
  }
}

/// Whether the heading's HTML may stand inside a link.
private func isPlain(_ heading: Node) -> Bool {
  var isPlain = true
  forEachDescendant(of: heading) { node in
    switch node.kind {
    case .link, .image, .footnoteReference, .htmlInline: isPlain = false
    // A bare URL may have become a link.
    case .text: isPlain = !mayHoldAutolink(node.literal)
    default: break
    }
    return isPlain
  }
  return isPlain
}

private func hasImage(_ heading: Node) -> Bool {
  var hasImage = false
  forEachDescendant(of: heading) { node in
    hasImage = node.kind == .image
    return !hasImage
  }
  return hasImage
}

/// Returns the words under a node without markup; the ends of lines are spaces.
func words(of node: Node) -> [UInt8] {
  var words: [UInt8] = []
  forEachDescendant(of: node) { node in
    switch node.kind {
    case .text, .code: words.append(contentsOf: node.literal)
    case .softBreak, .lineBreak: words.append(0x20)
    default: break
    }
    return true
  }
  while words.last == 0x20 { words.removeLast() }
  return restoringCarets(words)
}

/// Takes `{#id}` and the spaces before it from the end of a heading.
///
/// Returns the id: letters, digits, `-`, `_`, `.` and `:`.
private func takeID(from heading: Node) -> String? {
  guard let last = heading.pointee.last_child, last.kind == .text,
    last.literal.last == UInt8(ascii: "}"),
    let open = last.literal.lastIndex(of: UInt8(ascii: "{")), last.literal.hasPrefix("{#", at: open)
  else { return nil }
  let id = String(decoding: last.literal[(open + 2)...].dropLast(), as: UTF8.self)
  let others = "-.:".unicodeScalars
  guard !id.isEmpty, id.unicodeScalars.allSatisfy({ isWord($0) || others.contains($0) }) else {
    return nil
  }
  let kept = last.literal[..<open].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
  last.pointee.`as`.literal.len = bufsize_t(kept)
  return id
}
