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
  /// times are only ever compared with each other.
  let modified: Int64
  /// When anything about it was last changed, its bytes, its name or its rights, in the same unit.
  ///
  /// The system sets it, and no program can.
  let changed: Int64
  /// How many names it has.
  let names: UInt64
  /// Whose it is, and who may do what with it.
  let rights: Rights
  /// The file system and the number in it, which together name one thing for as long as it exists.
  let identity: Identity

  /// An owner, a group, and what these and others may do.
  struct Rights: Equatable {
    let mode: UInt32
    let owner: UInt32
    let group: UInt32
  }

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

  /// Asks about a file by a path of the system, following links in it.
  init(ofPath path: String) throws(SystemError) {
    var status = stat()
    try system { stat(path, &status) }
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
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    names = UInt64(status.st_nlink)
    rights = Rights(
      mode: UInt32(status.st_mode) & 0o7777, owner: status.st_uid, group: status.st_gid)
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }

  /// How many `numbers` there are.
  static let numberCount = 6

  /// Numbers that are the same only for the same thing, untouched.
  var numbers: [UInt64] {
    let kind: UInt64 =
      switch kind {
      case .file: 0
      case .folder: 1
      case .link: 2
      case .special: 3
      }
    return [
      kind, identity.device, identity.inode, UInt64(bitPattern: Int64(size)),
      UInt64(bitPattern: modified), UInt64(bitPattern: changed),
    ]
  }

  /// A time of the system as one number.
  static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
