import Diagnostics
import Handbook
import Testing
import Values

/// What a tiny site gave.
struct Outcome {
  var report: BuildReport
  var files: [String: String]
}

/// The day on which the tests' sites are built.
let testDay = "2026-06-30"

extension BuildReport {
  /// The report without findings of whether readers find every page: the tests' tiny sites are
  /// rarely whole ones.
  var ofParts: BuildReport {
    var report = self
    report.findings.removeAll { ["orphan-page", "missing-index"].contains($0.rule) }
    return report
  }
}

/// Builds a tiny site in memory; of one that is not whole, not all is asked.
func build(
  _ files: [String: String], links: [String] = [], url: String? = nil, drafts: Bool = false,
  isWhole: Bool = false, graphviz: FakeGraphviz? = nil
) async throws -> Outcome {
  try await build(
    MemorySources(files.mapValues { Array($0.utf8) }, links: links), url: url, drafts: drafts,
    isWhole: isWhole, graphviz: graphviz)
}

/// Builds the site that `sources` hold.
func build(
  _ sources: MemorySources, url: String? = nil, drafts: Bool = false, isWhole: Bool = false,
  graphviz: FakeGraphviz? = nil
) async throws -> Outcome {
  let output = MemoryOutput(sources)
  var options = BuildOptions(
    asOf: try #require(PlainDate(testDay)), url: url.flatMap(SiteURL.init), includesDrafts: drafts,
    workers: 2)
  if let graphviz { options.graphviz = { graphviz.answer(to: $0) } }
  let report = try await compile(sources, options, into: output)
  return Outcome(report: isWhole ? report : report.ofParts, files: output.files)
}

/// Builds a tiny site whose files may have findings drawn under their lines, and expects just those.
///
/// A finding is drawn as carets under what it marks, then severity, wording and, after `; `, the help:
/// ```
/// See [the lead](/roles/laed/).
///                ^^^^^^^^^^^^ error: no page at '/roles/laed/'; did you mean '/roles/lead/'?
/// ```
func check(
  _ drawn: [String: String], links: [String] = [], url: String? = nil, drafts: Bool = false,
  isWhole: Bool = false, graphviz: FakeGraphviz? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  var files: [String: String] = [:]
  var expected: [String] = []
  for (path, text) in drawn.sorted(by: { $0.key < $1.key }) {
    let drawing = Drawing(path, text)
    files[path] = drawing.text
    expected += drawing.findings
  }
  let report = try await build(
    files, links: links, url: url, drafts: drafts, isWhole: isWhole, graphviz: graphviz
  ).report
  let found = report.findings.map(Drawing.line)
  #expect(found.sorted() == expected.sorted(), sourceLocation: sourceLocation)
}

/// A file with findings drawn in it.
private struct Drawing {
  var text: String
  var findings: [String] = []

  init(_ path: String, _ drawn: String) {
    var lines: [Substring] = []
    for line in drawn.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      let carets = trimmed.prefix { $0 == "^" }
      let rest = trimmed.dropFirst(carets.count)
      if !carets.isEmpty, rest.hasPrefix(" error: ") || rest.hasPrefix(" warning: ") {
        let column = line.count - trimmed.count + 1
        findings.append(
          "\(path):\(lines.count):\(column)-\(column + carets.count):\(rest)")
      } else {
        lines.append(line)
      }
    }
    text = lines.joined(separator: "\n")
  }

  /// A finding in the form in which drawings tell it.
  ///
  /// One without a width is drawn with one caret.
  static func line(_ finding: Diagnostic) -> String {
    let lines = LineTable(finding.place.file.bytes)
    let start = lines.position(at: finding.place.range.lowerBound)
    let end = lines.position(at: finding.place.range.upperBound)
    let last = end.line == start.line ? max(end.column, start.column + 1) : start.column + 1
    return "\(finding.place.file.path):\(start.line):\(start.column)-\(last): "
      + "\(finding.severity.rawValue): \(finding.message)\(finding.help.map { "; \($0)" } ?? "")"
  }
}
