import Glibc

/// A source that is not there yet.
package struct NewSource: Sendable {
  private let path: String
  private let bytes: [UInt8]

  /// Plans a file; `path` is from the site's folder, with `/` between its parts.
  package init(path: String, text: String) {
    self.path = path
    bytes = Array(text.utf8)
  }

  /// Makes the file and the folders above it.
  ///
  /// Fails where something is there, which stays as it is.
  package func write(to site: SiteFolder) throws(DiskError) {
    let (above, name) = pathParts(path)
    do throws(SystemError) {
      let folder = try madeFolder(above, in: site.descriptor)
      let file = try openPart(name, in: folder, O_WRONLY | O_CREAT | O_EXCL)
      do throws(SystemError) {
        try file.write(bytes)
        try file.finish()
      } catch {
        _ = unlinkat(folder.number, name, 0)
        throw error
      }
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }
}

/// Makes the folders of a path below `root` where they are not there, and opens the last.
///
/// A path that leaves `root` is refused before anything is made outside it.
func madeFolder(
  _ path: String, in root: borrowing Descriptor
) throws(SystemError) -> Descriptor {
  guard !path.hasPrefix("/") else { throw SystemError(code: EXDEV) }
  var made = ""
  for part in path.split(separator: "/") {
    made += made.isEmpty ? String(part) : "/" + part
    let (above, name) = pathParts(made)
    let folder = try openBeneath(root, above, O_RDONLY | O_DIRECTORY)
    try makeFolder(name, in: folder.number)
  }
  return try openBeneath(root, path, O_RDONLY | O_DIRECTORY)
}

/// The folder of a path, `.` for none, and its last part.
func pathParts(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.lastIndex(of: "/") else { return (".", path) }
  return (String(path[..<slash]), String(path[slash...].dropFirst()))
}
