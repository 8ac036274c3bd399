import Digest
import Glibc

/// The place in `.handbook/cache` of a site where a build leaves what helps the next build of the same
/// output.
///
/// Whatever is wrong there, nothing is found or nothing kept: it is never needed. What it has to say of drafts
/// is for nobody but the user who built; and what others may read did not come from here, but perhaps
/// with the site.
package struct BuildCache: Sendable {
  private let site: SiteFolder
  private let name: String

  private static let folder = "cache"
  private static let ending = ".build"
  /// More bytes than a record of a million pages has.
  private static let readLimit = 512 << 20
  /// What the user, and nobody else, may do with a record.
  private static let rights: UInt32 = 0o600
  /// How many outputs of a site are remembered.
  private static let mostKept = 8

  /// The place for a claimed output.
  package init(for claim: borrowing OutputClaim) {
    site = claim.site
    name = SHA256(of: Array(claim.absolute.text.utf8)).hex.prefix(32) + Self.ending
  }

  /// What was kept; `nil` where there is nothing that can be read.
  package func read() -> [UInt8]? {
    do throws(SystemError) {
      let path = ".handbook/\(Self.folder)/\(name)"
      let file = try openBeneath(site.descriptor, path, O_RDONLY | O_NONBLOCK)
      let status = try Status(of: file)
      guard status.kind == .file, status.size <= Self.readLimit, status.rights.owner == geteuid(),
        status.rights.mode == Self.rights
      else { return nil }
      var bytes = [UInt8](repeating: 0, count: status.size)
      let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(SystemError) in
        try file.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      return count == bytes.count ? bytes : nil
    } catch {
      return nil
    }
  }

  /// Keeps bytes in place of what was kept, all or nothing, and forgets what was kept longest ago.
  package func write(_ bytes: [UInt8]) {
    do throws(SystemError) {
      try makeFolder(".handbook", in: site.descriptor.number)
      let working = try openPart(".handbook", in: site.descriptor, O_RDONLY | O_DIRECTORY)
      try makeFolder(Self.folder, in: working.number)
      let folder = try openPart(Self.folder, in: working, O_RDONLY | O_DIRECTORY)
      try write(bytes, in: folder)
      try forget(in: folder)
    } catch {
      // Not ours to write: another user's, read-only, full, or no folder.
    }
  }

  private func write(_ bytes: [UInt8], in folder: borrowing Descriptor) throws(SystemError) {
    let (number, temporary) = (folder.number, "\(name).\(getpid())~")
    do throws(SystemError) {
      // One of a process that had this number and was killed.
      _ = unlinkat(number, temporary, 0)
      let file = try openPart(
        temporary, in: folder, O_WRONLY | O_CREAT | O_EXCL, rights: Self.rights)
      try file.write(bytes)
      try file.finish()
      try system { renameat(number, temporary, number, name) }
    } catch {
      _ = unlinkat(number, temporary, 0)
      throw error
    }
  }

  /// Removes all but the newest.
  private func forget(in folder: borrowing Descriptor) throws(SystemError) {
    var kept: [(name: RawPath, time: Int64)] = []
    for entry in try FolderReader().entries(of: folder) {
      let status = try Status(of: entry.name.terminated, in: folder)
      if status.kind == .file { kept.append((entry.name, status.modified)) }
    }
    guard kept.count > Self.mostKept else { return }
    kept.sort { $0.time > $1.time }
    for old in kept.dropFirst(Self.mostKept) where !old.name.isEqual(to: name) {
      _ = unlinkat(folder.number, old.name.terminated, 0)
    }
  }
}
