import YAML

/// What may be written of figures: for those who read it, for editors and for documentation.
enum FigureForm {
  /// All figures of a site, by their names.
  static let figures = Form.open(
    [], others: .variants(draw, FigureDrawing.allCases.map { Form.Variant($0.rawValue, $0.keys) }))

  /// The key that decides over the others.
  static let draw = KeyForm.required(
    "draw", .choice(FigureDrawing.allCases.map { Form.Option($0.rawValue, $0.meaning) }),
    "How it is drawn")

  /// What every figure may tell beside that.
  static let commonKeys = [
    KeyForm("title", .text(), "What it is called (default: its name)"),
    KeyForm("description", .text(), "What it shows, for those who cannot see it"),
    KeyForm("head", .list(.text()), "The heads of the table that says the same in words"),
  ]

  /// What a thing in a figure may tell.
  static let itemKeys = [
    KeyForm("page", .text(), "The page that it is, or is told on, such as /services/"),
    KeyForm("label", .text(), "What it is called (default: what menus call the page)"),
    KeyForm("note", .text(), "A few words below it"),
    KeyForm(
      "value", .text(), "What pages write to say that they belong here (default: the page's name)"),
  ]

  /// A thing in a figure: the path of a page, a label, or both and more.
  static func item(_ extra: [KeyForm] = []) -> Form {
    .either([.text(), .mapping(itemKeys + extra)])
  }

  static let layerKeys = [
    KeyForm("parts", .list(item()), "What it consists of"),
    KeyForm("down", .text(), "What it passes to the layer below"),
    KeyForm("up", .text(), "What comes up to it from the layer below"),
  ]

  static let stepKeys = [KeyForm("gate", item(), "The gate at its end")]

  static let outcomeKeys = [
    KeyForm("go", .text(), "The words for going on to the next step"),
    KeyForm("repeat", .text(), "The words for doing the step again"),
    KeyForm("stop", .text(), "The words for ending there"),
  ]

  static let rungKeys = [KeyForm("points", .several(.text()), "What it asks, point by point")]

  /// A field of pages, and what its values stand for.
  static let scaleKeys = [
    KeyForm.required("by", .text(), "The field of the pages that decides"),
    KeyForm("values", .list(item()), "Its values, in their order; others come behind them"),
  ]

  static let relationKeys = [
    KeyForm.required("by", .text(), "The field that names the other pages"),
    KeyForm("label", .text(), "What the page does to the others, such as depends on"),
    KeyForm("reverse", .text(), "The same, seen from the others, such as serves"),
    KeyForm("dashed", .boolean, "Whether its lines are dashed (default: false)"),
  ]
}

extension FigureDrawing {
  /// The keys of such a figure, beside `draw`.
  var keys: [KeyForm] { FigureForm.commonKeys + ownKeys }

  private var ownKeys: [KeyForm] {
    switch self {
    case .layers:
      [
        .required(
          "layers", .list(FigureForm.item(FigureForm.layerKeys)), "The layers, from top to bottom")
      ]
    case .flows:
      [
        .required("from", FigureForm.item(), "One side"),
        .required("to", FigureForm.item(), "The other side"),
        KeyForm("forward", .list(FigureForm.item()), "What passes from the one to the other"),
        KeyForm("back", .list(FigureForm.item()), "What passes back"),
      ]
    case .steps:
      [
        .required(
          "steps", .list(FigureForm.item(FigureForm.stepKeys)), "The steps, in their order"),
        KeyForm("outcomes", .mapping(FigureForm.outcomeKeys), "What may come of a gate"),
      ]
    case .ladder:
      [
        .required(
          "levels", .list(FigureForm.item(FigureForm.rungKeys)), "The levels, the lowest first")
      ]
    case .board: [Self.pages, Self.scale("lanes", "What lane each page stands in")]
    case .grid, .heatmap:
      [
        Self.pages, Self.scale("rows", "What row each page stands in"),
        Self.scale("columns", "What column each page stands in"),
      ]
    case .network:
      [
        Self.pages,
        .required(
          "relations", .list(.mapping(FigureForm.relationKeys)), "What ties pages together"),
        KeyForm(
          "note", .mapping(FigureForm.scaleKeys), "A field that tells the words below a page"),
        KeyForm("layout", .words(NetworkLayout.self), "Who finds the places (default: layers)"),
      ]
    case .trends:
      [
        .required("by", .text(), "The field of each page that holds its measures"),
        KeyForm("also", .open([], others: .text()), "More keys of a measure, with their heads"),
      ]
    }
  }

  private static let pages = KeyForm.required(
    "pages", .text(), "The kind or tag of the pages that it shows")

  private static func scale(_ name: String, _ description: String) -> KeyForm {
    .required(name, .mapping(FigureForm.scaleKeys), description)
  }

  /// What it shows, in a line.
  var meaning: String {
    switch self {
    case .layers: "Layers one above the other, and what they pass"
    case .flows: "What passes between two sides"
    case .steps: "Steps in a row, with gates"
    case .ladder: "Levels, each above the one before"
    case .board: "Pages in lanes, by a field"
    case .grid: "Pages in a table, by two fields"
    case .heatmap: "How many pages, by two fields"
    case .network: "Pages, and the fields that tie them"
    case .trends: "The measures of a page over time"
    }
  }
}
