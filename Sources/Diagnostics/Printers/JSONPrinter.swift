/// Prints findings for programs, in the form that the site's contract names `schemaVersion` 1.
package struct JSONPrinter: Sendable {
  /// Creates a printer.
  package init() {}

  /// Returns one document with all findings; with `error`, what kept the run from its end.
  package func print(_ report: RunReport) -> String {
    var regions = Regions()
    let document: JSON = ["schemaVersion": "1", "asOf": .string(report.asOf)]
    return
      document
      .adding("error", report.error.map(JSON.string))
      .adding("findings", .array(report.findings.map { Self.object($0, &regions) }))
      .text(linesTo: 2)
  }

  private static func object(_ finding: Diagnostic, _ regions: inout Regions) -> JSON {
    let region = regions.region(of: finding.place)
    return [
      "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
      "file": .string(finding.place.file.path),
      "line": .integer(region.start.line), "column": .integer(region.start.column),
      "endLine": .integer(region.end.line), "endColumn": .integer(region.end.column),
      "message": .string(finding.message),
      "help": finding.help.map(JSON.string) ?? .null,
      "since": finding.since.map(JSON.string) ?? .null,
    ]
  }
}
