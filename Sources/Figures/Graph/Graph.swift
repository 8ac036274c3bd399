/// Nodes and what leads from one to the other, without doubles and without loops to the same node.
struct Graph: Sendable {
  /// From one node to another.
  struct Edge: Sendable, Hashable {
    var from: Int
    var to: Int
  }

  /// How many nodes there are; they are numbered from 0.
  let nodeCount: Int
  /// The edges, each once, in the order they were given.
  let edges: [Edge]
  /// The nodes that each node leads to, in order.
  let targets: [[Int]]
  /// The nodes that lead to each node, in order.
  let sources: [[Int]]

  /// Creates a graph; edges of nodes that are none are left out.
  init(nodeCount: Int, edges: [Edge]) {
    self.nodeCount = nodeCount
    var seen: Set<Edge> = []
    self.edges = edges.filter {
      $0.from != $0.to && (0..<nodeCount).contains($0.from) && (0..<nodeCount).contains($0.to)
        && seen.insert($0).inserted
    }
    var targets: [[Int]] = Array(repeating: [], count: nodeCount)
    var sources = targets
    for edge in self.edges {
      targets[edge.from].append(edge.to)
      sources[edge.to].append(edge.from)
    }
    self.targets = targets
    self.sources = sources
  }

  /// The same graph with edges turned round so that it has no circle, by a search in depth that
  /// begins with the first nodes.
  ///
  /// O(*nodes* + *edges*); without recursion, as a chain may be as long as there are nodes.
  var withoutCircles: Graph {
    enum State { case new, open, done }
    var states = Array(repeating: State.new, count: nodeCount)
    var turned: Set<Edge> = []
    for root in 0..<nodeCount where states[root] == .new {
      var stack = [(node: root, next: 0)]
      states[root] = .open
      while let (node, next) = stack.last {
        guard next < targets[node].count else {
          states[node] = .done
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let target = targets[node][next]
        switch states[target] {
        case .new:
          states[target] = .open
          stack.append((target, 0))
        case .open: turned.insert(Edge(from: node, to: target))
        case .done: break
        }
      }
    }
    return Graph(
      nodeCount: nodeCount,
      edges: edges.map { turned.contains($0) ? Edge(from: $0.to, to: $0.from) : $0 })
  }

  /// For each node the length of the longest way from it; the graph has no circle.
  var heights: [Int] {
    var heights = Array(repeating: 0, count: nodeCount)
    var waiting = targets.map(\.count)
    var ready = (0..<nodeCount).filter { waiting[$0] == 0 }
    while let node = ready.popLast() {
      for source in sources[node] {
        heights[source] = max(heights[source], heights[node] + 1)
        waiting[source] -= 1
        if waiting[source] == 0 { ready.append(source) }
      }
    }
    return heights
  }
}
