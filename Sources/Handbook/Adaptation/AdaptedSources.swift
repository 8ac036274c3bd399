/// The files of a handbook that adapts another: the base's and its own, as one list.
///
/// A file keeps its path here wherever it comes from; `Adaptation` knows where that is.
struct AdaptedSources: SourceTree {
  let entries: [SourceEntry]
  let adaptation: Adaptation
  private let raw: any SourceTree

  init(_ raw: any SourceTree, entries: [SourceEntry], _ adaptation: Adaptation) {
    self.raw = raw
    self.entries = entries
    self.adaptation = adaptation
  }

  func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    if let text = adaptation.composed[entry.path] { return text.bytes }
    return try raw.read(adaptation.origins[entry.path] ?? entry)
  }

  func find(_ path: String) throws(SourceError) -> SourceEntry? {
    if let origin = adaptation.origins[path] {
      var entry = origin
      entry.path = path
      return entry
    }
    if adaptation.composed[path] != nil, let entry = entries.first(where: { $0.path == path }) {
      return entry
    }
    return try raw.find(path)
  }
}
