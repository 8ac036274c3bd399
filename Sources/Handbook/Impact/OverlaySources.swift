import Values

/// Sources as they would be with some files moved and changed.
///
/// Nothing is written.
struct OverlaySources: SourceTree {
  let entries: [SourceEntry]
  var baseFaults: [BaseFault] { base.baseFaults }
  var baseCommit: String? { base.baseCommit }
  private let base: any SourceTree
  /// Where each moved file lies, by where it would lie.
  private let origins: [String: SourceEntry]
  private let contents: [String: [UInt8]]
  private let byPath: [String: SourceEntry]

  /// Creates the overlay; `moves` leads from old paths to new ones, `contents` holds the bytes of
  /// changed files by their new paths.
  init(_ base: any SourceTree, moves: [String: String], contents: [String: [UInt8]]) {
    self.base = base
    self.contents = contents
    var origins: [String: SourceEntry] = [:]
    var entries: [SourceEntry] = []
    for entry in base.entries {
      var moved = entry
      moved.path = moves[entry.path] ?? entry.path
      origins[moved.path] = entry
      entries.append(moved)
    }
    self.origins = origins
    self.entries = entries.sorted { $0.path.precedes($1.path) }
    byPath = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    if let bytes = contents[entry.path] { return bytes }
    return try base.read(origins[entry.path] ?? entry)
  }

  func find(_ path: String) throws(SourceError) -> SourceEntry? {
    if let entry = byPath[path] { return entry }
    return try base.find(path)
  }
}
