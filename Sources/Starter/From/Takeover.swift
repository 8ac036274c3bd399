import Diagnostics
package import Handbook
import Values

/// A foreign site of Markdown files made into a handbook: what is copied, what is written, and what
/// was not understood.
///
/// Pages and the files beside them keep their addresses, and their bytes but for links to files that get
/// another name.
package struct Takeover: Sendable {
  /// A file that is copied.
  package struct Copy: Sendable, Equatable {
    /// The foreign file.
    package let entry: SourceEntry
    /// Its path in the handbook.
    package let path: String
    /// What is written, where that are not the file's own bytes.
    package internal(set) var contents: [UInt8]?
  }

  /// Files that are copied, in the order of their paths.
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

  /// The paths of pages in the handbook, by those of the files that were called otherwise, in the folder
  /// of the pages.
  private(set) var renamed: [String: String] = [:]

  /// How many terms and how many entries of the menu were recognised.
  package private(set) var recognised = (terms: 0, menu: 0)

  /// The file with findings that are known.
  package static let baseline = "baseline.json"
  /// The report.
  package static let report = "MIGRATION.md"

  /// Plans what becomes of all of `sources`; `name` is that of their folder.
  package init(_ sources: any SourceTree, name: String) throws(SourceError) {
    let own = Self.plainLayouts + Self.assets
    let project = Self.project("").map(\.path)
    var sorting = ForeignSorting(
      sources,
      beside: PlannedPaths(
        own: own.map(\.path) + project + ["site.yml", Self.baseline, Self.report]))
    try sorting.run()
    let layouts = Self.layouts(of: sorting.pages, beside: sorting.paths)
    renamed = sorting.renamed.paths
    let rewritten = Dictionary(
      sorting.pages.map { ("content/" + $0.path, sorting.renamed.rewritten($0)) },
      uniquingKeysWith: { first, _ in first })
    copies = sorting.copies.sorted { $0.path.precedes($1.path) }.map { copy in
      Copy(entry: copy.entry, path: copy.path, contents: rewritten[copy.path] ?? nil)
    }
    pageCount = sorting.pages.count
    let menu = ForeignMenu(sorting.pages)
    let known = Set(sorting.pages.map(\.url))
    let listed = sorting.data.menu.flatMap { ForeignMenu($0, known: known) }
    let settings = TakenSettings(
      data: sorting.data, menu: menu.entries.isEmpty ? listed : menu,
      name: sorting.data.title ?? sorting.pages.first { $0.url == "/" }?.title
        ?? NewHandbook.title(of: name), pathPrefix: sorting.layout.pathPrefix)
    recognised = (sorting.data.terms.count, settings.menu?.entries.count ?? 0)
    files = [settings.file] + own + layouts.files + Self.project(settings.name)
    let found = sorting.layout.remarks + sorting.remarks + sorting.data.remarks + layouts.remarks
    remarks = found.enumerated()
      .sorted { ($0.element.file, $0.offset) < ($1.element.file, $1.offset) }.map(\.element)
  }

  /// One layout of each name that pages use and that is not there, which passes on to the plain one.
  private static func layouts(
    of pages: [ForeignPage], beside planned: PlannedPaths
  ) -> (files: [NewFile], remarks: [Remark]) {
    var (planned, files, remarks) = (planned, [NewFile](), [Remark]())
    let users = Dictionary(
      pages.compactMap { page in page.layout.map { ($0, page.file.path) } },
      uniquingKeysWith: { first, _ in first })
    for (name, user) in users.sorted(by: { $0.key < $1.key }) {
      let path = "layouts/\(name).html"
      if planned.holds(path) { continue }
      if let refusal = planned.take(path) {
        remarks.append(Remark(user, "the layout '\(name)' is not made: \(refusal)"))
      } else {
        files.append(NewFile(path, "---\nlayout: page\n---\n{{ content }}\n"))
      }
    }
    return (files, remarks)
  }

  private static let plainLayouts = NewHandbook.plainLayouts.map { file in
    var text = file.text
    for asset in NewHandbook.assets {
      text = text.replacing("/" + asset.path, with: "/" + ownAsset(asset.path))
    }
    return NewFile(file.path, text)
  }

  private static let assets = NewHandbook.assets.map { NewFile(ownAsset($0.path), $0.text) }

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
        and `assets/` how it looks: what a layout may use stands in `docs/layouts.md` beside the program's sources. `\(report)` tells what was not taken over from where the pages came from.

        """),
    ]
  }
}
