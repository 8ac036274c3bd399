import Diagnostics
import Synchronization

/// Passes an output on and looks in everything that goes by for the names of people who are not
/// listed, and for employers, not to be shown, near the names of those who are: the last check
/// before anything is published.
final class LeakGuard: OutputSink {
  private let sink: any OutputSink
  private let sources: any SourceTree
  private let search: LeakSearch
  private let found = Mutex<[Leak]>([])
  private let unread = Mutex<[SourceEntry]>([])

  /// Files that hold no text to speak of.
  private static let binaries: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "woff", "woff2", "ttf", "otf", "mp3", "mp4",
    "webm", "ogg", "wav", "zip", "gz",
  ]

  /// Creates the guard before `sink`.
  init(_ search: LeakSearch, before sink: any OutputSink, _ sources: any SourceTree) {
    self.sink = sink
    self.sources = sources
    self.search = search
  }

  /// What was found in all that went by until now, and in `others`; and what could not be looked
  /// through.
  func findings(_ site: Site, and others: [Leak] = []) -> [Diagnostic] {
    search.diagnostics(others + found.withLock { $0 }, site) + unreadable
  }

  private var unreadable: [Diagnostic] {
    unread.withLock { $0 }.sorted { $0.path < $1.path }.map { entry in
      .tooLarge(
        entry.path, entry.size,
        help: "divide it, or publish it elsewhere: it must be looked through for private names")
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws {
    look(at: bytes, path)
    try sink.write(bytes, to: path)
  }

  func copy(_ entry: SourceEntry, to path: OutputPath) throws {
    if Self.binaries.contains(FileName.fileExtension(entry.path) ?? "") {
      look(at: UnsafeRawBufferPointer(start: nil, count: 0), path)
    } else if entry.size > SourceEntry.readLimit {
      unread.withLock { $0.append(entry) }
    } else {
      try sources.read(entry).withUnsafeBytes { look(at: $0, path) }
    }
    try sink.copy(entry, to: path)
  }

  /// Looks no second time at what the same names were looked for in.
  func keep(_ path: OutputPath) -> Bool { sink.keep(path) }

  func published(_ path: OutputPath) -> [UInt8]? { sink.published(path) }

  private func look(at bytes: UnsafeRawBufferPointer, _ path: OutputPath) {
    let leaks = search.leaks(in: bytes, path)
    guard !leaks.isEmpty else { return }
    found.withLock { $0 += leaks }
  }
}
