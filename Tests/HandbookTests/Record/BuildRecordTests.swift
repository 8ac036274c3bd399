import Diagnostics
import Digest
import Testing
import Values

@testable import Handbook

/// What a build leaves for the next one.
struct BuildRecordTests {
  private let files = [
    "site.yml":
      "title: T\nkinds:\n  service: {folder: services}\nrules:\n  house:\n    each: page\n    must: description\n",
    "content/index.md": "# Home\n\n[x](/nowhere/)\n\n#\n",
    "content/a.md":
      "---\nweight: 1\n---\n# A\n\n<!-- handbook: allow unsafe-html until 2027-01-01: later -->\n<b onclick=\"x\">b</b>\n",
    "content/d.md": "---\ndraft: true\n---\n# D {{ nobody }}\n",
    "layouts/page.html": "<main>{{ content }}</main>{{ absent }}",
  ]

  private func record(
    _ sources: MemorySources
  ) async throws -> (record: BuildRecord, report: BuildReport) {
    let recorded = RecordedSources(sources, listed: 1)
    var options = try liveOptions()
    options.baseline = Baseline([])
    let report = try await compile(recorded, options, into: MemoryOutput(sources))
    let record = try #require(
      try await BuildRecord(
        report, key: SHA256(of: [1]), git: GitAnswers(), graphviz: "dot 2", sources: recorded,
        brought: [], workers: 2))
    return (record, report)
  }

  private func printed(_ report: BuildReport) -> [String] {
    var run = RunReport(version: "1", asOf: testDay, folder: "")
    run.findings = report.findings
    run.suppressed = report.suppressed
    run.rules = report.rules
    return ReportFormat.allCases.map { $0.print(run) }
  }

  @Test func `what came of a build is told again in the same words`() async throws {
    let sources = MemorySources(files)
    let (record, report) = try await record(sources)
    let kept = try #require(BuildRecord(record.bytes))
    let again = try kept.report(sources)
    #expect(report.findings.count > 4 && report.suppressed.count == 1)
    #expect(printed(again) == printed(report))
    #expect(again.findings.map(\.fix) == report.findings.map(\.fix))
    #expect(again.drafts == report.drafts && again.notes == report.notes)
    #expect(again.pageCount == report.pageCount && again.rules == report.rules)
    #expect(kept.key == record.key && kept.git == record.git && kept.graphviz == "dot 2")
  }

  @Test func `the bytes of sources are not kept twice`() async throws {
    var files = files
    files["content/index.md"]? += String(repeating: "Words and more words.\n", count: 10_000)
    #expect(try await record(MemorySources(files)).record.bytes.count < 20_000)
  }

  @Test func `the same sources are the same, whatever their times`() async throws {
    let sources = MemorySources(files)
    let read = try await record(sources).record.sources
    #expect(try await read.isSame(as: sources, workers: 2))
    var later = DraftSources(files)
    later.write(files["content/a.md"] ?? "", to: "content/a.md")
    #expect(try await read.isSame(as: later, workers: 1))
  }

  @Test(arguments: ["site.yml", "content/index.md", "content/d.md", "layouts/page.html"])
  func `a file with one other byte is another`(path: String) async throws {
    let read = try await record(MemorySources(files)).record.sources
    var others = files
    others[path] = files[path]?.replacing("T", with: "U").replacing("x", with: "y")
      .replacing("D", with: "E").replacing("main", with: "mane")
    #expect(others[path]?.utf8.count == files[path]?.utf8.count && others != files)
    #expect(try await !read.isSame(as: MemorySources(others), workers: 2))
  }

  @Test func `a name more, less or other is another site`() async throws {
    let read = try await record(MemorySources(files)).record.sources
    var more = files
    more["content/_private.md"] = ""
    #expect(try await !read.isSame(as: MemorySources(more), workers: 2))
    var fewer = files
    let draft = fewer.removeValue(forKey: "content/d.md")
    #expect(try await !read.isSame(as: MemorySources(fewer), workers: 2))
    fewer["content/e.md"] = draft
    #expect(try await !read.isSame(as: MemorySources(fewer), workers: 2))
    let links = MemorySources(files.mapValues { Array($0.utf8) }, links: ["content/z"])
    #expect(try await !read.isSame(as: links, workers: 2))
  }

  @Test func `bytes that were not written so are no record`() async throws {
    let bytes = try await record(MemorySources(files)).record.bytes
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(BuildRecord(Array(bytes[..<length])) == nil)
    }
    for index in stride(from: 0, to: bytes.count, by: 11) {
      var other = bytes
      other[index] ^= 0x40
      #expect(BuildRecord(other) == nil)
    }
  }

  @Test func `noise in any part is unreadable, and never more than that`() {
    var random = Random(seed: 1)
    for _ in 0..<300 {
      let noise = (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
      var reader = RecordReader(noise)
      _ = try? ReadSources(&reader)
      var other = RecordReader(noise)
      _ = try? DiagnosticReader(&other, MemorySources(files))
      var third = RecordReader(noise)
      #expect(throws: RecordReader.Unreadable.self) {
        while true { _ = try third.text() }
      }
    }
  }

  @Test(arguments: [
    SourceHistory.cutShort, .none(reason: "none"), .days([:]),
    .days(["a": PlainDate(daysSinceEpoch: 1)].compactMapValues { $0 }),
    .days(["a": PlainDate(daysSinceEpoch: 2)].compactMapValues { $0 }),
  ])
  func `each history has a digest of its own, and keeps it`(history: SourceHistory) throws {
    let others: [SourceHistory] = [
      .none(reason: "other"), .days(["b": try #require(PlainDate("2026-01-01"))]),
    ]
    #expect(!others.map(\.digest).contains(history.digest))
    var answers = GitAnswers()
    answers.history = history.digest
    answers.ignores = ["p": .ignored, "q": .unknown(reason: "r")]
    var writer = RecordWriter()
    answers.write(to: &writer)
    var reader = RecordReader(writer.bytes)
    #expect(try GitAnswers(&reader) == answers)
  }
}
