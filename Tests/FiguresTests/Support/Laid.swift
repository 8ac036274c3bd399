@testable import Figures

/// A network and what `dot` answers when it is asked about it.
///
/// ```
///      2
///      | \
///   ⌜> 0  ⁝     3
///   ⁝  v  ⁝
///   ⌞  1 <⌟
/// ```
enum Laid {
  static let network = Network(
    (0..<4).map { Item("Service \($0)", url: "/\($0)/") },
    relations: [
      Network.Relation("Depends on", reverse: "Used by", isDashed: false),
      Network.Relation("Expects", reverse: "Expected by", isDashed: true),
    ],
    ties: [(2, 0, 0), (2, 1, 1), (0, 1, 1), (1, 0, 1), (0, 1, 0)].map {
      Network.Tie(from: $0.0, to: $0.1, relation: $0.2)
    }, head: "Service")

  static let text = """
    digraph {
    graph [nodesep=0.1944 ranksep=0.6111]
    node [shape=box fixedsize=true label="" width=1.6667]
    edge [arrowsize=0.8]
    0 [height=0.4722]
    1 [height=0.4722]
    2 [height=0.4722]
    2 -> 0
    2 -> 1
    0 -> 1
    1 -> 0
    }

    """

  static let answer = """
    {"name": "%3", "directed": true, "bb": "0,0,161,190", "_subgraph_cnt": 0,
      "objects": [
        {"_gvid": 0, "name": "0", "height": "0.47222", "pos": "60,95", "width": "1.6667"},
        {"_gvid": 1, "name": "1", "height": "0.47222", "pos": "60,17", "width": "1.6667"},
        {"_gvid": 2, "name": "2", "height": "0.47222", "pos": "101,173", "width": "1.6667"}
      ],
      "edges": [
        {"tail": 0, "head": 1, "pos": "e,55.6,34.1 55.6,77.9 54.7,67.5 54.5,53.8 55.1,42.2"},
        {"tail": 1, "head": 0, "pos": "e,64.4,77.9 64.4,34.1 65.3,44.5 65.5,58.1 64.9,69.8"},
        {"tail": 2, "head": 0, "pos": "e,68.7,112.1 92.3,155.9 86.5,145.2 78.9,131 72.5,119.1"},
        {"tail": 2, "head": 1,
          "pos": "e,87,34.1 112,155.9 123.6,136.7 138.7,104.1 127,78 120,62.3 106.7,49.1 93.7,39"}
      ]
    }
    """

  /// The answer with one part of it otherwise.
  static func answer(_ part: String, as other: String) -> [UInt8] {
    Array(answer.replacing(part, with: other).utf8)
  }
}
