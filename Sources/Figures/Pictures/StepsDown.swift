/// Steps one under the other, with what each gate asks beside it.
struct StepsDown {
  private let way: Steps
  private let width: Double

  private static let gate = 13.0
  private static let line = 36.0

  init(_ way: Steps, _ width: Double) {
    self.way = way
    self.width = width
  }

  var drawing: Drawing {
    var drawing = Drawing(width: width)
    var y = 1.0
    for (index, step) in way.steps.enumerated() {
      let room = width - 2
      let card = Card(step.item, width: room, style: .heading)
      card.draw(in: Box(1, y, room, card.height), on: &drawing)
      y += card.height
      if index + 1 < way.steps.count { y = drawGate(step.gate, index, at: y, on: &drawing) }
    }
    drawing.height = y + 12
    drawing.legend(way.outcomes, top: drawing.height)
    return drawing
  }

  /// Draws the way to the next step; returns where that begins.
  private func drawGate(
    _ gate: Item?, _ index: Int, at top: Double, on drawing: inout Drawing
  ) -> Double {
    guard let gate else {
      drawing.arrow(from: Point(Self.line, top), to: Point(Self.line, top + 24))
      return top + 25
    }
    let question = TextBlock(gate.note ?? gate.label, .note, within: width - 76, lines: 5)
    let height = max(2 * Self.gate + 24, question.height + 16)
    let center = Point(Self.line, top + height / 2 - 3)
    drawing.arrow(from: Point(Self.line, top), to: Point(Self.line, top + height - 1))
    if way.outcomes.again != nil { goBack(from: center, to: top, on: &drawing) }
    if way.outcomes.stop != nil { stop(at: center, on: &drawing) }
    drawing.link(gate) { drawing in
      drawing.path(.diamond(around: center, size: Self.gate), "fig-gate")
      drawing.text(
        TextBlock("\(index + 1)", .heading, within: 40), x: center.x, y: center.y - 9.5, .middle)
      drawing.text(question, x: 70, y: center.y - question.height / 2)
    }
    return top + height
  }

  private func stop(at center: Point, on drawing: inout Drawing) {
    let end = center.x + Self.gate + 9
    var path = Path()
    path.move(to: Point(center.x + Self.gate, center.y))
    path.line(to: Point(end, center.y))
    path.move(to: Point(end, center.y - 6))
    path.line(to: Point(end, center.y + 6))
    drawing.path(path, "fig-line fig-stop")
  }

  private func goBack(from center: Point, to top: Double, on drawing: inout Drawing) {
    let x = Self.line - 25
    var path = Path()
    path.move(to: Point(center.x - Self.gate, center.y))
    path.line(to: Point(x + 6, center.y))
    path.bend(round: Point(x, center.y), to: Point(x, center.y - 6))
    path.line(to: Point(x, top + 2))
    drawing.path(path, "fig-line fig-back")
    drawing.arrowhead(at: Point(x, top + 1), .up)
  }
}
