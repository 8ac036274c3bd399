import Diagnostics
import Testing

@testable import Handbook

@Suite struct BaselineTests {
  private func findings(_ body: String) async throws -> [Diagnostic] {
    try await report(["content/index.md": "# Home\n\n\(body)\n"]).findings
  }

  @Test func `it lists a finding a line, sorted, without lines and days`() async throws {
    let found = try await findings("[b](/b/) [a](/a/) [a](/a/)\n\n[c]()")
    #expect(
      Baseline(found).text == """
        {
          "schemaVersion": "1",
          "findings": [
            {"rule": "broken-link", "file": "content/index.md", "target": "no page at '/a/'", "count": 2},
            {"rule": "broken-link", "file": "content/index.md", "target": "no page at '/b/'"},
            {"rule": "empty-link", "file": "content/index.md", "target": "this link leads nowhere: its destination is empty"}
          ]
        }

        """)
  }

  @Test func `what it writes it reads`() async throws {
    let baseline = Baseline(try await findings("[b](/b/) [a](/a/) [a](/a/)\n\n[c]()"))
    #expect(try Baseline(parsing: Array(baseline.text.utf8)) == baseline)
    #expect(try Baseline(parsing: Array(Baseline([]).text.utf8)) == Baseline([]))
  }

  @Test func `known findings do not count, also where lines moved`() async throws {
    let baseline = Baseline(try await findings("[a](/a/)"))
    let report = try await report(
      ["content/index.md": "# Home\n\nNew lines.\n\nMore of [a](/a/) and [b](/b/).\n"],
      baseline: baseline)
    #expect(report.findings.map(\.message) == ["no page at '/b/'"])
    #expect(report.suppressed.map(\.finding.message) == ["no page at '/a/'"])
    #expect(report.suppressed.map(\.reason) == [.baseline])
  }

  @Test func `one more of a known kind counts`() async throws {
    let baseline = Baseline(try await findings("[a](/a/)"))
    let report = try await report(
      ["content/index.md": "# Home\n\n[a](/a/)\n\n[a](/a/)\n"], baseline: baseline)
    #expect(drawing(report.findings) == ["content/index.md:5 broken-link"])
  }

  @Test func `the same finding in another file counts`() async throws {
    let baseline = Baseline(try await findings("[a](/a/)"))
    let report = try await report(
      ["content/index.md": "# Home\n", "content/b.md": "# B\n\n[a](/a/)\n"], baseline: baseline)
    #expect(drawing(report.findings) == ["content/b.md:3 broken-link"])
  }

  @Test(arguments: [
    "{}", "[]", #"{"schemaVersion": "2", "findings": []}"#,
    #"{"schemaVersion": "1", "findings": [{"rule": "a", "file": "b"}]}"#,
  ])
  func `what is no baseline is refused`(text: String) {
    #expect(throws: DocumentError.form(expected: "baseline")) {
      try Baseline(parsing: Array(text.utf8))
    }
  }

  @Test func `what is no JSON is refused with its place`() {
    let error = #expect(throws: DocumentError.self) { try Baseline(parsing: Array("{]".utf8)) }
    #expect(error?.description == "it is no JSON at byte 1: expected a name in quotes")
  }
}
