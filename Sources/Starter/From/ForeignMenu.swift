import YAML

/// A page's place in Eleventy's navigation.
struct ForeignMenuEntry {
  let key: String
  let title: String?
  let parent: String?
  let order: Double

  /// Reads `eleventyNavigation`, or `nil` where it names nothing.
  init?(_ node: Node) {
    guard let mapping = node.mapping, let key = mapping["key"]?.scalar?.text, !key.isEmpty else {
      return nil
    }
    self.key = key
    title = mapping["title"]?.scalar?.text
    parent = mapping["parent"]?.scalar?.text
    order = mapping["order"]?.scalar.flatMap { Double($0.text) } ?? 0
  }
}

/// The menu of a foreign site, as far as a handbook has one like it.
struct ForeignMenu {
  /// An entry, and those below it.
  struct Entry: Equatable {
    var title: String?
    /// Where it leads; `nil` for a group.
    var url: String?
    var entries: [Entry] = []
  }

  private(set) var entries: [Entry] = []

  /// The menu that the pages' front matter makes; empty without any.
  init(_ pages: [ForeignPage]) {
    let placed = pages.compactMap { page in page.menuEntry.map { (page, $0) } }
      .sorted { ($0.1.order, $0.1.key) < ($1.1.order, $1.1.key) }
    let keys = Set(placed.map(\.1.key))
    entries = placed.filter { !keys.contains($0.1.parent ?? "") }.map { page, entry in
      let below = placed.filter { $0.1.parent == entry.key }.map { Self.entry($0.0, $0.1) }
      var own = Self.entry(page, entry)
      // Pages in the folder of the one above them are its own anyway.
      guard below.contains(where: { !($0.url ?? "").hasPrefix(page.url) || page.url == "/" }) else {
        return own
      }
      own.title = own.title ?? page.title
      return Entry(title: own.title ?? entry.key, url: nil, entries: [own] + below)
    }
  }

  /// The menu of a data file that lists titles and addresses; `known` are the addresses there are.
  init?(_ node: Node, known: Set<String>) {
    guard case .sequence(let nodes) = node.content else { return nil }
    entries = nodes.compactMap { Self.entry($0, known) }
    if entries.isEmpty { return nil }
  }

  private static func entry(_ page: ForeignPage, _ entry: ForeignMenuEntry) -> Entry {
    let title = entry.title ?? entry.key
    return Entry(title: title == page.title ? nil : title, url: page.url)
  }

  private static func entry(_ node: Node, _ known: Set<String>) -> Entry? {
    guard let mapping = node.mapping else { return nil }
    func text(_ names: [String]) -> String? {
      names.lazy.compactMap { mapping[$0]?.scalar?.text }.first { !$0.isEmpty }
    }
    let title = text(["title", "text", "label", "name"])
    let below = ["children", "items", "pages", "links"].lazy.compactMap { mapping[$0] }.first
    if case .sequence(let nodes)? = below?.content {
      let entries = nodes.compactMap { entry($0, known) }
      if !entries.isEmpty { return Entry(title: title ?? "More", url: nil, entries: entries) }
    }
    guard var url = text(["url", "href", "link", "path"]), url.hasPrefix("/") else { return nil }
    if !url.hasSuffix("/") { url += "/" }
    return known.contains(url) ? Entry(title: title, url: url) : nil
  }

  /// The menu as `site.yml` writes it, each line indented.
  var yaml: String { Self.yaml(entries, "  ") }

  private static func yaml(_ entries: [Entry], _ indent: String) -> String {
    entries.map { entry in
      let title = entry.title.map { "title: " + YAMLText.quoted($0) }
      guard let url = entry.url.map(YAMLText.quoted) else {
        return "\(indent)- \(title ?? "title: More")\n\(indent)  items:\n"
          + yaml(entry.entries, indent + "    ")
      }
      return title.map { "\(indent)- {\($0), page: \(url)}\n" } ?? "\(indent)- \(url)\n"
    }.joined()
  }
}
