import Digest
import Glibc
import Values

/// A copy of an output, wherever it lies, and the list of what was built.
package struct PublishedCopy: ~Copyable {
  /// How a file of the copy is otherwise than it was built.
  package enum Fault: Sendable, Equatable {
    /// It is not there, or cannot be read as a file.
    case missing
    /// It has other bytes.
    case changed
    /// It was not built.
    case added
  }

  /// How many files were built.
  package let count: Int
  private let shown: String
  private let folder: Descriptor
  private let digests: [String: String]

  /// Opens the copy at `path`, to be held against the manifest in it or against another's bytes.
  ///
  /// - Throws: `DiskError.unreadable` also where the manifest is none, or has no digests.
  package init(at path: String, manifest: [UInt8]? = nil) throws(DiskError) {
    let opened = try Self.opened(path)
    digests = try Self.digests(manifest, in: opened, at: path)
    count = digests.count
    shown = path
    folder = opened
  }

  private static func opened(_ path: String) throws(DiskError) -> Descriptor {
    do throws(SystemError) {
      return try Descriptor(folder: path)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  private static func digests(
    _ manifest: [UInt8]?, in folder: borrowing Descriptor, at path: String
  ) throws(DiskError) -> [String: String] {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = if let manifest { manifest } else { try readManifest(in: folder) }
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    let digests = Manifest.digests(in: bytes)
    guard !digests.isEmpty else {
      throw .unreadable(
        path: path + "/" + Manifest.name,
        reason: bytes.isEmpty
          ? "there is none; 'handbook build --manifest' writes it beside what it publishes"
          : "it lists no digests; 'handbook build --manifest' writes them")
    }
    return digests
  }

  /// What is otherwise, by the paths' bytes.
  ///
  /// O(*bytes* of the copy).
  package func faults() throws(DiskError) -> [(path: String, fault: Fault)] {
    do throws(SystemError) {
      var faults = try addedFiles(in: folder, listed: Set(digests.keys))
        .map { (path: $0, fault: Fault.added) }
      for (path, digest) in digests {
        guard let found = try self.digest(of: path) else {
          faults.append((path, .missing))
          continue
        }
        if found.hex != digest { faults.append((path, .changed)) }
      }
      return faults.sorted { $0.path.precedes($1.path) }
    } catch {
      throw .unreadable(path: shown, reason: error.reason)
    }
  }

  /// The digest of a file in the copy; `nil` where there is none.
  private func digest(of path: String) throws(SystemError) -> SHA256? {
    do throws(SystemError) {
      let file = try openBeneath(folder, path, O_RDONLY | O_NONBLOCK)
      guard try Status(of: file).kind == .file else { return nil }
      var digest = SHA256Stream()
      var part = [UInt8](repeating: 0, count: 256 << 10)
      while true {
        let count = try part.withUnsafeMutableBufferPointer { buffer throws(SystemError) in
          try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        part[..<count].withUnsafeBytes { digest.add($0) }
        if count < part.count { return digest.finish() }
      }
    } catch  where [ENOENT, ENOTDIR, ELOOP, ENXIO].contains(error.code) {
      return nil
    }
  }
}
