import Glibc

/// The right to publish an output, held by one process at a time and given back by the system when
/// the process ends, however that comes.
struct BuildLock: ~Copyable {
  private let folder: Descriptor
  private let name: String
  private let file: Descriptor

  /// How long a build waits before it asks again.
  private static let pause: UInt32 = 20_000  // microseconds

  /// Takes the lock of `place`: in the site's `.handbook/`, or beside the output where that cannot
  /// be written.
  ///
  /// - Throws: `DiskError.locked` when another build held it for as long as `patience`.
  static func take(
    for place: borrowing OutputPlace, of site: SiteFolder, patience: Duration
  ) throws(DiskError) -> BuildLock {
    let deadline = ContinuousClock.now + patience
    while true {
      let holder: Int32?
      switch try attempt(place, site) {
      case .taken(let lock): return lock
      case .held(let process): holder = process
      }
      guard ContinuousClock.now < deadline else {
        throw .locked(path: place.shown, holder: holder)
      }
      usleep(pause)
    }
  }

  /// What came of trying to take the lock once.
  private enum Attempt: ~Copyable {
    case taken(BuildLock)
    case held(by: Int32?)
  }

  private static func attempt(
    _ place: borrowing OutputPlace, _ site: SiteFolder
  ) throws(DiskError) -> Attempt {
    do throws(SystemError) {
      try makeFolder(".handbook", in: site.descriptor.number)
      let folder = try openPart(".handbook", in: site.descriptor, O_RDONLY | O_DIRECTORY)
      return try lock(folder, place.name + ".lock")
    } catch {
      // Not ours to write: another user's, read-only, or no folder.
    }
    do throws(SystemError) {
      let folder = try openPart(".", in: place.parent.descriptor, O_RDONLY | O_DIRECTORY)
      return try lock(folder, place.lockName)
    } catch {
      throw .unwritable(path: place.besides(place.lockName), reason: error.reason)
    }
  }

  private static func lock(
    _ folder: consuming Descriptor, _ name: String
  ) throws(SystemError) -> Attempt {
    let file = try openPart(name, in: folder, O_RDWR | O_CREAT | O_NONBLOCK)
    let number = file.number
    do throws(SystemError) {
      try system { flock(number, LOCK_EX | LOCK_NB) }
      // The one who held it has removed the file by now, or another would have made a second one.
      guard try Status(of: file).identity == Status(of: name, in: folder).identity else {
        return .held(by: nil)
      }
    } catch  where error.code == EWOULDBLOCK {
      return .held(by: holder(file))
    } catch  where error.code == ENOENT {
      return .held(by: nil)
    }
    try system { ftruncate(number, 0) }
    try file.write(Array("\(getpid())\n".utf8))
    return .taken(BuildLock(folder: folder, name: name, file: file))
  }

  private init(folder: consuming Descriptor, name: String, file: consuming Descriptor) {
    self.folder = folder
    self.name = name
    self.file = file
  }

  deinit {
    // While the lock is still held: who waits for it sees that the file is no longer the one.
    _ = unlinkat(folder.number, name, 0)
  }

  /// The process that wrote its number into a lock's file.
  private static func holder(_ file: borrowing Descriptor) -> Int32? {
    withUnsafeTemporaryAllocation(byteCount: 16, alignment: 1) { buffer in
      guard let count = try? file.read(into: buffer) else { return nil }
      let digits = buffer[..<count].prefix { $0 != UInt8(ascii: "\n") }
      return Int32(String(decoding: digits, as: UTF8.self))
    }
  }
}
