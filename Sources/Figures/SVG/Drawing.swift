/// A picture drawn to a width: its size, and the shapes and texts in the order they are read.
///
/// Shapes and texts get classes for a style sheet, and presentation attributes under them, so that
/// a site without the style sheet still shows readable lines in the colour of its text.
package struct Drawing: Sendable {
  /// The width in CSS pixels.
  var width: Double
  /// The height in CSS pixels.
  var height = 0.0
  private(set) var shapes = MarkupWriter()

  init(width: Double) { self.width = width }

  /// Draws what `content` draws as a link, where the item has a page.
  mutating func link(_ item: Item, _ content: (inout Drawing) -> Void) {
    guard let url = item.url else { return content(&self) }
    group("a", [("href", url)], content)
  }

  /// Draws what `content` draws as one thing.
  mutating func group(_ classes: String, _ content: (inout Drawing) -> Void) {
    group("g", [("class", classes)], content)
  }

  private mutating func group(
    _ element: String, _ attributes: [MarkupWriter.Attribute], _ content: (inout Drawing) -> Void
  ) {
    var inner = Drawing(width: width)
    inner.height = height
    content(&inner)
    height = inner.height
    shapes.element(element, attributes) { $0.markup(inner.shapes) }
    shapes.newLine()
  }

  /// Draws what another drawing holds, where it stands there.
  mutating func add(_ other: Drawing) { shapes.markup(other.shapes) }

  /// Draws a rectangle.
  mutating func rectangle(_ box: Box, _ classes: String, radius: Double = 5) {
    shapes.empty(
      "rect",
      [
        ("class", classes), ("x", number(box.x)), ("y", number(box.y)),
        ("width", number(box.width)), ("height", number(box.height)), ("rx", number(radius)),
      ])
  }

  /// Draws a line or shape.
  mutating func path(_ path: Path, _ classes: String) {
    shapes.empty("path", [("class", classes), ("d", path.text)])
  }

  /// Draws the head of an arrow.
  mutating func arrowhead(at tip: Point, _ direction: Direction, size: Double = 5) {
    shapes.empty(
      "path",
      [
        ("class", "fig-head"), ("fill", "currentColor"),
        ("d", Path.arrowhead(at: tip, direction, size: size).text),
      ])
  }

  /// Draws a straight line that ends in an arrow.
  mutating func arrow(from start: Point, to end: Point, _ classes: String = "fig-line") {
    let isUpright = abs(end.y - start.y) > abs(end.x - start.x)
    let direction: Direction =
      isUpright ? (end.y > start.y ? .down : .up) : (end.x > start.x ? .right : .left)
    var line = Path()
    line.move(to: start)
    line.line(to: end)
    path(line, classes)
    arrowhead(at: end, direction)
  }

  /// Writes lines of text, the top of the first at `y`.
  ///
  /// `x` is the left end, the middle or the right end, as `anchor` says.
  mutating func text(_ block: TextBlock, x: Double, y: Double, _ anchor: Anchor = .start) {
    guard !block.lines.isEmpty else { return }
    var attributes: [MarkupWriter.Attribute] = [
      ("class", block.style.classes), ("fill", "currentColor"), ("stroke", "none"),
      ("font-size", number(block.style.size)),
    ]
    if block.style.isBold { attributes.append(("font-weight", "600")) }
    if anchor != .start { attributes.append(("text-anchor", anchor.rawValue)) }
    shapes.element("text", attributes) { writer in
      for (index, line) in block.lines.enumerated() {
        let isLast = index == block.lines.count - 1
        // The space behind a line keeps its last word apart from the next line's first.
        let shift = isLast ? 0 : block.style.spaceWidth * anchor.share
        writer.element(
          "tspan",
          [("x", number(x + shift)), ("y", number(y + block.baseline(of: index)))],
          text: isLast ? line : line + " ")
      }
    }
    shapes.newLine()
  }

  /// Writes lines of text in the middle of a box.
  mutating func text(_ block: TextBlock, centeredIn box: Box) {
    text(block, x: box.centerX, y: box.centerY - block.height / 2, .middle)
  }

  /// Writes what only shows when a pointer rests on the thing being drawn.
  mutating func hint(_ text: String) { shapes.element("title", text: text) }

  /// Which point of a line of text stands where it is written.
  enum Anchor: String, Sendable {
    case start, middle, end

    /// How much of its width lies before the point.
    fileprivate var share: Double {
      switch self {
      case .start: 0
      case .middle: 0.5
      case .end: 1
      }
    }
  }
}
