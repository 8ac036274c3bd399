package import Diagnostics

/// Which files of a site get which new names.
struct Move {
  /// Where each file goes, by where it lies.
  private(set) var files: [String: String] = [:]

  /// Reads what a person asked to be moved, and where to.
  ///
  /// A file that is named moves alone; a path moves its page and all below it.
  init(
    of old: String, to new: String, in site: Site, _ sources: any SourceTree
  ) throws(MoveRefusal) {
    guard let page = site.page(asked: old), let source = site.pages[page].source else {
      guard try moveFolder(Self.contentPath(old), to: Self.contentPath(new), sources) else {
        throw .noPage(UnknownPage(old, in: site))
      }
      try check(sources)
      return
    }
    if old.hasSuffix(".md") {
      files[source.path] = Self.file(new, like: source.path)
    } else {
      let isIndex = source.path.hasSuffix("/index.md")
      let folder = String(source.path.dropLast(isIndex ? "/index.md".count : ".md".count))
      let target = Self.contentPath(new)
      guard folder != "content" else { throw .home }
      if new.hasSuffix(".md") {
        files[source.path] = target
      } else {
        if !isIndex { files[source.path] = target + ".md" }
        _ = try moveFolder(folder, to: target, sources)
      }
    }
    try check(sources)
  }

  /// The new path of a file, or its own.
  func path(_ path: String) -> String { files[path] ?? path }

  /// Adds all files below a folder.
  ///
  /// Returns whether there are any.
  private mutating func moveFolder(
    _ folder: String, to target: String, _ sources: any SourceTree
  ) throws(MoveRefusal) -> Bool {
    let inside = sources.entries.filter { $0.path.hasPrefix(folder + "/") }
    if (target + "/").hasPrefix(folder + "/"), !inside.isEmpty { throw .intoItself(folder) }
    for entry in inside { files[entry.path] = target + entry.path.dropFirst(folder.count) }
    return !inside.isEmpty && folder.hasPrefix(URLPath.contentPrefix)
  }

  private func check(_ sources: any SourceTree) throws(MoveRefusal) {
    let taken = Set(sources.entries.map { $0.path.lowercased() })
    for (old, new) in files.sorted(by: { $0.key < $1.key }) {
      guard old != new else { throw .same(old) }
      guard OutputPath(String(new.dropFirst(URLPath.contentPrefix.count))) != nil else {
        throw .badName(new)
      }
      if taken.contains(new.lowercased()), old.lowercased() != new.lowercased() {
        throw .targetExists(new)
      }
      if let file = Self.folders(of: new).first(where: { taken.contains($0.lowercased()) }) {
        throw .targetExists(file)
      }
      // `a.md` and `a/index.md` are one address.
      let twin =
        new.hasSuffix("/index.md")
        ? new.dropLast("/index.md".count) + ".md" : new.dropLast(".md".count) + "/index.md"
      if new.hasSuffix(".md"), taken.contains(twin.lowercased()), files[String(twin)] == nil {
        throw .targetExists(String(twin))
      }
    }
  }

  /// The folders that a file lies in, the innermost first.
  private static func folders(of path: String) -> some Sequence<String> {
    sequence(first: path) { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) }
    }.dropFirst()
  }

  /// The path in `content/` that a person means, without a final slash.
  private static func contentPath(_ name: String) -> String {
    var name = pathMeant(percentDecoded(name) ?? name)
    while name.hasSuffix("/") { name.removeLast() }
    if name.hasPrefix(URLPath.contentPrefix) { return name }
    return URLPath.contentPrefix + (name.hasPrefix("/") ? String(name.dropFirst()) : name)
  }

  /// The file that a page moves to: an index stays one when its address is named.
  private static func file(_ new: String, like old: String) -> String {
    let path = contentPath(new)
    if path.hasSuffix(".md") { return path }
    return path + (old.hasSuffix("/index.md") ? "/index.md" : ".md")
  }
}

/// Why nothing is moved.
package enum MoveRefusal: Error, CustomStringConvertible {
  /// There is no such page.
  case noPage(UnknownPage)
  /// Something lies at the new path, or is published at the new address.
  case targetExists(String)
  /// Old and new path are the same.
  case same(String)
  /// No page can be published under the new name.
  case badName(String)
  /// A folder cannot lie in itself.
  case intoItself(String)
  /// The home page stays where it is.
  case home
  /// The site adapts another handbook, whose pages lie elsewhere.
  case adapts
  /// A file cannot be read from this place on, so links in it cannot be seen.
  case unreadable(Place)

  /// One sentence without its full stop.
  package var description: String {
    switch self {
    case .noPage(let unknown): unknown.description
    case .targetExists(let path): "there is something at '\(path)' already"
    case .same(let path): "'\(path)' is where it is already"
    case .badName(let path): "no page can be published as '\(path)'"
    case .intoItself(let path): "'\(path)' cannot be moved into itself"
    case .home: "the home page cannot be moved; name one of its files, such as 'index.md'"
    case .adapts:
      "this handbook adapts another, and links to a page stand there too; rename it there, "
        + "or give the page of yours another 'url' and its old one in 'aliases'"
    case .unreadable(let place): Self.unreadable(place)
    }
  }

  private static func unreadable(_ place: Place) -> String {
    let line = LineTable(place.file.bytes).position(at: place.range.lowerBound).line
    return "line \(line) of '\(place.file.path)' cannot be read, so links in that file may not be "
      + "seen; repair it first"
  }
}
