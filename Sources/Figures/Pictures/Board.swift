/// Things in the lanes that they are in: services in their phases.
package struct Board: Picture {
  /// A lane and what is in it.
  package struct Lane: Sendable {
    /// What the lane is called.
    package var item: Item
    /// What is in it, in order.
    package var items: [Item]

    /// Creates a lane.
    package init(_ item: Item, _ items: [Item]) {
      self.item = item
      self.items = items
    }
  }

  private let lanes: [Lane]
  private let head: (lane: String, items: String)

  /// Creates a board; `head` has the heads of the table's two columns.
  package init(_ lanes: [Lane], head: (lane: String, items: String)) {
    self.lanes = lanes
    self.head = head
  }

  /// The things in all lanes.
  package var count: Int { lanes.reduce(0) { $0 + $1.items.count } }

  /// A row for each lane.
  package var table: DataTable {
    DataTable([head.lane, head.items], lanes.map { [[$0.item], $0.items] })
  }

  /// Lanes, with their names beside or above them.
  package func drawing(within width: Double) -> Drawing {
    let isNarrow = width < 480
    var drawing = Drawing(width: width)
    for lane in lanes {
      let top = drawing.height
      drawing.height = max(
        isNarrow
          ? drawTall(lane, at: top, on: &drawing) : drawFlat(lane, at: top, on: &drawing),
        top)
    }
    return drawing
  }

  /// The room for the names of the lanes.
  private var side: Double {
    let longest = lanes.map { TextStyle.heading.longestWord(of: $0.item.label) }.max() ?? 0
    return min(max(100, longest + 26), 170)
  }

  /// The name beside the cards; returns where the next lane begins.
  private func drawFlat(_ lane: Lane, at top: Double, on drawing: inout Drawing) -> Double {
    let side = side
    let name = TextBlock(lane.item.label, .heading, within: side - 24)
    let note = TextBlock(lane.item.note ?? "", .note, within: side - 24)
    var cards = Drawing(width: drawing.width)
    let taken = cards.cards(
      lane.items, columns: 4, in: Box(side, top + 10, drawing.width - side - 10, 0))
    let height = max(taken, name.height + note.height) + 20
    drawing.rectangle(Box(0.5, top + 0.5, drawing.width - 1, height - 1), "fig-lane")
    drawing.link(lane.item) { drawing in
      drawing.text(name, x: 12, y: top + 14)
      drawing.text(note, x: 12, y: top + 14 + name.height)
    }
    drawing.add(cards)
    return top + height + 6
  }

  /// The name above the cards; returns where the next lane begins.
  private func drawTall(_ lane: Lane, at top: Double, on drawing: inout Drawing) -> Double {
    let name = TextBlock(lane.item.label, .heading, within: drawing.width - 20)
    let note = TextBlock(lane.item.note ?? "", .note, within: drawing.width - 20)
    let start = top + 8 + name.height + note.height + 6
    var cards = Drawing(width: drawing.width)
    let taken = cards.cards(
      lane.items, columns: 2, in: Box(8, start, drawing.width - 16, 0))
    let height = start + taken + (lane.items.isEmpty ? 2 : 8) - top
    drawing.rectangle(Box(0.5, top + 0.5, drawing.width - 1, height - 1), "fig-lane")
    drawing.link(lane.item) { drawing in
      drawing.text(name, x: 10, y: top + 8)
      drawing.text(note, x: 10, y: top + 8 + name.height)
    }
    drawing.add(cards)
    return top + height + 6
  }
}
