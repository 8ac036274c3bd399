import Glibc
import Handbook
import Values

/// Lists a site's sources.
///
/// One call opens a folder, two read its names, one asks about each file. Beside the site's, one folder is open at a
/// time, however deep the tree.
struct Listing: ~Copyable {
  private let site: SiteFolder
  /// Is told of each folder, by its path ending in `/`, before it is read.
  private let willRead: (borrowing Descriptor, String) -> Void
  private let reader = FolderReader()
  private var pending: [Found] = []
  private var entries: [SourceEntry] = []
  private var hasOddNames = false

  /// Never entered, wherever they lie: not the author's, and large.
  static let skipped = [".git", ".handbook"]

  /// Whether a part of a path is the name of a folder that is never entered.
  static func isSkipped(_ part: Substring) -> Bool { skipped.contains(String(part)) }

  /// A thing found and not yet listed.
  private enum Found {
    case entry(SourceEntry)
    /// A folder to enter: its path for the system and for people, each ending in `/`.
    case folder(RawPath, text: String)
  }

  /// Lists the sources of `site` in the order of their paths' bytes.
  ///
  /// `willRead` is told of each folder, by its path ending in `/`, before it is read.
  static func entries(
    of site: SiteFolder, willRead: @escaping (borrowing Descriptor, String) -> Void = { _, _ in }
  ) throws(DiskError) -> [SourceEntry] {
    var listing = Listing(site: site, willRead: willRead)
    try listing.start()
    try listing.run()
    return listing.entries
  }

  /// Lists the data files of a folder that `site.yml` names beside those of sources; none where there is no such folder.
  static func data(
    in folder: String, of site: SiteFolder,
    willRead: @escaping (borrowing Descriptor, String) -> Void
  ) throws(DiskError) -> [SourceEntry] {
    let isThere = (try? openBeneath(site.descriptor, folder, O_RDONLY | O_DIRECTORY)) != nil
    guard isThere else { return [] }
    var listing = Listing(site: site, willRead: willRead)
    listing.pending = [.folder(RawPath(folder + "/"), text: folder + "/")]
    try listing.run()
    return listing.entries.filter { $0.path.hasSuffix(".yml") }
  }

  /// Lists all that lies in a folder that is no site.
  static func everything(in folder: SiteFolder) throws(DiskError) -> [SourceEntry] {
    var listing = Listing(site: folder, willRead: { _, _ in })
    listing.pending = [.folder(RawPath("./"), text: "")]
    try listing.run()
    return listing.entries
  }

  private init(site: SiteFolder, willRead: @escaping (borrowing Descriptor, String) -> Void) {
    self.site = site
    self.willRead = willRead
  }

  /// Takes the last thing found until none is left.
  ///
  /// What a folder holds is pushed in reverse order
  /// with the folders' names ending in `/`, so that all paths come out in the order of their bytes.
  private mutating func run() throws(DiskError) {
    while let found = pending.popLast() {
      switch found {
      case .entry(let entry): entries.append(entry)
      case .folder(let path, let text):
        do throws(SystemError) {
          try enter(path, text: text)
        } catch  where error.code == ENOENT {
          continue  // Removed a moment ago.
        } catch {
          throw .unreadable(path: String(text.dropLast()), reason: error.reason)
        }
      }
    }
    if hasOddNames {
      // U+FFFD sorts elsewhere than the byte it stands for.
      entries.sort { $0.path.precedes($1.path) }
    }
  }

  private mutating func start() throws(DiskError) {
    let site = site
    for name in [SiteFolder.settingsName] + SourceEntry.folders.reversed() {
      let entry = FolderEntry(name: RawPath(name), kind: nil)
      do throws(SystemError) {
        let found = try look(at: entry, in: site.descriptor, below: RawPath(), text: "")
        if let found { pending.append(found.1) }
      } catch {
        throw .unreadable(path: name, reason: error.reason)
      }
    }
  }

  private mutating func enter(_ path: RawPath, text: String) throws(SystemError) {
    let folder = try openBeneath(site.descriptor, path.terminated, O_RDONLY | O_DIRECTORY)
    willRead(folder, text)
    var found: [(name: RawPath, Found)] = []
    for entry in try reader.entries(of: folder) {
      if let next = try look(at: entry, in: folder, below: path, text: text) { found.append(next) }
    }
    found.sort { $1.name.precedes($0.name) }
    pending += found.lazy.map(\.1)
  }

  /// Returns what a name stands for, with the name to sort it by, or `nil` for what is not listed.
  private mutating func look(
    at entry: FolderEntry, in folder: borrowing Descriptor, below path: RawPath, text: String
  ) throws(SystemError) -> (name: RawPath, Found)? {
    if Self.skipped.contains(where: { entry.name.isEqual(to: $0) }) { return nil }
    let name = nameText(of: entry.name)
    if entry.kind == .folder {
      let folderName = entry.name.asFolder
      return (folderName, .folder(path + folderName, text: text + name + "/"))
    }
    let status: Status
    do throws(SystemError) {
      status = try Status(of: entry.name.terminated, in: folder)
    } catch  where error.code == ENOENT {
      return nil  // Removed a moment ago.
    }
    guard let kind = SourceEntry.Kind(status.kind) else {
      return try look(
        at: FolderEntry(name: entry.name, kind: .folder), in: folder, below: path, text: text)
    }
    let listed = SourceEntry(
      path: text + name, kind: kind, size: status.size, modified: status.modified,
      inode: status.identity.inode)
    return (entry.name, .entry(listed))
  }

  private mutating func nameText(of name: RawPath) -> String {
    let text = name.text
    if !name.isEqual(to: text) { hasOddNames = true }
    return text
  }
}

extension SourceEntry.Kind {
  /// The kind of what the system knows, or `nil` for a folder, which is not listed.
  init?(_ kind: Status.Kind) {
    switch kind {
    case .file: self = .file
    case .link: self = .link
    case .special: self = .special
    case .folder: return nil
    }
  }
}
