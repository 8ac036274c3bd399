import Diagnostics

/// Where the nodes and lines of a plan stand, as `dot -Tjson0` answered: every number was looked at.
struct DotLayout: Sendable {
  /// The width of the whole.
  let width: Double
  /// The height of the whole.
  let height: Double
  /// The middle of each node, from the top left corner.
  let centers: [Point]
  /// The lines, in the order of the plan's edges.
  let lines: [Line]

  /// A line that ends in an arrow.
  struct Line: Sendable {
    /// Its beginning, then three points for each curve: two that bend it, and its end.
    let points: [Point]
    /// The tip of the arrow, a little beyond its end.
    let tip: Point
  }

  /// The most bytes of an answer; three hundred nodes with three lines each need a tenth.
  static let mostBytes = 4 << 20

  /// Reads an answer to what `plan` asked.
  ///
  /// O(*bytes*).
  init(_ answer: [UInt8], of plan: DotPlan) throws(GraphvizFault) {
    guard answer.count <= Self.mostBytes else { throw .tooLong }
    let json: JSON
    do throws(JSON.SyntaxError) {
      json = try JSON(parsing: answer)
    } catch {
      throw .notJSON(offset: error.offset)
    }
    let reader = try DotReader(json)
    (width, height) = (reader.width, reader.height)
    let nodes = try reader.nodes(plan.cards)
    centers = nodes.centers
    lines = try reader.lines(plan, nodes)
  }
}

/// Reads an answer of `dot` whose size is known.
private struct DotReader {
  let width: Double
  let height: Double
  private let json: JSON

  /// No picture that somebody reads is so large, in pixels.
  private static let largest = 100_000.0
  /// How far numbers of five digits may be beside those that they stand for.
  private static let tolerance = 2.0
  /// How far the points that bend a line may lie beside the picture.
  private static let bend = 1000.0
  /// The most points of one line; a line through a hundred nodes has some three hundred.
  private static let mostPoints = 1201

  /// The nodes of an answer: where each is, and which one an edge means by a number.
  struct Nodes {
    var centers: [Point]
    var byNumber: [Int: Int]
  }

  init(_ json: JSON) throws(GraphvizFault) {
    self.json = json
    guard let box = json["bb"]?.string.flatMap({ Self.numbers($0, 4) }), box[0] == 0, box[1] == 0,
      (1...Self.largest).contains(box[2]), (1...Self.largest).contains(box[3])
    else { throw .wrongSize }
    (width, height) = (box[2], box[3])
  }

  /// The middles of the nodes, whose names are their numbers in the plan.
  func nodes(_ cards: [Card]) throws(GraphvizFault) -> Nodes {
    guard let objects = json["objects"]?.array, objects.count == cards.count else {
      throw .wrongNodes
    }
    var centers = [Point?](repeating: nil, count: cards.count)
    var byNumber: [Int: Int] = [:]
    for object in objects {
      guard let node = object["name"]?.string.flatMap({ Int($0) }), cards.indices.contains(node),
        centers[node] == nil, let number = object["_gvid"]?.integer,
        byNumber.updateValue(node, forKey: number) == nil,
        let center = object["pos"]?.string.flatMap(point),
        isInside(box(cards[node], around: center), by: Self.tolerance)
      else { throw .wrongNodes }
      centers[node] = center
    }
    return Nodes(centers: centers.compactMap(\.self), byNumber: byNumber)
  }

  /// The lines in the order of the plan's edges.
  func lines(_ plan: DotPlan, _ nodes: Nodes) throws(GraphvizFault) -> [DotLayout.Line] {
    guard let edges = json["edges"]?.array, edges.count == plan.parts.edges.count else {
      throw .wrongLines
    }
    let boxes = zip(plan.cards, nodes.centers).map(box)
    var lines: [Graph.Edge: DotLayout.Line] = [:]
    for edge in edges {
      guard let from = edge["tail"]?.integer.flatMap({ nodes.byNumber[$0] }),
        let to = edge["head"]?.integer.flatMap({ nodes.byNumber[$0] }),
        let line = edge["pos"]?.string.flatMap(line), let start = line.points.first,
        boxes[from].inset(-Self.tolerance).holds(start),
        boxes[to].inset(-Self.tolerance).holds(line.tip),
        lines.updateValue(line, forKey: Graph.Edge(from: from, to: to)) == nil
      else { throw .wrongLines }
    }
    let ordered = plan.parts.edges.compactMap { lines[$0] }
    guard ordered.count == plan.parts.edges.count else { throw .wrongLines }
    return ordered
  }

  /// `e,TIP POINT POINT POINT POINT …`: the end of the arrow, then curves of three points each.
  private func line(_ text: String) -> DotLayout.Line? {
    guard text.hasPrefix("e,") else { return nil }
    let words = text.dropFirst(2).split(separator: " ", omittingEmptySubsequences: false)
    guard (5...Self.mostPoints).contains(words.count), words.count % 3 == 2 else { return nil }
    let points = words.compactMap { point(String($0)) }
    let isSound = points.allSatisfy { isInside(Box($0.x, $0.y, 0, 0), by: Self.bend) }
    guard points.count == words.count, isSound else { return nil }
    return DotLayout.Line(points: Array(points.dropFirst()), tip: points[0])
  }

  /// `x,y`, counted upwards from the bottom left corner.
  private func point(_ text: String) -> Point? {
    Self.numbers(text, 2).map { Point($0[0], height - $0[1]) }
  }

  private func box(_ card: Card, around center: Point) -> Box {
    Box(
      center.x - DotPlan.cardWidth / 2, center.y - card.height / 2, DotPlan.cardWidth, card.height)
  }

  private func isInside(_ box: Box, by distance: Double) -> Bool {
    let whole = Box(0, 0, width, height).inset(-distance)
    return whole.holds(Point(box.x, box.y)) && whole.holds(Point(box.maxX, box.maxY))
  }

  /// So many numbers with commas between; `nil` for others, and for those that are not finite.
  private static func numbers(_ text: String, _ count: Int) -> [Double]? {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    // `Double` also takes words such as `inf` and digits of other bases.
    let isPlain = text.utf8.allSatisfy { "0123456789.,+-e".utf8.contains($0) }
    guard words.count == count, isPlain else { return nil }
    let numbers = words.compactMap { Double($0) }.filter(\.isFinite)
    return numbers.count == count ? numbers : nil
  }
}
