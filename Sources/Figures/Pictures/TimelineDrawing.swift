import Values

/// A timeline being drawn: names at the side where there is room, above their line where there is
/// not.
struct TimelineDrawing {
  private let timeline: Timeline
  private let width: Double
  private let side: Double
  private let first: Int
  private let last: Int

  private static let bar = 18.0

  init(_ timeline: Timeline, _ width: Double) {
    self.timeline = timeline
    self.width = width
    side = width < 480 ? 0 : 176
    let days =
      timeline.rows.flatMap(\.spans).flatMap {
        [$0.start.daysSinceEpoch, $0.end.daysSinceEpoch]
      } + [timeline.day.daysSinceEpoch]
    // A little room on both sides, so that no bar ends at the edge.
    first = (days.min() ?? 0) - 30
    last = (days.max() ?? 0) + 30
  }

  private func x(_ day: Int) -> Double {
    side + Double(day - first) / Double(max(1, last - first)) * (width - side - 2)
  }

  var drawing: Drawing {
    var drawing = Drawing(width: width)
    let words = TextBlock(timeline.dayWords, .note, within: width - side, lines: 1)
    let top = words.height + 4
    drawing.height = top
    var rows = Drawing(width: width)
    var bars: [Double] = []
    for row in timeline.rows { drawing.height = draw(row, at: drawing.height, on: &rows, &bars) }
    drawScale(from: top, to: drawing.height + 4, on: &drawing)
    drawing.add(rows)
    let today = x(timeline.day.daysSinceEpoch)
    // Where names stand above their lines, it must not cross them.
    let parts =
      side > 0 ? [(top, drawing.height + 4)] : bars.map { ($0 - 3, $0 + Self.bar + 3) }
    for (start, end) in parts {
      drawing.line(from: Point(today, start), to: Point(today, end), "fig-line fig-now")
    }
    let half = words.width / 2
    drawing.text(words, x: min(max(today, side + half), width - half - 1), y: 0, .middle)
    drawing.height += 26
    drawKey(on: &drawing)
    return drawing
  }

  /// Draws one line and adds where its bar begins; returns where the next line begins.
  private func draw(
    _ row: Timeline.Row, at top: Double, on drawing: inout Drawing, _ bars: inout [Double]
  ) -> Double {
    let isBeside = side > 0
    let name = TextBlock(row.item.label, .label, within: isBeside ? side - 14 : width)
    let bar = isBeside ? top + max(6, (name.height - Self.bar) / 2 + 5) : top + name.height + 4
    bars.append(bar)
    drawing.link(row.item) { $0.text(name, x: 0, y: isBeside ? top + 5 : top + 1) }
    for span in row.spans {
      let start = x(span.start.daysSinceEpoch)
      let end = x(span.end.daysSinceEpoch + 1)
      let isBroken = span.look == .broken
      drawing.group("fig-span fig-\(span.look.rawValue)") { drawing in
        drawing.rectangle(
          Box(
            start, isBroken ? bar + 4 : bar, max(2, end - start), isBroken ? Self.bar - 8 : Self.bar
          ),
          "fig-bar", radius: 3)
        drawing.hint(span.words)
      }
    }
    return max(bar + Self.bar + 8, top + name.height + 10)
  }

  /// Draws a line at the beginning of each year, with as many years named as there is room for.
  private func drawScale(from top: Double, to bottom: Double, on drawing: inout Drawing) {
    guard let start = PlainDate(daysSinceEpoch: first)?.year,
      let end = PlainDate(daysSinceEpoch: last)?.year
    else { return }
    let years = (start...end).compactMap { year in
      PlainDate(year: year, month: 1, day: 1).map { (year: year, day: $0.daysSinceEpoch) }
    }.filter { $0.day >= first }
    let step = max(1, Int((Double(years.count) * 44 / max(1, width - side)).rounded(.up)))
    for (year, day) in years where year % step == 0 {
      drawing.line(from: Point(x(day), top), to: Point(x(day), bottom), "fig-line fig-faint")
      let label = TextBlock(String(year), .note, within: 60)
      let half = label.width / 2
      drawing.text(label, x: min(max(x(day), half), width - half - 1), y: bottom + 3, .middle)
    }
  }

  /// Explains the ways of drawing that occur.
  private func drawKey(on drawing: inout Drawing) {
    let used = Set(timeline.rows.flatMap(\.spans).map(\.look))
    var x = 0.0
    var y = drawing.height
    for look in Timeline.Look.allCases where used.contains(look) {
      guard let words = timeline.key[look] else { continue }
      let block = TextBlock(words, .note, within: width - 40)
      if x > 0, x + 34 + block.width > width {
        x = 0
        y += 24
      }
      drawing.group("fig-span fig-\(look.rawValue)") {
        $0.rectangle(
          Box(x + 1, y + (look == .broken ? 6 : 3), 24, look == .broken ? 7 : 13), "fig-bar",
          radius: 3)
      }
      drawing.text(block, x: x + 32, y: y)
      x += 32 + block.width + 20
      drawing.height = y + block.height + 4
    }
  }
}
