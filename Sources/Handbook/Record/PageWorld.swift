import Diagnostics
import Digest

/// All that pages are made of but their own bodies: where it is the same, a page whose body is the same comes
/// out the same, and so does the list of pages.
struct PageWorld: Sendable, Equatable {
  /// The digest of it all.
  let digest: SHA256
  /// That of what bodies without Liquid and figures show: not of layouts, style sheets and scripts, nor of the keys
  /// of `site.yml` that layouts alone read.
  let bodies: SHA256

  /// Digests the program and its options, which `key` stands for, what the survey was told by the front matter
  /// of each page that it could read, and the bytes of every other file.
  ///
  /// What git said, and files that the listing does not show, are for the caller to compare.
  init(
    key: SHA256, _ settings: SourceFile, _ sources: any SourceTree, heads: [String: SHA256],
    workers: Int
  ) async throws {
    let others = sources.entries.filter { $0.kind == .file && heads[$0.path] == nil }
    var digests = try await others.concurrentMap(workers: workers) { run in
      try run.map { try sources.digest($0) }
    }[...]
    var (all, bodies) = (RecordWriter(), RecordWriter())
    all.add(key)
    bodies.add(key)
    for entry in sources.entries {
      let (path, isPage) = (entry.path, heads[entry.path] != nil)
      let digest = entry.kind == .file ? heads[path] ?? digests.removeFirst() : nil
      all.add(path, isPage, digest)
      if !path.hasPrefix("layouts/") {
        bodies.add(path, isPage, Self.isShownByBodies(path, settings) ? digest : nil)
      }
    }
    bodies.add(SettingsChange.shownByBodies(in: settings)) { writer, pair in
      writer.add(pair.key)
      writer.add(bytes: pair.text)
    }
    (digest, self.bodies) = (SHA256(of: all.bytes), SHA256(of: bodies.bytes))
  }

  /// Takes the digests of one that was kept.
  init(kept digest: SHA256, bodies: SHA256) { (self.digest, self.bodies) = (digest, bodies) }

  /// Whether a body may show more of a file than that it is there; of the settings some keys count.
  private static func isShownByBodies(_ path: String, _ settings: SourceFile) -> Bool {
    guard path != settings.path else { return false }
    return !path.hasPrefix("assets/") || !(path.hasSuffix(".css") || path.hasSuffix(".js"))
  }
}

extension RecordWriter {
  /// Writes what is known of a file; with no digest, that it is there.
  fileprivate mutating func add(_ path: String, _ isPage: Bool, _ digest: SHA256?) {
    add(path)
    add(isPage)
    add(digest) { $0.add($1) }
  }
}
