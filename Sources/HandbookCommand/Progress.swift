import Digest
import Glibc
import Handbook
import Synchronization

/// How far a run has come: pages read and pages made, counted where they pass.
final class Progress: Sendable {
  /// How many pages the site has, as far as the listing tells.
  let total: Int
  private let read = Atomic<Int>(0)
  private let made = Atomic<Int>(0)
  private let start = ContinuousClock.now

  init(total: Int) {
    self.total = total
  }

  /// The line that tells of it; `nil` in the first second, and where there is nothing to count.
  var line: String? {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    guard seconds >= 1, total > 0 else { return nil }
    return Self.line(
      read: read.load(ordering: .relaxed), made: made.load(ordering: .relaxed), of: total,
      after: seconds)
  }

  /// The line for counts: a page is read twice, for its front matter and for its body, then made.
  static func line(read: Int, made: Int, of total: Int, after seconds: Double) -> String {
    let (stage, done) =
      made > 0
      ? ("made", min(made, total))
      : read > total ? ("rendered", min(read - total, total)) : ("read", read)
    let share = min(1, Double(min(read, 2 * total) + min(made, total)) / Double(3 * total))
    let left = share > 0 ? seconds / share - seconds : 0
    let rate = Int((Double(total) * share / seconds).rounded())
    return "\(done) of \(total) pages \(stage), \(rate) a second, \(Int(left.rounded(.up))) s left"
  }

  func didRead() { read.add(1, ordering: .relaxed) }

  func didMake() { made.add(1, ordering: .relaxed) }

  /// Does the work, and shows how far it is on the terminal when it takes over a second.
  static func showing<Result: Sendable>(
    _ progress: Progress, isQuiet: Bool, _ work: () async throws -> Result
  ) async throws -> Result {
    guard !isQuiet, Terminal.isLive else { return try await work() }
    let display = Task {
      var isShown = false
      while (try? await Task.sleep(for: .milliseconds(100))) != nil {
        guard let line = progress.line else { continue }
        Console.error("\r\(line.prefix(max(1, Terminal.width - 1)))\u{1B}[K")
        isShown = true
      }
      if isShown { Console.error("\r\u{1B}[K") }
    }
    do {
      let result = try await work()
      display.cancel()
      await display.value
      return result
    } catch {
      display.cancel()
      await display.value
      throw error
    }
  }
}

/// Sources that count the pages read from them.
struct CountedSources: SourceTree {
  let sources: any SourceTree
  let progress: Progress

  var entries: [SourceEntry] { sources.entries }
  var baseFaults: [BaseFault] { sources.baseFaults }
  var baseCommit: String? { sources.baseCommit }

  func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    if entry.isPage { progress.didRead() }
    return try sources.read(entry)
  }

  func digest(_ entry: SourceEntry) throws(SourceError) -> SHA256 { try sources.digest(entry) }

  func find(_ path: String) throws(SourceError) -> SourceEntry? { try sources.find(path) }
}

/// An output that counts the pages written to it.
struct CountedOutput<Sink: OutputSink>: OutputSink {
  let sink: Sink
  let progress: Progress

  func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws {
    if path.text.hasSuffix(".html") { progress.didMake() }
    try sink.write(bytes, to: path)
  }

  func keep(_ path: OutputPath) -> Bool {
    let isKept = sink.keep(path)
    if isKept { progress.didMake() }
    return isKept
  }

  func published(_ path: OutputPath) -> [UInt8]? { sink.published(path) }

  func copy(_ entry: SourceEntry, to path: OutputPath) throws { try sink.copy(entry, to: path) }
}

extension SourceEntry {
  /// Whether it looks like a page.
  fileprivate var isPage: Bool {
    path.hasSuffix(".md") && BaseReference.parted(path).path.hasPrefix("content/")
  }
}

extension SourceTree {
  /// How many pages its listing shows.
  var pageCount: Int { entries.count { $0.isPage } }
}
