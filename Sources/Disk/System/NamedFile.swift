import Glibc

/// A file that the command line or the environment names: a report, a baseline, an earlier site.
///
/// It may lie anywhere and be anything that can be opened, as its name is the user's own word.
package struct NamedFile: Sendable {
  /// Its path, relative to the current folder or absolute.
  package let path: String

  private static let readLimit = 256 << 20

  /// Names a file.
  package init(_ path: String) {
    self.path = path
  }

  /// Returns all its bytes, at most 256 MiB; `nil` where there is no such file.
  package func readIfThere() throws(DiskError) -> [UInt8]? {
    do throws(SystemError) {
      return try bytes()
    } catch  where error.code == ENOENT {
      return nil
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  /// Returns all its bytes; at most 256 MiB.
  package func read() throws(DiskError) -> [UInt8] {
    do throws(SystemError) {
      return try bytes()
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  private func bytes() throws(SystemError) -> [UInt8] {
    let number = try system { open(path, O_RDONLY | O_CLOEXEC) }
    let file = Descriptor(number)
    let bytes = try file.contents(atMost: Self.readLimit)
    try file.finish()
    return bytes
  }

  /// Puts `text` in place of what it holds, or makes it.
  package func write(_ text: String) throws(DiskError) {
    try write(Array(text.utf8), O_TRUNC)
  }

  /// Puts `bytes` in place of what it holds, or makes it.
  package func write(_ bytes: [UInt8]) throws(DiskError) {
    try write(bytes, O_TRUNC)
  }

  /// Adds `text` at its end, or makes it.
  package func append(_ text: String) throws(DiskError) {
    try write(Array(text.utf8), O_APPEND)
  }

  private func write(_ bytes: [UInt8], _ flag: Int32) throws(DiskError) {
    do throws(SystemError) {
      let file = Descriptor(
        try system { open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flag, 0o666) })
      try file.write(bytes)
      try file.finish()
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }
}
