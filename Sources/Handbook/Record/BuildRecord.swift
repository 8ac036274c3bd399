import Diagnostics
package import Digest

/// What a build leaves for the next one, so that it need not be done again while nothing changed.
///
/// It is never needed: without it, and where anything in it is otherwise, the site is built.
package struct BuildRecord: Sendable {
  /// What decides over a build beside its sources: the program, its options, the day.
  package var key: SHA256
  /// What git was asked, and what it said.
  package var git: GitAnswers
  /// Which Graphviz laid networks out; `nil` where none was asked.
  package var graphviz: String?
  /// What was read.
  package var sources: ReadSources
  /// What came of it, and the output as it lies there; read only when the rest is the same.
  private let report: [UInt8]
  /// What the output is known by, in the words of the one who looks at it.
  package var output: [UInt8] = []
  /// What the pages are known by that are kept beside it; `nil` where none are.
  package var pages: SHA256?

  private static let header = "handbook build 3\n"

  /// Gathers it; `nil` where what was read cannot be told.
  ///
  /// `brought` are the paths of files that the command line named, of which nothing but a digest may be kept.
  ///
  /// - Throws: also where the report shows anything of such a file, or of a private one among the sources.
  package init?(
    _ report: BuildReport, key: SHA256, git: GitAnswers, graphviz: String?,
    sources: RecordedSources, brought: Set<String>, workers: Int
  ) async throws {
    guard report.linked == nil, report.book == nil,
      let read = try await ReadSources(sources, workers: workers)
    else { return nil }
    (self.key, self.git, self.graphviz) = (key, git, graphviz)
    self.sources = read
    self.report = try report.record(sources, brought)
  }

  /// What came of the build: as if it was done again, of sources that are the same.
  package func report(_ sources: any SourceTree) throws -> BuildReport {
    try BuildReport(recorded: report, sources)
  }

  /// All of it, with a digest at the end.
  package var bytes: [UInt8] {
    var writer = RecordWriter()
    writer.add(Self.header)
    writer.add(key)
    git.write(to: &writer)
    writer.add(graphviz) { $0.add($1) }
    sources.write(to: &writer)
    writer.add(bytes: report)
    writer.add(bytes: output)
    writer.add(pages) { $0.add($1) }
    writer.add(SHA256(of: writer.bytes))
    return writer.bytes
  }

  /// Reads what `bytes` made; `nil` for anything else.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count > 32,
      SHA256(of: Array(bytes.dropLast(32))).bytes.elementsEqual(bytes.suffix(32))
    else { return nil }
    var reader = RecordReader(bytes)
    do throws(RecordReader.Unreadable) {
      guard try reader.text() == Self.header else { return nil }
      key = try reader.digest()
      git = try GitAnswers(&reader)
      graphviz = try reader.optional { (reader) throws(RecordReader.Unreadable) in
        try reader.text()
      }
      sources = try ReadSources(&reader)
      report = try reader.bytes()
      output = try reader.bytes()
      pages = try reader.optional { (reader) throws(RecordReader.Unreadable) in
        try reader.digest()
      }
    } catch {
      return nil
    }
  }
}

extension BuildReport {
  /// What of the report cannot be told from the program alone.
  fileprivate func record(_ sources: any SourceTree, _ brought: Set<String>) throws -> [UInt8] {
    var writer = RecordWriter()
    var diagnostics = DiagnosticWriter()
    diagnostics.add(findings)
    diagnostics.add(suppressed)
    try diagnostics.finish(into: &writer, sources, brought: brought)
    writer.add(drafts.sorted()) { $0.add($1) }
    writer.add(notes) { $0.add($1) }
    writer.add(pageCount)
    let known = Set(RuleCatalogue.all)
    writer.add(rules.filter { !known.contains($0) }) { $0.add($1) }
    return writer.bytes
  }

  fileprivate init(recorded bytes: [UInt8], _ sources: any SourceTree) throws {
    var reader = RecordReader(bytes)
    var diagnostics = try DiagnosticReader(&reader, sources)
    let (findings, suppressed) = (try diagnostics.list(), try diagnostics.suppressed())
    let text = { (reader: inout RecordReader) throws(RecordReader.Unreadable) in try reader.text() }
    self.init(
      findings: findings, suppressed: suppressed, drafts: Set(try reader.list(text)),
      notes: try reader.list(text), pageCount: try reader.count(),
      rules: RuleCatalogue.all(
        with: try reader.list { (reader) throws(RecordReader.Unreadable) in try reader.rule() }))
  }
}

extension RecordWriter {
  fileprivate mutating func add(_ rule: RuleText) {
    add(rule.id)
    add(rule.severity) { $0.add($1 == .error) }
    for text in [rule.promise, rule.why, rule.example, rule.repair] { add(text) }
    let place: String? =
      switch rule.exampleIs {
      case .finding: nil
      case .declaration(let place): place
      }
    add(place) { $0.add($1) }
  }
}

extension RecordReader {
  fileprivate mutating func rule() throws(Unreadable) -> RuleText {
    let id = try text()
    let severity = try optional { (reader) throws(Unreadable) in try reader.flag() }
    let (promise, why, example, repair) = (try text(), try text(), try text(), try text())
    let place = try optional { (reader) throws(Unreadable) in try reader.text() }
    return RuleText(
      id, severity.map { $0 ? .error : .warning }, promise: promise, why: why, example: example,
      exampleIs: place.map { .declaration(in: $0) } ?? .finding, repair: repair)
  }
}
