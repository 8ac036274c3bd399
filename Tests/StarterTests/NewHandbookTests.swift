import Diagnostics
import Handbook
import Starter
import Testing
import Values

/// Sources in memory.
struct MadeSources: SourceTree {
  let files: [NewFile]

  var entries: [SourceEntry] {
    files.filter {
      $0.path == "site.yml"
        || ["content/", "layouts/", "assets/"].contains(where: $0.path.hasPrefix)
    }.map { SourceEntry(path: $0.path, size: $0.text.utf8.count) }
  }

  func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    Array((files.first { $0.path == entry.path }?.text ?? "").utf8)
  }

  func find(_ path: String) throws(SourceError) -> SourceEntry? {
    entries.first { $0.path == path }
  }
}

/// What a check on `day` tells of the files.
func report(on files: [NewFile], _ day: PlainDate) async throws -> BuildReport {
  try await compile(
    MadeSources(files: files),
    BuildOptions(asOf: day, url: nil, includesDrafts: false, workers: 2), into: NoOutput())
}

@Test(arguments: ["2026-01-31", "2024-02-29", "2026-12-31", "2027-03-01"])
func `nothing is wrong with a new handbook on the day it is made and a month later`(
  day: String
) async throws {
  let day = try #require(PlainDate(day))
  let files = NewHandbook(title: "Our handbook", day: day).files
  for months in [0, 1] {
    let report = try await report(on: files, try #require(day.adding(months: months)))
    #expect(report.findings.map(\.message) == [])
    #expect(report.pageCount > 10)
  }
}

@Test func `three years later only the calendar has something to say of it`() async throws {
  let day = try #require(PlainDate("2026-06-30"))
  let files = NewHandbook(title: "Our handbook", day: day).files
  let report = try await report(on: files, try #require(day.adding(months: 36)))
  #expect(report.findings.contains { $0.rule == "overdue-review" })
  #expect(report.findings.filter { $0.since == nil }.map(\.message) == [])
}

@Test func `a title may hold anything`() async throws {
  let day = try #require(PlainDate("2026-06-30"))
  let title = #"A "B" \ C: #d"# + "\u{1}\n<f>"
  let files = NewHandbook(title: title, day: day).files
  #expect(try await report(on: files, day).findings.map(\.message) == [])
}

@Test func `a folder's name becomes a title`() {
  #expect(NewHandbook.title(of: "our-new_handbook") == "Our new handbook")
  #expect(NewHandbook.title(of: "SOMS") == "SOMS")
  #expect(NewHandbook.title(of: "--") == "Handbook")
}

@Test func `a new handbook's pages have the policy that hosts are told`() throws {
  let files = NewHandbook(title: "T", day: try #require(PlainDate("2026-06-30"))).files
  let frame = try #require(files.first { $0.path == "layouts/base.html" })
  #expect(frame.text.contains("content=\"\(ContentPolicy.page)\""))
}
