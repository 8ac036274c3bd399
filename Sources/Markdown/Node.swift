import CCMark

/// A node of cmark's tree.
///
/// It lives as long as the parse that made it.
typealias Node = UnsafeMutablePointer<cmark_node>

/// What a node is.
///
/// In cmark's order, so that telling them apart is one jump: its blocks, then its inlines. The last three blocks and the last inline are
/// numbered when its extensions are registered, always in the same order.
enum NodeKind: UInt8, CaseIterable {
  case document = 1
  case blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading, thematicBreak
  case footnoteDefinition, table, tableRow, tableCell
  case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image
  case footnoteReference, strikethrough

  /// What cmark calls by a number that says whether it is an inline, and in its lower half which; `nil` for what no extension
  /// that is attached makes.
  @inline(__always)
  init?(cmark number: UInt16) {
    let blocks = NodeKind.tableCell.rawValue
    let isInline = number & 0x4000 != 0
    let index = UInt8(truncatingIfNeeded: number)
    guard number & 0x3F00 == 0, isInline || index <= blocks else { return nil }
    self.init(rawValue: isInline ? index &+ blocks : index)
  }
}

/// Bytes that someone else owns.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeMutablePointer where Pointee == cmark_node {
  /// What the node is; `nil` for what no attached extension makes.
  var kind: NodeKind? { NodeKind(cmark: pointee.type) }

  /// Whether it is a quote, a list item or a footnote.
  var isContainer: Bool {
    switch kind {
    case .blockQuote, .item, .footnoteDefinition: true
    default: false
    }
  }

  /// The node's own bytes: of text, code and HTML.
  var literal: Bytes { pointee.`as`.literal.bytes }

  /// The text that a leaf block's inlines were parsed from.
  var content: Bytes { Bytes(start: pointee.content.ptr, count: Int(pointee.content.size)) }

  /// The node's children, in order.
  var children: NodeChildren { NodeChildren(of: self) }
}

extension cmark_chunk {
  /// The bytes of the chunk.
  var bytes: Bytes { Bytes(start: data, count: Int(len)) }
}

/// The children of a node.
struct NodeChildren: Sequence, IteratorProtocol {
  private var following: Node?

  /// Creates the sequence of `parent`'s children.
  init(of parent: Node) { following = parent.pointee.first_child }

  /// Returns the next child.
  mutating func next() -> Node? {
    defer { following = following?.pointee.next }
    return following
  }
}

/// Visits the nodes under `root` in order, without recursion, until `visit` answers false.
///
/// The root itself is not visited.
func forEachDescendant(of root: Node, _ visit: (Node) -> Bool) {
  guard var node = root.pointee.first_child else { return }
  while visit(node) {
    if let child = node.pointee.first_child {
      node = child
      continue
    }
    while node.pointee.next == nil {
      guard let parent = node.pointee.parent, parent != root else { return }
      node = parent
    }
    guard let next = node.pointee.next else { return }
    node = next
  }
}
