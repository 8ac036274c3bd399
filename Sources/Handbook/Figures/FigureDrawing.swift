/// The ways to draw a figure: what `draw` may say.
enum FigureDrawing: String, CaseIterable {
  case layers, flows, steps, ladder, board, grid, heatmap, network, trends

  /// All of them, for people.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The heads of the table, where `head` does not say others.
  var head: [String] {
    switch self {
    case .layers: ["Layer", "What it does", "Parts", "Passes down", "Receives from below"]
    case .flows: ["What passes", "From", "To"]
    case .steps: ["Step", "In short", "Gate at its end"]
    case .ladder: ["Level", "What it asks"]
    case .board: ["Lane", "Pages"]
    case .grid, .heatmap: [""]
    case .network: ["Page"]
    case .trends: ["Measure", "Before", "Now", "Trend"]
    }
  }
}
