package import Digest
import Synchronization

/// Sources that note what a build reads of them: the digests of files, and the files it asked for by name.
package struct RecordedSources: SourceTree {
  private let sources: any SourceTree
  private let notes = SourceNotes()
  /// The digests of the files that were new when they were listed.
  private let new: [String: SHA256?]

  /// Notes what is read of `sources` from now on.
  ///
  /// `listed` is the time when they were listed, as their own times are told. A file changed then or later
  /// may be changed again and get no other time: it is read now, and must have the same bytes at the end.
  package init(_ sources: any SourceTree, listed: Int64) {
    self.sources = sources
    let new = sources.entries.lazy.filter { $0.kind == .file && $0.modified >= listed }
    self.new = Dictionary(
      new.map { ($0.path, try? sources.digest($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// All that they list.
  package var entries: [SourceEntry] { sources.entries }
  /// The bases that are named and not listed.
  package var baseFaults: [BaseFault] { sources.baseFaults }
  /// The commit of the first base.
  package var baseCommit: String? { sources.baseCommit }

  /// Returns the bytes of a listed file, and notes their digest the first time.
  package func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    let bytes = try sources.read(entry)
    notes.read(entry.path, bytes)
    return bytes
  }

  /// Returns the digest of a listed file; the one noted, where the file was read or asked about before.
  package func digest(_ entry: SourceEntry) throws(SourceError) -> SHA256 {
    if let known = notes.digest(of: entry.path) { return known }
    let digest = try sources.digest(entry)
    notes.note(digest, of: entry.path)
    return digest
  }

  /// Returns the entry of a file, and notes that it was asked for.
  package func find(_ path: String) throws(SourceError) -> SourceEntry? {
    notes.asked(for: path)
    return try sources.find(path)
  }

  /// Whether a file has the bytes still that it had when it was read, and when that began.
  func isSettled(_ entry: SourceEntry) throws(SourceError) -> Bool {
    guard let first = new[entry.path] else { return true }
    let now = try sources.digest(entry)
    return first == now && notes.digest(of: entry.path) ?? now == now
  }

  /// The paths that were asked for, sorted.
  var askedFor: [String] { notes.askedFor }
}

/// What was noted, from any thread.
private final class SourceNotes: Sendable {
  private struct Notes {
    var digests: [String: SHA256] = [:]
    var asked: Set<String> = []
  }

  private let notes = Mutex(Notes())

  func read(_ path: String, _ bytes: [UInt8]) {
    // A page is read twice, for its front matter and for its body.
    guard digest(of: path) == nil else { return }
    note(SHA256(of: bytes), of: path)
  }

  func note(_ digest: SHA256, of path: String) { notes.withLock { $0.digests[path] = digest } }

  func digest(of path: String) -> SHA256? { notes.withLock { $0.digests[path] } }

  func asked(for path: String) { notes.withLock { _ = $0.asked.insert(path) } }

  var askedFor: [String] { notes.withLock { $0.asked.sorted() } }
}
