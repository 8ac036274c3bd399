import Digest
import Disk
import Handbook
import Values

/// Gathers what decides over a build beside its sources and what git says: the program, its options and
/// the files that they name, the day.
struct BuildKey {
  private var writer = RecordWriter()

  /// Begins with the options that need no file.
  init(_ site: SiteFolder, _ options: SiteOptions, _ day: PlainDate) {
    add(site.path)
    add(day.description)
    add(options.view.url.map { $0.url.origin + $0.url.basePath })
    for flag in [options.drafts, options.strict, options.strictDates] { add(flag) }
  }

  /// Adds text, or that there is none.
  mutating func add(_ text: String?) { writer.add(text) { $0.add($1) } }

  /// Adds whether something was asked for.
  mutating func add(_ flag: Bool) { writer.add(flag) }

  /// Adds what a file holds, or that there is none.
  mutating func add(_ bytes: [UInt8]?) { writer.add(bytes) { $0.add(SHA256(of: $1)) } }

  /// The digest of all that was added, for this program and this user; `nil` where the program cannot be
  /// told from others.
  func finish() -> SHA256? {
    var writer = writer
    guard RunningProgram.identify(in: &writer) else { return nil }
    RunningProgram.identifyOwner(in: &writer)
    return SHA256(of: writer.bytes)
  }
}
