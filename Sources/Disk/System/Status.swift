import Glibc

/// What the system knows of a file, folder, link or other thing.
struct Status {
  /// What kind of thing it is.
  enum Kind {
    case file, folder, link, special
  }

  /// What kind of thing it is; a link is never followed.
  let kind: Kind
  /// Bytes.
  let size: Int
  /// When it was last changed, in nanoseconds since 1970, wrapped round where that does not fit:
  /// times are only ever compared for equality.
  let modified: Int64
  /// The file system and the number in it, which together name one thing for as long as it exists.
  let identity: Identity

  /// A file system and a number in it.
  struct Identity: Equatable {
    let device: UInt64
    let inode: UInt64
  }

  /// Asks about an open file or folder.
  init(of file: borrowing Descriptor) throws(SystemError) {
    let number = file.number
    var status = stat()
    try system { fstat(number, &status) }
    self.init(status)
  }

  /// Asks about `name`, one part without `/`, in an open folder.
  init(of name: UnsafePointer<CChar>, in folder: borrowing Descriptor) throws(SystemError) {
    let number = folder.number
    var status = stat()
    try system { fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .special
      }
    size = Int(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }
}
