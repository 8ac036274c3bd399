import Diagnostics
import Handbook
import Testing
import Values

@testable import Handbook

/// Sources in memory that a test edits, each edit with another time.
struct DraftSources: SourceTree {
  private(set) var entries: [SourceEntry] = []
  private var bytes: [String: [UInt8]] = [:]
  private var time: Int64 = 0

  init(_ files: [String: String]) {
    for (path, text) in files { write(text, to: path) }
  }

  var paths: [String] { entries.map(\.path) }

  mutating func write(_ text: String, to path: String) {
    time += 1
    remove(path)
    bytes[path] = Array(text.utf8)
    entries.append(SourceEntry(path: path, size: text.utf8.count, modified: time))
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  mutating func remove(_ path: String) {
    bytes[path] = nil
    entries.removeAll { $0.path == path }
  }

  func text(at path: String) -> String { String(decoding: bytes[path] ?? [], as: UTF8.self) }

  func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    guard entries.contains(entry), let bytes = bytes[entry.path] else {
      throw .changed(path: entry.path)
    }
    return bytes
  }

  func find(_ path: String) throws(SourceError) -> SourceEntry? {
    entries.first { $0.path == path }
  }
}

/// What of a site readers and editors see: every published file, and the findings as printed.
struct Seen: Equatable {
  var files: [String: String] = [:]
  var findings: [String] = []

  /// What a clean build of the sources gives.
  static func built(_ sources: DraftSources, _ options: BuildOptions) async throws -> Seen {
    let output = DraftOutput(sources)
    let report = try await compile(sources, options, into: output)
    return Seen(files: output.files, findings: report.findings.map { TextPrinter().print($0) })
  }
}

extension LiveSite {
  /// The site when all is known of it.
  func completed() async throws -> LiveSite {
    var site = self
    while let work = site.work(atMost: 3) { site.take(try await work.run(workers: 2)) }
    return site
  }

  /// What it shows, each page made when asked.
  func seen() async throws -> Seen {
    let site = try await completed()
    var seen = Seen(
      findings: try #require(try site.report()).findings.map { TextPrinter().print($0) })
    for path in site.publishedPaths {
      let url =
        path.text.hasSuffix("index.html") ? path.text.dropLast("index.html".count) : path.text[...]
      let bytes: [UInt8]? =
        switch site.resource(at: "/" + url) {
        case .page(let number): try site.page(number).html
        case .source(let entry): try site.read(entry)
        case .bytes(let bytes): bytes
        case .needsWholeSite: site.wholeSiteFile(at: "/" + url)
        case .folder, nil: nil
        }
      seen.files[path.text] = bytes.map { String(decoding: $0, as: UTF8.self) }
    }
    return seen
  }
}

/// An output that is kept in memory.
final class DraftOutput: OutputSink {
  private let memory: MemoryOutput
  private let sources: DraftSources

  init(_ sources: DraftSources) {
    self.sources = sources
    memory = MemoryOutput(MemorySources([:] as [String: String]))
  }

  var files: [String: String] { memory.files }

  func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws {
    try memory.write(bytes, to: path)
  }

  func copy(_ entry: SourceEntry, to path: OutputPath) throws {
    try sources.read(entry).withUnsafeBytes { try memory.write($0, to: path) }
  }
}

/// The options of the tests' sites.
func liveOptions(drafts: Bool = false) throws -> BuildOptions {
  BuildOptions(
    asOf: try #require(PlainDate(testDay)), url: nil, includesDrafts: drafts, workers: 2)
}
