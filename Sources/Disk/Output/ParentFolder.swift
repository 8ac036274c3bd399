import Glibc

/// The open folder in which an output lies, or shall lie; made when it is missing.
///
/// When its life ends, folders that were made for it and are still empty are removed again.
struct ParentFolder: ~Copyable {
  /// The open folder.
  let descriptor: Descriptor
  private let made: [String]

  /// Opens the folder above `destination` and makes what is missing of it.
  init(of destination: Destination) throws(DiskError) {
    var made: [String] = []
    var path = destination.existing
    do throws(SystemError) {
      for name in destination.missing {
        path = path.appending(name)
        if try makeFolder(path.text, in: AT_FDCWD) { made.append(path.text) }
      }
      descriptor = try Descriptor(folder: path.text)
    } catch {
      made.reversed().forEach { _ = rmdir($0) }
      throw .unwritable(path: path.text, reason: error.reason)
    }
    self.made = made
  }

  deinit {
    made.reversed().forEach { _ = rmdir($0) }
  }
}

/// Makes a folder relative to an open one; returns `false` when something is there already.
@discardableResult
func makeFolder(
  _ path: UnsafePointer<CChar>, in folder: Int32
) throws(SystemError) -> Bool {
  do throws(SystemError) {
    try system { mkdirat(folder, path, 0o777) }
    return true
  } catch  where error.code == EEXIST {
    return false
  }
}
