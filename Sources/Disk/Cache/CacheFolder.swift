import Glibc

/// Files of one kind in `.handbook/cache` of a site, which help the next run.
///
/// Whatever is wrong there, nothing is found or nothing kept: they are never needed. They are for nobody but the
/// user who made them; and what others may read did not come from here, but perhaps with the site.
struct CacheFolder: Sendable {
  let site: SiteFolder
  /// What the names of these files end with.
  let ending: String
  /// More bytes than any of them has.
  let readLimit: Int
  /// How many are kept.
  let mostKept: Int

  private static let folder = "cache"
  /// What the user, and nobody else, may do with one.
  private static let rights: UInt32 = 0o600

  /// What was kept under a name; `nil` where there is nothing that can be read.
  func read(_ name: String) -> [UInt8]? {
    do throws(SystemError) {
      let path = ".handbook/\(Self.folder)/\(name)\(ending)"
      let file = try openBeneath(site.descriptor, path, O_RDONLY | O_NONBLOCK)
      let status = try Status(of: file)
      guard status.kind == .file, status.size <= readLimit, status.rights.owner == geteuid(),
        status.rights.mode == Self.rights
      else { return nil }
      let bytes = try file.bytes(status.size)
      return bytes.count == status.size ? bytes : nil
    } catch {
      return nil
    }
  }

  /// Keeps bytes in place of what was kept under the name, all or nothing, and forgets what was kept longest
  /// ago.
  func write(_ bytes: [UInt8], to name: String) {
    let name = name + ending
    do throws(SystemError) {
      try makeFolder(".handbook", in: site.descriptor.number)
      let working = try openPart(".handbook", in: site.descriptor, O_RDONLY | O_DIRECTORY)
      try makeFolder(Self.folder, in: working.number)
      let folder = try openPart(Self.folder, in: working, O_RDONLY | O_DIRECTORY)
      try replaceFile(name, in: folder, with: bytes, rights: Self.rights)
      try forget(in: folder, but: name)
    } catch {
      // Not ours to write: another user's, read-only, full, or no folder.
    }
  }

  /// Removes what was kept under the name, if anything was.
  func remove(_ name: String) {
    do throws(SystemError) {
      let working = try openPart(".handbook", in: site.descriptor, O_RDONLY | O_DIRECTORY)
      let folder = try openPart(Self.folder, in: working, O_RDONLY | O_DIRECTORY)
      _ = unlinkat(folder.number, name + ending, 0)
    } catch {
      // Nothing is kept there.
    }
  }

  /// Removes all but the newest.
  private func forget(in folder: borrowing Descriptor, but name: String) throws(SystemError) {
    var kept: [(name: RawPath, time: Int64)] = []
    for entry in try FolderReader().entries(of: folder) where entry.name.holds(ending) {
      let status = try Status(of: entry.name.terminated, in: folder)
      if status.kind == .file { kept.append((entry.name, status.modified)) }
    }
    guard kept.count > mostKept else { return }
    kept.sort { $0.time > $1.time }
    for old in kept.dropFirst(mostKept) where !old.name.isEqual(to: name) {
      _ = unlinkat(folder.number, old.name.terminated, 0)
    }
  }
}
