import Values

/// Lists of pages: all, and those of each tag, in the order of lists.
struct Collections: Sendable {
  /// Every page that lists may show.
  let all: [PageIndex]
  private let byTag: [String: [PageIndex]]
  private var byKind: [KindIndex: [PageIndex]] = [:]

  init(_ pages: [Page]) {
    let orders = pages.map(PageOrder.init)
    all = pages.indices.filter {
      pages[$0].listing != .nowhere && !pages[$0].path.isForNoPage
    }.sorted { orders[$0] < orders[$1] }
    var byTag: [String: [PageIndex]] = [:]
    for page in all {
      for tag in pages[page].head.tags { byTag[tag, default: []].append(page) }
    }
    self.byTag = byTag
    for page in all {
      if let kind = pages[page].head.fields?.kind { byKind[kind, default: []].append(page) }
    }
  }

  /// The names of all tags, in the order of their bytes.
  var tags: [String] { byTag.keys.sorted { $0.precedes($1) } }

  /// The pages of a kind.
  func ofKind(_ kind: KindIndex) -> [PageIndex] { byKind[kind] ?? [] }

  /// The pages with a tag; none for a tag that nobody uses.
  func tagged(_ tag: String) -> [PageIndex] { byTag[tag] ?? [] }
}
