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
    /// The index of the first open element that stands among the same children.
    fileprivate var scopeStart = 0

    init(name: String, parent: Node, range: SourceRange, endIsOptional: Bool) {
      self.name = name
      self.parent = parent
      self.range = range
      self.endIsOptional = endIsOptional
    }
  }

  /// A refused element whose content is being dropped.
  struct DroppedElement {
    let name: String
    let parent: Node
  }

  /// The most elements that may be open at once; browsers give up at twice as many.
  static let deepest = 256

  /// The open elements, outermost first.
  private(set) var open: [OpenElement] = []
  /// The element whose content is being dropped, if any.
  var dropped: DroppedElement?

  /// Whether the node is content of a refused element.
  ///
  /// HTML beside it may have its end tag.
  func drops(_ node: Node) -> Bool {
    guard let dropped else { return false }
    let isHTML = node.kind == .htmlInline || node.kind == .htmlBlock
    return !(isHTML && node.pointee.parent == dropped.parent)
  }

  /// The open elements among the children of `parent`, outermost first.
  func open(in parent: Node) -> ArraySlice<OpenElement> {
    guard let last = open.last, last.parent == parent else { return open[open.endIndex...] }
    return open[last.scopeStart...]
  }

  /// Notes that an element has begun.
  mutating func push(_ element: OpenElement) {
    var element = element
    element.scopeStart = open(in: element.parent).startIndex
    open.append(element)
  }

  /// Takes the innermost open element, when it is among the children of `parent`.
  mutating func pop(in parent: Node) -> OpenElement? {
    guard let last = open.last, last.parent == parent else { return nil }
    return open.removeLast()
  }
}
