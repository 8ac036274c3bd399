import Diagnostics
package import Handbook

/// A foreign site of Markdown files made into a handbook: what is copied, what is written, and what
/// was not understood.
///
/// Pages and the files beside them keep their bytes and their addresses.
package struct Takeover: Sendable {
  /// A file that is copied as it is.
  package struct Copy: Sendable, Equatable {
    /// The foreign file.
    package let entry: SourceEntry
    /// Its path in the handbook.
    package let path: String
  }

  /// Files that are copied as they are, in the order of their paths.
  package private(set) var copies: [Copy] = []
  /// Files that are written.
  package private(set) var files: [NewFile] = []
  /// What was not understood, in the order of files.
  package private(set) var remarks: [Remark] = []
  /// How many of the copies are pages.
  package private(set) var pageCount = 0
  /// What is copied, in words, such as `2 pages and 1 other file`.
  package var copied: String {
    "\(Self.count(pageCount, "page")) and \(Self.count(copies.count - pageCount, "other file"))"
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// How many terms and how many entries of the menu were recognised.
  package private(set) var recognised = (terms: 0, menu: 0)

  /// The file with findings that are known.
  package static let baseline = "baseline.json"
  /// The report.
  package static let report = "MIGRATION.md"

  /// Plans what becomes of all of `sources`; `name` is that of their folder.
  package init(_ sources: any SourceTree, name: String) throws(SourceError) {
    var sorting = ForeignSorting(sources)
    try sorting.run()
    copies = sorting.copies.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    pageCount = sorting.pages.count
    let menu = ForeignMenu(sorting.pages)
    let known = Set(sorting.pages.map(\.url))
    let listed = sorting.data.menu.flatMap { ForeignMenu($0, known: known) }
    let settings = TakenSettings(
      data: sorting.data, menu: menu.entries.isEmpty ? listed : menu,
      name: sorting.data.title ?? sorting.pages.first { $0.url == "/" }?.title
        ?? NewHandbook.title(of: name), pathPrefix: sorting.layout.pathPrefix)
    recognised = (sorting.data.terms.count, settings.menu?.entries.count ?? 0)
    files =
      [settings.file] + Self.layouts(of: sorting.pages, beside: Set(copies.map(\.path)))
      + NewHandbook.assets.map { NewFile(Self.ownAsset($0.path), $0.text) }
      + Self.project(settings.name)
    remarks = (sorting.layout.remarks + sorting.remarks + sorting.data.remarks).enumerated()
      .sorted { ($0.element.file, $0.offset) < ($1.element.file, $1.offset) }.map(\.element)
  }

  /// The plain layout, and one of each name that pages use, which passes on to it.
  private static func layouts(of pages: [ForeignPage], beside taken: Set<String>) -> [NewFile] {
    let used = Set(pages.compactMap(\.layout)).subtracting(["page"])
      .filter { name in
        !name.hasPrefix("/") && !name.split(separator: "/").contains("..") && !name.contains("\0")
      }
    let plain = NewHandbook.plainLayouts.map { file in
      var text = file.text
      for asset in NewHandbook.assets {
        text = text.replacing("/" + asset.path, with: "/" + ownAsset(asset.path))
      }
      return NewFile(file.path, text)
    }
    let passing = used.sorted().map { name in
      NewFile("layouts/\(name).html", "---\nlayout: page\n---\n{{ content }}\n")
    }.filter { !taken.contains($0.path) }
    return plain + passing
  }

  /// Where the plain layout's own style sheet lies, apart from those that were there.
  private static func ownAsset(_ path: String) -> String {
    "assets/handbook/" + path.dropFirst("assets/".count)
  }

  private static func project(_ name: String) -> [NewFile] {
    [
      NewFile(".gitignore", NewHandbook.ignored),
      NewFile(
        ".github/workflows/site.yml", NewHandbook.workflow(baseline: baseline)),
      NewFile(
        "README.md",
        """
        # \(name)

        ```
        handbook serve                               show the handbook in your browser while you edit it
        handbook check --baseline \(baseline)      tell what is wrong, but for what was when the pages came here
        ```

        Pages are the Markdown files in `content/`. `site.yml` holds the title, the menu and the words that may change; `layouts/`
        and `assets/` how it looks. `\(report)` tells what was not taken over from where the pages came from.

        """),
    ]
  }
}
