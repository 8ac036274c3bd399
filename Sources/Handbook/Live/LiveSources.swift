import Values

/// Sources that are read as they are now by those who know them as they were: a page of a site whose
/// survey is older than its body.
struct LiveSources: SourceTree {
  let base: any SourceTree

  var entries: [SourceEntry] { base.entries }
  var baseFaults: [BaseFault] { base.baseFaults }
  var baseCommit: String? { base.baseCommit }

  func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    guard let current = self.entry(at: entry.path) else { throw .changed(path: entry.path) }
    return try base.read(current)
  }

  func find(_ path: String) throws(SourceError) -> SourceEntry? { try base.find(path) }

  /// The listed file at a path.
  ///
  /// O(log *n*).
  func entry(at path: String) -> SourceEntry? {
    let entries = base.entries
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].path.precedes(path) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < entries.count && entries[low].path == path ? entries[low] : nil
  }
}
