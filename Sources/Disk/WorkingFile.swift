import Glibc
import Handbook

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
    do throws(SystemError) {
      let path = "\(Self.folder)/\(name)"
      let file = try openBeneath(site.descriptor, path, O_RDONLY | O_NONBLOCK)
      guard try Status(of: file).kind == .file else { return nil }
      return try file.contents(atMost: SourceEntry.readLimit)
    } catch {
      return nil
    }
  }

  /// Puts `text` in place of what it holds, all or nothing.
  package func write(_ text: String) throws(DiskError) {
    do throws(SystemError) {
      try makeFolder(Self.folder, in: site.descriptor.number)
      let folder = try openPart(Self.folder, in: site.descriptor, O_RDONLY | O_DIRECTORY)
      try replaceFile(name, in: folder, with: Array(text.utf8))
    } catch {
      throw .unwritable(path: "\(Self.folder)/\(name)", reason: error.reason)
    }
  }
}
