import Testing

@testable import Figures

struct GraphTests {
  private func graph(_ count: Int, _ edges: [(Int, Int)]) -> Graph {
    Graph(nodeCount: count, edges: edges.map { Graph.Edge(from: $0.0, to: $0.1) })
  }

  /// A graph of random edges, circles among them.
  private func random(_ seed: UInt64, nodes: Int) -> Graph {
    var random = Random(seed: seed)
    return graph(
      nodes,
      (0..<nodes * 2).map { _ in
        (Int.random(in: 0..<nodes, using: &random), Int.random(in: 0..<nodes, using: &random))
      })
  }

  @Test func `doubles, loops and edges of no node are left out`() {
    #expect(graph(2, [(0, 1), (0, 1), (1, 1), (1, 7)]).edges == [Graph.Edge(from: 0, to: 1)])
  }

  @Test func `what needs nothing lies at the bottom`() {
    #expect(graph(4, [(0, 1), (1, 2), (0, 2)]).heights == [2, 1, 0, 0])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a circle is cut, and every edge leads down one layer at a time`(seed: UInt64) {
    let graph = random(seed, nodes: 30)
    let acyclic = graph.withoutCircles
    let heights = acyclic.heights
    #expect(acyclic.edges.allSatisfy { heights[$0.from] > heights[$0.to] })
    let kept = Set(graph.edges)
    #expect(
      acyclic.edges.allSatisfy {
        kept.contains($0) || kept.contains(Graph.Edge(from: $0.to, to: $0.from))
      })
    var layering = Layering(acyclic)
    let before = layering.crossings
    layering.order()
    #expect(layering.crossings <= before)
    var layers: [Layering.Place: Int] = [:]
    for (layer, places) in layering.layers.enumerated() {
      for place in places { layers[place] = layer }
    }
    #expect(layers.count == layering.layers.joined().count, "no place stands twice")
    #expect(layering.links.allSatisfy { (layers[$0.from] ?? 0) + 1 == layers[$0.to] })
    for edge in acyclic.edges {
      let links = layering.links.filter { layering.edges[$0]?.contains(edge) == true }
      #expect(links.count == heights[edge.from] - heights[edge.to])
    }
  }

  @Test func `edges to one node join above it`() {
    // 0 and 1 both reach past layer 2 to node 3: one bend serves both.
    let layering = Layering(graph(5, [(0, 2), (1, 2), (2, 4), (0, 4), (1, 4), (4, 3)]))
    let bends = layering.layers.joined().filter { if case .bend = $0 { true } else { false } }
    #expect(bends == [.bend(to: 4, layer: 1)])
  }

  @Test func `two links that cross are uncrossed`() {
    var layering = Layering(graph(4, [(0, 3), (1, 2)]))
    #expect(layering.crossings == 1)
    layering.order()
    #expect(layering.crossings == 0)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `neighbours keep their order and distance`(seed: UInt64) {
    var random = Random(seed: seed)
    let count = Int.random(in: 1...12, using: &random)
    let wanted = (0..<count).map { _ in Double.random(in: -50...700, using: &random) }
    let sizes = (0..<count).map { _ in Double.random(in: 6...60, using: &random) }
    let room = sizes.reduce(0, +) + 8 * Double(count - 1)
    let placed = Placement.place(wanted, sizes, gap: 8, within: max(640, room))
    for (index, center) in placed.enumerated() {
      #expect(center - sizes[index] / 2 >= -0.001)
      #expect(center + sizes[index] / 2 <= max(640, room) + 0.001)
      if index > 0 {
        let gap = center - placed[index - 1] - (sizes[index] + sizes[index - 1]) / 2
        #expect(gap >= 7.999)
      }
    }
  }

  @Test func `all of it stands in the middle, however one side is pulled`() {
    let layering = Layering(graph(5, [(1, 0), (2, 1), (2, 0), (3, 0)]))
    let placement = Placement(layering, nodeWidth: 100, bendWidth: 20, gap: 16, width: 640)
    let edges = layering.layers.flatMap { $0 }.map { place in
      let half = if case .node = place { 50.0 } else { 10.0 }
      return (placement.center(place) - 1 - half, placement.center(place) - 1 + half)
    }
    let (left, right) = (edges.map(\.0).min() ?? 0, edges.map(\.1).max() ?? 0)
    #expect(abs(left - (640 - right)) < 0.01)
  }

  @Test func `what nothing pushes stands where it is wanted`() {
    #expect(Placement.place([100, 300], [20, 20], gap: 8, within: 640) == [100, 300])
    #expect(Placement.place([100, 100], [20, 20], gap: 8, within: 640) == [86, 114])
  }
}
