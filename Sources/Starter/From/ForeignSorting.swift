import Diagnostics
import Handbook

/// Goes through the files of a foreign site, and decides what each becomes.
struct ForeignSorting {
  private let sources: any SourceTree
  let layout: ForeignLayout
  /// The folders, in that of the pages, that have a page of their own.
  private let indexed: Set<Substring>
  private(set) var copies: [Takeover.Copy] = []
  private(set) var pages: [ForeignPage] = []
  private(set) var renamed = RenamedPages()
  private(set) var data = ForeignData()
  private(set) var remarks: [Remark] = []
  /// The paths in the handbook that something lies at.
  private(set) var paths: PlannedPaths
  private var left: [String: Int] = [:]

  /// Sorts `sources` into a handbook that has files of its own at `paths`.
  init(_ sources: any SourceTree, beside paths: PlannedPaths) {
    self.sources = sources
    self.paths = paths
    let byPath = Dictionary(
      sources.entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let layout = ForeignLayout(paths: Set(byPath.keys)) { path in
      byPath[path].flatMap { try? sources.read($0) }.map { String(decoding: $0, as: UTF8.self) }
    }
    self.layout = layout
    indexed = Set(
      byPath.keys.compactMap { path -> Substring? in
        guard let stem = Self.stem(layout.withoutInput(path)), Self.name(stem) == "index" else {
          return nil
        }
        return stem.dropLast("index".count)
      })
  }

  /// Templates of other languages, by the ends of their files' names.
  private static let templates = [
    ".njk", ".html", ".liquid", ".hbs", ".handlebars", ".ejs", ".pug", ".haml", ".mustache",
    ".webc", ".11ty.js", ".11ty.cjs", ".11ty.mjs", ".11ty.ts", ".jsx", ".tsx",
  ]

  /// What belongs to a generator or a service, at the top of the site's folder.
  private static let machinery: Set<String> = [
    "package.json", "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "tsconfig.json", "Makefile",
    "Gemfile", "Gemfile.lock", "netlify.toml", "vercel.json", "Dockerfile", "mkdocs.yml",
    "_config.yml",
  ]

  mutating func run() throws(SourceError) {
    for entry in sources.entries { try sort(entry) }
    for (name, count) in left.sorted(by: { $0.key < $1.key }) {
      let what = count == 1 ? "" : " (\(count) files)"
      remarks.append(Remark(name, "outside the pages' folder, left out\(what)"))
    }
  }

  private mutating func sort(_ entry: SourceEntry) throws(SourceError) {
    let path = entry.path
    guard !path.hasPrefix(layout.output), !path.hasPrefix("node_modules/"),
      !path.contains("/node_modules/"), path != layout.configuration
    else { return }
    guard entry.kind == .file, !path.unicodeScalars.contains("\u{FFFD}") else {
      remarks.append(Remark(path, "only files with names in UTF-8 are copied, and no links"))
      return
    }
    if let copied = layout.copied.first(where: { path == $0.from || path.hasPrefix($0.from + "/") })
    {
      guard let folder = copied.to else { return }
      let rest = path.dropFirst(copied.from.count).drop { $0 == "/" }
      return copy(
        entry, as: [folder, String(rest)].filter { !$0.isEmpty }.joined(separator: "/"))
    }
    guard path.hasPrefix(layout.input) else {
      if !isMachinery(path) {
        left[path.split(separator: "/").first.map(String.init) ?? path, default: 0] += 1
      }
      return
    }
    try sort(entry, inside: layout.withoutInput(path))
  }

  /// What belongs to git, to Node or to a service needs no word.
  private func isMachinery(_ path: String) -> Bool {
    Self.machinery.contains(path) || path.hasPrefix(".")
  }

  /// Sorts a file in the folder of pages by its path there.
  private mutating func sort(_ entry: SourceEntry, inside path: String) throws(SourceError) {
    if let folder = layout.templates.first(where: path.hasPrefix) {
      return sortTemplate(entry, String(path.dropFirst(folder.count)))
    }
    if path.hasPrefix(layout.data) || isFolderData(path) { return try readData(entry, path) }
    if isMachinery(entry.path), !path.hasPrefix(".well-known/") { return }
    if path.split(separator: "/").contains(where: {
      $0.hasPrefix("_") || $0.hasPrefix(".") && $0 != ".well-known"
    }) {
      remarks.append(
        Remark(entry.path, "left out: a name that begins with '_' or '.' is not published"))
    } else if let page = pagePath(path) {
      try addPage(entry, page, from: path)
    } else if Self.templates.contains(where: path.hasSuffix) {
      remarks.append(
        Remark(entry.path, "a template, left out: write the page in Markdown, or make it a layout"))
    } else if path.hasSuffix(".mdx") {
      remarks.append(Remark(entry.path, "Markdown with components, left out: write it in Markdown"))
    } else if path == "LICENSE" || path == "LICENCE" {
      plan(entry, path)
    } else {
      copy(entry, as: path)
    }
  }

  /// Partials in Liquid can be included as they are; anything else must be written anew.
  private mutating func sortTemplate(_ entry: SourceEntry, _ path: String) {
    if path.hasSuffix(".liquid") {
      plan(entry, "layouts/" + path)
    } else {
      remarks.append(
        Remark(
          entry.path,
          "a template, left out: the plain layouts/page.html stands in its place; "
            + "write what you miss as Liquid in layouts/"))
    }
  }

  /// Whether the file holds values for the pages of its folder, as Eleventy has them.
  private func isFolderData(_ path: String) -> Bool {
    if [".11tydata.js", ".11tydata.cjs", ".11tydata.mjs", ".11tydata.json"]
      .contains(where: path.hasSuffix)
    {
      return true
    }
    let parts = path.split(separator: "/")
    return layout.configuration != nil && parts.count > 1
      && parts[parts.count - 1] == parts[parts.count - 2] + ".json"
  }

  private mutating func readData(_ entry: SourceEntry, _ path: String) throws(SourceError) {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.prefix { $0 != "." }
    guard path.hasPrefix(layout.data) else {
      remarks.append(
        Remark(
          entry.path, "gives values to pages beside it: write them into the pages' front matter"))
      return
    }
    guard [".json", ".yml", ".yaml"].contains(where: name.hasSuffix) else {
      remarks.append(
        Remark(entry.path, "data that a program makes: write it into site.yml under data"))
      return
    }
    data.read(SourceFile(path: entry.path, bytes: try sources.read(entry)), name: String(stem))
  }

  /// The path of a page in `content/`; `nil` for what is none.
  private func pagePath(_ path: String) -> String? {
    guard let stem = Self.stem(path) else { return nil }
    let folder = stem.dropLast(Self.name(stem).count)
    // As on GitHub, it is what a folder without a page of its own shows; Eleventy knows that of the
    // topmost alone.
    guard Self.name(stem).lowercased() == "readme", folder.isEmpty || layout.configuration == nil
    else { return stem + ".md" }
    if indexed.contains(folder) { return folder.isEmpty ? nil : stem + ".md" }
    return folder + "index.md"
  }

  /// The path of a file in Markdown without what its name ends in; `nil` for another file.
  private static func stem(_ path: String) -> Substring? {
    let end = path.lowercased()
    return [".md", ".markdown", ".mdown", ".mkd"].first(where: end.hasSuffix)
      .map { path.dropLast($0.count) }
  }

  /// What stands behind the last `/`.
  private static func name(_ path: Substring) -> Substring {
    path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  }

  private mutating func addPage(
    _ entry: SourceEntry, _ path: String, from old: String
  ) throws(SourceError) {
    guard plan(entry, "content/" + path) else { return }
    renamed.note(old, as: path)
    let file = SourceFile(path: entry.path, bytes: try sources.read(entry))
    let page = ForeignPage(file, path: path)
    pages.append(page)
    remarks += page.remarks
  }

  /// Copies a file that is no page to where it keeps its address.
  private mutating func copy(_ entry: SourceEntry, as path: String) {
    let target = path.hasPrefix("assets/") ? path : "content/" + path
    guard path != "README.md" else {
      remarks.append(Remark(entry.path, "left out: the handbook has a README of its own"))
      return
    }
    plan(entry, target)
  }

  /// Plans a copy, or says why there can be none; whether it is planned.
  @discardableResult
  private mutating func plan(_ entry: SourceEntry, _ path: String) -> Bool {
    if let refusal = paths.take(path) {
      remarks.append(Remark(entry.path, "left out: \(refusal)"))
      return false
    }
    copies.append(Takeover.Copy(entry: entry, path: path))
    return true
  }
}
