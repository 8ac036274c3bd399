import Glibc

/// Where an output shall lie: resolved and held against the rules on places.
///
/// Nothing on the disk is changed.
struct Destination {
  /// The path as it was given, for messages.
  let shown: String
  /// The nearest folder above it that exists.
  let existing: AbsolutePath
  /// The folders between that one and the output, which have yet to be made; outermost first.
  let missing: [String]
  /// The output's own name.
  let name: String

  /// Its absolute path, links above it followed.
  var absolute: AbsolutePath { missing.reduce(existing) { $0.appending($1) }.appending(name) }

  /// The name of the folder in a site that takes its output.
  static let usualName = "public"

  /// Folders of a site that hold no output.
  private static let siteFolders = ["content", "layouts", "assets", ".handbook", ".git"]

  /// Resolves `output`, relative to the current folder, or `public` in the site when it is `nil`.
  ///
  /// Links above the output are followed; the output itself is looked at by `OutputPlace`.
  ///
  /// - Throws: `DiskError.refusedOutput` for a place that may not take one,
  ///   `DiskError.unwritable` for one that cannot be resolved.
  init(_ output: String?, of site: SiteFolder) throws(DiskError) {
    shown = output ?? site.path + "/" + Self.usualName
    do throws(SystemError) {
      (existing, missing, name) = try Self.resolve(shown)
    } catch {
      throw .unwritable(path: shown, reason: error.reason)
    }
    try check(site)
  }

  /// Returns the nearest folder above `path` that exists, what is missing below it, and the path's
  /// last part, which is empty for the root.
  private static func resolve(
    _ path: String
  ) throws(SystemError) -> (existing: AbsolutePath, missing: [String], name: String) {
    let start = path.utf8.first == UInt8(ascii: "/") ? "/" : "."
    var above = path.split(separator: "/").filter { $0 != "." }.map(String.init)
    guard let name = above.popLast(), name != ".." else {
      // Only what it leads to has a name.
      let whole = try AbsolutePath(resolving: path.isEmpty ? "." : path)
      return (whole.parent ?? whole, [], whole.name)
    }
    var missing: [String] = []
    while true {
      do throws(SystemError) {
        let resolved = try AbsolutePath(resolving: ([start] + above).joined(separator: "/"))
        return (resolved, missing, name)
      } catch {
        guard error.code == ENOENT, let last = above.popLast(), last != ".." else { throw error }
        missing.insert(last, at: 0)
      }
    }
  }

  private func check(_ site: SiteFolder) throws(DiskError) {
    if name.isEmpty { throw .refusedOutput(path: shown, .root) }
    let path = absolute
    if site.absolute.isWithin(path) { throw .refusedOutput(path: shown, .holdsSite) }
    for folder in Self.siteFolders where path.isWithin(site.absolute.appending(folder)) {
      throw .refusedOutput(path: shown, .inside(folder: folder))
    }
    if Self.homes.contains(path) { throw .refusedOutput(path: shown, .home) }
  }

  /// The user's home folder, as the environment and as the system has it.
  private static var homes: [AbsolutePath] {
    var homes: [String] = []
    if let home = getenv("HOME") { homes.append(String(cString: home)) }
    if let home = getpwuid(getuid())?.pointee.pw_dir { homes.append(String(cString: home)) }
    return homes.compactMap { try? AbsolutePath(resolving: $0) }
  }
}

extension SiteFolder {
  /// Whether a path of the command line lies in what is built, with or without being there.
  package func isInOutput(_ path: String, _ output: String?) throws(DiskError) -> Bool {
    guard let near = AbsolutePath.nearest(to: path) else { return false }
    return near.missing.reduce(near.found) { $0.appending($1) }
      .isWithin(try Destination(output, of: self).absolute)
  }
}
