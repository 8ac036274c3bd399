import Diagnostics
import Digest

/// What was read of a site's pages, by file, so that a site that is read again reads changed pages
/// only.
struct PageReadings: Sendable {
  private struct Reading: Sendable {
    var entry: SourceEntry
    var page: Diagnosed<ReadPage?>
  }

  private var readings: [String: Reading] = [:]

  /// Creates readings of nothing.
  init() {}

  /// Creates the readings of `entries`, in their order.
  init(_ entries: [SourceEntry], _ pages: [Diagnosed<ReadPage?>]) {
    readings = Dictionary(
      zip(entries, pages).map { ($0.path, Reading(entry: $0, page: $1)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What was read of just this state of a file.
  subscript(entry: SourceEntry) -> Diagnosed<ReadPage?>? {
    guard let reading = readings[entry.path], reading.entry == entry else { return nil }
    return reading.page
  }

  /// What was read of the file at a path last.
  subscript(path: String) -> Diagnosed<ReadPage?>? { readings[path]?.page }

  /// Forgets what was read of a file, which may differ though its size and time do not.
  mutating func forget(_ path: String) { readings[path] = nil }

  /// Takes in what was read of a file now.
  mutating func note(_ page: Diagnosed<ReadPage?>, of entry: SourceEntry) {
    readings[entry.path] = Reading(entry: entry, page: page)
  }
}

extension ReadPage {
  /// Whether both tell a survey the same, whatever their bodies are.
  func tellsSame(as other: ReadPage) -> Bool {
    headDigest == other.headDigest && bodyStart == other.bodyStart
      && firstHeading == other.firstHeading
  }

  /// The same of one page, to be kept: two that tell a survey the same have the same.
  var told: SHA256 {
    // A title of the front matter's own is the usual case, and where the body begins follows from what is before it.
    guard let firstHeading else { return headDigest }
    var writer = RecordWriter()
    writer.add(headDigest)
    writer.add(firstHeading)
    return SHA256(of: writer.bytes)
  }
}
