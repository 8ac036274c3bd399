/// How strongly two sides meet: organisations and what their courses cover.
package struct HeatMap: Picture {
  /// What stands where a row and a column meet.
  package struct Cell: Sendable {
    /// A letter or number; nothing where they do not meet.
    package var mark: String
    /// What it means, in words.
    package var words: String
    /// How strong, from 0 for not at all to 4.
    package var strength: Int

    /// Creates a cell.
    package init(_ mark: String, words: String, strength: Int) {
      self.mark = mark
      self.words = words
      self.strength = min(max(strength, 0), 4)
    }
  }

  private let rows: [Item]
  private let columns: [Item]
  private let cells: [[Cell]]
  private let corner: String
  private let key: [Cell]

  /// Creates a map.
  ///
  /// `cells` holds a cell for each column of each row; `corner` says what the rows are, `key` what
  /// the marks mean.
  package init(
    rows: [Item], columns: [Item], cells: [[Cell]], corner: String, key: [Cell]
  ) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.corner = corner
    self.key = key
  }

  /// The rows.
  package var count: Int { max(rows.count, Figure.things(inCells: rows.count * columns.count)) }

  /// A row for each row, with the words of its cells.
  package var table: DataTable {
    DataTable(
      [corner] + columns.map(\.label),
      zip(rows, cells).map { row, cells in
        [[row]] + cells.map { $0.mark.isEmpty ? [] : [Item($0.words)] }
      })
  }

  /// Shaded cells with their marks, the columns numbered.
  package func drawing(within width: Double) -> Drawing {
    let isNarrow = width < 480
    let side = isNarrow ? 0 : 176.0
    let column = max(32, (width - side) / Double(max(1, columns.count)))
    var drawing = Drawing(width: max(width, side + column * Double(columns.count)))
    drawHeads(side, column, on: &drawing)
    for (row, cells) in zip(rows, cells) {
      drawing.height = draw(row, cells, side, column, isNarrow, on: &drawing)
    }
    drawing.height += 8
    drawColumnKey(on: &drawing)
    drawMarkKey(on: &drawing)
    return drawing
  }

  /// Columns are numbered: their names would not fit above them.
  private func drawHeads(_ side: Double, _ column: Double, on drawing: inout Drawing) {
    for (index, item) in columns.enumerated() {
      drawing.link(item) { drawing in
        let x = side + Double(index) * column
        drawing.rectangle(Box(x, 0, column, 24), "fig-ground")
        drawing.text(
          TextBlock("\(index + 1)", .heading, within: 60), x: x + column / 2, y: 3, .middle)
        drawing.hint(item.label)
      }
    }
    drawing.height = 26
  }

  /// Draws a row; returns where the next begins.
  private func draw(
    _ row: Item, _ cells: [Cell], _ side: Double, _ column: Double, _ isNarrow: Bool,
    on drawing: inout Drawing
  ) -> Double {
    let top = drawing.height
    let name = TextBlock(row.label, .label, within: isNarrow ? drawing.width : side - 12)
    let height = isNarrow ? 28 : max(30, name.height + 8)
    let line = isNarrow ? top + name.height + 5 : top
    drawing.link(row) {
      $0.text(name, x: 0, y: isNarrow ? top + 3 : top + (height - name.height) / 2)
    }
    for (index, cell) in cells.enumerated() {
      let box = Box(side + Double(index) * column, line, column, height)
      drawing.draw(cell, in: box)
    }
    return line + height + (isNarrow ? 6 : 0)
  }

  private func drawColumnKey(on drawing: inout Drawing) {
    let perRow = drawing.width < 480 ? 1 : 2
    let room = drawing.width / Double(perRow)
    let lines = columns.enumerated().map { index, item in
      (item, TextBlock("\(index + 1)  \(item.label)", .note, within: room - 16, lines: 2))
    }
    for start in stride(from: 0, to: lines.count, by: perRow) {
      let row = lines[start..<min(start + perRow, lines.count)]
      for (place, (item, block)) in row.enumerated() {
        let x = Double(place) * room
        let top = drawing.height
        drawing.link(item) { drawing in
          drawing.rectangle(Box(x, top - 3, block.width + 4, block.height + 6), "fig-ground")
          drawing.text(block, x: x, y: top)
        }
      }
      drawing.height += (row.map(\.1.height).max() ?? 0) + 8
    }
  }

  private func drawMarkKey(on drawing: inout Drawing) {
    var x = 0.0
    drawing.height += 4
    for cell in key {
      let block = TextBlock(cell.words, .note, within: drawing.width - 40)
      if x > 0, x + 34 + block.width > drawing.width {
        x = 0
        drawing.height += 30
      }
      drawing.draw(cell, in: Box(x, drawing.height, 26, 24), hasHint: false)
      drawing.text(block, x: x + 32, y: drawing.height + 4)
      x += 32 + block.width + 20
    }
    drawing.height += key.isEmpty ? 0 : 26
  }
}

extension Drawing {
  fileprivate mutating func draw(_ cell: HeatMap.Cell, in box: Box, hasHint: Bool = true) {
    group("fig-heat fig-heat-\(cell.strength)") { drawing in
      drawing.rectangle(box.inset(1), "fig-cell", radius: 3)
      drawing.text(TextBlock(cell.mark, .label, within: box.width), centeredIn: box)
      if hasHint, !cell.words.isEmpty { drawing.hint(cell.words) }
    }
  }
}
