/// Steps side by side, the gates on the line between them and what each asks below.
struct StepsAcross {
  private let way: Steps
  private let width: Double
  private let boxes: [Box]
  private let gap: Double

  private static let gate = 13.0
  private static let arcs = 30.0

  init(_ way: Steps, _ width: Double) {
    self.way = way
    let gap = 2 * Self.gate + 8
    let needed = way.steps.map {
      max(72, min(150, max(Self.room($0.item.label, .heading), Self.room($0.item.note, .note))))
    }
    let total = needed.reduce(0, +) + gap * Double(max(0, way.steps.count - 1))
    let spare = max(0, width - total) / Double(max(1, way.steps.count))
    let height =
      zip(way.steps, needed)
      .map { Card($0.item, width: $1 + spare, style: .heading).height }.max() ?? 0
    var boxes: [Box] = []
    var x = 1.0
    for width in needed {
      boxes.append(Box(x, Self.arcs, width + spare - 2, max(56, height)))
      x += width + spare + gap
    }
    self.boxes = boxes
    self.gap = gap
    self.width = max(width, total)
  }

  private static func room(_ text: String?, _ style: TextStyle) -> Double {
    20 + style.longestWord(of: text ?? "")
  }

  var drawing: Drawing {
    var drawing = Drawing(width: width)
    drawing.height = (boxes.first?.maxY ?? 0) + 8
    var questions = drawing.height
    for (index, step) in way.steps.enumerated() {
      if index + 1 < boxes.count { connect(index, on: &drawing) }
      Card(step.item, width: boxes[index].width, style: .heading)
        .draw(in: boxes[index], on: &drawing)
    }
    for (index, step) in way.steps.enumerated() where index + 1 < boxes.count {
      questions = max(questions, drawGate(step.gate, index, on: &drawing))
    }
    drawing.height = questions + 10
    drawing.legend(way.outcomes, top: drawing.height)
    return drawing
  }

  private func center(ofGateBehind index: Int) -> Point {
    Point(boxes[index].maxX + gap / 2 + 1, boxes[index].centerY)
  }

  /// The line to the next step, and the way back.
  private func connect(_ index: Int, on drawing: inout Drawing) {
    let center = center(ofGateBehind: index)
    drawing.arrow(
      from: Point(boxes[index].maxX, center.y), to: Point(boxes[index + 1].x - 1, center.y))
    guard way.steps[index].gate != nil, way.outcomes.again != nil else { return }
    let target = Point(boxes[index].centerX, boxes[index].y - 1)
    let top = 9.0
    var path = Path()
    path.move(to: Point(center.x, center.y - Self.gate))
    path.line(to: Point(center.x, top + 8))
    path.bend(round: Point(center.x, top), to: Point(center.x - 8, top))
    path.line(to: Point(target.x + 8, top))
    path.bend(round: Point(target.x, top), to: Point(target.x, top + 8))
    path.line(to: target)
    drawing.path(path, "fig-line fig-back")
    drawing.arrowhead(at: target, .down)
  }

  /// How wide a question may be: up to where its nearer neighbour's begins.
  private func room(_ index: Int) -> Double {
    let x = center(ofGateBehind: index).x
    let others = [index - 1, index + 1].filter { (0..<boxes.count - 1).contains($0) }
    let distance = others.map { abs(center(ofGateBehind: $0).x - x) }.min() ?? width
    return min(max(60, distance - 10), 150)
  }

  /// Draws a gate and what it asks; returns where the question ends.
  private func drawGate(_ gate: Item?, _ index: Int, on drawing: inout Drawing) -> Double {
    guard let gate else { return 0 }
    let center = center(ofGateBehind: index)
    let question = TextBlock(gate.note ?? gate.label, .note, within: room(index), lines: 6)
    let end = boxes[index].maxY + 16
    if way.outcomes.stop != nil {
      drawing.stop(
        from: Point(center.x, center.y + Self.gate), length: end - 4 - center.y - Self.gate)
    }
    drawing.link(gate) { drawing in
      drawing.path(.diamond(around: center, size: Self.gate), "fig-gate")
      drawing.text(
        TextBlock("\(index + 1)", .heading, within: 40), x: center.x, y: center.y - 9.5, .middle)
      if gate.note != nil { drawing.hint(gate.label) }
      let half = question.width / 2
      let middle = min(max(center.x, half + 1), width - half - 1)
      drawing.text(question, x: middle, y: end + 2, .middle)
    }
    return end + 2 + question.height
  }
}

extension Drawing {
  /// A line that ends in a bar: here it stops.
  mutating func stop(from start: Point, length: Double) {
    var path = Path()
    path.move(to: start)
    path.line(to: Point(start.x, start.y + length))
    path.move(to: Point(start.x - 6, start.y + length))
    path.line(to: Point(start.x + 6, start.y + length))
    self.path(path, "fig-line fig-stop")
  }

  /// Says what the three ways out of a gate are; they stand in one line where that is wide enough.
  mutating func legend(_ outcomes: Steps.Outcomes, top: Double) {
    var x = 1.0
    var y = top
    let entries: [(String?, (inout Drawing, Point) -> Void)] = [
      (outcomes.forward, { $0.arrow(from: Point($1.x, $1.y), to: Point($1.x + 20, $1.y)) }),
      (outcomes.again, { $0.backward(at: $1) }),
      (outcomes.stop, { $0.stop(from: Point($1.x + 8, $1.y - 8), length: 14) }),
    ]
    for (words, symbol) in entries {
      guard let words, !words.isEmpty else { continue }
      let block = TextBlock(words, .note, within: width - 30, lines: 2)
      if x > 1, x + 28 + block.width > width {
        x = 1
        y += 22
      }
      symbol(&self, Point(x, y + 9))
      text(block, x: x + 28, y: y)
      x += 28 + block.width + 22
      height = y + block.height + 2
    }
  }

  private mutating func backward(at start: Point) {
    var path = Path()
    path.move(to: Point(start.x + 18, start.y + 6))
    path.line(to: Point(start.x + 18, start.y))
    path.bend(round: Point(start.x + 18, start.y - 6), to: Point(start.x + 12, start.y - 6))
    path.line(to: Point(start.x + 11, start.y - 6))
    path.bend(round: Point(start.x + 5, start.y - 6), to: Point(start.x + 5, start.y))
    path.line(to: Point(start.x + 5, start.y + 6))
    self.path(path, "fig-line fig-back")
    arrowhead(at: Point(start.x + 5, start.y + 7), .down, size: 4)
  }
}
