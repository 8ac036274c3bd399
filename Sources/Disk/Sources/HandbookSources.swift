package import Digest
package import Handbook
import Values

/// The sources of a site on a disk, and behind them those of the handbooks that it adapts.
package struct HandbookSources: SourceTree {
  /// The site's own.
  package let own: DiskSources
  /// All of them, in the order of the paths' bytes; those of a base behind `base:`.
  package let entries: [SourceEntry]
  /// The bases that have no files here.
  package let baseFaults: [BaseFault]
  /// The commit of the first base, where that is in git.
  package let baseCommit: String?
  /// The bases, nearest first.
  private let bases: [DiskSources]

  /// Lists the sources of `site` and of its bases as they are now.
  ///
  /// A base in git is taken from the site's cache, and fetched when it is not there. What keeps a base
  /// away is among `baseFaults`.
  ///
  /// - Throws: `DiskError.unreadable` naming the first folder of the site that cannot be listed.
  package init(of site: SiteFolder, base: BaseFollowing = .pinned) throws(DiskError) {
    try self.init(of: site, base: base, willRead: { _, _ in })
  }

  /// Lists them, and tells of each folder, by its path ending in `/`, before it is read.
  init(
    of site: SiteFolder, base: BaseFollowing = .pinned,
    willRead: @escaping (borrowing Descriptor, String) -> Void
  ) throws(DiskError) {
    let own = try DiskSources(of: site, willRead: willRead)
    var chain = BaseChain(from: own, base)
    while let base = chain.next(willRead) { chain.bases.append(base) }
    self.init(own, chain.bases, chain.faults, chain.commit)
  }

  private init(
    _ own: DiskSources, _ bases: [DiskSources], _ faults: [BaseFault], _ commit: String?
  ) {
    baseCommit = commit
    self.own = own
    self.bases = bases
    baseFaults = faults
    guard !bases.isEmpty else {
      entries = own.entries
      return
    }
    var entries = own.entries
    for (depth, base) in bases.enumerated() {
      let prefix = Self.prefix(depth)
      entries += base.entries.map { Self.entry($0, prefix + $0.path) }
    }
    self.entries = entries.sorted { $0.path.precedes($1.path) }
  }

  /// The folders of the bases, nearest first.
  package var baseFolders: [SiteFolder] { bases.map(\.site) }

  /// What stands before the paths of the base at a depth, from 0.
  static func prefix(_ depth: Int) -> String {
    String(repeating: BaseReference.prefix, count: depth + 1)
  }

  /// Returns the bytes of a listed file, as they were when it was listed.
  package func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    guard let (base, path) = base(of: entry.path) else { return try own.read(entry) }
    return try base.read(Self.entry(entry, path))
  }

  /// Returns the SHA-256 of a listed file, as it was when it was listed.
  package func digest(_ entry: SourceEntry) throws(SourceError) -> SHA256 {
    guard let (base, path) = base(of: entry.path) else { return try own.digest(entry) }
    return try base.digest(Self.entry(entry, path))
  }

  /// Returns the entry of a file by its path in the listing, or `nil` when there is none.
  package func find(_ path: String) throws(SourceError) -> SourceEntry? {
    guard let (base, inner) = base(of: path) else { return try own.find(path) }
    return try base.find(inner).map { Self.entry($0, path) }
  }

  /// The sources with what lies at `paths` now; all else is as it was listed.
  ///
  /// What `site.yml` says of bases must not have changed.
  func lookingAgain(at paths: Set<String>) throws(DiskError) -> HandbookSources {
    guard !bases.isEmpty else {
      return HandbookSources(try own.lookingAgain(at: paths), [], baseFaults, baseCommit)
    }
    let ownPaths = paths.filter { !$0.hasPrefix(BaseReference.prefix) }
    var bases: [DiskSources] = []
    for (depth, base) in self.bases.enumerated() {
      let (prefix, deeper) = (Self.prefix(depth), Self.prefix(depth + 1))
      let inner = paths.filter { $0.hasPrefix(prefix) && !$0.hasPrefix(deeper) }
        .map { BaseReference.parted($0).path }
      bases.append(inner.isEmpty ? base : try base.lookingAgain(at: Set(inner)))
    }
    return HandbookSources(try own.lookingAgain(at: ownPaths), bases, baseFaults, baseCommit)
  }

  private func base(of path: String) -> (DiskSources, String)? {
    let (depth, inner) = BaseReference.parted(path)
    return depth > 0 && depth <= bases.count ? (bases[depth - 1], inner) : nil
  }

  private static func entry(_ entry: SourceEntry, _ path: String) -> SourceEntry {
    var entry = entry
    entry.path = path
    return entry
  }
}
