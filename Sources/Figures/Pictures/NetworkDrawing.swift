/// A network being drawn in layers: what needs others above what it needs.
struct NetworkDrawing {
  private let network: Network
  private let width: Double
  private let linked: [Int]
  private let alone: [Int]

  /// The widths that nodes may have, the first that fits.
  private static let nodeWidths = [128.0, 116, 104]
  private static let bendWidth = 6.0
  private static let gap = 8.0
  /// The least distance of two layers; it grows with the lines between them.
  private static let distance = 44.0

  init(_ network: Network, _ width: Double) {
    self.network = network
    self.width = width
    let tied = Set(network.ties.flatMap { [$0.from, $0.to] })
    linked = network.nodes.indices.filter(tied.contains)
    alone = network.nodes.indices.filter { !tied.contains($0) }
  }

  var drawing: Drawing {
    let numbers = Dictionary(uniqueKeysWithValues: linked.enumerated().map { ($1, $0) })
    let edges = network.ties.compactMap { tie in
      numbers[tie.from].flatMap { from in numbers[tie.to].map { Graph.Edge(from: from, to: $0) } }
    }
    let graph = Graph(nodeCount: linked.count, edges: edges)
    var layering = Layering(graph.withoutCircles)
    layering.order()
    let placements = Self.nodeWidths.lazy.map {
      Placement(layering, nodeWidth: $0, bendWidth: Self.bendWidth, gap: Self.gap, width: width - 2)
    }
    guard let narrowest = placements.last else { return Drawing(width: width) }
    let placement = placements.first { $0.width <= width } ?? narrowest
    var drawing = Drawing(width: max(width, placement.width + 2))
    let cards = network.nodes.map { Card($0, width: placement.nodeWidth) }
    let rows = rows(layering, cards)
    drawLinks(layering, placement, rows, cards, Set(edges), on: &drawing)
    for (layer, row) in zip(layering.layers, rows) {
      for case .node(let number) in layer {
        let card = cards[linked[number]]
        let x = placement.center(.node(number)) - placement.nodeWidth / 2
        card.draw(in: Box(x, row.lowerBound, placement.nodeWidth, card.height), on: &drawing)
      }
    }
    drawing.height = rows.last.map { $0.upperBound + 2 } ?? 0
    drawAlone(on: &drawing)
    drawKey(on: &drawing)
    return drawing
  }

  /// From where to where each layer reaches.
  private func rows(_ layering: Layering, _ cards: [Card]) -> [ClosedRange<Double>] {
    var top = 2.0
    return zip(layering.layers, layering.linksByLayer).map { layer, links in
      let height =
        layer.map { place in
          if case .node(let number) = place { cards[linked[number]].height } else { 0 }
        }.max() ?? 0
      defer { top += height + Self.distance + min(44, Double(links.count) * 2) }
      return top...(top + height)
    }
  }

  private func drawLinks(
    _ layering: Layering, _ placement: Placement, _ rows: [ClosedRange<Double>], _ cards: [Card],
    _ edges: Set<Graph.Edge>, on drawing: inout Drawing
  ) {
    let dashed = Set(
      Dictionary(grouping: network.ties) { Graph.Edge(from: $0.from, to: $0.to) }
        .filter { $1.allSatisfy { network.relations[$0.relation].isDashed } }.keys)
    for (layer, links) in layering.linksByLayer.enumerated() {
      for link in links {
        let through = layering.edges[link] ?? []
        let isDashed = through.allSatisfy { edge in
          let (from, to) = (linked[edge.from], linked[edge.to])
          return dashed.contains(Graph.Edge(from: from, to: to))
            || dashed.contains(Graph.Edge(from: to, to: from))
        }
        var start = Point(placement.center(link.from), rows[layer].upperBound)
        var path = Path()
        if case .node(let number) = link.from {
          start.y = rows[layer].lowerBound + cards[linked[number]].height
          path.move(to: start)
        } else {
          path.move(to: Point(start.x, rows[layer].lowerBound))
        }
        path.line(to: Point(start.x, rows[layer].upperBound))
        let end = Point(placement.center(link.to), rows[layer + 1].lowerBound)
        path.drop(from: Point(start.x, rows[layer].upperBound), to: end)
        drawing.path(path, isDashed ? "fig-line fig-dashed" : "fig-line")
        drawHeads(of: link, through, edges, start, end, on: &drawing)
      }
    }
  }

  /// Arrows at the ends that are needed: at the lower one, and where a circle was cut at the upper.
  private func drawHeads(
    of link: Layering.Link, _ through: [Graph.Edge], _ edges: Set<Graph.Edge>, _ start: Point,
    _ end: Point, on drawing: inout Drawing
  ) {
    if case .node = link.to, through.contains(where: edges.contains) {
      drawing.arrowhead(at: end, .down)
    }
    if case .node(let number) = link.from,
      through.contains(where: {
        $0.from == number && edges.contains(Graph.Edge(from: $0.to, to: $0.from))
      })
    {
      drawing.arrowhead(at: start, .up)
    }
  }

  /// Those that no line leads to, below all others.
  private func drawAlone(on drawing: inout Drawing) {
    guard !alone.isEmpty else { return }
    let top = drawing.height + (linked.isEmpty ? 2 : 22)
    let taken = drawing.cards(
      alone.map { network.nodes[$0] }, columns: max(1, Int(drawing.width / 120)),
      in: Box(1, top, drawing.width - 2, 0))
    drawing.height = top + taken + 2
  }

  /// Explains the lines, where there is more than one kind.
  private func drawKey(on drawing: inout Drawing) {
    let used = Set(network.ties.map(\.relation))
    guard used.contains(where: { network.relations[$0].isDashed }) else { return }
    var x = 0.0
    drawing.height += 18
    let top = drawing.height
    for (index, relation) in network.relations.enumerated() where used.contains(index) {
      let block = TextBlock(relation.label, .note, within: 240, lines: 1)
      drawing.arrow(
        from: Point(x + 1, top + 9), to: Point(x + 36, top + 9),
        relation.isDashed ? "fig-line fig-dashed" : "fig-line")
      drawing.text(block, x: x + 44, y: top)
      x += 44 + block.width + 24
      drawing.height = top + block.height + 4
    }
  }
}
