/// One node of a network with those that need it and those that it needs.
package struct Neighbours: Picture {
  private let center: Item
  /// Those that need it, and by which relation.
  private let above: [(item: Item, relation: Int)]
  /// Those that it needs.
  private let below: [(item: Item, relation: Int)]
  private let relations: [Network.Relation]

  /// Creates the part of a network round the node numbered `node`.
  package init(of node: Int, in network: Network) {
    center = Item(network.nodes[node].label, note: network.nodes[node].note)
    relations = network.relations
    above = network.ties.filter { $0.to == node }.map { (network.nodes[$0.from], $0.relation) }
    below = network.ties.filter { $0.from == node }.map { (network.nodes[$0.to], $0.relation) }
  }

  /// The neighbours.
  package var count: Int { above.count + below.count }

  /// A row for each relation that there is.
  package var table: DataTable {
    let heads = relations.flatMap { [$0.reverse, $0.label] }
    let rows = relations.indices.flatMap { relation in
      [above, below].map { side in side.filter { $0.relation == relation }.map(\.item) }
    }
    // A row for each relation that there is; the first column names it.
    return DataTable(
      ["", center.label], zip(heads, rows).filter { !$1.isEmpty }.map { [[Item($0)], $1] })
  }

  /// The neighbours on both sides, or above and below.
  package func drawing(within width: Double) -> Drawing {
    width < 480 ? stacked(width) : beside(width)
  }

  private func heading(_ side: [(item: Item, relation: Int)], isAbove: Bool) -> String {
    let used = relations.indices.filter { relation in side.contains { $0.relation == relation } }
    return used.map { isAbove ? relations[$0].reverse : relations[$0].label }
      .joined(separator: " · ")
  }

  private func isDashed(_ relation: Int) -> Bool { relations[relation].isDashed }

  /// Those that need it at the left, those that it needs at the right.
  private func beside(_ width: Double) -> Drawing {
    var drawing = Drawing(width: width)
    let column = (width - 2 * 44) / 3
    let cards = [above, below].map { $0.map { Card($0.item, width: column - 2) } }
    let heads = [heading(above, isAbove: true), heading(below, isAbove: false)]
      .map { TextBlock($0, .note, within: column) }
    let top = (heads.map(\.height).max() ?? 0) + 6
    let heights = cards.map { $0.reduce(0) { $0 + $1.height + 8 } - 8 }
    var middle = Card(center, width: column - 2, style: .heading)
    middle.classes = "fig-box fig-strong"
    let tallest = max(heights.max() ?? 0, middle.height)
    let box = Box(
      column + 44 + 1, top + (tallest - middle.height) / 2, column - 2, middle.height)
    for (side, list) in cards.enumerated() {
      let x = side == 0 ? 1.0 : 2 * (column + 44) + 1
      drawing.text(heads[side], x: x, y: 0)
      var y = top + (tallest - heights[side]) / 2
      for (index, card) in list.enumerated() {
        let place = Box(x, y, column - 2, card.height)
        let tie = (side == 0 ? above : below)[index]
        let (start, end) =
          side == 0
          ? (Point(place.maxX, place.centerY), Point(box.x - 1, box.centerY))
          : (Point(box.maxX, box.centerY), Point(place.x - 1, place.centerY))
        var path = Path()
        path.move(to: start)
        path.sweep(from: start, to: end)
        drawing.path(path, isDashed(tie.relation) ? "fig-line fig-dashed" : "fig-line")
        drawing.arrowhead(at: end, .right)
        card.draw(in: place, on: &drawing)
        y += card.height + 8
      }
    }
    middle.draw(in: box, on: &drawing)
    drawing.height = top + tallest + 2
    return drawing
  }

  /// Those that need it above, those that it needs below.
  private func stacked(_ width: Double) -> Drawing {
    var drawing = Drawing(width: width)
    drawList(above, isAbove: true, on: &drawing)
    if !above.isEmpty { drawing.stepDown() }
    var middle = Card(center, width: width - 2, style: .heading)
    middle.classes = "fig-box fig-strong"
    middle.draw(in: Box(1, drawing.height + 1, width - 2, middle.height), on: &drawing)
    drawing.height += middle.height + 2
    if !below.isEmpty { drawing.stepDown() }
    drawList(below, isAbove: false, on: &drawing)
    return drawing
  }

  private func drawList(
    _ side: [(item: Item, relation: Int)], isAbove: Bool, on drawing: inout Drawing
  ) {
    for relation in relations.indices {
      let items = side.filter { $0.relation == relation }.map(\.item)
      guard !items.isEmpty else { continue }
      let kind = relations[relation]
      let head = TextBlock(isAbove ? kind.reverse : kind.label, .note, within: drawing.width)
      drawing.text(head, x: 1, y: drawing.height + 2)
      let top = drawing.height + head.height + 6
      let taken = drawing.cards(
        items, columns: 2, in: Box(1, top, drawing.width - 2, 0),
        classes: kind.isDashed ? "fig-box fig-dashed" : "fig-box")
      drawing.height = top + taken + 4
    }
  }
}

extension Drawing {
  /// Draws a short arrow down and goes on below it.
  fileprivate mutating func stepDown() {
    arrow(from: Point(width / 2, height + 1), to: Point(width / 2, height + 24))
    height += 26
  }
}
