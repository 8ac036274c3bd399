import Diagnostics

/// What the files of a site are, told by their names alone.
struct Inventory {
  /// Markdown pages.
  private(set) var pages: [SourceEntry] = []
  /// Layouts and partials, in `layouts/` and among the pages.
  private(set) var templates: [SourceEntry] = []
  /// Files that are published as they are.
  private(set) var files: [PublishedFile] = []
  /// Files among the pages that may be pages of another name, as their first bytes tell: those that no rule expects, and
  /// texts.
  private(set) var suspects: [SourceEntry] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Sorts the listing of a site.
  ///
  /// `registers` are the paths of data files that are never published; `endless` pages are left out.
  init(
    _ entries: [SourceEntry], settings: Settings, registers: Set<String>,
    endless: EndlessPages? = nil
  ) {
    for entry in entries {
      // A register that is a link, say, is told below: it must not vanish without a word.
      if registers.contains(entry.path), entry.kind == .file { continue }
      guard !FileName.isLeftover(entry.path) else { continue }
      guard entry.path.utf8.contains(UInt8(ascii: "/")) else {
        // A folder of sources has its files listed in its place.
        if SourceEntry.folders.contains(entry.path) {
          diagnostics.append(entry.kind == .link ? .notAFile(entry) : .noFolder(entry))
        }
        continue
      }
      guard entry.kind == .file else {
        diagnostics.append(.notAFile(entry))
        continue
      }
      if let endless, endless.entries.contains(entry) {
        diagnostics.append(endless.finding(entry.path))
        continue
      }
      guard !entry.path.unicodeScalars.contains("\u{FFFD}"), !hasLooseMark(entry.path) else {
        diagnostics.append(.badName(entry))
        continue
      }
      sort(entry, settings)
    }
  }

  /// Whether a part of the path begins with a mark on a letter: no rule for names could see the `/`.
  private func hasLooseMark(_ path: String) -> Bool {
    path.utf8.contains { $0 >= 0x80 }
      && path.utf8.split(separator: UInt8(ascii: "/")).contains(where: OutputPath.beginsWithMark)
  }

  private mutating func sort(_ entry: SourceEntry, _ settings: Settings) {
    let path = entry.path
    if path.hasPrefix("layouts/") {
      if FileName.isTemplate(path), isReadable(entry) { templates.append(entry) }
      return
    }
    guard !FileName.isPrivate(path), !settings.exclude.contains(where: { isExcluded(path, by: $0) })
    else { return }
    if path.hasPrefix(URLPath.contentPrefix), path.hasSuffix(".md") {
      if isReadable(entry) { pages.append(entry) }
    } else if path.hasPrefix(URLPath.contentPrefix), FileName.isTemplate(path) {
      if isReadable(entry) { templates.append(entry) }
    } else if path.hasPrefix(URLPath.contentPrefix) || path.hasPrefix("assets/") {
      publish(entry)
    }
  }

  private mutating func publish(_ entry: SourceEntry) {
    let file = PublishedFile(entry)
    guard file.url.outputPath != nil else {
      diagnostics.append(.badName(entry))
      return
    }
    let isStray =
      entry.path.hasPrefix(URLPath.contentPrefix) && !FileName.isExpected(entry.path)
    if isStray || HashedAssets.isHashed(file) {
      guard isReadable(entry) else { return }
    }
    if isStray || FileName.isText(entry.path) && entry.size <= SourceEntry.readLimit {
      suspects.append(entry)
    }
    files.append(file)
  }

  /// Whether a file is small enough to be read; one that is not is left out, with a finding.
  private mutating func isReadable(_ entry: SourceEntry) -> Bool {
    guard entry.size > SourceEntry.readLimit else { return true }
    diagnostics.append(.tooLarge(entry.path, entry.size))
    return false
  }

  /// A pattern is written for the whole path or for the path within `content/` or `assets/`.
  private func isExcluded(_ path: String, by pattern: String) -> Bool {
    let inner = path.drop { $0 != "/" }.dropFirst()
    return matches(pattern, path) || matches(pattern, String(inner))
  }
}

/// What a file is by its name.
enum FileName {
  /// Extensions of files that handbooks publish beside their pages.
  private static let published: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "pdf", "csv", "tsv", "json", "xml",
    "yml", "yaml", "toml", "txt", "ics", "atom", "rss", "css", "js", "mjs", "map", "woff", "woff2",
    "ttf", "otf", "mp3", "mp4", "webm", "ogg", "wav", "vtt", "zip", "gz", "tar", "doc", "docx",
    "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "odg", "epub", "webmanifest", "jsonld",
    "asc", "sig", "drawio", "excalidraw",
  ]

  /// The last part of a path.
  private static func name(_ path: String) -> Substring {
    let bytes = path.utf8
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:))
    return path[(start ?? bytes.startIndex)...]
  }

  /// The lower-case extension, without the dot.
  static func fileExtension(_ path: String) -> String? {
    let name = name(path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return nil
    }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  /// Other words for Markdown; of pages, all endings are `.md`.
  private static let markdown: Set = [
    "md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdtext", "mdx",
  ]

  /// Whether the name says that it holds Markdown.
  static func isMarkdown(_ path: String) -> Bool {
    fileExtension(path).map(markdown.contains) ?? false
  }

  /// The name that a page in this file should have: another word for Markdown gives way to `.md`.
  static func page(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let written = fileExtension(path), markdown.union(["txt", "text"]).contains(written)
    else { return name + ".md" }
    return name.dropLast(written.count) + "md"
  }

  static func isTemplate(_ path: String) -> Bool {
    path.hasSuffix(".html") || path.hasSuffix(".liquid")
  }

  /// Whether it is a template round pages, or a part of one.
  static func isLayout(_ path: String) -> Bool { path.hasPrefix("layouts/") && isTemplate(path) }

  /// Whether a handbook is expected to publish such a file.
  static func isExpected(_ path: String) -> Bool {
    if path == "content/CNAME" || path == "content/robots.txt" { return true }
    if path.hasPrefix("content/.well-known/") { return true }
    return fileExtension(path).map(published.contains) ?? false
  }

  /// Whether it is a plain text beside the pages.
  static func isText(_ path: String) -> Bool {
    path.hasPrefix(URLPath.contentPrefix) && path.hasSuffix(".txt")
      && path != "content/robots.txt" && !path.hasPrefix("content/.well-known/")
  }

  /// Whether some part of the path begins with `.` or, beside the pages, with `_`, but for `.well-known`; or the name
  /// says that the file is private, as `people.private.yml` does.
  static func isPrivate(_ path: String) -> Bool {
    let name = name(path)
    if name.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1,
      name.lowercased().contains(".private.")
    {
      return true
    }
    let isAsset = path.hasPrefix("assets/")
    var isStart = true
    for (index, byte) in zip(path.utf8.indices, path.utf8) {
      if isStart {
        if byte == UInt8(ascii: "_"), !isAsset { return true }
        if byte == UInt8(ascii: "."),
          path[index...].utf8.prefix(while: { $0 != UInt8(ascii: "/") })
            .elementsEqual(".well-known".utf8) == false
        {
          return true
        }
      }
      isStart = byte == UInt8(ascii: "/")
    }
    return false
  }

  /// The extensions of what editors leave behind.
  private static let leftovers: Set<String> = ["swp", "swo", "swx", "tmp", "orig", "bak", "rej"]
  private static let marks = (tilde: UInt8(ascii: "~"), hash: UInt8(ascii: "#"))

  /// Whether the file is what an editor or a desktop leaves behind.
  static func isLeftover(_ path: String) -> Bool {
    let name = name(path)
    let (first, last) = (name.utf8.first, name.utf8.last)
    if last == marks.tilde || first == marks.hash && last == marks.hash { return true }
    // Nearly all files are pages.
    if name.hasSuffix(".md") { return name.hasPrefix(".#") }
    return name.hasPrefix(".#") || fileExtension(path).map(leftovers.contains) ?? false
      || name.hasPrefix("~$") || name.hasPrefix(".~lock.") || name == "Thumbs.db"
      || name == ".DS_Store" || name == "desktop.ini" || name == "4913"
  }
}

extension Diagnostic {
  fileprivate static func notAFile(_ entry: SourceEntry) -> Diagnostic {
    let place = Place(SourceFile(path: entry.path, bytes: []), 0..<0)
    return switch entry.kind {
    case .link:
      Diagnostic(
        "symbolic-link", .error, at: place, "a symbolic link is never followed",
        help: "put the file itself in its place")
    case .file, .special:
      Diagnostic(
        "stray-file", .error, at: place, "this is neither a file nor a folder",
        help: "remove it; only files are published")
    }
  }

  /// Something else where a folder of sources should be.
  fileprivate static func noFolder(_ entry: SourceEntry) -> Diagnostic {
    Diagnostic(
      "stray-file", .error, at: Place(SourceFile(path: entry.path, bytes: []), 0..<0),
      "this is no folder, and the handbook's files are to be in it",
      help: "put a folder of this name in its place")
  }

  /// A page or file whose name none can be published under.
  static func badName(_ entry: SourceEntry) -> Diagnostic {
    Diagnostic(
      "invalid-encoding", .error, at: Place(SourceFile(path: entry.path, bytes: []), 0..<0),
      "no page or file can be published under this name",
      help: "rename it with letters, digits and hyphens, in UTF-8")
  }
}
