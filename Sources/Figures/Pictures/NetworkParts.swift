/// What every picture of a network is made of, however it is laid out: what lines lead to, the lines, and what
/// stands below them.
struct NetworkParts: Sendable {
  /// The nodes that lines lead to; edges call them by their numbers here, from 0.
  let linked: [Item]
  /// What leads from one to another, each once, in order.
  let edges: [Graph.Edge]
  private let dashed: Set<Graph.Edge>
  private let alone: [Item]
  /// The kinds of lines to be explained: none where all lines are whole.
  private let key: [Network.Relation]

  /// Takes a network apart.
  init(_ network: Network) {
    let tied = Set(network.ties.flatMap { [$0.from, $0.to] })
    let numbers = network.nodes.indices.filter(tied.contains)
    linked = numbers.map { network.nodes[$0] }
    alone = network.nodes.indices.filter { !tied.contains($0) }.map { network.nodes[$0] }
    let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    let lines = network.ties.compactMap { tie in
      places[tie.from].flatMap { from in
        places[tie.to].map { (edge: Graph.Edge(from: from, to: $0), relation: tie.relation) }
      }
    }
    edges = Graph(nodeCount: linked.count, edges: lines.map(\.edge)).edges
    dashed = Set(
      Dictionary(grouping: lines, by: \.edge)
        .filter { $1.allSatisfy { network.relations[$0.relation].isDashed } }.keys)
    let used = Set(network.ties.map(\.relation))
    let relations = network.relations.indices.filter(used.contains).map { network.relations[$0] }
    key = relations.contains(where: \.isDashed) ? relations : []
  }

  /// Whether all that leads from the one to the other is drawn as a broken line.
  func isDashed(_ edge: Graph.Edge) -> Bool { dashed.contains(edge) }

  /// Draws what stands below the lines: what none leads to, then what they mean.
  func drawRest(on drawing: inout Drawing) {
    drawAlone(on: &drawing)
    drawKey(on: &drawing)
  }

  private func drawAlone(on drawing: inout Drawing) {
    guard !alone.isEmpty else { return }
    let top = drawing.height + (linked.isEmpty ? 2 : 22)
    // None narrower than most words need, the gaps between them left out.
    let columns = max(1, Int((drawing.width + 6) / 128))
    let taken = drawing.cards(alone, columns: columns, in: Box(1, top, drawing.width - 2, 0))
    drawing.height = top + taken + 2
  }

  /// Explains the lines, where there is more than one kind.
  private func drawKey(on drawing: inout Drawing) {
    guard !key.isEmpty else { return }
    var x = 0.0
    drawing.height += 18
    let top = drawing.height
    for relation in key {
      let block = TextBlock(relation.label, .note, within: 240, lines: 1)
      drawing.arrow(
        from: Point(x + 1, top + 9), to: Point(x + 36, top + 9), Self.classes(relation.isDashed))
      drawing.text(block, x: x + 44, y: top)
      x += 44 + block.width + 24
      drawing.height = top + block.height + 4
    }
  }

  /// The classes of a line.
  static func classes(_ isDashed: Bool) -> String {
    isDashed ? "fig-line fig-dashed" : "fig-line"
  }
}
