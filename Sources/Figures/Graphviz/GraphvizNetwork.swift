/// A network for whose nodes and lines Graphviz's `dot` finds the places.
///
/// What `dot` is told has numbers and sizes alone: no text of a site reaches it, and no font of a machine plays
/// a part.
package struct GraphvizNetwork: Sendable {
  private let network: Network
  private let plan: DotPlan

  /// Prepares a network; `nil` for one in which no line is to be drawn, or of which no picture is.
  package init?(_ network: Network) {
    let parts = NetworkParts(network)
    guard !parts.edges.isEmpty, network.count <= Figure.most else { return nil }
    self.network = network
    plan = DotPlan(parts)
  }

  /// What `dot` is to read; the same network gives the same bytes.
  package var text: [UInt8] { plan.text }

  /// The picture, laid out as `dot -Tjson0` answered.
  ///
  /// - Throws: `GraphvizFault` where that is no answer to `text`.
  package func picture(laidOutBy answer: [UInt8]) throws(GraphvizFault) -> any Picture {
    PlacedNetwork(network: network, plan: plan, layout: try DotLayout(answer, of: plan))
  }
}

/// Why an answer of `dot` lays nothing out.
package enum GraphvizFault: Error, Equatable, CustomStringConvertible {
  /// It has more bytes than are read.
  case tooLong
  /// It stops being JSON at this byte, from 0.
  case notJSON(offset: Int)
  /// The size of the whole is missing, or is none.
  case wrongSize
  /// Not each node has a place of its own in it.
  case wrongNodes
  /// Not each line leads from its node to the other.
  case wrongLines

  /// What is wrong with it, to follow "its answer".
  package var description: String {
    switch self {
    case .tooLong: "has more than \(DotLayout.mostBytes >> 20) MiB"
    case .notJSON(let offset): "is no JSON from byte \(offset) on"
    case .wrongSize: "tells no size"
    case .wrongNodes: "does not have one place for each node"
    case .wrongLines: "does not have one line for each relation"
    }
  }
}
