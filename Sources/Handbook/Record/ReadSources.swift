import Digest

/// What a build read of its sources: enough to tell whether the next would read the same.
///
/// Times say only where to look first.
package struct ReadSources: Sendable {
  /// The names, kinds and sizes of all that is listed.
  private let listing: SHA256
  /// When the listed files were changed, in their order.
  private let times: [UInt64]
  /// The digests of the listed files, 32 bytes each, in their order.
  private let contents: [UInt8]
  /// The files asked for by name that are not listed.
  private let named: [Named]

  /// What lies at a path: `nil` for nothing.
  fileprivate struct Named: Equatable {
    let path: String
    let found: Found?

    struct Found: Equatable {
      let kind: SourceEntry.Kind
      let digest: SHA256?
    }

    init(_ path: String, in sources: any SourceTree) throws {
      self.path = path
      found = try sources.find(path).map {
        Found(kind: $0.kind, digest: $0.kind == .file ? try sources.digest($0) : nil)
      }
    }
  }

  /// Gathers what was read, and reads what was copied only; `nil` where a build could not read all, or may
  /// have read it otherwise than it is now.
  ///
  /// - Throws: `SourceError.changed` where a file is not what was listed.
  package init?(_ sources: RecordedSources, workers: Int) async throws {
    guard sources.baseFaults.isEmpty else { return nil }
    listing = Self.listing(of: sources)
    let files = sources.entries.filter { $0.kind == .file }
    times = files.map { UInt64(bitPattern: $0.modified) }
    let digests = try await files.concurrentMap(workers: workers) { run in
      try run.map { try sources.digest($0) }
    }
    var contents = RecordWriter()
    for digest in digests { contents.add(digest) }
    self.contents = contents.bytes
    guard try files.allSatisfy({ try sources.isSettled($0) }) else { return nil }
    let listed = Set(sources.entries.map(\.path))
    named = try sources.askedFor.filter { !listed.contains($0) }.map { try Named($0, in: sources) }
  }

  /// Whether a build of `sources` would read the same: names first, then what was changed by its time,
  /// then all bytes.
  package func isSame(as sources: any SourceTree, workers: Int) async throws -> Bool {
    guard listing == Self.listing(of: sources), try areNamedSame(in: sources) else { return false }
    let files = sources.entries.filter { $0.kind == .file }
    guard files.count == times.count, contents.count == 32 * files.count else { return false }
    let isTouched = { (index: Int) in UInt64(bitPattern: files[index].modified) != times[index] }
    let order = files.indices.filter(isTouched) + files.indices.filter { !isTouched($0) }
    do {
      _ = try await order.concurrentMap(workers: workers) { [contents] run in
        try run.map { index in
          let kept = contents[(32 * index)..<(32 * index + 32)]
          guard try sources.digest(files[index]) == SHA256(kept: kept) else { throw Otherwise() }
        }
      }
      return true
    } catch is Otherwise {
      return false
    }
  }

  /// Whether what was asked for by name, and is not listed, is the same.
  package func areNamedSame(in sources: any SourceTree) throws -> Bool {
    try sources.baseFaults.isEmpty
      && named.allSatisfy { try Named($0.path, in: sources) == $0 }
  }

  /// Ends the comparison at the first file with other bytes.
  private struct Otherwise: Error {}

  private static func listing(of sources: any SourceTree) -> SHA256 {
    var writer = RecordWriter()
    writer.add(sources.baseCommit) { $0.add($1) }
    writer.add(sources.entries) { writer, entry in
      writer.add(entry.path)
      writer.add(entry.kind.number)
      writer.add(entry.size)
    }
    return SHA256(of: writer.bytes)
  }
}

extension ReadSources {
  /// Writes it.
  func write(to writer: inout RecordWriter) {
    writer.add(listing)
    writer.add(times) { $0.add($1) }
    writer.add(bytes: contents)
    writer.add(named) { writer, named in
      writer.add(named.path)
      writer.add(named.found) { writer, found in
        writer.add(found.kind.number)
        writer.add(found.digest) { $0.add($1) }
      }
    }
  }

  /// Reads what `write` wrote.
  init(_ reader: inout RecordReader) throws(RecordReader.Unreadable) {
    listing = try reader.digest()
    times = try reader.list { (reader) throws(RecordReader.Unreadable) in try reader.number() }
    contents = try reader.bytes()
    named = try reader.list { (reader) throws(RecordReader.Unreadable) in try Named(&reader) }
  }
}

extension ReadSources.Named {
  fileprivate init(_ reader: inout RecordReader) throws(RecordReader.Unreadable) {
    path = try reader.text()
    found = try reader.optional { (reader) throws(RecordReader.Unreadable) in
      guard let kind = SourceEntry.Kind(number: try reader.count()) else {
        throw RecordReader.Unreadable()
      }
      return Found(
        kind: kind,
        digest: try reader.optional { (reader) throws(RecordReader.Unreadable) in
          try reader.digest()
        })
    }
  }
}

extension SourceEntry.Kind {
  /// A number for it in what is kept.
  fileprivate var number: Int {
    switch self {
    case .file: 0
    case .link: 1
    case .special: 2
    }
  }

  fileprivate init?(number: Int) {
    switch number {
    case 0: self = .file
    case 1: self = .link
    case 2: self = .special
    default: return nil
    }
  }
}
