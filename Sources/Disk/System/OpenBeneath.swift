import CLinux
import Glibc

/// Opens `path` below `folder` and never outside it, following no symbolic link anywhere in it.
///
/// This is the one way to a file of a site or of an output. A link answers `ELOOP`, or `ENOTDIR`
/// where it is last and a folder was asked for.
func openBeneath(
  _ folder: borrowing Descriptor, _ path: UnsafePointer<CChar>, _ flags: Int32
) throws(SystemError) -> Descriptor {
  let number = folder.number
  do throws(SystemError) {
    return Descriptor(
      try system { linux_open_beneath(number, path, flags | O_NOFOLLOW, creationMode(flags)) })
  } catch  where error.code == ENOSYS || error.code == EPERM {
    // Kernels before 5.6 lack the call, and some containers forbid it with EPERM.
    return try openByParts(folder, path, flags)
  }
}

/// Does what `openBeneath` does with one `openat` for each part of the path.
func openByParts(
  _ folder: borrowing Descriptor, _ path: UnsafePointer<CChar>, _ flags: Int32
) throws(SystemError) -> Descriptor {
  let parts: [[CChar]] = UnsafeBufferPointer(start: path, count: strlen(path))
    .split(separator: CChar(bitPattern: UInt8(ascii: "/")), omittingEmptySubsequences: true)
    .map { Array($0) + [0] }
  guard let last = parts.last, path.pointee != CChar(bitPattern: UInt8(ascii: "/")),
    !parts.contains(where: { strcmp($0, "..") == 0 })
  else { throw SystemError(code: EXDEV) }
  var current = try openPart(".", in: folder, O_RDONLY | O_DIRECTORY)
  for part in parts.dropLast() {
    do throws(SystemError) {
      current = try openPart(part, in: current, O_RDONLY | O_DIRECTORY)
    } catch  where error.code == ENOTDIR {
      let isLink = try Status(of: part, in: current).kind == .link
      throw SystemError(code: isLink ? ELOOP : ENOTDIR)
    }
  }
  return try openPart(last, in: current, flags)
}

/// Opens one part of a path in an open folder; a link answers an error.
///
/// A new file gets `rights`, less what the user's mask takes away.
func openPart(
  _ name: UnsafePointer<CChar>, in folder: borrowing Descriptor, _ flags: Int32,
  rights: UInt32 = 0o666
) throws(SystemError) -> Descriptor {
  let number = folder.number
  return Descriptor(
    try system { linux_open_at(number, name, flags | O_NOFOLLOW, creationMode(flags, rights)) })
}

/// The permissions of a new file, less what the user's mask takes away; `openat2` refuses any where
/// no file can be made.
private func creationMode(_ flags: Int32, _ rights: UInt32 = 0o666) -> UInt32 {
  flags & O_CREAT == 0 ? 0 : rights
}
