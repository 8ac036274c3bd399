/// A box with the name of something in it, and a note below the name.
struct Card: Sendable {
  let item: Item
  private let label: TextBlock
  private let note: TextBlock
  /// The classes of the box.
  var classes = "fig-box"

  private static let margin = 8.0
  private static let gap = 2.0

  /// Lays out the words of a card that is `width` wide.
  init(_ item: Item, width: Double, style: TextStyle = .label, lines: Int = 3) {
    self.item = item
    let room = width - 2 * Self.margin
    label = .label(item.label, style, within: room, lines: lines)
    note = TextBlock(item.note ?? "", .note, within: room, lines: 6)
  }

  /// The height that the words need.
  var height: Double {
    label.height + (note.lines.isEmpty ? 0 : note.height + Self.gap) + 2 * Self.margin
  }

  /// Draws the card, its words in the middle.
  func draw(in box: Box, on drawing: inout Drawing) {
    drawing.link(item) { drawing in
      drawing.rectangle(box, classes)
      if label.isCut { drawing.hint(item.label) }
      let words = height - 2 * Self.margin
      var top = box.centerY - words / 2
      drawing.text(label, x: box.centerX, y: top, .middle)
      top += label.height + Self.gap
      drawing.text(note, x: box.centerX, y: top, .middle)
    }
  }
}

extension Drawing {
  /// Draws cards in rows that fill `box` from its top, and returns the height that they took.
  @discardableResult
  mutating func cards(
    _ items: [Item], columns: Int, in box: Box, classes: String = "fig-box"
  ) -> Double {
    let gap = 8.0
    let columns = max(1, columns)
    let width = (box.width - gap * Double(columns - 1)) / Double(columns)
    var y = box.y
    for start in stride(from: 0, to: items.count, by: columns) {
      let row = items[start..<min(start + columns, items.count)].map {
        var card = Card($0, width: width)
        card.classes = classes
        return card
      }
      let height = row.map(\.height).max() ?? 0
      for (column, card) in row.enumerated() {
        card.draw(
          in: Box(box.x + Double(column) * (width + gap), y, width, height), on: &self)
      }
      y += height + gap
    }
    return max(0, y - gap - box.y)
  }
}
