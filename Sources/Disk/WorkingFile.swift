import Glibc

/// A file in `.handbook/` of a site, which the program keeps for itself between runs.
package struct WorkingFile: Sendable {
  private static let folder = ".handbook"

  private let site: SiteFolder
  private let name: String

  /// Names the file; `name` has no `/`.
  package init(_ name: String, of site: SiteFolder) {
    self.site = site
    self.name = name
  }

  /// Its bytes; `nil` when there is none that can be read.
  package func read() -> [UInt8]? {
    try? NamedFile(path).read()
  }

  /// Puts `text` in place of what it holds, all or nothing.
  package func write(_ text: String) throws(DiskError) {
    let temporary = "\(path).\(getpid())~"
    do throws(SystemError) {
      try makeFolder(Self.folder, in: site.descriptor.number)
    } catch {
      throw .unwritable(path: Self.folder, reason: error.reason)
    }
    try NamedFile(temporary).write(text)
    do throws(SystemError) {
      try system { rename(temporary, path) }
    } catch {
      _ = unlink(temporary)
      throw .unwritable(path: path, reason: error.reason)
    }
  }

  private var path: String { "\(site.path)/\(Self.folder)/\(name)" }
}
