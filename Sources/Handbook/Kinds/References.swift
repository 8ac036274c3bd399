import Diagnostics

/// A page that another one names in a field.
struct ReferenceUse: Sendable {
  /// The page that names it.
  let source: PageIndex
  /// The page that is named.
  let target: PageIndex
  /// The field in which it is named; of a table the column.
  let field: String
  /// To which pages the field may refer, and under what the named page knows the other one.
  let type: ReferenceType
  /// The name as it is written, and where; empty for a default.
  let written: Located<String>
}

/// Which pages name each other in their fields.
struct References: Sendable {
  /// All, page by page, in the order of fields and values.
  let all: [ReferenceUse]
  private let bySource: [PageIndex: [Int]]
  private let byTarget: [PageIndex: [Int]]

  /// Creates the table.
  init(_ all: [ReferenceUse] = []) {
    self.all = all
    bySource = Dictionary(grouping: all.indices) { all[$0].source }
    byTarget = Dictionary(grouping: all.indices) { all[$0].target }
  }

  /// Where the page names others.
  func from(_ page: PageIndex) -> [ReferenceUse] { (bySource[page] ?? []).map { all[$0] } }

  /// Where others name the page, or it names itself.
  func to(_ page: PageIndex) -> [ReferenceUse] { (byTarget[page] ?? []).map { all[$0] } }

  /// The pages that know `page` under the name `inverse`, each once.
  func inverse(_ name: String, of page: PageIndex) -> [PageIndex] {
    var seen = Set<PageIndex>()
    return (byTarget[page] ?? []).compactMap { index in
      all[index].type.inverse?.value == name && seen.insert(all[index].source).inserted
        ? all[index].source : nil
    }
  }
}
