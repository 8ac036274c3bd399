/// The ways to draw a figure: what `draw` may say.
enum FigureDrawing: String, CaseIterable {
  case layers, flows, steps, ladder, board, grid, heatmap, network, trends

  /// The keys of such a figure beside those that all have.
  var keys: [String] {
    switch self {
    case .layers: ["layers"]
    case .flows: ["from", "to", "forward", "back"]
    case .steps: ["steps", "outcomes"]
    case .ladder: ["levels"]
    case .board: ["pages", "lanes"]
    case .grid, .heatmap: ["pages", "rows", "columns"]
    case .network: ["pages", "relations", "note", "layout"]
    case .trends: ["by", "also"]
    }
  }

  /// The keys that must be there.
  var required: [String] {
    switch self {
    case .layers: ["layers"]
    case .flows: ["from", "to"]
    case .steps: ["steps"]
    case .ladder: ["levels"]
    case .board: ["pages", "lanes"]
    case .grid, .heatmap: ["pages", "rows", "columns"]
    case .network: ["pages", "relations"]
    case .trends: ["by"]
    }
  }

  /// The heads of the table, where `head` does not say others.
  var head: [String] {
    switch self {
    case .layers: ["Layer", "What it does", "Parts", "Passed down", "Passed up"]
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
