import Diagnostics
import Register
import Synchronization
import Values

/// Passes an output on and looks for the names of people who are not listed in everything that goes
/// by: the last check before anything is published.
final class LeakGuard: OutputSink {
  private let sink: any OutputSink
  private let sources: any SourceTree
  private let people: People
  private let hidden: [(person: Person, name: String)]
  private let search: NameSearch
  private let leaks = Mutex<[Leak]>([])

  private struct Leak {
    var path: OutputPath
    var name: Int
  }

  /// Files that hold no text to speak of.
  private static let binaries: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "woff", "woff2", "ttf", "otf", "mp3", "mp4",
    "webm", "ogg", "wav", "zip", "gz",
  ]

  /// Creates the guard before `sink`; `nil` where there is nobody to protect.
  init?(_ sink: any OutputSink, _ register: RegisterView?, _ sources: any SourceTree) {
    guard let register, let people = register.people else { return nil }
    let day = register.register.day
    hidden = people.hiddenNames(on: day)
    search = NameSearch(hidden: hidden.map(\.name), shown: people.shownNames(on: day))
    guard !search.isEmpty else { return nil }
    self.sink = sink
    self.sources = sources
    self.people = people
  }

  func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) throws {
    look(at: bytes, path)
    try sink.write(bytes, to: path)
  }

  func copy(_ entry: SourceEntry, to path: OutputPath) throws {
    if !Self.binaries.contains(FileName.fileExtension(entry.path) ?? "") {
      try sources.read(entry).withUnsafeBytes { look(at: $0, path) }
    } else {
      look(at: UnsafeRawBufferPointer(start: nil, count: 0), path)
    }
    try sink.copy(entry, to: path)
  }

  private func look(at bytes: UnsafeRawBufferPointer, _ path: OutputPath) {
    var text = path.text
    let names = search.names(in: bytes).union(
      text.withUTF8 { search.names(in: UnsafeRawBufferPointer($0)) })
    guard !names.isEmpty else { return }
    leaks.withLock { leaks in leaks += names.map { Leak(path: path, name: $0) } }
  }

  /// What was found, at the person's entry; no finding tells a name.
  ///
  /// `site` tells which page a file is.
  func diagnostics(_ site: Site) -> [Diagnostic] {
    let leaks = leaks.withLock { $0 }.sorted { ($0.name, $0.path) < ($1.name, $1.path) }
    guard !leaks.isEmpty else { return [] }
    let pages = Dictionary(
      site.pages.compactMap { page in page.path.outputPath.map { ($0, page) } },
      uniquingKeysWith: { first, _ in first })
    return leaks.map { leak in
      let person = hidden[leak.name].person
      return Diagnostic(
        "registry-r54", .error, at: Place(people.file, person.id.range),
        "'\(leak.path.text)' holds the name of '\(person.id.value)', who may not be named",
        help: "take the name out of the text that this file is made from",
        notes: pages[leak.path].map { [Diagnostic.Note("made from this", at: $0.place)] } ?? [])
    }
  }
}
