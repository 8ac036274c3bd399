import CCMark
import Diagnostics

/// The elements of raw HTML that are open where the walk is.
struct RawHTMLState {
  /// An element that has begun and not ended.
  struct OpenElement {
    let name: String
    /// The node whose children it stands among; it ends with them at the latest.
    let parent: Node
    /// Its start tag in the source.
    let range: SourceRange
    let endIsOptional: Bool
  }

  /// A refused element whose content is being dropped.
  struct DroppedElement {
    let name: String
    let parent: Node
  }

  /// The open elements, outermost first.
  private(set) var open: [OpenElement] = []
  /// The element whose content is being dropped, if any.
  var dropped: DroppedElement?

  /// Whether the node is content of a refused element. HTML beside it may have its end tag.
  func drops(_ node: Node) -> Bool {
    guard let dropped else { return false }
    let isHTML = node.kind == .htmlInline || node.kind == .htmlBlock
    return !(isHTML && node.pointee.parent == dropped.parent)
  }

  /// The open elements among the children of `parent`, outermost first.
  func open(in parent: Node) -> ArraySlice<OpenElement> {
    let start = open.lastIndex { $0.parent != parent }.map { $0 + 1 } ?? 0
    return open[start...]
  }

  /// Notes that an element has begun.
  mutating func push(_ element: OpenElement) { open.append(element) }

  /// Takes the innermost open element, when it is among the children of `parent`.
  mutating func pop(in parent: Node) -> OpenElement? {
    guard let last = open.last, last.parent == parent else { return nil }
    return open.removeLast()
  }
}
