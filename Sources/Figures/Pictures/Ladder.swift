/// Levels that rise one above the other, each with what it asks.
package struct Ladder: Picture {
  /// A level and what it asks.
  package struct Rung: Sendable {
    /// The level.
    package var item: Item
    /// What it asks, point by point.
    package var points: [String]

    /// Creates a level.
    package init(_ item: Item, points: [String]) {
      self.item = item
      self.points = points
    }
  }

  private let rungs: [Rung]
  private let head: (level: String, points: String)

  /// Creates a ladder, the lowest level first.
  package init(_ rungs: [Rung], head: (level: String, points: String)) {
    self.rungs = rungs
    self.head = head
  }

  /// The levels.
  package var count: Int { rungs.count }

  /// A row for each level.
  package var table: DataTable {
    DataTable(
      [head.level, head.points],
      rungs.map { rung in
        [
          [Item(rung.item.label, url: rung.item.url)],
          ([rung.item.note].compactMap(\.self) + rung.points).map { Item($0) },
        ]
      })
  }

  /// Stairs, or levels one above the other.
  package func drawing(within width: Double) -> Drawing {
    width < 480 ? stacked(width) : stairs(width)
  }

  private static let margin = 12.0

  private func words(_ rung: Rung, _ width: Double) -> (name: TextBlock, lines: [TextBlock]) {
    let room = width - 2 * Self.margin
    let name = TextBlock(rung.item.label, .heading, within: room)
    let texts = [rung.item.note].compactMap(\.self) + rung.points
    return (name, texts.map { TextBlock($0, .note, within: room, lines: 6) })
  }

  private func height(_ words: (name: TextBlock, lines: [TextBlock])) -> Double {
    words.name.height + words.lines.reduce(0) { $0 + $1.height + 5 } + 2 * Self.margin
  }

  /// Draws a level in its box, the words at the top.
  private func draw(_ rung: Rung, in box: Box, on drawing: inout Drawing) {
    let words = words(rung, box.width)
    drawing.link(rung.item) { drawing in
      drawing.rectangle(box, "fig-box")
      drawing.text(words.name, x: box.x + Self.margin, y: box.y + Self.margin)
      var y = box.y + Self.margin + words.name.height + 5
      for line in words.lines {
        drawing.text(line, x: box.x + Self.margin, y: y)
        y += line.height + 5
      }
    }
  }

  private func stairs(_ width: Double) -> Drawing {
    let column = max(150, width / Double(max(1, rungs.count)))
    let rise = 34.0
    var drawing = Drawing(width: max(width, column * Double(rungs.count)))
    let tallest = rungs.map { height(words($0, column - 4)) }.max() ?? 0
    drawing.height = tallest + rise * Double(max(0, rungs.count - 1)) + 2
    for (index, rung) in rungs.enumerated() {
      let top = rise * Double(rungs.count - 1 - index) + 1
      let box = Box(Double(index) * column + 1, top, column - 4, drawing.height - top - 1)
      if index > 0 {
        let start = Point(box.x - column * 0.5, top + rise - 1)
        var path = Path()
        path.move(to: start)
        path.line(to: Point(start.x, top + 14 + 6))
        path.bend(round: Point(start.x, top + 14), to: Point(start.x + 6, top + 14))
        path.line(to: Point(box.x - 1, top + 14))
        drawing.path(path, "fig-line")
        drawing.arrowhead(at: Point(box.x - 1, top + 14), .right)
      }
      draw(rung, in: box, on: &drawing)
    }
    return drawing
  }

  /// The highest level on top; read from the lowest.
  private func stacked(_ width: Double) -> Drawing {
    var drawing = Drawing(width: width)
    let heights = rungs.map { height(words($0, width - 2)) }
    let gap = 26.0
    drawing.height = heights.reduce(0, +) + gap * Double(max(0, rungs.count - 1)) + 2
    var bottom = drawing.height - 1
    for (index, rung) in rungs.enumerated() {
      let box = Box(1, bottom - heights[index], width - 2, heights[index])
      draw(rung, in: box, on: &drawing)
      bottom = box.y - gap
      if index + 1 < rungs.count {
        drawing.arrow(from: Point(30, box.y), to: Point(30, bottom + 2))
      }
    }
    return drawing
  }
}
