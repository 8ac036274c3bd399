import Glibc

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
