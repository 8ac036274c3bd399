import CCMark
import Diagnostics

// Paragraphs, lists, quotes, boxes, code and thematic breaks.
extension Renderer {
  mutating func enterParagraph(_ node: Node) -> Bool {
    beginLeaf(node)
    remarkUnreadBlocks(in: node)
    if !isTight(node) {
      html.startLine()
      html.write("<p>")
    }
    if isTaskText(node) {
      html.write("<label>")
      writeBox(of: node.pointee.parent, label: nil)
    }
    return true
  }

  mutating func leaveParagraph(_ node: Node) {
    if isTaskText(node) { html.write("</label>") }
    if node.pointee.next == nil { writeBackLinks(after: node) }
    if !isTight(node), !isParagraphReplaced { html.write("</p>\n") }
    isParagraphReplaced = false
    endLeaf()
  }

  mutating func enterList(_ node: Node) -> Bool {
    html.startLine()
    let list = node.pointee.`as`.list
    if list.list_type == CMARK_BULLET_LIST {
      html.write("<ul>\n")
    } else if list.start == 1 {
      html.write("<ol>\n")
    } else {
      html.write("<ol start=\"")
      html.write(Int(list.start))
      html.write("\">\n")
    }
    return true
  }

  mutating func leaveList(_ node: Node) {
    html.write(
      node.pointee.`as`.list.list_type == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n")
  }

  mutating func enterItem(_ node: Node) -> Bool {
    html.startLine()
    guard isTask(node) else {
      html.write("<li>")
      return true
    }
    html.write("<li class=\"task\">")
    if node.pointee.first_child?.kind != .paragraph {
      writeBox(of: node, label: isDone(node) ? options.labels.done : options.labels.toDo)
    }
    return true
  }

  mutating func leaveItem(_ node: Node) { html.write("</li>\n") }

  mutating func enterQuote(_ node: Node) -> Bool {
    html.startLine()
    if let kind = takeBoxMarker(from: node) {
      html.write("<div class=\"box ")
      html.writeText(kind.rawValue)
      html.write("\" role=\"note\">\n<p class=\"box-title\">")
      html.writeText(options.labels.boxes[kind, default: kind.rawValue])
      html.write("</p>\n")
      node.isBox = true
    } else {
      html.write("<blockquote>\n")
    }
    return true
  }

  mutating func leaveQuote(_ node: Node) {
    html.startLine()
    html.write(node.isBox ? "</div>\n" : "</blockquote>\n")
  }

  mutating func writeCodeBlock(_ node: Node) {
    let code = node.pointee.`as`.code
    html.startLine()
    html.write("<pre tabindex=\"0\"><code")
    let language = code.info.bytes.prefix { $0 > 0x20 }
    if !language.isEmpty {
      html.write(" class=\"language-")
      html.writeText(Bytes(rebasing: language))
      html.write("\"")
    }
    html.write(">")
    html.writeText(code.literal.bytes)
    html.write("</code></pre>\n")
    collect(code.literal.bytes)
    collectBreak()
  }

  mutating func writeThematicBreak() {
    html.startLine()
    html.write("<hr>\n")
  }

  /// Notes that the inlines of `node` come next.
  mutating func beginLeaf(_ node: Node) {
    leaf = node
    leafPlaces = nil
    unplacedLinks.removeAll(keepingCapacity: true)
    if !options.phrases.isEmpty { collectPhrases(in: node) }
  }

  /// Notes that the inlines of a leaf are written.
  mutating func endLeaf() {
    leaf = nil
    collectBreak()
  }
}

// Task lists.
extension Renderer {
  /// Whether the paragraph is the text that labels an item's box.
  func isTaskText(_ paragraph: Node) -> Bool {
    guard paragraph.pointee.prev == nil, let item = paragraph.pointee.parent else { return false }
    return item.kind == .item && isTask(item)
  }

  private func isTask(_ item: Node) -> Bool { item.pointee.`extension` != nil }

  /// Whether the item's box is ticked.
  ///
  /// cmark would take any `[x]` on the line for it.
  private func isDone(_ item: Node) -> Bool {
    let line = source.line(Int(item.pointee.start_line))
    let start = min(line.lowerBound + max(Int(item.pointee.start_column) - 1, 0), line.upperBound)
    guard let box = source.bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: "[")),
      box + 1 < line.upperBound
    else { return item.pointee.`as`.list.checked }
    return source.bytes[box + 1] | 0x20 == UInt8(ascii: "x")
  }

  private mutating func writeBox(of item: Node?, label: String?) {
    guard let item else { return }
    html.write("<input type=\"checkbox\" disabled")
    if isDone(item) { html.write(" checked") }
    if let label {
      html.write(" aria-label=\"")
      html.writeText(label)
      html.write("\"")
    }
    html.write("> ")
  }
}

/// Whether the paragraph stands in a tight list, and so has no tags of its own.
func isTight(_ paragraph: Node) -> Bool {
  guard let item = paragraph.pointee.parent, item.kind == .item, let list = item.pointee.parent
  else { return false }
  return list.pointee.`as`.list.tight
}

/// Takes `[!NOTE]` from a quote's first line, when more follows.
///
/// Returns the kind of box it names.
private func takeBoxMarker(from quote: Node) -> BoxKind? {
  guard let paragraph = quote.pointee.first_child, paragraph.kind == .paragraph else { return nil }
  let line = paragraph.content.prefix { $0 != 0x0A }
  guard line.starts(with: "[!".utf8), let end = line.firstIndex(of: UInt8(ascii: "]")),
    line[(end + 1)...].allSatisfy({ $0 == 0x20 || $0 == 0x09 }),
    let kind = BoxKind(rawValue: String(decoding: line[2..<end], as: UTF8.self).lowercased())
  else { return nil }
  var rest = paragraph.pointee.first_child
  while let node = rest, node.kind != .softBreak, node.kind != .lineBreak {
    rest = node.pointee.next
  }
  rest = rest?.pointee.next
  guard rest != nil || paragraph.pointee.next != nil else { return nil }
  if let rest {
    paragraph.pointee.first_child = rest
    rest.pointee.prev = nil
  } else {
    quote.pointee.first_child = paragraph.pointee.next
    paragraph.pointee.next?.pointee.prev = nil
  }
  return kind
}

extension UnsafeMutablePointer where Pointee == cmark_node {
  /// Whether a quote is a box.
  ///
  /// Kept in a field that cmark leaves to its users.
  fileprivate var isBox: Bool {
    get { pointee.user_data != nil }
    nonmutating set { pointee.user_data = newValue ? UnsafeMutableRawPointer(self) : nil }
  }
}
