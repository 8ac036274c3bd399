/// What stands on what: services and those that they depend on.
package struct Network: Picture {
  /// A kind of relation between two nodes.
  package struct Relation: Sendable {
    /// What the first is to the second, such as `Depends on`.
    package var label: String
    /// What the second is to the first, such as `Used by`.
    package var reverse: String
    /// Whether it is drawn as a broken line.
    package var isDashed: Bool

    /// Creates a kind of relation.
    package init(_ label: String, reverse: String, isDashed: Bool) {
      self.label = label
      self.reverse = reverse
      self.isDashed = isDashed
    }
  }

  /// A relation of one node to another, by their numbers from 0.
  package struct Tie: Sendable, Hashable {
    /// The node that needs the other.
    package var from: Int
    /// The node that is needed.
    package var to: Int
    /// The kind, as a number from 0.
    package var relation: Int

    /// Creates a relation.
    package init(from: Int, to: Int, relation: Int) {
      self.from = from
      self.to = to
      self.relation = relation
    }
  }

  let nodes: [Item]
  let relations: [Relation]
  let ties: [Tie]
  private let head: String

  /// Creates a network; `head` says what its nodes are.
  package init(_ nodes: [Item], relations: [Relation], ties: [Tie], head: String) {
    self.nodes = nodes
    self.relations = relations
    var seen: Set<Tie> = []
    self.ties = ties.filter { $0.from != $0.to && seen.insert($0).inserted }
    self.head = head
  }

  /// The nodes.
  package var count: Int { nodes.count }

  /// Its layers are as wide as they are; those of a few nodes may fit.
  package var fitsNarrowPlaces: Bool { count <= 12 }

  /// A row for each node, two columns for each relation.
  package var table: DataTable {
    let targets = Dictionary(grouping: ties, by: \.from)
    let sources = Dictionary(grouping: ties, by: \.to)
    return DataTable(
      [head] + relations.flatMap { [$0.label, $0.reverse] },
      nodes.indices.map { node in
        [[nodes[node]]]
          + relations.indices.flatMap { relation in
            [
              (targets[node] ?? []).filter { $0.relation == relation }.map { plain($0.to) },
              (sources[node] ?? []).filter { $0.relation == relation }.map { plain($0.from) },
            ]
          }
      })
  }

  /// What a node is called.
  package func label(of node: Int) -> String { nodes[node].label }

  private func plain(_ node: Int) -> Item { Item(nodes[node].label, url: nodes[node].url) }

  /// Layers: what needs others stands above what it needs.
  package func drawing(within width: Double) -> Drawing {
    NetworkDrawing(self, width).drawing
  }
}
