/// Where a foreign site keeps what: told by its configuration, or by the habits of its generator.
struct ForeignLayout {
  /// The folder of the pages, ended by `/`; empty for the site's own.
  private(set) var input = ""
  /// The folders of templates and of data, in `input`, ended by `/`.
  private(set) var templates: [String] = ["_includes/", "_layouts/"]
  private(set) var data = "_data/"
  /// The folder that the site was built into, ended by `/`.
  private(set) var output = "_site/"
  /// What the site's address ends in.
  private(set) var pathPrefix: String?
  /// Files and folders that are copied as they are, and where to: both relative, without a final `/`;
  /// `to` is `nil` where that is outside the site, so that they are not copied.
  private(set) var copied: [(from: String, to: String?)] = []
  /// The configuration, where there is one.
  private(set) var configuration: String?
  /// What in the configuration a handbook does not have.
  private(set) var remarks: [Remark] = []

  private static let configurations = [
    ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs",
  ]

  /// Reads the layout of a site from the paths in it and the text of its configuration.
  init(paths: Set<String>, read: (String) -> String?) {
    guard let path = Self.configurations.first(where: paths.contains), let text = read(path) else {
      return
    }
    configuration = path
    let source = SourceText(path: path, text)
    func folder(_ key: String) -> String? {
      guard let name = source.quoted(behind: key, ":") else { return nil }
      let parts = name.split(separator: "/").filter { $0 != "." }
      return parts.isEmpty ? "" : parts.joined(separator: "/") + "/"
    }
    input = folder("input") ?? input
    output = folder("output") ?? output
    data = folder("data") ?? data
    templates += [folder("includes"), folder("layouts")].compactMap { $0 }.filter { !$0.isEmpty }
    for (line, rest) in source.places(of: "addPassthroughCopy") { readCopy(rest, path, line) }
    pathPrefix = source.quoted(behind: "pathPrefix", ":")
    remarks += Self.additions.flatMap { addition in
      source.places(of: addition.word).map { line, rest in
        let name = SourceText.firstQuoted(in: rest).map { " '\($0)'" } ?? ""
        return Remark(path, line: line, "\(addition.what)\(name): \(addition.instead)")
      }
    }
    remarks.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  /// Reads what `addPassthroughCopy` is told.
  private mutating func readCopy(_ arguments: Substring, _ path: String, _ line: Int) {
    let names = SourceText.allQuoted(in: arguments)
    guard let from = names.first, !from.contains("*") else { return }
    let isRenamed = arguments.drop { $0 == "(" || $0 == " " }.first == "{"
    let to = isRenamed && names.count > 1 ? names[1] : withoutInput(Self.path(from))
    let isInside = PlannedPaths.isInside(from) && PlannedPaths.isInside(to)
    copied.append((Self.path(from), isInside ? Self.path(to) : nil))
    if !isInside {
      remarks.append(
        Remark(
          path, line: line, "'\(from)' is not copied: it, or where it goes, is outside the site"))
    }
  }

  /// A path of the site's folder without the folder of the pages before it.
  func withoutInput(_ path: String) -> String {
    path.hasPrefix(input) ? String(path.dropFirst(input.count)) : path
  }

  /// A path without `.` and empty parts.
  private static func path(_ text: String) -> String {
    text.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// What a configuration adds to its generator.
  private static let additions: [(word: String, what: String, instead: String)] = [
    (
      "addFilter", "the filter",
      "only Liquid's own filters are there; write what it did in the page"
    ),
    ("addLiquidFilter", "the filter", "only Liquid's own filters are there"),
    ("addNunjucksFilter", "the filter", "only Liquid's own filters are there"),
    ("addShortcode", "the shortcode", "make it a partial in layouts/ and include that"),
    (
      "addPairedShortcode", "the paired shortcode", "make it a partial in layouts/ and include that"
    ),
    ("addLiquidShortcode", "the shortcode", "make it a partial in layouts/ and include that"),
    ("addCollection", "the collection", "give its pages a tag; collections.TAG lists them"),
    ("addTransform", "the transform", "pages are published as they are rendered"),
    ("addPlugin", "the plugin", "no plugins are there; see what check finds without it"),
    ("addGlobalData", "the data", "write it into site.yml under data"),
    ("setLibrary", "the other parser", "Markdown is GitHub's"),
  ]
}
