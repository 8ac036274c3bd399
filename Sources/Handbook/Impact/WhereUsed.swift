import Diagnostics

/// What is asked about: a page or an anchor on it.
package struct UsageQuery: Sendable {
  /// The page's URL, without the base path.
  package let url: String
  /// The anchor; `nil` for all of the page.
  package let fragment: String?
  /// That the page has no such anchor, in one sentence without its full stop; `nil` where it has.
  package let remark: String?
  fileprivate let page: PageIndex
}

/// There is no such page.
package struct UnknownPage: Error, CustomStringConvertible {
  /// What was asked for.
  let name: String
  /// What may have been meant.
  let near: String?

  /// One sentence without its full stop.
  package var description: String {
    "there is no page '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
  }
}

extension LinkedSite {
  /// Reads `PAGE` or `PAGE#anchor`, the page by its address or by its file.
  package func query(_ text: String) throws(UnknownPage) -> UsageQuery {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard let page = site.page(asked: name) else { throw UnknownPage(name, in: site) }
    let fragment = parts.count > 1 ? percentDecoded(parts[1]) ?? String(parts[1]) : nil
    return UsageQuery(
      url: site.pages[page].url, fragment: fragment,
      remark: fragment.flatMap { remark($0, on: page) }, page: page)
  }

  private func remark(_ fragment: String, on page: PageIndex) -> String? {
    let known = anchors[page]
    guard !fragment.isEmpty, fragment != "top", !known.contains(fragment) else { return nil }
    return "'\(site.pages[page].url)' has no heading or anchor '#\(fragment)'"
      + (nearest(to: fragment, among: known).map { "; did you mean '#\($0)'?" } ?? "")
  }

  /// The links to what is asked about, each place once, in the order of files and places.
  ///
  /// A link from a page to itself counts only when it leads to the anchor that is asked for.
  package func uses(of query: UsageQuery) -> [WrittenLink] {
    var seen: Set<[String]> = []
    return links.filter { link in
      guard case .page(query.page, let fragment) = link.destination,
        query.fragment.map({ $0 == fragment }) ?? (link.page != query.page)
      else { return false }
      let range = link.place.range
      return seen.insert([
        link.place.file.path, "\(range.lowerBound) \(range.upperBound)", link.written,
      ]).inserted
    }
  }
}

extension UnknownPage {
  init(_ name: String, in site: Site) {
    self.name = name
    let urls = site.pages.map(\.url) + site.pages.compactMap(\.source?.path)
    let wanted = name.hasPrefix("/") && !name.hasSuffix("/") ? name + "/" : name
    near = nearest(to: wanted, among: urls)
  }
}

extension Site {
  /// The page that a person names: by its address or a former one, or by its file.
  func page(asked name: String) -> PageIndex? {
    var name = pathMeant(name)
    if let path = settings.url?.pathBelow(name) { name = path }
    name = percentDecoded(name) ?? name
    return name.isEmpty ? nil : links.page(named: name)
  }
}

/// The path that a person means: `\` parts it as `/` does, and `./` in front of it says nothing.
func pathMeant(_ name: String) -> String {
  var path = name.replacing("\\", with: "/")[...]
  while path.hasPrefix("./") { path = path.dropFirst(2) }
  return String(path)
}
