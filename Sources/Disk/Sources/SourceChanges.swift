import Glibc
package import Handbook

/// Changes of a site's own files: new bytes, new names, and new files.
package struct SourceChanges: Sendable {
  private let changes: [SourceChange]

  /// Plans to give files other bytes or other paths, both by the files' old paths, and to make those of `additions`.
  ///
  /// The files are those that are listed, and any that site.yml names.
  ///
  /// - Throws: `DiskError.unwritable` for a path that is no file of the site.
  package init(
    in sources: any SourceTree, contents: [String: [UInt8]] = [:], moves: [String: String] = [:],
    additions: [String: [UInt8]] = [:]
  ) throws {
    let paths = Set(contents.keys).union(moves.keys)
    var entries = sources.entries.filter {
      paths.contains($0.path) && !$0.path.hasPrefix(BaseReference.prefix)
    }
    for path in paths.subtracting(entries.map(\.path)).sorted() {
      guard !path.hasPrefix(BaseReference.prefix), let entry = try sources.find(path) else {
        throw DiskError.unwritable(path: path, reason: "it is no file of this site")
      }
      entries.append(entry)
    }
    var changes = entries.enumerated().map { number, entry in
      SourceChange(
        entry: entry, bytes: contents[entry.path], path: moves[entry.path] ?? entry.path,
        number: number)
    }
    for (path, bytes) in additions.sorted(by: { $0.key < $1.key }) {
      changes.append(SourceChange(entry: nil, bytes: bytes, path: path, number: changes.count))
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
      let rights = try change.rights(in: site)
      try change.naming { () throws(SystemError) in try change.stage(rights, in: site) }
    }
    var done: [SourceChange] = []
    do {
      for change in changes {
        // Once more, so that nothing is lost that somebody wrote meanwhile.
        _ = try change.rights(in: site)
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
  /// The file as it is now; `nil` for one that is not there.
  let entry: SourceEntry?
  let bytes: [UInt8]?
  let path: String
  /// Tells its temporary files from those of others.
  let number: Int

  private var oldPath: String { entry?.path ?? path }
  private var isMoved: Bool { path != oldPath }

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

  /// What may be done with the file as it is now; `nil` where there is none.
  ///
  /// - Throws: `SourceError.changed` where it is not what was listed.
  func rights(in site: SiteFolder) throws -> UInt32? {
    guard let entry else { return nil }
    let source = try openSource(entry, in: site)
    return try Status(of: source).rights.mode
  }

  /// Makes the folders above the new path, and writes what is new beside it, with the rights of the
  /// old file.
  func stage(_ rights: UInt32?, in site: SiteFolder) throws(SystemError) {
    let folder = try madeFolder(pathParts(path).folder, in: site.descriptor)
    guard let bytes else { return }
    let file = try openPart(temporary, in: folder, O_WRONLY | O_CREAT | O_EXCL)
    try file.write(bytes)
    let number = file.number
    if let rights { try system { fchmod(number, rights) } }
    try system { fsync(number) }
    try file.finish()
  }

  /// Puts the new file in place, and the old one aside.
  func commit(in site: SiteFolder) throws(SystemError) {
    let folder = try target(in: site)
    let old = try origin(in: site)
    let (to, from) = (folder.number, old.number)
    let (name, oldName) = (pathParts(path).name, pathParts(oldPath).name)
    guard entry != nil, !isMoved else {
      // A second name is refused where something is there; a rename would take its place.
      if bytes == nil {
        try addName(name, in: folder, to: oldName, in: old)
      } else {
        try addName(name, in: folder, to: temporary, in: folder)
      }
      guard entry != nil else { return }
      return try orUndo({ unlinkat(to, name, 0) }) { renameat(from, oldName, from, backup) }
    }
    try addName(backup, in: old, to: oldName, in: old)
    try orUndo({ unlinkat(from, backup, 0) }) { renameat(to, temporary, to, name) }
  }

  /// Makes a call of the system, and another where it fails.
  private func orUndo(_ undo: () -> Int32, _ call: () -> Int32) throws(SystemError) {
    do throws(SystemError) {
      try system(call)
    } catch {
      _ = undo()
      throw error
    }
  }

  /// Puts the old file back; returns whether that went well.
  func undo(in site: SiteFolder) -> Bool {
    guard let folder = try? target(in: site), let old = try? origin(in: site) else { return false }
    let (name, oldName) = (pathParts(path).name, pathParts(oldPath).name)
    guard entry != nil else { return unlinkat(folder.number, name, 0) == 0 }
    guard renameat(old.number, backup, old.number, oldName) == 0 else { return false }
    if isMoved, unlinkat(folder.number, name, 0) != 0 { return false }
    return true
  }

  /// Removes the old file, and the folders that are empty without it.
  func finish(in site: SiteFolder) {
    guard let old = try? origin(in: site) else { return }
    _ = unlinkat(old.number, backup, 0)
    if isMoved { Self.removeEmptyFolders(above: oldPath, in: site) }
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
    try openBeneath(site.descriptor, pathParts(oldPath).folder, O_RDONLY | O_DIRECTORY)
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
