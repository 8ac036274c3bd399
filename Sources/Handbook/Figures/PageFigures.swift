import Diagnostics
import Figures
import YAML

// Figures of pages, by what their front matter says.
extension FigureReader {
  /// A scale: a field of pages, and what its values stand for, in order.
  struct Scale {
    var field: String
    var values: [FigureItem]

    /// The place on the scale that a value of the field means.
    func place(of value: String) -> Int? {
      let key = FigurePages.key(value).lowercased()
      return values.firstIndex { $0.value == value }
        ?? values.firstIndex { $0.value.lowercased() == key }
    }

    /// The scale with the values that pages have beside those listed, so that no page is lost.
    func completed(by pages: [Page]) -> Scale {
      var scale = self
      for value in pages.flatMap({ $0.texts(of: field) }) where scale.place(of: value) == nil {
        scale.values.append(FigureItem(item: Item(value), value: value))
      }
      return scale
    }

    /// The places of a page on the scale.
    func places(of page: Page) -> [Int] { page.texts(of: field).compactMap(place) }
  }

  mutating func board(_ figure: Mapping, _ head: [String]) -> Board {
    let pages = pages(figure).map { site.pages[$0] }
    guard let scale = scale(figure, "lanes")?.completed(by: pages) else {
      return Board([], head: (head[0], head[1]))
    }
    let lanes = scale.values.indices.map { lane in
      Board.Lane(
        scale.values[lane].item,
        pages.filter { scale.places(of: $0).contains(lane) }.map(\.figureItem))
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
    guard let rows = scale(figure, "rows")?.completed(by: pages),
      let columns = scale(figure, "columns")?.completed(by: pages)
    else { return ([], [], []) }
    let cells = rows.values.indices.map { row in
      columns.values.indices.map { column in
        pages.filter {
          rows.places(of: $0).contains(row) && columns.places(of: $0).contains(column)
        }
      }
    }
    return (rows.values.map(\.item), columns.values.map(\.item), cells)
  }

  mutating func network(
    _ figure: Mapping, _ head: [String], named name: String
  ) -> FigureTable.Content {
    let indices = pages(figure)
    let names = FigurePages(indices, of: site.pages)
    let notes = figure["note"] == nil ? nil : scale(figure, "note")
    let nodes = indices.map { index in
      var item = site.pages[index].figureItem
      item.note = notes.flatMap { notes in
        notes.places(of: site.pages[index]).first.map { notes.values[$0].item.label }
      }
      return item
    }
    var relations: [Network.Relation] = []
    var ties: [Network.Tie] = []
    for (field, relation) in self.relations(figure) {
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
    _ figure: Mapping
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
  private mutating func scale(_ figure: Mapping, _ key: String) -> Scale? {
    guard let node = figure[key], let keys = decoder.mapping(node, as: key) else { return nil }
    decoder.refuseUnknownKeys(of: keys, known: FigureForm.scaleKeys.names, owner: "'\(key)'")
    guard let field = text(keys, "by") else {
      decoder.reportMissing("by", of: "'\(key)'", at: node.range)
      return nil
    }
    return Scale(field: field, values: items(keys, "values").map(\.0))
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
