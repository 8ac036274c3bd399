import Diagnostics

/// The links of a site that lead to other sites, and what is wrong with them.
package struct ExternalLinks: Sendable {
  private let links: [WrittenLink]

  /// Collects the links of a site, each place once.
  package init(of site: LinkedSite) {
    struct Spot: Hashable {
      let path: String
      let range: SourceRange
      let written: String
    }
    struct Source: Hashable {
      let page: Int?
      let written: String
    }
    let all = site.links.filter { Self.url($0) != nil }
    // A layout that prints a page's sources is not where they are written.
    let sources = Set(
      all.filter { $0.kind == .sources }.map { Source(page: $0.page, written: $0.written) })
    var seen: Set<Spot> = []
    links = all.filter { link in
      link.kind != .layout || !sources.contains(Source(page: link.page, written: link.written))
    }.filter { link in
      let place = link.place
      return seen.insert(
        Spot(path: place.file.path, range: place.range, written: link.written)
      ).inserted
    }
  }

  /// The URLs without fragments, each once, in the order of files and places.
  package var urls: [String] {
    var seen: Set<String> = []
    return links.compactMap(Self.url).filter { seen.insert($0).inserted }
  }

  /// The findings of links that `answers` tells something of.
  func findings(_ answers: [String: ExternalAnswer]) -> [Diagnostic] {
    links.compactMap { link in
      Self.url(link).flatMap { answers[$0] }.flatMap { Self.finding(link, $0) }
    }
  }

  /// A remark on the links that nobody could look at; `nil` where there are none.
  func note(_ answers: [String: ExternalAnswer]) -> String? {
    let blocked = urls.filter { if case .blocked = answers[$0] { true } else { false } }
    guard !blocked.isEmpty else { return nil }
    let shown = blocked.prefix(3).joined(separator: ", ")
    let links = blocked.count == 1 ? "1 link" : "\(blocked.count) links"
    return "\(links) to other sites could not be looked at, such as \(shown): "
      + "'unanswered-external-link' lists them where 'rules' in site.yml switches it on"
  }

  /// The URL to ask for: of the web, without its fragment.
  ///
  /// Addresses that are kept for examples lead nowhere and are meant to.
  private static func url(_ link: WrittenLink) -> String? {
    let url = String(link.written.prefix { $0 != "#" })
    guard link.destination == .external,
      let scheme = ["https://", "http://"].first(where: { url.lowercased().hasPrefix($0) })
    else { return nil }
    let authority = url.dropFirst(scheme.count).prefix { !"/?".contains($0) }
    let host = authority.lowercased().prefix { $0 != ":" }
    let isExample =
      host.hasSuffix(".example")
      || ["com", "net", "org"].contains {
        host == "example.\($0)" || host.hasSuffix(".example.\($0)")
      }
    return host.isEmpty || isExample ? nil : url
  }

  private static func finding(_ link: WrittenLink, _ answer: ExternalAnswer) -> Diagnostic? {
    func finding(_ rule: RuleText, _ message: String, help: String, fix: Fix? = nil) -> Diagnostic {
      Diagnostic(
        rule.id, rule.severity ?? .warning, at: link.place, "'\(link.written)' \(message)",
        help: help, fix: fix)
    }
    switch answer {
    case .reached: return nil
    case .moved(let url):
      let fragment = url.contains("#") ? "" : String(link.written.drop { $0 != "#" })
      return finding(
        RuleCatalogue.movedExternalLink, "has moved for good", help: "write '\(url)\(fragment)'",
        fix: Fix(of: link.written, to: url + fragment, isCertain: false, at: link.place))
    case .gone(let reason):
      return finding(
        RuleCatalogue.deadExternalLink, "is gone: \(reason)",
        help: "link to where the text is now, or to a copy in a web archive")
    case .blocked(let reason):
      return finding(
        RuleCatalogue.unansweredExternalLink, "could not be looked at: \(reason)",
        help: "open it by hand")
    }
  }
}
