import Diagnostics
import Values
import YAML

/// How a site is printed: `print` in `site.yml`.
struct PrintSettings: Sendable {
  /// Pages that stand in every book, also in one of a section: a glossary.
  var always: [Located<String>] = []

  /// What `print` in `site.yml` may tell.
  static let keys = [
    KeyForm("always", .list(.text()), "Pages that stand in every book, also in one of a section")
  ]

  /// Reads `true`, `false` or a mapping; `nil` for `false`.
  static func read(_ pair: Pair, _ decoder: inout NodeDecoder) -> PrintSettings? {
    var settings = PrintSettings()
    switch decoder.feature(pair, keys: keys) {
    case .off, nil: return nil
    case .on: break
    case .settings(let mapping):
      if let node = mapping["always"], let nodes = decoder.list(node, as: "always") {
        settings.always = nodes.compactMap { node in
          decoder.text(node, as: "always").map { Located(value: $0, range: node.range) }
        }
      }
    }
    return settings
  }
}

/// The page with the whole handbook in order, for printing, at `/print/`.
enum PrintPage {
  /// Where it stands.
  static let url = "/print/"

  fileprivate static func made(for settings: Settings) -> Page {
    var head = PageHead()
    head.layout = Located(value: "print/page", range: 0..<0)
    head.isHiddenFromSearch = true
    head.contents = .none
    head.description = "All pages of \(settings.title) in order, for printing."
    return Page(
      origin: .generated(Place(settings.file, 0..<0)), purpose: .print, listing: .nowhere,
      head: Boxed(head), path: URLPath(url), url: url, bodyStart: 0, title: "The whole handbook",
      navigationTitle: "Print")
  }

  /// What its layout finds as `content`.
  static func body(_ book: Book, of site: Site) -> Body {
    var html = Array("<div class=\"book-contents\">\n\(book.contents(site))</div>\n".utf8)
    html += book.text(site)
    return Body(html: HTML(html, isBody: true))
  }
}

extension [Page] {
  /// The pages and the one for printing, which comes last, where the site wants it and nothing else
  /// stands at its address.
  func addingPrint(_ settings: Settings, files: [PublishedFile]) -> [Page] {
    let key = URLPath(PrintPage.url).key
    guard settings.print != nil, !contains(where: { $0.path.key.lowercased() == key }),
      !files.contains(where: { $0.url.key.lowercased() == key })
    else { return self }
    return self + [PrintPage.made(for: settings)]
  }
}

extension Site {
  /// The page for printing, the last of all.
  var printPage: PageIndex? {
    pages.last?.purpose == .print ? pages.count - 1 : nil
  }
}

extension Diagnostic {
  /// A page that is to stand in every book and is not there.
  static func noPage(toPrint written: Located<String>, _ settings: Settings, _ pages: [Page])
    -> Diagnostic
  {
    let near = nearest(to: written.value, among: pages.map(\.url))
    let place = Place(settings.file, written.range)
    return Diagnostic(
      "broken-link", .error, at: place,
      "'print' names '\(written.value)', but there is no such page",
      help: near.map { "did you mean '\($0)'?" },
      fix: Fix(ofWord: written.value, to: near, at: place))
  }
}
