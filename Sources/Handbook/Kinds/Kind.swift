import Diagnostics

/// Which kind of page: its place among those that `site.yml` declares.
typealias KindIndex = Int

/// A kind of page that `site.yml` declares: what each of its pages must tell.
struct Kind: Sendable {
  /// What front matter and templates call it.
  let name: String
  /// The folder in `content/` whose pages are of it, without slashes at its ends; empty for
  /// `content/` itself, `nil` for none.
  var folder: String?
  /// Where the folder is named in `site.yml`.
  var folderRange: SourceRange?
  /// What such a page is, for people.
  var description = ""
  /// The layout of its pages that name none.
  var layout: Located<String>?
  /// What its pages tell, in the order of `site.yml`.
  var fields: [Field] = []
  /// Where its name stands in `site.yml`.
  let range: SourceRange

  /// What a page writes that is of no kind, whatever its folder.
  static let ofNone = "page"

  /// The field of this name.
  func field(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

/// All kinds of a site.
struct KindTable: Sendable {
  /// The kinds in the order of `site.yml`.
  let all: [Kind]
  /// The names under which templates find fields and those who refer to a page, of any kind.
  let memberNames: Set<String>
  private let byName: [String: KindIndex]
  /// The folders, the deepest first, each with its `/`.
  private let folders: [(prefix: String, kind: KindIndex)]
  /// The names of those who refer to the pages of each kind.
  private let inversesByKind: [[String]]

  /// Creates the table of kinds; their names differ.
  init(_ kinds: [Kind] = []) {
    all = kinds
    byName = Dictionary(
      kinds.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    folders = kinds.enumerated().compactMap { index, kind in
      kind.folder.map { (URLPath.contentPrefix + ($0.isEmpty ? "" : $0 + "/"), index) }
    }.sorted { $0.0.utf8.count > $1.0.utf8.count }
    let references = kinds.flatMap { $0.fields.flatMap(\.references) }
    inversesByKind = kinds.map { kind in
      var names: [String] = []
      for reference in references where reference.accepts(kind.name) {
        if let name = reference.inverse?.value, !names.contains(name) { names.append(name) }
      }
      return names
    }
    memberNames = Set(kinds.flatMap { $0.fields.map(\.name) } + inversesByKind.joined())
  }

  /// Whether the site declares none.
  var isEmpty: Bool { all.isEmpty }

  /// The kind of this name.
  func kind(_ name: String) -> KindIndex? { byName[name] }

  /// The kind of the page in the file at `path`, where its front matter names none.
  func kind(ofFile path: String) -> KindIndex? {
    guard !folders.isEmpty, !path.hasSuffix("/index.md") else { return nil }
    return folders.first { path.hasPrefix($0.prefix) }?.kind
  }

  /// The names under which pages of a kind know those that refer to them.
  func inverses(of kind: KindIndex) -> [String] { inversesByKind[kind] }
}
