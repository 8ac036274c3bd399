/// Parts that lie one on the other, and what passes between them: an operating model at a glance.
package struct Layers: Picture {
  /// A layer, what it holds and what passes to the layer below it.
  package struct Layer: Sendable {
    /// The layer.
    package var item: Item
    /// What it holds.
    package var parts: [Item]
    /// What passes down to the next layer.
    package var down: String?
    /// What passes up from the next layer.
    package var up: String?

    /// Creates a layer.
    package init(_ item: Item, parts: [Item], down: String?, up: String?) {
      self.item = item
      self.parts = parts
      self.down = down
      self.up = up
    }
  }

  private let layers: [Layer]
  private let head: [String]

  /// Creates layers, the top one first.
  ///
  /// `head` has the heads of the table: layer, what it does, parts, down, up.
  package init(_ layers: [Layer], head: [String]) {
    self.layers = layers
    self.head = head
  }

  /// The layers.
  package var count: Int { layers.count }

  /// A row for each layer.
  package var table: DataTable {
    DataTable(
      head,
      layers.map { layer in
        [
          [Item(layer.item.label, url: layer.item.url)],
          layer.item.note.map { [Item($0)] } ?? [], layer.parts,
          layer.down.map { [Item($0)] } ?? [], layer.up.map { [Item($0)] } ?? [],
        ]
      })
  }

  /// Layers one under the other, with arrows between them.
  package func drawing(within width: Double) -> Drawing {
    var drawing = Drawing(width: width)
    for (index, layer) in layers.enumerated() {
      let top = drawing.height
      drawing.height = draw(layer, at: top, on: &drawing)
      if index + 1 < layers.count {
        drawing.height = drawPassing(layer, at: drawing.height, on: &drawing)
      }
    }
    return drawing
  }

  /// Draws one layer; returns where it ends.
  private func draw(_ layer: Layer, at top: Double, on drawing: inout Drawing) -> Double {
    let room = drawing.width - 28
    let name = TextBlock(layer.item.label, .heading, within: room)
    let note = TextBlock(layer.item.note ?? "", .note, within: room)
    var parts = Drawing(width: drawing.width)
    var bottom = top + 10 + name.height + note.height + 10
    if !layer.parts.isEmpty {
      let columns = drawing.width < 480 ? 2 : min(6, max(2, layer.parts.count))
      bottom +=
        parts.cards(layer.parts, columns: columns, in: Box(14, bottom - 2, room, 0)) + 10
    }
    drawing.rectangle(Box(1, top + 1, drawing.width - 2, bottom - top - 2), "fig-lane")
    drawing.link(layer.item) { drawing in
      drawing.rectangle(
        Box(8, top + 6, drawing.width - 16, name.height + note.height + 8), "fig-ground")
      drawing.text(name, x: 14, y: top + 10)
      drawing.text(note, x: 14, y: top + 10 + name.height)
    }
    drawing.add(parts)
    return bottom
  }

  /// Draws what passes between two layers; returns where the lower one begins.
  private func drawPassing(_ layer: Layer, at top: Double, on drawing: inout Drawing) -> Double {
    let half = drawing.width / 2
    let room = half - 52
    let down = TextBlock(layer.down ?? "", .note, within: room, lines: 6)
    let up = TextBlock(layer.up ?? "", .note, within: room, lines: 6)
    let height = max(24, max(down.height, up.height) + 8) + 8
    if !down.lines.isEmpty {
      drawing.arrow(from: Point(24, top + 2), to: Point(24, top + height - 2))
      drawing.text(down, x: 38, y: top + (height - down.height) / 2)
    }
    if !up.lines.isEmpty {
      drawing.arrow(from: Point(half + 14, top + height - 2), to: Point(half + 14, top + 2))
      drawing.text(up, x: half + 28, y: top + (height - up.height) / 2)
    }
    return top + height
  }
}
