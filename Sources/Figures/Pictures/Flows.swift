/// What passes between two: from one to the other and back.
package struct Flows: Picture {
  private let first: Item
  private let second: Item
  private let forward: [Item]
  private let back: [Item]
  private let head: (what: String, from: String, to: String)

  /// Creates the flows between `first` and `second`: those that lead `forward`, and those `back`.
  package init(
    from first: Item, to second: Item, forward: [Item], back: [Item],
    head: (what: String, from: String, to: String)
  ) {
    self.first = first
    self.second = second
    self.forward = forward
    self.back = back
    self.head = head
  }

  /// What passes, both ways.
  package var count: Int { forward.count + back.count }

  /// A row for each thing that passes.
  package var table: DataTable {
    let (first, second) = (Item(first.label, url: first.url), Item(second.label, url: second.url))
    return DataTable(
      [head.what, head.from, head.to],
      forward.map { [[$0], [first], [second]] } + back.map { [[$0], [second], [first]] })
  }

  /// Arrows between the two, or two arrows with a list beside each.
  package func drawing(within width: Double) -> Drawing {
    width < 480 ? listed(width) : spread(width)
  }

  private func drawEnd(_ item: Item, at top: Double, on drawing: inout Drawing) -> Double {
    var card = Card(item, width: drawing.width - 2, style: .heading)
    card.classes = "fig-box fig-strong"
    card.draw(in: Box(1, top + 1, drawing.width - 2, card.height), on: &drawing)
    return top + card.height + 2
  }

  /// An arrow for each flow, its name in the middle.
  private func spread(_ width: Double) -> Drawing {
    let flows = forward.map { ($0, true) } + back.map { ($0, false) }
    let column = max(84, width / Double(max(1, flows.count)))
    var drawing = Drawing(width: max(width, column * Double(flows.count)))
    let top = drawEnd(first, at: 0, on: &drawing)
    // All alike: where one label wants to be smaller, the others are too.
    let room = column - 6
    let isTight = flows.contains { TextStyle.label.longestWord(of: $0.0.label) > room }
    let style = isTight ? TextStyle.label.smaller : .label
    let labels = flows.map { TextBlock($0.0.label, style, within: room) }
    let tallest = labels.map(\.height).max() ?? 0
    let bottom = top + tallest + 2 * 38
    for (index, (flow, isForward)) in flows.enumerated() {
      let x = (Double(index) + 0.5) * column
      let middle = (top + bottom) / 2
      let half = labels[index].height / 2 + 4
      let ends = (above: Point(x, middle - half), below: Point(x, middle + half))
      if isForward {
        drawing.line(from: Point(x, top), to: ends.above)
        drawing.arrow(from: ends.below, to: Point(x, bottom))
      } else {
        drawing.line(from: Point(x, bottom), to: ends.below)
        drawing.arrow(from: ends.above, to: Point(x, top))
      }
      drawing.link(flow) { drawing in
        drawing.rectangle(
          Box(x - column / 2 + 4, middle - half, column - 8, 2 * half), "fig-ground")
        drawing.text(labels[index], x: x, y: middle - labels[index].height / 2, .middle)
      }
    }
    drawing.height = drawEnd(second, at: bottom, on: &drawing)
    return drawing
  }

  /// Two long arrows with the names of the flows beside them.
  private func listed(_ width: Double) -> Drawing {
    var drawing = Drawing(width: width)
    let top = drawEnd(first, at: 0, on: &drawing)
    let room = width / 2 - 34
    let lines = [forward, back].map { $0.map { ItemLine($0, within: room) } }
    let tallest = lines.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0
    let bottom = top + tallest + 24
    for (side, list) in lines.enumerated() where !list.isEmpty {
      let x = Double(side) * width / 2
      let ends = (Point(x + 14, top), Point(x + 14, bottom))
      side == 0
        ? drawing.arrow(from: ends.0, to: ends.1) : drawing.arrow(from: ends.1, to: ends.0)
      let height = list.reduce(0) { $0 + $1.height }
      drawing.lines(list, x: x + 28, y: (top + bottom - height) / 2 + 3)
    }
    drawing.height = drawEnd(second, at: bottom, on: &drawing)
    return drawing
  }
}

extension Drawing {
  /// Draws a straight line.
  mutating func line(from start: Point, to end: Point, _ classes: String = "fig-line") {
    var path = Path()
    path.move(to: start)
    path.line(to: end)
    self.path(path, classes)
  }
}
