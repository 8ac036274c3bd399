import Digest
import Glibc
package import Handbook
import Synchronization

/// Takes the files of one build into its staging folder, from any thread.
///
/// It has no say in whether
/// they are published.
package final class StagedOutput: OutputSink {
  let folder: Descriptor
  private let site: SiteFolder
  private let shown: String
  private let detail: ManifestDetail
  private let progress = Mutex(Progress())

  /// What has been written so far.
  private struct Progress {
    var folders: Set<String> = []
    var manifest = Manifest()
    var isFinished = false
  }

  private static let copyBuffer = 256 << 10

  init(
    folder: consuming Descriptor, site: SiteFolder, shown: String, detail: ManifestDetail
  ) {
    self.folder = folder
    self.site = site
    self.shown = shown
    self.detail = detail
  }

  /// Stores `bytes` as the file at `path`, whose folders are made as needed.
  ///
  /// - Throws: `DiskError.unwritable` when the system refuses, the path was written before, or the
  ///   build is already published or discarded.
  /// - Complexity: three system calls, and one for each folder that is new.
  package func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws {
    do throws(SystemError) {
      let file = try create(path.text)
      try file.write(bytes)
      try file.finish()
    } catch {
      throw unwritable(path, error)
    }
    record(path, detail == .digests ? SHA256(of: bytes) : nil)
  }

  /// Stores the bytes of a source at `path`, a part at a time, so that their number is not limited.
  ///
  /// - Throws: what `write` throws, and `SourceError` when the source is not what was listed.
  package func copy(_ entry: SourceEntry, to path: OutputPath) throws {
    let source = try openSource(entry, in: site)
    var digest = SHA256Stream()
    let size = max(1, min(entry.size, Self.copyBuffer))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    defer { buffer.deallocate() }
    do {
      let file = try create(path.text)
      while true {
        let count = try read(source, of: entry, into: buffer)
        let part = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        try file.write(part)
        if detail == .digests { digest.add(part) }
        if count < size { break }
      }
      try file.finish()
    } catch let error as SystemError {
      throw unwritable(path, error)
    }
    try checkUnchanged(entry, source)
    record(path, detail == .digests ? digest.finish() : nil)
  }

  private func read(
    _ source: borrowing Descriptor, of entry: SourceEntry,
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SourceError) -> Int {
    do throws(SystemError) {
      return try source.read(into: buffer)
    } catch {
      throw .unreadable(path: entry.path, reason: error.reason)
    }
  }

  /// Takes no more files and returns the manifest of those taken.
  func finish() -> Manifest {
    progress.withLock { progress in
      progress.isFinished = true
      return progress.manifest
    }
  }

  /// Makes a file and, the first time, the folders above it.
  func create(_ path: String) throws(SystemError) -> Descriptor {
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      try makeFolders(String(path[..<slash]))
    } else if progress.withLock({ $0.isFinished }) {
      throw SystemError(code: EBADF)
    }
    return try openBeneath(folder, path, O_WRONLY | O_CREAT | O_EXCL)
  }

  private func makeFolders(_ path: String) throws(SystemError) {
    let (isMade, isFinished) = progress.withLock { ($0.folders.contains(path), $0.isFinished) }
    if isFinished { throw SystemError(code: EBADF) }
    if isMade { return }
    for slash in path.utf8.indices where path.utf8[slash] == UInt8(ascii: "/") {
      try makeFolderOnce(String(path[..<slash]))
    }
    try makeFolderOnce(path)
  }

  private func makeFolderOnce(_ path: String) throws(SystemError) {
    if progress.withLock({ $0.folders.contains(path) }) { return }
    // Two threads may both get here; remembering it only once it is there keeps a third from
    // relying on a folder that is not.
    try makeFolder(path, in: folder.number)
    _ = progress.withLock { $0.folders.insert(path) }
  }

  private func record(_ path: OutputPath, _ digest: SHA256?) {
    progress.withLock { $0.manifest.add(path.text, digest) }
  }

  private func unwritable(_ path: OutputPath, _ error: SystemError) -> DiskError {
    .unwritable(path: shown + "/" + path.text, reason: error.reason)
  }
}
