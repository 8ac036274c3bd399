import Glibc

/// Removes the folder `name` in `parent` and all below it; links are removed, never followed.
///
/// `last` names a file directly in the folder that goes after everything else, so that what an
/// interruption leaves can still be told from a folder of the user's.
func removeTree(
  _ name: String, in parent: borrowing Descriptor, last: String
) throws(SystemError) {
  let root = try openBeneath(parent, name, O_RDONLY | O_DIRECTORY)
  let reader = FolderReader()
  var folders: [RawPath] = []
  var next = 0
  try empty(root, reader: reader, keeping: last) { folders.append($0) }
  while next < folders.count {
    let path = folders[next]
    next += 1
    let folder = try openBeneath(root, path.terminated, O_RDONLY | O_DIRECTORY)
    try empty(folder, reader: reader, keeping: nil) { folders.append(path + $0) }
  }
  for path in folders.reversed() {
    try remove(path.terminated, in: root, AT_REMOVEDIR)
  }
  try remove(last, in: root, 0)
  try remove(name, in: parent, AT_REMOVEDIR)
}

/// Removes what is directly in a folder but folders, each of which it hands over, ending in `/`.
private func empty(
  _ folder: borrowing Descriptor, reader: borrowing FolderReader, keeping kept: String?,
  found: (RawPath) -> Void
) throws(SystemError) {
  for entry in try reader.entries(of: folder) {
    if let kept, entry.name.isEqual(to: kept) { continue }
    if try entry.kind(in: folder) == .folder {
      found(entry.name.asFolder)
    } else {
      try remove(entry.name.terminated, in: folder, 0)
    }
  }
}

/// Removes one thing; that it is gone already is as good.
private func remove(
  _ name: UnsafePointer<CChar>, in folder: borrowing Descriptor, _ flags: Int32
) throws(SystemError) {
  let number = folder.number
  do throws(SystemError) {
    try system { unlinkat(number, name, flags) }
  } catch  where error.code == ENOENT {}
}
