/// A network whose places somebody else found: each line for itself, from what needs to what is needed.
struct PlacedNetwork: Picture {
  let network: Network
  let plan: DotPlan
  let layout: DotLayout

  /// The nodes.
  var count: Int { network.count }

  /// It is as wide as it is.
  var fitsNarrowPlaces: Bool { false }

  /// That of the network.
  var table: DataTable { network.table }

  /// As it was laid out, in the middle of `width` or wider.
  func drawing(within width: Double) -> Drawing {
    var drawing = Drawing(width: max(width, layout.width + 2))
    let origin = Point(((drawing.width - layout.width) / 2).rounded(.down), 1)
    for (edge, line) in zip(plan.parts.edges, layout.lines) {
      draw(line, from: origin, isDashed: plan.parts.isDashed(edge), on: &drawing)
    }
    for node in inReadingOrder {
      let (card, center) = (plan.cards[node], layout.centers[node])
      let box = Box(
        origin.x + center.x - DotPlan.cardWidth / 2, origin.y + center.y - card.height / 2,
        DotPlan.cardWidth, card.height)
      card.draw(in: box, on: &drawing)
    }
    drawing.height = layout.height + 2
    plan.parts.drawRest(on: &drawing)
    return drawing
  }

  /// From the top to the bottom, then from the left to the right: so it is read aloud.
  private var inReadingOrder: [Int] {
    plan.cards.indices.sorted {
      let (one, other) = (layout.centers[$0], layout.centers[$1])
      return (one.y, one.x) < (other.y, other.x)
    }
  }

  private func draw(
    _ line: DotLayout.Line, from origin: Point, isDashed: Bool, on drawing: inout Drawing
  ) {
    let points = line.points.map { Point(origin.x + $0.x, origin.y + $0.y) }
    let tip = Point(origin.x + line.tip.x, origin.y + line.tip.y)
    var path = Path()
    path.move(to: points[0])
    for index in stride(from: 1, to: points.count, by: 3) {
      path.curve(by: points[index], points[index + 1], to: points[index + 2])
    }
    drawing.path(path, NetworkParts.classes(isDashed))
    drawing.arrowhead(at: tip, Direction(from: points[points.count - 1], to: tip))
  }
}
