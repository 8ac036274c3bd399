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
  /// What is published now; `nil` where nothing is.
  private let earlier: EarlierOutput?
  private let site: SiteFolder
  private let shown: String
  private let detail: ManifestDetail
  private let progress = Mutex(Progress())

  /// What has been written so far.
  private struct Progress {
    var folders: Set<String> = []
    var manifest = Manifest()
    /// Those that come out the same, to be linked at the end.
    var kept: [EarlierOutput.File] = []
    var isFinished = false
  }

  private static let copyBuffer = 256 << 10

  init(
    folder: consuming Descriptor, over earlier: consuming EarlierOutput? = nil, site: SiteFolder,
    shown: String, detail: ManifestDetail
  ) {
    self.folder = folder
    self.earlier = earlier
    self.site = site
    self.shown = shown
    self.detail = detail
  }

  /// Stores `bytes` as the file at `path`, whose folders are made as needed; where the published file
  /// has the same, that is kept.
  ///
  /// - Throws: `DiskError.unwritable` when the system refuses, the path was written before, or the
  ///   build is already published or discarded.
  /// - Complexity: three system calls, one for a published file, and one for each folder that is new.
  package func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws {
    do throws(SystemError) {
      if let kept = earlier?.file(path.text, holding: bytes) {
        try keep(kept)
        return record(path, detail == .digests ? SHA256(of: bytes) : nil)
      }
      let file = try create(path.text)
      try file.write(bytes)
      try file.finish()
    } catch {
      throw unwritable(path, error)
    }
    record(path, detail == .digests ? SHA256(of: bytes) : nil)
  }

  /// Takes over the file that is published at `path`, where it is as a build left it; `false` where its bytes are
  /// asked for.
  package func keep(_ path: OutputPath) -> Bool {
    guard detail == .paths, let kept = earlier?.untouched(path.text), (try? keep(kept)) != nil
    else { return false }
    record(path, nil)
    return true
  }

  /// The bytes of the file that is published at `path`, where it is as a build left it.
  package func published(_ path: OutputPath) -> [UInt8]? { earlier?.bytes(path.text) }

  /// Stores the bytes of a source at `path`, a part at a time, so that their number is not limited.
  ///
  /// - Throws: what `write` throws, and `SourceError` when the source is not what was listed.
  package func copy(_ entry: SourceEntry, to path: OutputPath) throws {
    let source = try openSource(entry, in: site)
    if let kept = earlier?.file(path.text, like: source, size: entry.size) {
      return try copy(entry, source, asKept: kept, to: path)
    }
    _ = lseek(source.number, 0, SEEK_SET)
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

  /// Keeps the published file, which has the bytes of the source.
  private func copy(
    _ entry: SourceEntry, _ source: borrowing Descriptor, asKept kept: EarlierOutput.File,
    to path: OutputPath
  ) throws {
    let digest: SHA256?
    do throws(SystemError) {
      _ = lseek(source.number, 0, SEEK_SET)
      digest = detail == .digests ? try source.digest(listed: entry.size) : nil
      try keep(kept)
    } catch {
      throw unwritable(path, error)
    }
    try checkUnchanged(entry, source)
    record(path, digest)
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

  /// All folders that were made.
  var folders: Set<String> { progress.withLock { $0.folders } }

  /// Takes no more files and returns the manifest of those taken.
  func finish() -> Manifest {
    progress.withLock { progress in
      progress.isFinished = true
      return progress.manifest
    }
  }

  /// Links the files that came out the same, and returns the path of the first that is no longer as it
  /// was; `nil` where all are.
  func linkKept() throws(DiskError) -> String? {
    let faults: [(path: String, error: SystemError?)]
    do throws(SystemError) {
      faults = try progress.withLock({ $0.kept }).inParts { files throws(SystemError) in
        for file in files {
          do throws(SystemError) {
            guard try earlier?.put(file, into: folder) ?? false else { return [(file.path, nil)] }
          } catch {
            return [(file.path, error)]
          }
        }
        return []
      }
    } catch {
      throw .unwritable(path: shown, reason: error.reason)
    }
    guard let fault = faults.first else { return nil }
    guard let error = fault.error else { return fault.path }
    throw .unwritable(path: shown + "/" + fault.path, reason: error.reason)
  }

  /// Notes a file that came out the same.
  private func keep(_ file: EarlierOutput.File) throws(SystemError) {
    try makeFolders(above: file.path)
    progress.withLock { $0.kept.append(file) }
  }

  /// Makes a file and, the first time, the folders above it.
  func create(_ path: String) throws(SystemError) -> Descriptor {
    try makeFolders(above: path)
    return try openBeneath(folder, path, O_WRONLY | O_CREAT | O_EXCL)
  }

  private func makeFolders(above path: String) throws(SystemError) {
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      try makeFolders(String(path[..<slash]))
    } else if progress.withLock({ $0.isFinished }) {
      throw SystemError(code: EBADF)
    }
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
