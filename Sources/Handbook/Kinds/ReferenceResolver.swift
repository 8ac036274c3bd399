import Diagnostics

/// Finds pages by what fields call them: the one place that knows every form of it.
///
/// A page is named by its id, which is its address without the folder of its kind, where that is one
/// page's alone; by its last part; or by its address or file.
struct ReferenceResolver: Sendable {
  /// What a name leads to.
  enum Outcome {
    /// A page of a kind that is asked for.
    case page(PageIndex)
    /// No page.
    case nothing
    /// More than one page.
    case several([PageIndex])
    /// A page of another kind.
    case otherKind(PageIndex)
  }

  private let kinds: KindTable
  private let pages: [Page]
  private let links: LinkResolver
  /// For each kind, the pages by their ids.
  private let byID: [[String: [PageIndex]]]
  /// For each kind, the pages by the last parts of their addresses and files.
  private let byName: [[String: [PageIndex]]]

  init(kinds: KindTable, pages: [Page], links: LinkResolver) {
    self.kinds = kinds
    self.pages = pages
    self.links = links
    var byID: [[String: [PageIndex]]] = kinds.all.map { _ in [:] }
    var byName = byID
    for (index, page) in pages.enumerated() {
      guard let kind = page.head.fields?.kind else { continue }
      let path = Self.path(of: page)
      byID[kind][Self.id(path, in: kinds.all[kind]), default: []].append(index)
      var names: Set = [Self.lastPart(path)]
      if let source = page.source {
        names.insert(Self.lastPart(URLPath(contentPath: source.path).text))
      }
      for name in names { byName[kind][name, default: []].append(index) }
    }
    self.byID = byID
    self.byName = byName
  }

  /// What `written` leads to among the pages that `type` allows.
  func resolve(_ written: String, as type: ReferenceType) -> Outcome {
    let wanted = type.kinds.compactMap { kinds.kind($0.value) }
    let name = Self.trimmed(written)
    for table in [byID, byName] {
      let found = wanted.flatMap { table[$0][name] ?? [] }
      if found.count == 1 { return .page(found[0]) }
      if found.count > 1 { return .several(found) }
    }
    guard let page = links.page(named: written) ?? links.page(named: "/" + name) else {
      return .nothing
    }
    // A page whose front matter cannot be read may be of any kind.
    if type.kinds.isEmpty || pages[page].head.isCutShort { return .page(page) }
    return pages[page].head.fields.map { wanted.contains($0.kind) } ?? false
      ? .page(page) : .otherKind(page)
  }

  /// The shortest name that leads to a page among those of its kind; of a page of no kind its
  /// address without slashes at its ends.
  func id(of page: PageIndex) -> String {
    let path = Self.path(of: pages[page])
    guard let kind = pages[page].head.fields?.kind else { return String(path.dropFirst()) }
    let id = Self.id(path, in: kinds.all[kind])
    let name = Self.lastPart(path)
    if byID[kind][name] == nil, byName[kind][name]?.count == 1 { return name }
    return byID[kind][id]?.count == 1 ? id : String(path.dropFirst())
  }

  /// The page's address without slashes at its ends.
  func path(of page: PageIndex) -> String { String(Self.path(of: pages[page]).dropFirst()) }

  /// What the page's kind is called; `nil` for a page of no kind.
  func kind(of page: PageIndex) -> String? {
    pages[page].head.fields.map { kinds.all[$0.kind].name }
  }

  /// The ids that a field may name, for suggestions.
  func ids(for type: ReferenceType) -> [String] {
    let wanted = type.kinds.compactMap { kinds.kind($0.value) }
    return type.kinds.isEmpty
      ? pages.map { String(Self.path(of: $0).dropFirst()) } : wanted.flatMap { byID[$0].keys }
  }

  private static func path(of page: Page) -> Substring { page.path.key }

  private static func id(_ path: Substring, in kind: Kind) -> String {
    guard let folder = kind.folder, !folder.isEmpty, path.hasPrefix("/\(folder)/") else {
      return String(path.dropFirst())
    }
    return String(path.dropFirst(folder.count + 2))
  }

  private static func lastPart(_ path: some StringProtocol) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// The name without slashes at its ends and without `.md`.
  private static func trimmed(_ written: String) -> String {
    var name = written[...]
    while name.hasPrefix("/") { name.removeFirst() }
    while name.hasSuffix("/") { name.removeLast() }
    if name.hasSuffix(".md") { name.removeLast(3) }
    return String(name)
  }
}
