/// Things in the cells of two scales: services by phase and evolution.
package struct Grid: Picture {
  private let rows: [Item]
  private let columns: [Item]
  /// What stands in each cell, row by row.
  private let cells: [[[Item]]]
  private let corner: String

  /// Creates a grid.
  ///
  /// `cells` holds a list for each column of each row; `corner` says what the rows are.
  package init(rows: [Item], columns: [Item], cells: [[[Item]]], corner: String) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.corner = corner
  }

  /// The things in all cells.
  package var count: Int {
    max(
      cells.joined().reduce(0) { $0 + $1.count },
      Figure.things(inCells: rows.count * columns.count))
  }

  /// A row for each row, a column for each column.
  package var table: DataTable {
    DataTable(
      [corner] + columns.map(\.label), zip(rows, cells).map { row, cells in [[row]] + cells })
  }

  /// Cells with names in them; on a phone row under row.
  package func drawing(within width: Double) -> Drawing {
    width < 480 ? narrow(width) : wide(width)
  }

  private static let margin = 8.0

  private func wide(_ width: Double) -> Drawing {
    let longest = rows.map { TextStyle.heading.longestWord(of: $0.label) }.max() ?? 0
    let side = min(max(80, longest + 14), 160)
    let column = max(104, (width - side) / Double(max(1, columns.count)))
    var drawing = Drawing(width: max(width, side + column * Double(columns.count)))
    drawing.height = drawHeads(side, column, on: &drawing)
    for (row, lists) in zip(rows, cells) {
      let top = drawing.height
      let name = TextBlock(row.label, .heading, within: side - 12)
      let blocks = lists.map { $0.map { ItemLine($0, within: column - 2 * Self.margin) } }
      let tallest = blocks.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0
      let height = max(tallest, name.height) + 2 * Self.margin
      drawing.link(row) { $0.text(name, x: 0, y: top + Self.margin) }
      for (index, list) in blocks.enumerated() {
        let box = Box(side + Double(index) * column, top, column, height)
        drawing.rectangle(box.inset(1.5), list.isEmpty ? "fig-cell fig-void" : "fig-cell")
        drawing.lines(list, x: box.x + Self.margin, y: box.y + Self.margin)
      }
      drawing.height = top + height
    }
    return drawing
  }

  /// Draws the names of the columns; returns where the rows begin.
  private func drawHeads(_ side: Double, _ column: Double, on drawing: inout Drawing) -> Double {
    let heads = columns.map { TextBlock($0.label, .heading, within: column - 2 * Self.margin) }
    let height = heads.map(\.height).max() ?? 0
    for (index, head) in heads.enumerated() {
      drawing.link(columns[index]) {
        $0.text(
          head, x: side + Double(index) * column + Self.margin, y: 2 + height - head.height)
      }
    }
    return height + 8
  }

  /// Row under row; in each the columns that hold something.
  private func narrow(_ width: Double) -> Drawing {
    var drawing = Drawing(width: width)
    let longest = columns.map { TextStyle.note.longestWord(of: $0.label) }.max() ?? 0
    let side = min(longest + 24, 120)
    for (row, lists) in zip(rows, cells) {
      let top = drawing.height
      let name = TextBlock(row.label, .heading, within: width - 20)
      var inner = Drawing(width: width)
      var y = top + 8 + name.height + 4
      for (column, list) in zip(columns, lists) where !list.isEmpty {
        let head = TextBlock(column.label, .note, within: side - 14)
        let lines = list.map { ItemLine($0, within: width - side - 10) }
        inner.link(column) { $0.text(head, x: 10, y: y + 1) }
        let taken = inner.lines(lines, x: side, y: y)
        y += max(taken, head.height) + 4
      }
      drawing.rectangle(Box(0.5, top + 0.5, width - 1, y - top + 1), "fig-lane")
      drawing.link(row) { $0.text(name, x: 10, y: top + 8) }
      drawing.add(inner)
      drawing.height = y + 8
    }
    return drawing
  }
}

/// One of several things in a cell: its name in lines.
struct ItemLine: Sendable {
  let item: Item
  let block: TextBlock

  init(_ item: Item, within width: Double) {
    self.item = item
    block = TextBlock(item.label, .label, within: width, lines: 3)
  }

  /// The height, with room below so that a finger meets one alone.
  var height: Double { block.height + 7 }
}

extension Drawing {
  /// Writes names one under the other, and returns the height that they took.
  @discardableResult
  mutating func lines(_ lines: [ItemLine], x: Double, y: Double) -> Double {
    var top = y
    for line in lines {
      link(line.item) { drawing in
        // The ground makes all of the line something to press, not its letters alone.
        drawing.rectangle(
          Box(x - 3, top - 2, line.block.width + 6, line.height - 1), "fig-ground")
        drawing.text(line.block, x: x, y: top)
      }
      top += line.height
    }
    return top - y
  }
}
