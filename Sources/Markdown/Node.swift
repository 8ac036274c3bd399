import CCMark

/// A node of cmark's tree.
///
/// It lives as long as the parse that made it.
typealias Node = UnsafeMutablePointer<cmark_node>

/// What a node is.
///
/// The raw values are cmark's, so that telling them apart is one jump; the last four
/// are numbered by cmark when the extensions are registered, always in the same order.
enum NodeKind: UInt16, CaseIterable {
  case document = 0x8001
  case blockQuote = 0x8002
  case list = 0x8003
  case item = 0x8004
  case codeBlock = 0x8005
  case htmlBlock = 0x8006
  case customBlock = 0x8007
  case paragraph = 0x8008
  case heading = 0x8009
  case thematicBreak = 0x800a
  case footnoteDefinition = 0x800b
  case table = 0x800c
  case tableRow = 0x800d
  case tableCell = 0x800e
  case text = 0xc001
  case softBreak = 0xc002
  case lineBreak = 0xc003
  case code = 0xc004
  case htmlInline = 0xc005
  case customInline = 0xc006
  case emphasis = 0xc007
  case strong = 0xc008
  case link = 0xc009
  case image = 0xc00a
  case footnoteReference = 0xc00b
  case strikethrough = 0xc00c
}

/// Bytes that someone else owns.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeMutablePointer where Pointee == cmark_node {
  /// What the node is; `nil` for what no attached extension makes.
  var kind: NodeKind? { NodeKind(rawValue: pointee.type) }

  /// Whether it is a quote, a list item or a footnote: asked for every line, so by numbers.
  var isContainer: Bool {
    let type = pointee.type
    return type == NodeKind.blockQuote.rawValue || type == NodeKind.item.rawValue
      || type == NodeKind.footnoteDefinition.rawValue
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
