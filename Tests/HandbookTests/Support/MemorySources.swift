import Handbook
import Synchronization

/// A site that is a literal: files by path.
struct MemorySources: SourceTree {
  let entries: [SourceEntry]
  private let bytes: [String: [UInt8]]

  init(_ files: [String: [UInt8]], links: [String] = []) {
    var files = files
    if files["site.yml"] == nil { files["site.yml"] = Array("title: Test\n".utf8) }
    bytes = files
    entries =
      (files.map { SourceEntry(path: $0.key, size: $0.value.count) }
      + links.map { SourceEntry(path: $0, kind: .link) })
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  init(_ files: [String: String]) {
    self.init(files.mapValues { Array($0.utf8) })
  }

  func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    guard let bytes = bytes[entry.path] else { throw .changed(path: entry.path) }
    return bytes
  }

  func find(_ path: String) throws(SourceError) -> SourceEntry? {
    entries.first { $0.path == path }
  }
}

/// An output that is kept in memory.
final class MemoryOutput: OutputSink {
  private let written = Mutex<[String: [UInt8]]>([:])
  private let sources: MemorySources

  init(_ sources: MemorySources) {
    self.sources = sources
  }

  /// All files as text, by path.
  var files: [String: String] {
    written.withLock { $0.mapValues { String(decoding: $0, as: UTF8.self) } }
  }

  func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws {
    written.withLock { $0[path.text] = Array(bytes) }
  }

  func copy(_ entry: SourceEntry, to path: OutputPath) throws {
    let bytes = try sources.read(entry)
    written.withLock { $0[path.text] = bytes }
  }
}
