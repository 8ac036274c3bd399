import Diagnostics

/// The register of all that differs from the base, at `/adaptations/`.
enum AdaptationPage {
  /// Where it stands.
  static let url = "/adaptations/"
  /// The name of its template.
  static let layout = "adaptation/register"

  fileprivate static func made(for settings: Settings) -> Page {
    var head = PageHead()
    head.layout = Located(value: layout, range: 0..<0)
    head.description = "What differs here from the handbook that this one adapts, and why."
    head.order = 1000
    let title = "How this handbook differs"
    return Page(
      origin: .generated(Place(settings.file, 0..<0)), head: Boxed(head), path: URLPath(url),
      url: url,
      bodyStart: 0, title: title, navigationTitle: "Differences")
  }
}

extension [Page] {
  /// The pages and the register of differences, where the site adapts another; a page, alias or file at
  /// its URL takes its place.
  func addingAdaptations(
    _ adaptation: Adaptation?, _ settings: Settings, files: [PublishedFile]
  ) -> [Page] {
    guard adaptation != nil else { return self }
    let key = URLPath(AdaptationPage.url).key
    var pages = self
    if let authored = firstIndex(where: { $0.path.key.lowercased() == key }) {
      let layout = Located(value: AdaptationPage.layout, range: 0..<0)
      pages[authored].head.layout = pages[authored].head.layout ?? layout
      return pages
    }
    let isTaken =
      files.contains { $0.url.key.lowercased() == key }
      || contains {
        $0.head.aliases.contains { Redirects.split($0.value).path.key.lowercased() == key }
      }
    return isTaken ? pages : pages + [AdaptationPage.made(for: settings)]
  }
}
