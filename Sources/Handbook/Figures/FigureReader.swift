import Diagnostics
import Figures
import Values
import YAML

/// Reads `figures` of site.yml, and looks up what each figure shows.
struct FigureReader {
  /// What figures are made from.
  struct Site {
    var pages: [Page]
    var links: LinkResolver
    var collections: Collections
    var terms: TermTable
    var kinds: KindTable
    var isPublished: (PageIndex) -> Bool
    /// Lays networks out; `nil` where no program is to be started.
    var graphviz: (@Sendable (GraphvizRequest) -> GraphvizAnswer)?
  }

  let site: Site
  var decoder: NodeDecoder
  var fragments: [FragmentLink] = []
  /// The addresses that figures name, where they are written.
  var links: [Located<String>] = []
  /// The pages that the figure being read leads to.
  var targets: [PageIndex] = []
  /// What Graphviz said, by what it was asked: figures may show the same.
  var answers: [[UInt8]: GraphvizAnswer] = [:]
  /// The figures that it was to lay out, where it is not to be asked.
  var notAsked: [String] = []
  /// The figures that it was to lay out, where there is none.
  var missing: [String] = []

  /// Reads all figures; what is wrong with one costs that one alone.
  static func read(
    _ mapping: Mapping, in file: SourceFile, for site: Site
  ) -> Diagnosed<FigureTable> {
    var reader = FigureReader(site: site, decoder: NodeDecoder(file: file, rules: .page))
    var table = FigureTable()
    for pair in mapping.pairs {
      let figure = reader.decoder.mapping(pair.value, as: pair.key)
      table.entries[pair.key] = figure.flatMap { reader.entry($0, named: pair) }
      if table.entries[pair.key] == nil { table.faulty.insert(pair.key) }
    }
    table.fragments = reader.fragments
    table.file = file
    table.links = reader.links
    (table.notAsked, table.missing) = (reader.notAsked, reader.missing)
    return Diagnosed(table, reader.decoder.diagnostics)
  }

  private mutating func entry(_ figure: Mapping, named name: Pair) -> FigureTable.Entry? {
    guard let draw = figure["draw"], !draw.isNull else {
      decoder.reportMissing(
        "draw", of: "the figure '\(name.key)'", at: name.keyRange,
        help: "add 'draw: …', with one of \(FigureDrawing.list)")
      return nil
    }
    guard let written = decoder.text(draw, as: "draw") else { return nil }
    guard let drawing = FigureDrawing(rawValue: written) else {
      let near = nearest(to: written, among: FigureDrawing.allCases.map(\.rawValue))
      decoder.wrongType(
        draw, "'\(written)' is no way to draw a figure",
        help: near.map { "did you mean '\($0)'?" } ?? "write one of \(FigureDrawing.list)")
      return nil
    }
    decoder.refuseUnknownKeys(
      of: figure, known: [FigureForm.draw.name] + drawing.keys.names,
      owner: "a figure that is drawn as \(written)")
    let title = text(figure, "title") ?? name.key
    let description = text(figure, "description") ?? ""
    targets = []
    return content(drawing, figure, named: name).map {
      FigureTable.Entry(
        title: title, description: description, content: $0, targets: targets)
    }
  }

  private mutating func content(
    _ drawing: FigureDrawing, _ figure: Mapping, named name: Pair
  ) -> FigureTable.Content? {
    let head = heads(figure, drawing.head)
    let missing = drawing.keys.filter { $0.isRequired && figure[$0.name].map(\.isNull) ?? true }
    for key in missing { decoder.reportMissing(key.name, of: "this figure", at: name.keyRange) }
    guard missing.isEmpty else { return nil }
    return switch drawing {
    case .layers: .picture(Layers(layers(figure), head: head))
    case .flows: flows(figure, head).map { .picture($0) }
    case .steps: .picture(steps(figure, head))
    case .ladder: .picture(ladder(figure, head))
    case .board: .picture(board(figure, head))
    case .grid: .picture(grid(figure, head))
    case .heatmap: .picture(heatMap(figure, head))
    case .network: network(figure, head, named: name.key)
    case .trends: trends(figure, head)
    }
  }

  private mutating func trends(_ figure: Mapping, _ head: [String]) -> FigureTable.Content? {
    guard let field = text(figure, "by") else { return nil }
    refuseUnknownField(field, figure["by"], of: site.pages, nil)
    var trends = TrendFields(field: field, head: (head[0], head[1], head[2], head[3]))
    for pair in figure["also"].flatMap({ decoder.mapping($0, as: "also") })?.pairs ?? [] {
      trends.notes.append((pair.key, text(pair.value, as: pair.key) ?? pair.key))
    }
    return .trends(trends)
  }

  /// The words of the table's heads: as written, else those of the drawing.
  private mutating func heads(_ figure: Mapping, _ standard: [String]) -> [String] {
    var heads = standard
    guard let node = figure["head"], let nodes = decoder.list(node, as: "head") else {
      return heads
    }
    for (index, node) in nodes.enumerated() where heads.indices.contains(index) {
      heads[index] = text(node, as: "head") ?? heads[index]
    }
    return heads
  }

  /// A text with its terms.
  mutating func text(_ mapping: Mapping, _ key: String) -> String? {
    mapping[key].flatMap { text($0, as: key) }
  }

  /// A text with its terms.
  mutating func text(_ node: Node, as key: String) -> String? {
    guard let written = decoder.text(node, as: key) else { return nil }
    guard written.utf8.contains(UInt8(ascii: "{")) else { return written }
    let expanded = TermTemplate.expand(written, site.terms)
    for var finding in expanded.diagnostics {
      finding.place = Place(decoder.file, node.range)
      decoder.report(finding)
    }
    return expanded.value
  }
}
