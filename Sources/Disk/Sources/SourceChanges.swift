import Glibc
package import Handbook

/// Changes of a site's own sources: new bytes and new names.
package struct SourceChanges: Sendable {
  /// A file, what it is to hold and where it is to lie.
  private struct Change: Sendable {
    let entry: SourceEntry
    let bytes: [UInt8]?
    let path: String
  }

  private let changes: [Change]

  /// Plans to give listed files other bytes or other paths; both are by the files' old paths.
  package init(of entries: [SourceEntry], contents: [String: [UInt8]], moves: [String: String]) {
    changes = entries.compactMap { entry in
      let (bytes, path) = (contents[entry.path], moves[entry.path])
      guard bytes != nil || path != nil else { return nil }
      return Change(entry: entry, bytes: bytes, path: path ?? entry.path)
    }
  }

  /// Writes all changes, each file whole or not at all, and removes folders that are empty then.
  ///
  /// A file that is not what was listed, or whose new path is taken, ends it; what was written until
  /// then stays.
  package func write(to site: SiteFolder) throws {
    for change in changes {
      let source = try openSource(change.entry, in: site)
      do throws(SystemError) {
        try Self.write(change, source, in: site)
      } catch {
        throw DiskError.unwritable(path: change.path, reason: error.reason)
      }
    }
    for change in changes where change.path != change.entry.path {
      Self.removeEmptyFolders(above: change.entry.path, in: site)
    }
  }

  private static func write(
    _ change: Change, _ source: borrowing Descriptor, in site: SiteFolder
  ) throws(SystemError) {
    let (folderPath, name) = split(change.path)
    try makeFolders(folderPath, in: site)
    let folder = try openBeneath(site.descriptor, folderPath, O_RDONLY | O_DIRECTORY)
    let (oldFolderPath, oldName) = split(change.entry.path)
    let oldFolder = try openBeneath(site.descriptor, oldFolderPath, O_RDONLY | O_DIRECTORY)
    let isMoved = change.path != change.entry.path
    guard let bytes = change.bytes else {
      return try rename(oldName, in: oldFolder, to: name, in: folder, mayReplace: false)
    }
    // Begins with a dot: nothing publishes it, should the machine stop here.
    let temporary = ".handbook-\(getpid())-\(name.utf8.count)~"
    do throws(SystemError) {
      try create(temporary, bytes, like: source, in: folder)
      try rename(temporary, in: folder, to: name, in: folder, mayReplace: !isMoved)
    } catch {
      _ = unlinkat(folder.number, temporary, 0)
      throw error
    }
    let old = oldFolder.number
    if isMoved { try system { unlinkat(old, oldName, 0) } }
  }

  /// Makes a file with the rights of `source`.
  private static func create(
    _ name: String, _ bytes: [UInt8], like source: borrowing Descriptor,
    in folder: borrowing Descriptor
  ) throws(SystemError) {
    let file = try openPart(name, in: folder, O_WRONLY | O_CREAT | O_EXCL)
    try file.write(bytes)
    var status = stat()
    let (number, sourceNumber) = (file.number, source.number)
    try system { fstat(sourceNumber, &status) }
    try system { fchmod(number, status.st_mode & 0o7777) }
    try system { fsync(number) }
    try file.finish()
  }

  private static func rename(
    _ old: String, in oldFolder: borrowing Descriptor, to new: String,
    in folder: borrowing Descriptor, mayReplace: Bool
  ) throws(SystemError) {
    let (from, to) = (oldFolder.number, folder.number)
    if mayReplace {
      try system { renameat(from, old, to, new) }
    } else {
      // A link fails where something is there; a rename would take its place.
      try system { linkat(from, old, to, new, 0) }
      try system { unlinkat(from, old, 0) }
    }
  }

  private static func makeFolders(_ path: String, in site: SiteFolder) throws(SystemError) {
    var made = ""
    for part in path.split(separator: "/") {
      made += made.isEmpty ? String(part) : "/" + part
      let (above, name) = split(made)
      let folder = try openBeneath(site.descriptor, above, O_RDONLY | O_DIRECTORY)
      try makeFolder(name, in: folder.number)
    }
  }

  private static func removeEmptyFolders(above path: String, in site: SiteFolder) {
    var (folder, _) = split(path)
    while folder.contains("/") {
      let (above, name) = split(folder)
      guard let parent = try? openBeneath(site.descriptor, above, O_RDONLY | O_DIRECTORY),
        unlinkat(parent.number, name, AT_REMOVEDIR) == 0
      else { return }
      folder = above
    }
  }

  /// The folder of a path, `.` for none, and its last part.
  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (String(path[..<slash]), String(path[slash...].dropFirst()))
  }
}
