/// A network as `dot` is told of it: boxes of a size each, and what leads from one to the other.
struct DotPlan: Sendable {
  /// What the picture is made of.
  let parts: NetworkParts
  /// The cards, one for each node.
  let cards: [Card]

  /// The width of every card, in CSS pixels, which are points to `dot`: few words need more.
  static let cardWidth = 120.0
  /// The length of an arrow's head; lines end where it begins.
  static let headLength = 8.0

  init(_ parts: NetworkParts) {
    self.parts = parts
    cards = parts.linked.map { Card($0, width: Self.cardWidth) }
  }

  /// The plan in the language of `dot`; sizes are in inches there.
  ///
  /// The heads of arrows of `dot` are 10 points long.
  var text: [UInt8] {
    var text = """
      digraph {
      graph [nodesep=\(inches(14)) ranksep=\(inches(44))]
      node [shape=box fixedsize=true label="" width=\(inches(Self.cardWidth))]
      edge [arrowsize=\(number(Self.headLength / 10))]

      """
    for (node, card) in cards.enumerated() {
      text += "\(node) [height=\(inches(card.height))]\n"
    }
    for edge in parts.edges { text += "\(edge.from) -> \(edge.to)\n" }
    return Array((text + "}\n").utf8)
  }

  /// The next whole points as inches of 72, with four decimals.
  private func inches(_ points: Double) -> String {
    let parts = (Int(points.rounded(.up)) * 10_000 + 36) / 72
    let decimals = String(parts % 10_000)
    return "\(parts / 10_000)." + String(repeating: "0", count: 4 - decimals.count) + decimals
  }
}
