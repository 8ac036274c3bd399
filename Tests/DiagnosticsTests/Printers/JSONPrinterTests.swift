import Testing

@testable import Diagnostics

@Suite struct JSONPrinterTests {
  @Test func `a finding has the members that the contract names`() throws {
    let found = finding(
      in: "# Über\n[ü](/a/) x\n", at: "/a/", "no page at \"/a/\"", help: "write '/b/'",
      since: "2026-01-01")
    let document = try JSON(parsing: Array(JSONPrinter().print(report([found])).utf8))
    let expected: JSON = [
      "schemaVersion": "1", "asOf": "2026-06-30",
      "findings": [
        [
          "rule": "broken-link", "severity": "error", "file": "content/index.md",
          "line": 2, "column": 5, "endLine": 2, "endColumn": 8,
          "message": "no page at \"/a/\"", "help": "write '/b/'", "since": "2026-01-01",
        ]
      ],
    ]
    #expect(document == expected)
  }

  @Test func `absent help and date are null`() throws {
    let printed = JSONPrinter().print(report([finding(in: "x", at: "x")]))
    let only = try JSON(parsing: Array(printed.utf8))["findings"]?.array?.first
    #expect(only?["help"] == .null)
    #expect(only?["since"] == .null)
  }

  @Test func `a run that failed is one document with its error`() throws {
    let printed = JSONPrinter().print(report([], error: "cannot read 'a'."))
    #expect(
      try JSON(parsing: Array(printed.utf8)) == [
        "schemaVersion": "1", "asOf": "2026-06-30", "error": "cannot read 'a'.", "findings": [],
      ])
  }
}
