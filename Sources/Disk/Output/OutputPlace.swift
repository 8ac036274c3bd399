import CLinux
import Glibc

/// A name in an open folder where an output lies or shall lie, and the names used beside it.
///
/// These follow from the output's, so that the next build finds what a crash left.
struct OutputPlace: ~Copyable {
  /// The folder that holds it.
  let parent: ParentFolder
  /// The output's name in `parent`.
  let name: String
  /// The output's path as it was given, for messages.
  let shown: String

  /// The folder that the next output is written into.
  var stagingName: String { ".\(name).staging" }
  /// What the output is called while one rename has been made and the other not.
  var formerName: String { ".\(name).former" }
  /// The lock's name when it lies here.
  var lockName: String { ".\(name).lock" }

  /// What lies at a place where an output may be put.
  enum State: Equatable {
    case absent, empty, output
  }

  /// Opens, and makes where it is missing, the folder above `destination`.
  init(_ destination: Destination) throws(DiskError) {
    parent = try ParentFolder(of: destination)
    name = destination.name
    shown = destination.shown
  }

  /// Returns what lies at the output's place.
  ///
  /// - Throws: `DiskError.refusedOutput` when it is nothing of ours.
  func state() throws(DiskError) -> State {
    try state(of: name, shown: shown)
  }

  /// Opens the output that lies there.
  func openOutput() throws(SystemError) -> Descriptor {
    try openPart(name, in: parent.descriptor, O_RDONLY | O_DIRECTORY)
  }

  /// Opens the output that lies there, to take over what a new one in `staging` has too; what was changed before
  /// `untouchedSince` is as a build left it.
  func openEarlier(
    for staging: borrowing Descriptor, untouchedSince: Int64?
  ) throws(SystemError) -> EarlierOutput {
    let marker = try openPart(Manifest.name, in: staging, O_RDONLY)
    return try EarlierOutput(openOutput(), made: marker, untouchedSince: untouchedSince)
  }

  /// Puts right what a crashed build left beside the output.
  func recover() throws(DiskError) {
    if try state(of: formerName, shown: besides(formerName)) != .absent {
      if try state() == .absent {
        try rename(formerName, to: name)
      } else {
        try remove(formerName)
      }
    }
    if try state(of: stagingName, shown: besides(stagingName)) != .absent {
      let debris = try openStaging()
      try remove(stagingName)
      release(debris)
    }
  }

  /// Makes the staging folder, marked, so that the next build knows it should this one crash.
  func makeStaging() throws(DiskError) -> Descriptor {
    do throws(SystemError) {
      guard try makeFolder(stagingName, in: parent.descriptor.number) else {
        throw SystemError(code: EEXIST)
      }
    } catch {
      throw .unwritable(path: besides(stagingName), reason: error.reason)
    }
    let staging = try openStaging()
    do throws(DiskError) {
      try mark(staging, with: Manifest())
    } catch {
      release(staging)
      clean()
      throw error
    }
    return staging
  }

  /// Writes the manifest into an open output, over the beginning of it that may be there.
  ///
  /// What is there is never cut off first: a build that is killed in between would leave its files
  /// unmarked, and all later ones would take them for somebody else's.
  func mark(_ folder: borrowing Descriptor, with manifest: Manifest) throws(DiskError) {
    do throws(SystemError) {
      let file = try openPart(Manifest.name, in: folder, O_WRONLY | O_CREAT)
      try file.write(manifest.bytes)
      try file.finish()
    } catch {
      throw .unwritable(path: shown + "/" + Manifest.name, reason: error.reason)
    }
  }

  /// Opens the staging folder and claims it: the build of another site with the same output holds
  /// another lock.
  private func openStaging() throws(DiskError) -> Descriptor {
    do throws(SystemError) {
      let staging = try openPart(stagingName, in: parent.descriptor, O_RDONLY | O_DIRECTORY)
      let number = staging.number
      try system { flock(number, LOCK_EX | LOCK_NB) }
      return staging
    } catch  where error.code == EWOULDBLOCK {
      throw .locked(path: shown, holder: nil)
    } catch {
      throw .unwritable(path: besides(stagingName), reason: error.reason)
    }
  }

  /// Removes what lies under the names beside the output, as far as that is possible: the next
  /// build tries again and says why it cannot.
  func clean() {
    let marker = Manifest.name
    if let staging = try? openStaging() {
      try? removeTree(stagingName, in: parent.descriptor, last: marker)
      release(staging)
    }
    try? removeTree(formerName, in: parent.descriptor, last: marker)
  }

  /// Gives up the claim on a staging folder, as `clean` leaves alone what is claimed.
  func release(_ staging: borrowing Descriptor) {
    _ = flock(staging.number, LOCK_UN)
  }

  /// Puts the staging folder in the output's place in one step, or in two where the file system has
  /// no exchange; what lay there before has one of the names beside it then.
  func exchange() throws(DiskError) {
    let folder = parent.descriptor.number
    if try state() == .absent { return try rename(stagingName, to: name) }
    do throws(SystemError) {
      try system { linux_exchange(folder, stagingName, folder, name) }
    } catch  where [EINVAL, ENOSYS, EPERM, EOPNOTSUPP].contains(error.code) {
      try exchangeByRenames()
    } catch {
      throw .unwritable(path: shown, reason: error.reason)
    }
  }

  /// Does what `exchange` does with two renames, between which there is no output.
  func exchangeByRenames() throws(DiskError) {
    try rename(name, to: formerName)
    do throws(DiskError) {
      try rename(stagingName, to: name)
    } catch {
      try rename(formerName, to: name)
      throw error
    }
  }

  private func rename(_ old: String, to new: String) throws(DiskError) {
    let folder = parent.descriptor.number
    do throws(SystemError) {
      try system { renameat(folder, old, folder, new) }
    } catch {
      throw .unwritable(path: shown, reason: error.reason)
    }
  }

  private func remove(_ name: String) throws(DiskError) {
    do throws(SystemError) {
      try removeTree(name, in: parent.descriptor, last: Manifest.name)
    } catch {
      throw .unwritable(path: besides(name), reason: error.reason)
    }
  }

  /// Returns the path of a name beside the output, for messages.
  func besides(_ other: String) -> String {
    guard let slash = shown.utf8.lastIndex(of: UInt8(ascii: "/")) else { return other }
    return shown[...slash] + other
  }
}
