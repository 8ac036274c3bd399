/// Prints findings as SARIF 2.1.0, which code scanning services and editors read.
///
/// Messages are plain text: braces and brackets in them stand for themselves.
package struct SARIFPrinter: Sendable {
  /// What paths are relative to, by the name that services know for a checkout's root.
  private static let root = "%SRCROOT%"

  /// Creates a printer.
  package init() {}

  /// Returns one log with one run.
  package func print(_ report: RunReport) -> String {
    let log: JSON = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": Self.driver(report)],
          "columnKind": "unicodeCodePoints",
          "invocations": [Self.invocation(report)],
          "results": .array(Self.results(report)),
        ]
      ],
    ]
    return log.text(linesTo: 5)
  }

  private static func driver(_ report: RunReport) -> JSON {
    [
      "name": "handbook", "semanticVersion": .string(report.version),
      "rules": .array(report.rules.map(rule)),
    ]
  }

  private static func rule(_ rule: RuleText) -> JSON {
    let configuration: JSON =
      rule.severity.map { ["level": .string($0.rawValue)] } ?? [
        "enabled": false, "level": "warning",
      ]
    return [
      "id": .string(rule.id),
      "shortDescription": ["text": .string(rule.promise)],
      "fullDescription": ["text": .string("\(rule.promise) \(rule.why)")],
      "help": ["text": .string(rule.text), "markdown": .string(rule.markdown)],
      "defaultConfiguration": configuration,
    ]
  }

  private static func invocation(_ report: RunReport) -> JSON {
    guard let error = report.error else { return ["executionSuccessful": true] }
    return [
      "executionSuccessful": false, "exitCode": 2,
      "toolExecutionNotifications": [["level": "error", "message": ["text": .string(error)]]],
    ]
  }

  private static func results(_ report: RunReport) -> [JSON] {
    let indices = Dictionary(
      zip(report.rules.map(\.id), report.rules.indices), uniquingKeysWith: { first, _ in first })
    var regions = Regions()
    var fingerprints = Fingerprints()
    func result(_ finding: Diagnostic, suppressions: JSON?) -> JSON {
      let fingerprint = fingerprints.next(FindingKey(finding, in: report.folder))
      let related = related(finding.notes, report.folder, &regions)
      let result: JSON = [
        "ruleId": .string(finding.rule), "level": .string(finding.severity.rawValue),
        "message": ["text": .string(finding.messageWithHelp)],
        "locations": [location(finding.place, report.folder, &regions)],
        // The first is the one that GitHub knows findings again by.
        "partialFingerprints": [
          "primaryLocationLineHash": .string(fingerprint),
          "handbookFinding/v1": .string(fingerprint),
        ],
      ]
      return
        result
        .adding("ruleIndex", indices[finding.rule].map(JSON.integer))
        .adding("relatedLocations", related.isEmpty ? nil : .array(related))
        .adding("suppressions", suppressions)
    }
    return report.findings.map { result($0, suppressions: nil) }
      + report.suppressed.map { result($0.finding, suppressions: [suppression($0.reason)]) }
  }

  /// The notes' places, each once, as the schema wants them.
  private static func related(
    _ notes: [Diagnostic.Note], _ folder: String, _ regions: inout Regions
  ) -> [JSON] {
    var locations: [JSON] = []
    for note in notes {
      let location = location(note.place, folder, &regions)
        .adding("message", ["text": .string(note.message)])
      if !locations.contains(location) { locations.append(location) }
    }
    return locations
  }

  private static func suppression(_ reason: SuppressedFinding.Reason) -> JSON {
    switch reason {
    case .comment(let words): ["kind": "inSource", "justification": .string(words)]
    case .baseline: ["kind": "external", "justification": "listed in the baseline"]
    }
  }

  private static func location(_ place: Place, _ folder: String, _ regions: inout Regions) -> JSON {
    let region = regions.region(of: place)
    return [
      "physicalLocation": [
        "artifactLocation": [
          "uri": .string(uri(folder + place.file.path)), "uriBaseId": .string(root),
        ],
        "region": [
          "startLine": .integer(region.start.line), "startColumn": .integer(region.start.column),
          "endLine": .integer(region.end.line), "endColumn": .integer(region.end.column),
        ],
      ]
    ]
  }

  /// A path as a relative URI: all but letters, digits and `-._~/` percent-encoded.
  private static func uri(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default: uri += "%" + hexadecimal(UInt64(byte), digits: 2).uppercased()
      }
    }
    return uri
  }
}
