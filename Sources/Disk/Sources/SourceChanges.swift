import Glibc
package import Handbook

/// Changes of a site's own sources: new bytes and new names.
package struct SourceChanges: Sendable {
  private let changes: [SourceChange]

  /// Plans to give listed files other bytes or other paths; both are by the files' old paths.
  package init(of entries: [SourceEntry], contents: [String: [UInt8]], moves: [String: String]) {
    var changes: [SourceChange] = []
    for entry in entries {
      let (bytes, path) = (contents[entry.path], moves[entry.path])
      guard bytes != nil || path != nil else { continue }
      changes.append(
        SourceChange(
          entry: entry, bytes: bytes, path: path ?? entry.path, number: changes.count))
    }
    self.changes = changes
  }

  /// Writes all changes or none, each file whole, and removes folders that are empty then.
  ///
  /// First everything new is written beside what is there, so that a full disk or a folder that
  /// nobody may write changes nothing; then names are changed alone. A file that is not what was
  /// listed, or whose new path is taken, ends it, and what was renamed is named back. Should the
  /// machine stop in between, every file is whole, the old one perhaps beside the new one under a
  /// name that begins with `.handbook-` and ends with `~`.
  package func write(to site: SiteFolder) throws {
    defer { for change in changes { change.removeTemporary(in: site) } }
    for change in changes {
      let source = try openSource(change.entry, in: site)
      try change.naming { () throws(SystemError) in try change.stage(source, in: site) }
    }
    var done: [SourceChange] = []
    do {
      for change in changes {
        // Once more, so that nothing is lost that somebody wrote meanwhile.
        _ = try openSource(change.entry, in: site)
        try change.naming { () throws(SystemError) in try change.commit(in: site) }
        done.append(change)
      }
    } catch {
      let stuck = done.reversed().filter { !$0.undo(in: site) }
      if let first = stuck.last {
        throw DiskError.unwritable(
          path: first.path,
          reason: "\(error); \(stuck.count) files could not be put back, their old texts lie "
            + "beside them as '.handbook-*~'")
      }
      throw error
    }
    for change in changes { change.finish(in: site) }
  }
}

/// A file, what it is to hold and where it is to lie.
private struct SourceChange: Sendable {
  let entry: SourceEntry
  let bytes: [UInt8]?
  let path: String
  /// Tells its temporary files from those of others.
  let number: Int

  private var isMoved: Bool { path != entry.path }

  // They begin with a dot: nothing publishes them, should the machine stop.
  private var temporary: String { ".handbook-\(getpid())-\(number)-new~" }
  private var backup: String { ".handbook-\(getpid())-\(number)-old~" }

  /// Does a part of the work, and tells which file was at fault.
  func naming(_ work: () throws(SystemError) -> Void) throws(DiskError) {
    do throws(SystemError) {
      try work()
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }

  /// Makes the folders above the new path, and writes what is new beside it, with the rights of the
  /// old file.
  func stage(_ source: borrowing Descriptor, in site: SiteFolder) throws(SystemError) {
    let folder = try madeFolder(pathParts(path).folder, in: site.descriptor)
    guard let bytes else { return }
    let file = try openPart(temporary, in: folder, O_WRONLY | O_CREAT | O_EXCL)
    try file.write(bytes)
    var status = stat()
    let (number, sourceNumber) = (file.number, source.number)
    try system { fstat(sourceNumber, &status) }
    try system { fchmod(number, status.st_mode & 0o7777) }
    try system { fsync(number) }
    try file.finish()
  }

  /// Puts the new file in place, and the old one aside.
  func commit(in site: SiteFolder) throws(SystemError) {
    let folder = try target(in: site)
    let old = try origin(in: site)
    let (to, from) = (folder.number, old.number)
    let (name, oldName) = (pathParts(path).name, pathParts(entry.path).name)
    guard isMoved else {
      try system { linkat(from, oldName, from, backup, 0) }
      do throws(SystemError) {
        try system { renameat(to, temporary, to, name) }
      } catch {
        _ = unlinkat(from, backup, 0)
        throw error
      }
      return
    }
    // A link fails where something is there; a rename would take its place.
    if bytes == nil {
      try system { linkat(from, oldName, to, name, 0) }
    } else {
      try system { linkat(to, temporary, to, name, 0) }
    }
    do throws(SystemError) {
      try system { renameat(from, oldName, from, backup) }
    } catch {
      _ = unlinkat(to, name, 0)
      throw error
    }
  }

  /// Puts the old file back; returns whether that went well.
  func undo(in site: SiteFolder) -> Bool {
    guard let folder = try? target(in: site), let old = try? origin(in: site) else { return false }
    let (name, oldName) = (pathParts(path).name, pathParts(entry.path).name)
    guard renameat(old.number, backup, old.number, oldName) == 0 else { return false }
    if isMoved, unlinkat(folder.number, name, 0) != 0 { return false }
    return true
  }

  /// Removes the old file, and the folders that are empty without it.
  func finish(in site: SiteFolder) {
    guard let old = try? origin(in: site) else { return }
    _ = unlinkat(old.number, backup, 0)
    if isMoved { Self.removeEmptyFolders(above: entry.path, in: site) }
  }

  /// Removes what was written beside the new path, and the folders that were made for it in vain.
  func removeTemporary(in site: SiteFolder) {
    guard let folder = try? target(in: site) else { return }
    _ = unlinkat(folder.number, temporary, 0)
    if isMoved { Self.removeEmptyFolders(above: path, in: site) }
  }

  private func target(in site: SiteFolder) throws(SystemError) -> Descriptor {
    try openBeneath(site.descriptor, pathParts(path).folder, O_RDONLY | O_DIRECTORY)
  }

  private func origin(in site: SiteFolder) throws(SystemError) -> Descriptor {
    try openBeneath(site.descriptor, pathParts(entry.path).folder, O_RDONLY | O_DIRECTORY)
  }

  private static func removeEmptyFolders(above path: String, in site: SiteFolder) {
    var (folder, _) = pathParts(path)
    while folder.contains("/") {
      let (above, name) = pathParts(folder)
      guard let parent = try? openBeneath(site.descriptor, above, O_RDONLY | O_DIRECTORY),
        unlinkat(parent.number, name, AT_REMOVEDIR) == 0
      else { return }
      folder = above
    }
  }
}
