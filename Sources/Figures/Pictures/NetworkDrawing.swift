/// A network being drawn in layers: what needs others above what it needs.
struct NetworkDrawing {
  private let parts: NetworkParts
  private let width: Double

  /// The widths that nodes may have, the first that fits.
  private static let nodeWidths = [128.0, 116, 104]
  private static let bendWidth = 6.0
  private static let gap = 8.0
  /// The least distance of two layers; it grows with the lines between them.
  private static let distance = 44.0

  init(_ network: Network, _ width: Double) {
    parts = NetworkParts(network)
    self.width = width
  }

  var drawing: Drawing {
    let graph = Graph(nodeCount: parts.linked.count, edges: parts.edges)
    var layering = Layering(graph.withoutCircles)
    layering.order()
    let placements = Self.nodeWidths.lazy.map {
      Placement(layering, nodeWidth: $0, bendWidth: Self.bendWidth, gap: Self.gap, width: width - 2)
    }
    guard let narrowest = placements.last else { return Drawing(width: width) }
    let placement = placements.first { $0.width <= width } ?? narrowest
    var drawing = Drawing(width: max(width, placement.width + 2))
    let cards = parts.linked.map { Card($0, width: placement.nodeWidth) }
    let rows = rows(layering, cards)
    drawLinks(layering, placement, rows, cards, Set(parts.edges), on: &drawing)
    for (layer, row) in zip(layering.layers, rows) {
      for case .node(let number) in layer {
        let card = cards[number]
        let x = placement.center(.node(number)) - placement.nodeWidth / 2
        card.draw(in: Box(x, row.lowerBound, placement.nodeWidth, card.height), on: &drawing)
      }
    }
    drawing.height = rows.last.map { $0.upperBound + 2 } ?? 0
    parts.drawRest(on: &drawing)
    return drawing
  }

  /// From where to where each layer reaches.
  private func rows(_ layering: Layering, _ cards: [Card]) -> [ClosedRange<Double>] {
    var top = 2.0
    return zip(layering.layers, layering.linksByLayer).map { layer, links in
      let height =
        layer.map { place in
          if case .node(let number) = place { cards[number].height } else { 0 }
        }.max() ?? 0
      defer { top += height + Self.distance + min(44, Double(links.count) * 2) }
      return top...(top + height)
    }
  }

  private func drawLinks(
    _ layering: Layering, _ placement: Placement, _ rows: [ClosedRange<Double>], _ cards: [Card],
    _ edges: Set<Graph.Edge>, on drawing: inout Drawing
  ) {
    for (layer, links) in layering.linksByLayer.enumerated() {
      for link in links {
        let through = layering.edges[link] ?? []
        let isDashed = through.allSatisfy { edge in
          parts.isDashed(edge) || parts.isDashed(Graph.Edge(from: edge.to, to: edge.from))
        }
        var start = Point(placement.center(link.from), rows[layer].upperBound)
        var path = Path()
        if case .node(let number) = link.from {
          start.y = rows[layer].lowerBound + cards[number].height
          path.move(to: start)
        } else {
          path.move(to: Point(start.x, rows[layer].lowerBound))
        }
        path.line(to: Point(start.x, rows[layer].upperBound))
        let end = Point(placement.center(link.to), rows[layer + 1].lowerBound)
        path.drop(from: Point(start.x, rows[layer].upperBound), to: end)
        drawing.path(path, NetworkParts.classes(isDashed))
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
}
