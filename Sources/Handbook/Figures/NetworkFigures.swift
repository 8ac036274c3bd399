import Diagnostics
import Figures
import YAML

/// Who finds the places of a network: what `layout` may say.
enum NetworkLayout: String, CaseIterable {
  /// The program itself.
  case layers
  /// Graphviz, where it is installed.
  case graphviz
}

// How the whole of a network is drawn.
extension FigureReader {
  /// The network as the figure's `layout` asks; its table alone where Graphviz lays nothing out.
  mutating func content(
    _ network: Network, _ figure: Mapping, named name: String
  ) -> Figure.Content {
    guard let node = figure["layout"], layout(node) == .graphviz,
      let graph = GraphvizNetwork(network)
    else { return .picture(network) }
    guard let asks = site.graphviz else {
      notAsked.append(name)
      return .undrawn(network)
    }
    let answer = answers[graph.text] ?? asks(GraphvizRequest(graph))
    answers[graph.text] = answer
    switch answer {
    case .answered(let bytes):
      do throws(GraphvizFault) {
        return .picture(try graph.picture(laidOutBy: bytes))
      } catch {
        reportUndrawn(node, "as Graphviz did not lay it out: its answer \(error)")
      }
    case .missing:
      missing.append(name)
    case .failed(let reason):
      reportUndrawn(node, "as Graphviz did not lay it out: \(reason)")
    }
    return .undrawn(network)
  }

  private mutating func layout(_ node: Node) -> NetworkLayout? {
    guard let written = decoder.text(node, as: "layout") else { return nil }
    if let layout = NetworkLayout(rawValue: written) { return layout }
    let known = NetworkLayout.allCases.map(\.rawValue)
    decoder.wrongType(
      node, "'\(written)' is no way to lay out a network",
      help: nearest(to: written, among: known).map { "did you mean '\($0)'?" }
        ?? "write \(known.joined(separator: " or "))")
    return nil
  }

  private mutating func reportUndrawn(_ node: Node, _ reason: String) {
    decoder.report(
      Diagnostic(
        "undrawn-network", .warning, at: Place(decoder.file, node.range),
        "this network is not drawn, \(reason)", help: "write 'layout: layers'"))
  }
}
