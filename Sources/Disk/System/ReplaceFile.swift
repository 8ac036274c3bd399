import Glibc

/// Puts bytes in place of what a name in a folder holds, or makes it: all or nothing, and never through a link.
func replaceFile(
  _ name: String, in folder: borrowing Descriptor, with bytes: [UInt8], rights: UInt32 = 0o666
) throws(SystemError) {
  let (number, temporary) = (folder.number, "\(name).\(getpid())~")
  do throws(SystemError) {
    // One of a process that had this number and was killed.
    _ = unlinkat(number, temporary, 0)
    let file = try openPart(temporary, in: folder, O_WRONLY | O_CREAT | O_EXCL, rights: rights)
    try file.write(bytes)
    try file.finish()
    try system { renameat(number, temporary, number, name) }
  } catch {
    _ = unlinkat(number, temporary, 0)
    throw error
  }
}
