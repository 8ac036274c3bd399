import Diagnostics

/// Writes findings with the files they are in.
///
/// The bytes of a source are not kept a second time: they are what the next build finds there.
struct DiagnosticWriter {
  private var files: [SourceFile] = []
  private var indices: [String: [Int]] = [:]
  /// The indices of bytes in memory that were asked for, which stay there as long as this does.
  private var seen: [Seen: (index: Int, file: SourceFile)] = [:]
  private var findings = RecordWriter()

  /// Writes a list of findings.
  mutating func add(_ list: [Diagnostic]) {
    findings.add(list.count)
    for finding in list { add(finding) }
  }

  /// Writes a list of findings that do not count.
  mutating func add(_ list: [SuppressedFinding]) {
    findings.add(list.count)
    for suppressed in list {
      add(suppressed.finding)
      let reason: String? =
        switch suppressed.reason {
        case .comment(let words): words
        case .baseline: nil
        }
      findings.add(reason) { $0.add($1) }
    }
  }

  private mutating func add(_ finding: Diagnostic) {
    findings.add(finding.rule)
    findings.add(finding.severity == .error)
    add(finding.place)
    findings.add(finding.message)
    findings.add(finding.help) { $0.add($1) }
    findings.add(finding.since) { $0.add($1) }
    findings.add(finding.notes.count)
    for note in finding.notes {
      findings.add(note.message)
      add(note.place)
    }
    findings.add(finding.fix) { writer, fix in
      writer.add(fix.range)
      writer.add(fix.replacement)
      writer.add(fix.isCertain)
    }
  }

  private mutating func add(_ place: Place) {
    findings.add(index(of: place.file))
    findings.add(place.range)
  }

  private mutating func index(of file: SourceFile) -> Int {
    // Thousands of findings share one file's bytes, which need not be compared for each.
    let seen = Seen(file)
    if let known = self.seen[seen] { return known.index }
    let index = knownIndex(of: file)
    self.seen[seen] = (index, file)
    return index
  }

  private mutating func knownIndex(of file: SourceFile) -> Int {
    // One path may stand for the whole file, and for nothing of it.
    if let index = indices[file.path]?.first(where: { files[$0].bytes == file.bytes }) {
      return index
    }
    files.append(file)
    indices[file.path, default: []].append(files.count - 1)
    return files.count - 1
  }

  /// Writes the files, then the findings.
  ///
  /// - Throws: `NotForKeeping` where a finding lies in a file that was brought from elsewhere, or is shown
  ///   otherwise than it is: one of people is.
  func finish(
    into writer: inout RecordWriter, _ sources: any SourceTree, brought: Set<String>
  ) throws {
    writer.add(files.count)
    let entries = try sources.entries(at: Set(indices.keys))
    for file in files {
      let source = file.bytes.isEmpty ? nil : entries[file.path]
      let isSource = try source.map { try sources.read($0) == file.bytes }
      if isSource == false || brought.contains(file.path) { throw NotForKeeping() }
      writer.add(file.path)
      writer.add(isSource ?? false)
      // What was made while building.
      if isSource == nil { writer.add(bytes: file.bytes) }
    }
    writer.add(bytes: findings.bytes)
  }

  /// The report shows what nobody is to keep.
  private struct NotForKeeping: Error {}
}

/// Reads what `DiagnosticWriter` wrote.
struct DiagnosticReader {
  private let files: [SourceFile]
  private var findings: RecordReader

  /// Reads the files, and the sources among them anew.
  init(_ reader: inout RecordReader, _ sources: any SourceTree) throws {
    let kept = try reader.list { (reader) throws(RecordReader.Unreadable) in
      (path: try reader.text(), bytes: try reader.flag() ? nil : try reader.bytes())
    }
    findings = RecordReader(try reader.bytes())
    let entries = try sources.entries(at: Set(kept.lazy.filter { $0.bytes == nil }.map(\.path)))
    files = try kept.map { path, bytes in
      if let bytes { return SourceFile(path: path, bytes: bytes) }
      guard let entry = entries[path] else { throw RecordReader.Unreadable() }
      return SourceFile(path: path, bytes: try sources.read(entry))
    }
  }

  /// Reads a list of findings.
  mutating func list() throws -> [Diagnostic] {
    var list: [Diagnostic] = []
    for _ in 0..<(try findings.count()) { list.append(try finding()) }
    return list
  }

  /// Reads a list of findings that do not count.
  mutating func suppressed() throws -> [SuppressedFinding] {
    var list: [SuppressedFinding] = []
    for _ in 0..<(try findings.count()) {
      let finding = try finding()
      list.append(SuppressedFinding(finding, try text().map { .comment($0) } ?? .baseline))
    }
    return list
  }

  private mutating func finding() throws -> Diagnostic {
    let rule = try findings.text()
    let severity: Severity = try findings.flag() ? .error : .warning
    let place = try place()
    var finding = Diagnostic(rule, severity, at: place, try findings.text())
    finding.help = try text()
    finding.since = try text()
    for _ in 0..<(try findings.count()) {
      let message = try findings.text()
      finding.notes.append(Diagnostic.Note(message, at: try self.place()))
    }
    finding.fix = try findings.optional { (reader) throws(RecordReader.Unreadable) in
      let range = try reader.sourceRange()
      return Fix(range, with: try reader.text(), isCertain: try reader.flag())
    }
    return finding
  }

  private mutating func place() throws -> Place {
    let index = try findings.count()
    guard files.indices.contains(index) else { throw RecordReader.Unreadable() }
    return Place(files[index], try findings.sourceRange())
  }

  private mutating func text() throws -> String? {
    try findings.optional { (reader) throws(RecordReader.Unreadable) in try reader.text() }
  }
}

extension SourceTree {
  /// The files at some paths, listed or not.
  fileprivate func entries(at paths: Set<String>) throws -> [String: SourceEntry] {
    guard !paths.isEmpty else { return [:] }
    let listed = entries.lazy.filter { $0.kind == .file && paths.contains($0.path) }
    var found = Dictionary(listed.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for path in paths where found[path] == nil {
      if let entry = try find(path), entry.kind == .file { found[path] = entry }
    }
    return found
  }
}

extension RecordWriter {
  /// Writes a range.
  mutating func add(_ range: SourceRange) {
    add(range.lowerBound)
    add(range.count)
  }
}

extension RecordReader {
  /// Reads a range.
  mutating func sourceRange() throws(Unreadable) -> SourceRange {
    let (start, count) = (try count(), try count())
    let (end, isTooFar) = start.addingReportingOverflow(count)
    guard !isTooFar else { throw Unreadable() }
    return start..<end
  }
}

/// A file's bytes by where they lie in memory.
private struct Seen: Hashable {
  let path: String
  let start: UnsafeRawPointer?
  let count: Int

  init(_ file: SourceFile) {
    path = file.path
    start = file.bytes.withUnsafeBytes(\.baseAddress)
    count = file.bytes.count
  }
}
