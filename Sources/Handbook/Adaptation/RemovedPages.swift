import Diagnostics

extension [Page] {
  /// The pages, those that take the place of removed ones with the addresses of these; and findings
  /// where there is no such page.
  func replacing(_ removals: [Adaptation.Removal]) -> Diagnosed<[Page]> {
    guard !removals.isEmpty else { return Diagnosed(self) }
    var pages = self
    var findings: [Diagnostic] = []
    for removal in removals {
      guard let target = removal.removal.linksTo else { continue }
      let key = URLPath(target.value.hasPrefix("/") ? target.value : "/" + target.value).key
      let found = pages.firstIndex {
        $0.path.key == key || $0.source?.path == target.value
          || $0.source?.path == URLPath.contentPrefix + target.value
      }
      // A handbook above may take out what one below leads to.
      let successor = pages.firstIndex { page in
        page.head.aliases.contains { Redirects.split($0.value).path.key == key }
      }
      guard let found = found ?? successor else {
        let near = nearest(to: target.value, among: pages.map(\.url))
        findings.append(
          Diagnostic(
            "broken-link", .error, at: Place(removal.settings, target.range),
            "no page at '\(target.value)'",
            help: near.map { "did you mean '\($0)'?" }
              ?? "name the page by its address, such as /roles/lead/"))
        continue
      }
      pages[found].head.aliases.append(
        Located(value: URLPath(contentPath: removal.removal.path).encoded, range: 0..<0))
    }
    return Diagnosed(pages, findings)
  }
}

extension Settings {
  /// The settings, with a menu that does not name removed pages.
  func without(_ removals: [Adaptation.Removal]) -> Settings {
    guard let items = navigation, !removals.isEmpty else { return self }
    var settings = self
    let keys = Set(removals.map { String(URLPath(contentPath: $0.removal.path).key) })
    let paths = Set(removals.map(\.removal.path))
    settings.navigation = items.compactMap { $0.without(keys, paths) }
    return settings
  }
}

extension NavigationItem {
  fileprivate func without(_ keys: Set<String>, _ paths: Set<String>) -> NavigationItem? {
    switch target {
    case .tag: return self
    case .page(let page):
      let path = page.value.hasPrefix("/") ? page.value : "/" + page.value
      let isGone =
        keys.contains(String(URLPath(path).key)) || paths.contains(page.value)
        || paths.contains(URLPath.contentPrefix + page.value)
      return isGone ? nil : self
    case .group(let items):
      var group = self
      group.target = .group(items.compactMap { $0.without(keys, paths) })
      return group
    }
  }
}
