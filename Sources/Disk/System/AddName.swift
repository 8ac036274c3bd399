import Glibc

/// Gives a file a second name, which nothing has; on disks that know no links a copy of its own has it.
func addName(
  _ name: String, in folder: borrowing Descriptor, to old: String,
  in oldFolder: borrowing Descriptor
) throws(SystemError) {
  let (to, from) = (folder.number, oldFolder.number)
  do throws(SystemError) {
    try system { linkat(from, old, to, name, 0) }
  } catch  where error.isOfLinks {
    try copyFile(old, in: oldFolder, as: name, in: folder)
  }
}

/// Copies a file, with its rights, to a name that nothing has.
func copyFile(
  _ old: String, in oldFolder: borrowing Descriptor, as name: String,
  in folder: borrowing Descriptor
) throws(SystemError) {
  let source = try openPart(old, in: oldFolder, O_RDONLY | O_NONBLOCK)
  let file = try openPart(name, in: folder, O_WRONLY | O_CREAT | O_EXCL)
  do throws(SystemError) {
    _ = try source.readParts(of: 1 << 20) { part throws(SystemError) in
      try file.write(part)
      return true
    }
    let (number, rights) = (file.number, try Status(of: source).rights.mode)
    try system { fchmod(number, rights) }
    try system { fsync(number) }
    try file.finish()
  } catch {
    _ = unlinkat(folder.number, name, 0)
    throw error
  }
}

extension SystemError {
  /// Whether the file system has no second names for files, or no more of them.
  var isOfLinks: Bool { [EPERM, EMLINK, EXDEV, EOPNOTSUPP, ENOSYS].contains(code) }
}
