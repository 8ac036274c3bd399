/// The outline of a line or shape, as SVG writes it.
struct Path: Sendable {
  /// The value of `d`.
  private(set) var text = ""

  /// Begins a stroke.
  mutating func move(to point: Point) { add("M", [point]) }

  /// Goes straight to a point.
  mutating func line(to point: Point) { add("L", [point]) }

  /// Goes to a point below or above in a curve that begins and ends upright.
  mutating func drop(from start: Point, to end: Point) {
    let middle = (start.y + end.y) / 2
    add("C", [Point(start.x, middle), Point(end.x, middle), end])
  }

  /// Goes to a point at the side in a curve that begins and ends level.
  mutating func sweep(from start: Point, to end: Point) {
    let middle = (start.x + end.x) / 2
    add("C", [Point(middle, start.y), Point(middle, end.y), end])
  }

  /// Goes to a point in a curve round a corner.
  mutating func bend(round corner: Point, to end: Point) { add("Q", [corner, end]) }

  /// Closes the shape.
  mutating func close() { text += "Z" }

  private mutating func add(_ command: String, _ points: [Point]) {
    text += command
    text += points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: " ")
  }
}

/// Where an arrow points.
enum Direction: Sendable { case up, down, left, right }

extension Path {
  /// The head of an arrow whose tip is at `tip`.
  ///
  /// A shape of its own: markers need ids, and a page may hold several figures.
  static func arrowhead(at tip: Point, _ direction: Direction, size: Double = 5) -> Path {
    let back = size * 1.6
    let corners: (Point, Point) =
      switch direction {
      case .down: (Point(tip.x - size, tip.y - back), Point(tip.x + size, tip.y - back))
      case .up: (Point(tip.x - size, tip.y + back), Point(tip.x + size, tip.y + back))
      case .right: (Point(tip.x - back, tip.y - size), Point(tip.x - back, tip.y + size))
      case .left: (Point(tip.x + back, tip.y - size), Point(tip.x + back, tip.y + size))
      }
    var path = Path()
    path.move(to: corners.0)
    path.line(to: tip)
    path.line(to: corners.1)
    path.close()
    return path
  }

  /// A square on its corner.
  static func diamond(around center: Point, size: Double) -> Path {
    var path = Path()
    path.move(to: Point(center.x - size, center.y))
    path.line(to: Point(center.x, center.y - size))
    path.line(to: Point(center.x + size, center.y))
    path.line(to: Point(center.x, center.y + size))
    path.close()
    return path
  }
}

/// The number with at most one decimal, as short as it can be: `12`, `-0.5`.
func number(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  let tenths = Int((min(max(value, -1e9), 1e9) * 10).rounded())
  let whole = "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10)"
  return tenths % 10 == 0 ? whole : "\(whole).\(abs(tenths) % 10)"
}
