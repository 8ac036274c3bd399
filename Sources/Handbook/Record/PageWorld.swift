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
    key: SHA256, _ settings: Settings, _ sources: any SourceTree, heads: [String: SHA256],
    workers: Int
  ) async throws {
    let others = sources.entries.filter { $0.kind == .file && heads[$0.path] == nil }
    var digests = try await others.concurrentMap(workers: workers) { run in
      try run.map { try sources.digest($0) }
    }[...]
    let named = settings.namedPaths
    var (all, bodies) = (RecordWriter(), RecordWriter())
    all.add(key)
    bodies.add(key)
    for entry in sources.entries {
      let (path, isPage) = (entry.path, heads[entry.path] != nil)
      let digest = entry.kind == .file ? heads[path] ?? digests.removeFirst() : nil
      all.add(path, isPage, digest)
      // Of the settings some keys count, behind.
      switch path == settings.file.path ? .none : Self.part(ofBodies: path, named: named) {
      case .bytes: bodies.add(path, isPage, digest)
      case .being: bodies.add("\(path) \(entry.kind) \(entry.isReadable)", isPage, nil)
      case .none: break
      }
    }
    bodies.add(SettingsChange.shownByBodies(in: settings.file)) { writer, pair in
      writer.add(pair.key)
      writer.add(bytes: pair.text)
    }
    (digest, self.bodies) = (SHA256(of: all.bytes), SHA256(of: bodies.bytes))
  }

  /// Takes the digests of one that was kept.
  init(kept digest: SHA256, bodies: SHA256) { (self.digest, self.bodies) = (digest, bodies) }

  /// What of a file bodies without Liquid and figures may show.
  private enum Part { case bytes, being, none }

  private static func part(ofBodies path: String, named: [String]) -> Part {
    if named.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) {
      return .bytes
    }
    if FileName.isLayout(path) { return .none }
    let isShown = !path.hasSuffix(".css") && !path.hasSuffix(".js")
    return isShown || !path.hasPrefix("assets/") ? .bytes : .being
  }
}

extension SourceEntry {
  /// Whether it may be read into memory, as what is published under a hashed name is.
  fileprivate var isReadable: Bool { size <= Self.readLimit }
}

extension RecordWriter {
  /// Writes what is known of a file; with no digest, that it is there.
  fileprivate mutating func add(_ path: String, _ isPage: Bool, _ digest: SHA256?) {
    add(path)
    add(isPage)
    add(digest) { $0.add($1) }
  }
}
