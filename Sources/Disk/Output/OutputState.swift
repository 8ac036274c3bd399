import CLinux
import Glibc
import Values

extension OutputPlace {
  /// Returns what bears `name` in the parent folder; `shown` is its path for messages.
  ///
  /// - Throws: `DiskError.refusedOutput` when that is neither an empty folder nor marked as an
  ///   output, or cannot be exchanged for another.
  func state(of name: String, shown: String) throws(DiskError) -> State {
    let verdict: Result<State, Refusal>
    do throws(SystemError) {
      verdict = try judge(name)
    } catch {
      throw .unreadable(path: shown, reason: error.reason)
    }
    switch verdict {
    case .success(let state): return state
    case .failure(let refusal): throw .refusedOutput(path: shown, refusal)
    }
  }

  /// Throws `DiskError.refusedOutput` when files were put into the output by hand, as they would be
  /// removed with it.
  func checkNothingAdded() throws(DiskError) {
    let added: [String]
    do throws(SystemError) {
      added = try addedFiles(in: openOutput())
    } catch {
      throw .unreadable(path: shown, reason: error.reason)
    }
    if !added.isEmpty { throw .refusedOutput(path: shown, .addedFiles(added)) }
  }

  private func judge(_ name: String) throws(SystemError) -> Result<State, Refusal> {
    do throws(SystemError) {
      switch try Status(of: name, in: parent.descriptor).kind {
      case .folder: break
      case .link: return .failure(.link)
      case .file, .special: return .failure(.notFolder)
      }
    } catch  where error.code == ENOENT {
      return .success(.absent)
    }
    let folder = try openPart(name, in: parent.descriptor, O_RDONLY | O_DIRECTORY)
    let number = folder.number
    if try system({ linux_is_mount_point(number) }) == 1 { return .failure(.mountPoint) }
    let entries = try FolderReader().entries(of: folder)
    if entries.contains(where: { $0.name.isEqual(to: ".git") }) { return .failure(.repository) }
    if entries.isEmpty { return .success(.empty) }
    let isAlone = entries.allSatisfy { $0.name.isEqual(to: Manifest.name) }
    return try isMarked(folder, isAlone: isAlone) ? .success(.output) : .failure(.foreign)
  }
}

/// Whether a folder holds a manifest of the format that this program writes.
///
/// One that `isAlone` may be cut off: a build may have been killed while it began it.
private func isMarked(
  _ folder: borrowing Descriptor, isAlone: Bool
) throws(SystemError) -> Bool {
  let first = try readManifest(in: folder, limit: Manifest.header.count)
  return first == Manifest.header || isAlone && Manifest.header.starts(with: first)
}

/// Returns the first bytes of a folder's manifest, or none when it has no such file.
func readManifest(
  in folder: borrowing Descriptor, limit: Int = .max
) throws(SystemError) -> [UInt8] {
  do throws(SystemError) {
    guard try Status(of: Manifest.name, in: folder).kind == .file else { return [] }
  } catch  where error.code == ENOENT {
    return []
  }
  let file = try openPart(Manifest.name, in: folder, O_RDONLY | O_NONBLOCK)
  let status = try Status(of: file)
  var bytes = [UInt8](repeating: 0, count: min(limit, status.size))
  let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(SystemError) in
    try file.read(into: UnsafeMutableRawBufferPointer(buffer))
  }
  return Array(bytes.prefix(count))
}

/// Returns the paths, sorted, of the files in an output that its manifest does not list.
private func addedFiles(in root: borrowing Descriptor) throws(SystemError) -> [String] {
  try addedFiles(in: root, listed: Manifest.paths(in: readManifest(in: root)))
}

/// Returns the paths, sorted, of the files in a folder that are not `listed`.
func addedFiles(
  in root: borrowing Descriptor, listed: Set<String>
) throws(SystemError) -> [String] {
  let reader = FolderReader()
  var added: [String] = []
  var folders = [RawPath()]
  while let path = folders.popLast() {
    let place = path.terminated.count == 1 ? RawPath(".") : path
    let folder = try openBeneath(root, place.terminated, O_RDONLY | O_DIRECTORY)
    for entry in try reader.entries(of: folder) {
      if try entry.kind(in: folder) == .folder {
        folders.append(path + entry.name.asFolder)
        continue
      }
      let text = (path + entry.name).text
      if text != Manifest.name, !listed.contains(text) { added.append(text) }
    }
  }
  return added.sorted { $0.precedes($1) }
}
