/// What an internal URL leads to.
enum LinkTarget: Sendable, Equatable {
  /// A page.
  case page(PageIndex)
  /// A page that a former URL now redirects to, at a fragment where one was written.
  case alias(PageIndex)
  /// A file that is published as it is, by its path in links.
  case file(String)
}

/// Every URL of the site, and what it leads to.
///
/// Known before any body is rendered.
struct LinkTable: Sendable {
  private var targets: [String: LinkTarget] = [:]
  private var pagesBySource: [String: PageIndex] = [:]
  /// The anchors that aliases name, as `/path#anchor`: what stood there is the page now.
  private var formerAnchors: Set<String> = []
  /// What took the place of pages of a base that this handbook takes out, by their sources.
  private var successors: [String: PageIndex] = [:]
  /// The addresses of those pages: no anchor of theirs is left.
  private var removed: Set<String> = []
  /// The same pages for the usual look-up.
  let plainPaths: PlainPaths

  init(pages: [Page], files: [PublishedFile], generated: [String], removed: [String] = []) {
    plainPaths = PlainPaths(pages.enumerated().map { ($0.element.path.key, $0.offset) })
    targets.reserveCapacity(pages.count + files.count)
    pagesBySource.reserveCapacity(pages.count)
    for path in generated { targets[path] = .file(path) }
    for file in files { targets[file.url.text] = .file(file.url.encoded) }
    for (index, page) in pages.enumerated() {
      for alias in page.head.aliases {
        let (path, fragment) = Redirects.split(alias.value)
        targets[String(path.key)] = .alias(index)
        if let fragment { formerAnchors.insert(path.key + "#" + fragment) }
      }
    }
    for (index, page) in pages.enumerated() {
      targets[String(page.path.key)] = .page(index)
      if let source = page.source { pagesBySource[source.path] = index }
    }
    for source in removed {
      let key = String(URLPath(contentPath: source).key)
      self.removed.insert(key)
      if case .alias(let page) = targets[key] { successors[source] = page }
    }
  }

  /// What the decoded path, with or without a final slash, leads to.
  ///
  /// `/a/b.html` and `/a/index.html` lead to what `/a/b/` and `/a/` do.
  func target(_ path: String) -> LinkTarget? {
    let path = path.utf8.last == UInt8(ascii: "/") ? String(path.dropLast()) : path
    if let target = targets[path] { return target }
    guard path.hasSuffix(".html") else { return nil }
    let bare = path.dropLast(5)
    return targets[bare.hasSuffix("/index") ? String(bare.dropLast(6)) : String(bare)]
  }

  /// Whether everything leads where it does by `other`.
  func isSame(as other: LinkTable) -> Bool {
    targets == other.targets && pagesBySource == other.pagesBySource
      && formerAnchors == other.formerAnchors && removed == other.removed
  }

  /// Whether an alias names this anchor at a decoded path.
  func isFormerAnchor(_ fragment: String, at path: String) -> Bool {
    if !removed.isEmpty, removed.contains(String(URLPath(path).key)) { return true }
    return !formerAnchors.isEmpty && formerAnchors.contains(URLPath(path).key + "#" + fragment)
  }

  /// The page written in the file at `path`, such as `content/a/b.md`.
  func page(source path: String) -> PageIndex? { pagesBySource[path] }

  /// The page that took the place of the one in the file at `path`, which was taken out.
  func successor(ofSource path: String) -> PageIndex? { successors[path] }
}
