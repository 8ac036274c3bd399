import Glibc

/// A folder in which a handbook is about to be made: one that is not there yet, or an empty one.
package final class NewFolder: Sendable {
  /// Its absolute path without symbolic links.
  package var path: String { absolute.text }
  /// Its own name.
  package var name: String { absolute.name }
  private let absolute: AbsolutePath
  private let descriptor: Descriptor

  /// What an empty folder may hold: what git and file managers put there by themselves.
  private static let ignored: Set<String> = [".git", ".DS_Store"]

  /// Makes the folder, and those above it, or takes an empty one that is there.
  ///
  /// - Throws: `NewFolderRefusal` when it holds something, is no folder or cannot be made.
  package init(_ path: String) throws(NewFolderRefusal) {
    do throws(SystemError) {
      try makeFolders(path)
      absolute = try AbsolutePath(resolving: path)
      descriptor = try Descriptor(folder: absolute.text)
    } catch {
      throw NewFolderRefusal(
        path: path, reason: error.code == ENOTDIR ? .notFolder : .system(error.reason))
    }
    let entries: [FolderEntry]
    do throws(SystemError) {
      entries = try FolderReader().entries(of: descriptor)
    } catch {
      throw NewFolderRefusal(path: path, reason: .system(error.reason))
    }
    let names = entries.map { $0.name.text }.filter { !Self.ignored.contains($0) }.sorted()
    guard names.isEmpty else { throw NewFolderRefusal(path: path, reason: .holds(names)) }
  }

  /// Writes a file that is not there yet, and the folders above it; `path` is relative to the folder.
  ///
  /// Whatever the path, nothing is made outside the folder.
  package func write(_ bytes: [UInt8], to path: String) throws(DiskError) {
    do throws(SystemError) {
      _ = try madeFolder(pathParts(path).folder, in: descriptor)
      let file = try openBeneath(descriptor, path, O_WRONLY | O_CREAT | O_EXCL)
      try file.write(bytes)
      try file.finish()
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }
}

/// Why no handbook can be made in a folder.
package struct NewFolderRefusal: Error, Equatable, CustomStringConvertible {
  /// What stands against it.
  enum Reason: Equatable {
    /// It holds things of these names, in order.
    case holds([String])
    /// It is something else than a folder, or lies below such a thing.
    case notFolder
    /// The system refused, in its own words.
    case system(String)
  }

  let path: String
  let reason: Reason

  /// One sentence with the way out, without a final full stop.
  package var description: String {
    switch reason {
    case .holds(let names) where names.contains(SiteFolder.settingsName):
      "'\(path)' holds a handbook already; see it with 'handbook serve --site \(path)', "
        + "or name a new folder"
    case .holds(let names):
      "'\(path)' is not empty: it holds \(Self.list(names)); "
        + "name a new folder, or take what is there over with 'handbook init --from \(path) NEW-FOLDER'"
    case .notFolder: "'\(path)' is not a folder; name a new one"
    case .system(let reason): "cannot make the folder '\(path)': \(reason)"
    }
  }

  private static func list(_ names: [String]) -> String {
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    return names.prefix(3).map { "'\($0)'" }.joined(separator: ", ") + more
  }
}
