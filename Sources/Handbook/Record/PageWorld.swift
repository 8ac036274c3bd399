import Digest

/// All that pages are made of but their own bodies: where it is the same, a page whose body is the same comes
/// out the same, and so does the list of pages.
struct PageWorld: Sendable, Equatable {
  let digest: SHA256

  /// Digests the program and its options, which `key` stands for, what the survey was told by the front matter
  /// of each page that it could read, and the bytes of every other file.
  ///
  /// What git said, and files that the listing does not show, are for the caller to compare.
  init(
    key: SHA256, _ sources: any SourceTree, heads: [String: SHA256], workers: Int
  ) async throws {
    let entries = sources.entries
    let others = entries.filter { $0.kind == .file && heads[$0.path] == nil }
    let digests = try await others.concurrentMap(workers: workers) { run in
      try run.map { try sources.digest($0) }
    }
    var rest = digests[...]
    var writer = RecordWriter()
    writer.add(key)
    for entry in entries {
      writer.add(entry.path)
      writer.add(entry.kind == .file)
      guard entry.kind == .file else { continue }
      writer.add(heads[entry.path] != nil)
      writer.add(heads[entry.path] ?? rest.removeFirst())
    }
    digest = SHA256(of: writer.bytes)
  }

  /// Takes the digest of one that was kept.
  init(kept digest: SHA256) { self.digest = digest }
}
