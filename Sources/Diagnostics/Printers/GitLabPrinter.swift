/// Prints findings as GitLab's Code Quality report: a list of issues, each with a fingerprint.
package struct GitLabPrinter: Sendable {
  /// Creates a printer.
  package init() {}

  /// Returns one list with all findings, and with what kept the run from its end.
  package func print(_ report: RunReport) -> String {
    var regions = Regions()
    var fingerprints = Fingerprints()
    var issues = report.findings.map { finding in
      let region = regions.region(of: finding.place)
      return Self.issue(
        FindingKey(finding, in: report.folder), finding.messageWithHelp,
        severity: finding.severity == .error ? "major" : "minor",
        lines: region.start.line...max(region.start.line, region.end.line), &fingerprints)
    }
    if let error = report.error {
      let key = FindingKey(rule: "run-failed", file: report.folder + "site.yml", target: error)
      issues.append(Self.issue(key, error, severity: "blocker", lines: 1...1, &fingerprints))
    }
    return JSON.array(issues).text(linesTo: 1)
  }

  private static func issue(
    _ key: FindingKey, _ description: String, severity: String, lines: ClosedRange<Int>,
    _ fingerprints: inout Fingerprints
  ) -> JSON {
    [
      "description": .string(description), "check_name": .string(key.rule),
      "fingerprint": .string(fingerprints.next(key)), "severity": .string(severity),
      "location": [
        "path": .string(key.file),
        "lines": ["begin": .integer(lines.lowerBound), "end": .integer(lines.upperBound)],
      ],
    ]
  }
}

extension Diagnostic {
  /// The wording with the help behind it, for readers that show one text.
  var messageWithHelp: String { help.map { "\(message); \($0)" } ?? message }
}
