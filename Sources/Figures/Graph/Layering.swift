/// A graph in layers: every edge leads from a layer to the next one below.
///
/// Where an edge would pass layers, it runs through bends in them. All edges to one node share its
/// bends: they join above it like streams, because what flows together leads to the same place.
struct Layering: Sendable {
  /// What stands in a layer.
  enum Place: Hashable, Sendable {
    /// A node of the graph.
    case node(Int)
    /// Where edges to a node pass a layer.
    case bend(to: Int, layer: Int)
  }

  /// An edge between neighbouring layers.
  struct Link: Hashable, Sendable {
    var from: Place
    var to: Place
  }

  /// The layers from the top, in each the places from the left.
  var layers: [[Place]]
  /// The links, each once.
  let links: [Link]
  /// The same links by the layer that they begin in.
  let linksByLayer: [[Link]]
  /// For each link, the edges of the graph that run through it.
  let edges: [Link: [Graph.Edge]]

  /// Puts the nodes of a graph without circles in layers: what needs nothing lies at the bottom,
  /// everything else just above the highest of what it needs.
  init(_ graph: Graph) {
    let heights = graph.heights
    let top = heights.max() ?? 0
    var layers: [[Place]] = Array(repeating: [], count: graph.nodeCount == 0 ? 0 : top + 1)
    for node in 0..<graph.nodeCount { layers[top - heights[node]].append(.node(node)) }
    var links: [[Link]] = layers.map { _ in [] }
    var bends: Set<Place> = []
    var edges: [Link: [Graph.Edge]] = [:]
    for edge in graph.edges {
      var place = Place.node(edge.from)
      let end = top - heights[edge.to]
      for layer in (top - heights[edge.from] + 1)...end {
        let next = layer == end ? Place.node(edge.to) : .bend(to: edge.to, layer: layer)
        let link = Link(from: place, to: next)
        if edges[link] == nil { links[layer - 1].append(link) }
        edges[link, default: []].append(edge)
        if layer < end, bends.insert(next).inserted { layers[layer].append(next) }
        place = next
      }
    }
    self.layers = layers
    self.links = links.flatMap(\.self)
    linksByLayer = links
    self.edges = edges
  }
}
