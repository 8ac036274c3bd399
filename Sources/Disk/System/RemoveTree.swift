import Glibc

/// Removes the folder `name` in `parent` and all below it; links are removed, never followed.
///
/// `last`, where given, names a file directly in the folder that goes after everything else, so that what an
/// interruption leaves can still be told from a folder of the user's.
func removeTree(
  _ name: String, in parent: borrowing Descriptor, last: String? = nil
) throws(SystemError) {
  let root = try openBeneath(parent, name, O_RDONLY | O_DIRECTORY)
  var levels = [try empty(root, reader: FolderReader(), keeping: last)]
  while let level = levels.last, !level.isEmpty {
    let next = try level.inParts { paths throws(SystemError) in
      let reader = FolderReader()
      var found: [RawPath] = []
      for path in paths {
        let folder = try openBeneath(root, path.terminated, O_RDONLY | O_DIRECTORY)
        found += try empty(folder, reader: reader, keeping: nil).map { path + $0 }
      }
      return found
    }
    levels.append(next)
  }
  for level in levels.reversed() {
    _ = try level.inParts { paths throws(SystemError) in
      for path in paths { try remove(path.terminated, in: root, AT_REMOVEDIR) }
      return [Never]()
    }
  }
  if let last { try remove(last, in: root, 0) }
  try remove(name, in: parent, AT_REMOVEDIR)
}

/// Removes what is directly in a folder but folders, which it returns, ending in `/`.
private func empty(
  _ folder: borrowing Descriptor, reader: borrowing FolderReader, keeping kept: String?
) throws(SystemError) -> [RawPath] {
  var folders: [RawPath] = []
  for entry in try reader.entries(of: folder) {
    if let kept, entry.name.isEqual(to: kept) { continue }
    if try entry.kind(in: folder) == .folder {
      folders.append(entry.name.asFolder)
    } else {
      try remove(entry.name.terminated, in: folder, 0)
    }
  }
  return folders
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
