import Figures

/// A network to be laid out by Graphviz: what its `dot -Tjson0` is to read.
package struct GraphvizRequest: Sendable {
  /// The text, which holds nothing of a site's own; networks with the same text have one layout.
  package let text: [UInt8]
  private let judge: @Sendable ([UInt8]) -> Bool

  /// Creates a request; `accepts` tells answers to it from anything else.
  package init(text: [UInt8], accepts: @escaping @Sendable ([UInt8]) -> Bool) {
    self.text = text
    judge = accepts
  }

  /// Asks about a network.
  init(_ network: GraphvizNetwork) {
    self.init(text: network.text) { (try? network.picture(laidOutBy: $0)) != nil }
  }

  /// Whether bytes are an answer, wherever they come from.
  package func accepts(_ answer: [UInt8]) -> Bool { judge(answer) }
}

/// What Graphviz said.
package enum GraphvizAnswer: Sendable, Equatable {
  /// All that `dot` wrote.
  case answered([UInt8])
  /// There is none here.
  case missing
  /// It gave none; why, as a clause.
  case failed(reason: String)
}
