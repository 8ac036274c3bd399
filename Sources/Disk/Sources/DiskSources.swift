package import Digest
import Diagnostics
import Glibc
package import Handbook
import Values

/// The sources of a site on a disk.
package struct DiskSources: SourceTree {
  /// The site.
  package let site: SiteFolder
  /// All that lies in `site.yml`, `content/`, `layouts/` and `assets/`, and in a folder of the register's data that
  /// `site.yml` names elsewhere, by the paths' bytes.
  ///
  /// Folders are not listed, and those named `.git` or `.handbook` are not entered.
  package let entries: [SourceEntry]
  /// The folder of the register's data beside those of sources, where there is one.
  private let dataFolder: String?

  /// Lists the sources of `site` as they are now.
  ///
  /// - Throws: `DiskError.unreadable` naming the first folder that cannot be listed.
  /// - Complexity: a few system calls a folder and one a file.
  package init(of site: SiteFolder) throws(DiskError) {
    try self.init(of: site, willRead: { _, _ in })
  }

  /// Lists all that lies in a folder that is no site, wherever it lies.
  package init(everythingIn folder: SiteFolder) throws(DiskError) {
    site = folder
    entries = try Listing.everything(in: folder)
    dataFolder = nil
  }

  /// Lists them, and tells of each folder, by its path ending in `/`, before it is read.
  init(
    of site: SiteFolder, willRead: @escaping (borrowing Descriptor, String) -> Void
  ) throws(DiskError) {
    let listed = DiskSources(
      of: site, try Listing.entries(of: site, willRead: willRead), dataFolder: nil)
    guard let folder = listed.namedFolder() else {
      self = listed
      return
    }
    let data = try Listing.data(in: folder, of: site, willRead: willRead)
    self.init(
      of: site, (listed.entries + data).sorted { $0.path.precedes($1.path) }, dataFolder: folder)
  }

  private init(of site: SiteFolder, _ entries: [SourceEntry], dataFolder: String?) {
    self.site = site
    self.entries = entries
    self.dataFolder = dataFolder
  }

  /// The folder that `site.yml` names for the register's data, from the site's, where it is not listed anyway.
  private func namedFolder() -> String? {
    guard let entry = try? find(SiteFolder.settingsName), entry.kind == .file,
      let bytes = try? read(entry),
      let path = RegisterFolder.named(in: SourceFile(path: entry.path, bytes: bytes))
    else { return nil }
    let parts = path.split(separator: "/")
    guard let first = parts.first, !path.hasPrefix("/"), !parts.contains(".."),
      !SourceEntry.folders.contains(String(first)), !parts.contains(where: Listing.isSkipped)
    else { return nil }
    return parts.joined(separator: "/")
  }

  /// The sources with what lies at `paths` now; all else is as it was listed.
  ///
  /// A folder is none of its business: what is in it must be listed again.
  func lookingAgain(at paths: Set<String>) throws(DiskError) -> DiskSources {
    var entries = entries
    for path in paths where isListed(path) {
      let index = entries.partitionIndex { !$0.path.precedes(path) }
      let isKnown = index < entries.count && entries[index].path == path
      switch (try entry(at: path), isKnown) {
      case (let entry?, true): entries[index] = entry
      case (let entry?, false): entries.insert(entry, at: index)
      case (nil, true): entries.remove(at: index)
      case (nil, false): break
      }
    }
    return DiskSources(of: site, entries, dataFolder: dataFolder)
  }

  private func isListed(_ path: String) -> Bool {
    if path == SiteFolder.settingsName { return true }
    if let dataFolder, path.hasPrefix(dataFolder + "/") { return path.hasSuffix(".yml") }
    let parts = path.split(separator: "/")
    return parts.count > 1 && SourceEntry.folders.contains(String(parts[0]))
      && !parts.contains(where: Listing.isSkipped)
  }

  /// What lies at a path, without opening it; `nil` for nothing and for a folder.
  private func entry(at path: String) throws(DiskError) -> SourceEntry? {
    let (folder, name) = pathParts(path)
    do throws(SystemError) {
      let parent = try openBeneath(site.descriptor, folder, O_RDONLY | O_DIRECTORY)
      let status = try Status(of: name, in: parent)
      guard let kind = SourceEntry.Kind(status.kind) else { return nil }
      return SourceEntry(
        path: path, kind: kind, size: status.size, modified: status.modified,
        inode: status.identity.inode)
    } catch  where [ENOENT, ENOTDIR, ELOOP].contains(error.code) {
      return nil
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  /// Returns the bytes of a listed file, as they were when it was listed.
  package func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    guard entry.size <= SourceEntry.readLimit else {
      throw .tooLarge(path: entry.path, size: entry.size, limit: SourceEntry.readLimit)
    }
    let file = try openSource(entry, in: site)
    var failure: SystemError?
    // One byte more than listed, so that a file that grew shows without another call.
    let bytes = [UInt8](unsafeUninitializedCapacity: entry.size + 1) { buffer, count in
      do throws(SystemError) {
        count = try file.read(listed: entry.size, into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw .unreadable(path: entry.path, reason: failure.reason) }
    guard bytes.count == entry.size else { throw .changed(path: entry.path) }
    try checkUnchanged(entry, file)
    return bytes
  }

  /// Returns the SHA-256 of a listed file, as it was when it was listed; a part at a time.
  package func digest(_ entry: SourceEntry) throws(SourceError) -> SHA256 {
    let file = try openSource(entry, in: site)
    let digest: SHA256
    do throws(SystemError) {
      digest = try file.digest(listed: entry.size)
    } catch {
      throw .unreadable(path: entry.path, reason: error.reason)
    }
    try checkUnchanged(entry, file)
    return digest
  }

  /// Returns the entry of a file named relative to the site's folder, or `nil` when there is none.
  ///
  /// A folder is none, nor is what lies outside the site. A link on the way is answered as a link.
  package func find(_ path: String) throws(SourceError) -> SourceEntry? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard !path.utf8.contains(0),
      !parts.contains(where: { $0.isEmpty || $0.elementsEqual("..".utf8) })
    else { return nil }
    do throws(SystemError) {
      let status = try Status(of: openBeneath(site.descriptor, path, O_RDONLY | O_NONBLOCK))
      guard let kind = SourceEntry.Kind(status.kind) else { return nil }
      return SourceEntry(
        path: path, kind: kind, size: status.size, modified: status.modified,
        inode: status.identity.inode)
    } catch  where error.code == ENOENT || error.code == ENOTDIR {
      return nil
    } catch  where error.code == ELOOP {
      return SourceEntry(path: path, kind: .link)
    } catch  where error.code == ENXIO {
      return SourceEntry(path: path, kind: .special)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }
}

extension Descriptor {
  /// The digest of a file of about `size` bytes, from where the descriptor stands to the end.
  func digest(listed size: Int) throws(SystemError) -> SHA256 {
    let capacity = min(size, 256 << 10) + 1
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
    defer { buffer.deallocate() }
    let first = try read(into: buffer)
    // Nearly every source comes at once.
    guard first == capacity else {
      return SHA256(of: UnsafeRawBufferPointer(rebasing: buffer[..<first]))
    }
    var digest = SHA256Stream()
    digest.add(UnsafeRawBufferPointer(buffer))
    while true {
      let count = try read(into: buffer)
      digest.add(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      if count < capacity { return digest.finish() }
    }
  }

  /// Reads a file of `size` bytes into a buffer with room for more, and returns how many came: the
  /// usual file needs one call, as a short answer from a file is its end.
  fileprivate func read(
    listed size: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    let number = number
    let count = try system { Glibc.read(number, buffer.baseAddress, buffer.count) }
    if count >= size { return count }
    // Signals and network file systems may cut an answer short.
    return try count + read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
  }
}

extension Array {
  /// The index of the first element for which `isBehind` holds, where all behind it hold too.
  ///
  /// O(log *n*).
  fileprivate func partitionIndex(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
