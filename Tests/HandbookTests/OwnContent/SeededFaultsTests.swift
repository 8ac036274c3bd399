import Diagnostics
import Disk
import Glibc
import Handbook
import Testing
import Values

/// The project's own content, to be read only.
private func ownSources() throws -> DiskSources {
  try DiskSources(of: try SiteFolder.find(Project.root))
}

/// What is found in the project's own content with mistakes put into it.
private func check(_ faults: [Fault], _ sources: DiskSources) async throws {
  let faulty = try FaultySources(sources, faults)
  var options = BuildOptions(
    asOf: try #require(PlainDate(testDay)), url: SiteURL("https://handbook.example/osom/"),
    includesDrafts: false, workers: 2)
  let former = faults.compactMap(\.formerURL)
  if !former.isEmpty {
    let pages = former.map { "{\"url\": \"\($0)\", \"title\": \"\", \"source\": \"\"}" }
    options.previous = try PreviousSite(
      parsing: Array("{\"pages\": [\(pages.joined(separator: ", "))]}".utf8))
  }
  let found = try await compile(faulty, options, into: NoPlace()).findings
  let expected = Set(faulty.marks)
  let marks = Set(found.map(Mark.init))
  let names = faults.count == 1 ? faults[0].name : "all"
  #expect(expected.count == faulty.marks.count)
  #expect(marks.count == found.count, "\(names): something is found twice")
  for missed in expected.subtracting(marks).sorted() { Issue.record("\(names) missed: \(missed)") }
  for finding in found where !expected.contains(Mark(finding)) {
    Issue.record("\(names) besides: \(Mark(finding)): \(finding.message)")
  }
}

/// Takes all files and keeps none.
private struct NoPlace: OutputSink {
  func write(_ bytes: UnsafeRawBufferPointer, to path: OutputPath) {}
  func copy(_ entry: SourceEntry, to path: OutputPath) {}
}

@Test func `of the mistakes put into our own content, all are found, and nothing besides`()
  async throws
{
  let faults = SeededFaults.all
  #expect(faults.count >= 60)
  #expect(Set(faults.map(\.name)).count == faults.count)
  try await check([], try ownSources())
  try await check(faults, try ownSources())
}

/// A minute of work, so only where the environment asks for it, as the project's own checks do.
@Test(.enabled(if: getenv("EACH_FAULT") != nil))
func `each mistake put into our own content alone is found, and nothing besides`() async throws {
  let sources = try ownSources()
  for fault in SeededFaults.all { try await check([fault], sources) }
}
