import Diagnostics
import Figures
import YAML

// Figures of pages, by what their front matter says.
extension FigureReader {
  mutating func board(_ figure: Mapping, _ head: [String]) -> Board {
    let pages = pages(figure).map { site.pages[$0] }
    guard let scale = scale(figure, "lanes", of: pages)?.completed(by: pages) else {
      return Board([], head: (head[0], head[1]))
    }
    var lanes = scale.values.map { Board.Lane($0.item, []) }
    for page in pages {
      for lane in scale.places(of: page) { lanes[lane].items.append(page.figureItem) }
    }
    return Board(lanes, head: (head[0], head[1]))
  }

  mutating func grid(_ figure: Mapping, _ head: [String]) -> Grid {
    let cells = cells(figure)
    return Grid(
      rows: cells.rows, columns: cells.columns,
      cells: cells.pages.map { $0.map { $0.map(\.figureItem) } }, corner: head[0])
  }

  mutating func heatMap(_ figure: Mapping, _ head: [String]) -> HeatMap {
    let cells = cells(figure)
    let most = cells.pages.joined().map(\.count).max() ?? 0
    return HeatMap(
      rows: cells.rows, columns: cells.columns,
      cells: cells.pages.map { row in
        row.map { pages in
          HeatMap.Cell(
            pages.isEmpty ? "" : String(pages.count), words: String(pages.count),
            strength: pages.isEmpty ? 0 : 1 + 3 * pages.count / max(1, most))
        }
      }, corner: head[0], key: [])
  }

  private mutating func cells(
    _ figure: Mapping
  ) -> (rows: [Item], columns: [Item], pages: [[[Page]]]) {
    let pages = pages(figure).map { site.pages[$0] }
    guard let rows = scale(figure, "rows", of: pages)?.completed(by: pages),
      let columns = scale(figure, "columns", of: pages)?.completed(by: pages)
    else { return ([], [], []) }
    let row = [[Page]](repeating: [], count: columns.values.count)
    var cells = [[[Page]]](repeating: row, count: rows.values.count)
    for page in pages {
      let columns = columns.places(of: page)
      for row in rows.places(of: page) {
        for column in columns { cells[row][column].append(page) }
      }
    }
    return (rows.values.map(\.item), columns.values.map(\.item), cells)
  }

  mutating func network(
    _ figure: Mapping, _ head: [String], named name: String
  ) -> FigureTable.Content {
    let indices = pages(figure)
    let names = FigurePages(indices, of: site.pages)
    let pages = indices.map { site.pages[$0] }
    let notes = figure["note"] == nil ? nil : scale(figure, "note", of: pages)
    let nodes = indices.map { index in
      var item = site.pages[index].figureItem
      item.note = notes.flatMap { notes in
        notes.places(of: site.pages[index]).first.map { notes.values[$0].item.label }
      }
      return item
    }
    var relations: [Network.Relation] = []
    var ties: [Network.Tie] = []
    for (field, relation) in self.relations(figure, of: pages) {
      for (from, index) in indices.enumerated() {
        ties += site.pages[index].texts(of: field).compactMap(names.number(of:)).map {
          Network.Tie(from: from, to: $0, relation: relations.count)
        }
      }
      relations.append(relation)
    }
    let network = Network(nodes, relations: relations, ties: ties, head: head[0])
    return .network(network, names, whole: content(network, figure, named: name))
  }

  private mutating func relations(
    _ figure: Mapping, of pages: [Page]
  ) -> [(field: String, relation: Network.Relation)] {
    guard let node = figure["relations"], let nodes = decoder.list(node, as: "relations") else {
      return []
    }
    return nodes.compactMap { node in
      guard let keys = decoder.mapping(node, as: "relations") else { return nil }
      decoder.refuseUnknownKeys(
        of: keys, known: FigureForm.relationKeys.names, owner: "a relation")
      guard let field = text(keys, "by") else {
        decoder.reportMissing("by", of: "this relation", at: node.range)
        return nil
      }
      refuseUnknownField(field, keys["by"], of: pages, kind(figure))
      let label = text(keys, "label") ?? field
      return (
        field,
        Network.Relation(
          label, reverse: text(keys, "reverse") ?? label,
          isDashed: keys["dashed"].flatMap { decoder.boolean($0, as: "dashed") } ?? false)
      )
    }
  }

  /// `{by: FIELD, values: […]}`.
  private mutating func scale(_ figure: Mapping, _ key: String, of pages: [Page]) -> Scale? {
    guard let node = figure[key], let keys = decoder.mapping(node, as: key) else { return nil }
    decoder.refuseUnknownKeys(of: keys, known: FigureForm.scaleKeys.names, owner: "'\(key)'")
    guard let field = text(keys, "by") else {
      decoder.reportMissing("by", of: "'\(key)'", at: node.range)
      return nil
    }
    let (scale, kind) = (Scale(field: field, values: items(keys, "values").map(\.0)), kind(figure))
    refuseUnknownField(field, keys["by"], of: pages, kind)
    refuseUnknownValues(scale, keys["values"], of: kind)
    return scale
  }

  /// The kind whose pages a figure shows; `nil` for those with a tag.
  private func kind(_ figure: Mapping) -> Kind? {
    figure["pages"]?.scalar.flatMap { site.kinds.kind($0.text) }.map { site.kinds.all[$0] }
  }

  /// The pages that a figure shows: those of a kind or with a tag, in the order of lists.
  private mutating func pages(_ figure: Mapping) -> [PageIndex] {
    guard let node = figure["pages"], let name = decoder.text(node, as: "pages") else { return [] }
    let kind = site.kinds.kind(name)
    let found = kind.map(site.collections.ofKind) ?? site.collections.tagged(name)
    let known = site.kinds.all.map(\.name) + site.collections.tags
    if kind == nil, found.isEmpty, let near = nearest(to: name, among: known) {
      decoder.wrongType(
        node, "no page is of the kind '\(name)' or has that tag", help: "did you mean '\(near)'?")
    }
    let shown = found.filter(site.isPublished)
    targets += shown
    return shown
  }
}

extension Page {
  /// The page as a thing in a figure.
  var figureItem: Item { Item(navigationTitle, url: url) }
}
