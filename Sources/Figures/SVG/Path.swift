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

  /// Goes to a point in a curve that two others bend.
  mutating func curve(by first: Point, _ second: Point, to end: Point) {
    add("C", [first, second, end])
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

/// Where an arrow points: a step of length 1.
struct Direction: Sendable, Hashable {
  let x: Double
  let y: Double

  static let up = Direction(x: 0, y: -1)
  static let down = Direction(x: 0, y: 1)
  static let left = Direction(x: -1, y: 0)
  static let right = Direction(x: 1, y: 0)
}

extension Direction {
  /// From one point to another; down where they are the same.
  init(from start: Point, to end: Point) {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let length = (x * x + y * y).squareRoot()
    self = length > 0 ? Direction(x: x / length, y: y / length) : .down
  }
}

extension Path {
  /// The head of an arrow whose tip is at `tip`.
  ///
  /// A shape of its own: markers need ids, and a page may hold several figures.
  static func arrowhead(at tip: Point, _ direction: Direction, size: Double = 5) -> Path {
    let back = Point(tip.x - direction.x * size * 1.6, tip.y - direction.y * size * 1.6)
    let side = Point(direction.y * size, direction.x * size)
    let corners = [
      Point(back.x - side.x, back.y + side.y), Point(back.x + side.x, back.y - side.y),
    ].sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    var path = Path()
    path.move(to: corners[0])
    path.line(to: tip)
    path.line(to: corners[1])
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
