import Diagnostics
import Testing
import Values

@testable import Handbook

private let site = [
  "site.yml":
    "title: T\nrules: {moved-external-link: warning, unanswered-external-link: warning}\n",
  "content/index.md": """
  # Home

  [1](https://a.org/x#p) [2](https://a.org/x) [3](HTTPS://B.org) <https://c.org/>
  [4](https://docs.example/) [5](http://www.example.com/) [6](mailto:a@b.org) [7](/)

  """,
]

private func check(_ answers: [String: ExternalAnswer]?) async throws -> BuildReport {
  let sources = MemorySources(site)
  var options = BuildOptions(
    asOf: try #require(PlainDate(testDay)), url: nil, includesDrafts: false, workers: 2)
  options.keepsLinks = true
  options.external = answers
  return try await compile(sources, options, into: MemoryOutput(sources)).ofParts
}

@Test func `links of the web are asked for once, but addresses for examples`() async throws {
  let linked = try #require(try await check(nil).linked)
  #expect(
    ExternalLinks(of: linked).urls == ["https://a.org/x", "HTTPS://B.org", "https://c.org/"])
}

@Test func `what other sites say becomes findings where the links are written`() async throws {
  let report = try await check([
    "https://a.org/x": .gone("it answers 404"), "HTTPS://B.org": .moved(to: "https://www.b.org/"),
    "https://c.org/": .blocked("it answers 403"),
  ])
  let found = report.findings.map {
    "\(LineTable($0.place.file.bytes).position(at: $0.place.range.lowerBound).column) "
      + "\($0.rule): \($0.message)"
  }
  #expect(
    found == [
      "5 dead-external-link: 'https://a.org/x#p' is gone: it answers 404",
      "28 dead-external-link: 'https://a.org/x' is gone: it answers 404",
      "49 moved-external-link: 'HTTPS://B.org' has moved for good",
      "65 unanswered-external-link: 'https://c.org/' could not be looked at: it answers 403",
    ])
  #expect(report.findings.allSatisfy { $0.severity == .warning })
  #expect(report.findings[2].fix?.replacement == "https://www.b.org/")
  #expect(report.notes.contains { $0.hasPrefix("1 link to other sites could not be looked at") })
}

@Test func `without answers nothing is found and nothing said`() async throws {
  let report = try await check(nil)
  #expect(report.findings.isEmpty)
  #expect(!report.notes.contains { $0.contains("other sites") })
}
