import Figures

extension FigureReader {
  /// A scale: a field of pages, and what its values stand for, in order.
  struct Scale {
    /// The field.
    let field: String
    /// Its values.
    private(set) var values: [FigureItem] = []
    /// The first place of each value, as it is written and in lower case.
    private var places: [String: Int] = [:]
    private var lowercasePlaces: [String: Int] = [:]

    init(field: String, values: [FigureItem]) {
      self.field = field
      for value in values { append(value) }
    }

    private mutating func append(_ item: FigureItem) {
      if places[item.value] == nil { places[item.value] = values.count }
      let lowercase = item.value.lowercased()
      if lowercasePlaces[lowercase] == nil { lowercasePlaces[lowercase] = values.count }
      values.append(item)
    }

    /// The place on the scale that a value of the field means.
    private func place(of value: String) -> Int? {
      places[value] ?? lowercasePlaces[FigurePages.key(value).lowercased()]
    }

    /// The scale with the values that pages have beside those listed, so that no page is lost.
    func completed(by pages: [Page]) -> Scale {
      var scale = self
      for value in pages.flatMap({ $0.texts(of: field) }) where scale.place(of: value) == nil {
        scale.append(FigureItem(item: Item(value), value: value))
      }
      return scale
    }

    /// The places of a page on the scale, each once, in the order in which the page names them.
    func places(of page: Page) -> [Int] {
      var seen: Set<Int> = []
      return page.texts(of: field).compactMap(place).filter { seen.insert($0).inserted }
    }
  }
}
