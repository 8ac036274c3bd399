import Digest
import Synchronization
import Testing

@testable import Handbook

/// What is noted of sources that change while they are read, and get no other time.
struct RecordedSourcesTests {
  private let sources = ShiftingSources(["site.yml": "title: T\n", "assets/p.png": "A"])

  private func entry(_ path: String) throws -> SourceEntry {
    try #require(sources.entries.first { $0.path == path })
  }

  private func canBeTold(listed: Int64, _ deed: (RecordedSources) throws -> Void) async throws
    -> Bool
  {
    let recorded = RecordedSources(sources, listed: listed)
    try deed(recorded)
    return try await ReadSources(recorded, workers: 1) != nil
  }

  @Test func `a new file that was only copied, and is another now, is not told of`() async throws {
    #expect(try await canBeTold(listed: ShiftingSources.time) { _ in })
    #expect(
      try await !canBeTold(listed: ShiftingSources.time) { _ in
        _ = try sources.read(entry("assets/p.png"))
        sources.write("B", to: "assets/p.png")
      })
  }

  @Test func `a new file that was read as something else is not told of`() async throws {
    #expect(
      try await !canBeTold(listed: ShiftingSources.time) { recorded in
        sources.write("B", to: "assets/p.png")
        _ = try recorded.read(entry("assets/p.png"))
        sources.write("A", to: "assets/p.png")
      })
  }

  @Test func `an older file is told of by what was read first`() async throws {
    let recorded = RecordedSources(sources, listed: ShiftingSources.time + 1)
    _ = try recorded.read(entry("assets/p.png"))
    // The system sees this one by its time.
    sources.write("B", to: "assets/p.png")
    #expect(try recorded.digest(entry("assets/p.png")) == SHA256(of: Array("A".utf8)))
  }
}

/// Sources whose files can be written again in the moment they have the time of.
private final class ShiftingSources: SourceTree {
  static let time: Int64 = 1000
  private let files: Mutex<[String: String]>
  let entries: [SourceEntry]

  init(_ files: [String: String]) {
    self.files = Mutex(files)
    entries = files.map {
      SourceEntry(path: $0.key, size: $0.value.utf8.count, modified: Self.time)
    }.sorted { $0.path < $1.path }
  }

  func write(_ text: String, to path: String) { files.withLock { $0[path] = text } }

  func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    Array((files.withLock { $0[entry.path] } ?? "").utf8)
  }

  func find(_ path: String) throws(SourceError) -> SourceEntry? {
    entries.first { $0.path == path }
  }
}
