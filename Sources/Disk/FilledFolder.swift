import Glibc

/// A folder that a command fills with what it makes, and whose other files stay as they are.
package struct FilledFolder: Sendable {
  private let path: String

  /// Names the folder: relative to the current one, or absolute.
  package init(_ path: String) {
    self.path = path
  }

  /// Puts `text` in place of what a file holds, or makes it and the folders above it.
  ///
  /// `name` is from the folder. A file that holds it already is not touched.
  package func write(_ text: String, to name: String) throws(DiskError) {
    let file = NamedFile("\(path)/\(name)")
    do throws(SystemError) {
      try makeFolders(pathParts(file.path).folder)
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
    if try file.readIfThere() != Array(text.utf8) { try file.write(text) }
  }
}

/// Makes the folders of a path that are not there.
func makeFolders(_ path: String) throws(SystemError) {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += made.isEmpty || made == "/" ? String(part) : "/" + part
    if mkdir(made, 0o777) != 0, errno != EEXIST { throw SystemError(code: errno) }
  }
}
