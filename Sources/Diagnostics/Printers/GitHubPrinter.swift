/// Prints findings as workflow commands of GitHub, which shows them beside the lines of a change.
///
/// GitHub shows only so many annotations of a step, so the first 10 are commands, errors before
/// warnings, and the rest is a table for the job's summary.
package struct GitHubPrinter: Sendable {
  private static let mostCommands = 10

  /// Creates a printer.
  package init() {}

  /// Returns the commands, a line each, and the Markdown table of what did not fit.
  package func print(_ report: RunReport) -> (commands: String, summary: String?) {
    var regions = Regions()
    var commands = report.error.map { "::error title=handbook::\(Self.data($0))\n" } ?? ""
    let ordered =
      report.findings.filter { $0.severity == .error }
      + report.findings.filter { $0.severity == .warning }
    let shown = ordered.prefix(Self.mostCommands - (report.error == nil ? 0 : 1))
    for finding in shown { commands += Self.command(finding, report.folder, &regions) }
    let rest = ordered.dropFirst(shown.count)
    return (commands, rest.isEmpty ? nil : Self.table(rest, after: shown.count, report.folder))
  }

  private static func command(
    _ finding: Diagnostic, _ folder: String, _ regions: inout Regions
  ) -> String {
    let region = regions.region(of: finding.place)
    var properties = [
      ("file", folder + finding.place.file.path),
      ("line", String(region.start.line)), ("endLine", String(region.end.line)),
    ]
    // Columns mean something to GitHub within one line only.
    if region.start.line == region.end.line {
      properties += [
        ("col", String(region.start.column)), ("endColumn", String(region.end.column)),
      ]
    }
    properties.append(("title", finding.rule))
    let written = properties.map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
    let text = finding.help.map { "\(finding.message)\n\($0)" } ?? finding.message
    return "::\(finding.severity.rawValue) \(written)::\(data(text))\n"
  }

  /// Text behind a command, in which a line's end would end the command.
  private static func data(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: nil
      }
    }
  }

  /// The value of a property, in which `:` and `,` would end it too.
  private static func property(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case ":": "%3A"
      case ",": "%2C"
      default: data(String(scalar))
      }
    }
  }

  private static func table(
    _ findings: ArraySlice<Diagnostic>, after shown: Int, _ folder: String
  ) -> String {
    var regions = Regions()
    var text = "### handbook: \(findings.count) more findings\n\n"
    text += "The first \(shown) stand beside the lines they are about.\n\n"
    text += "| | place | finding | rule |\n|---|---|---|---|\n"
    for finding in findings {
      let line = regions.region(of: finding.place).start.line
      let place = "\(folder)\(finding.place.file.path):\(line)"
      let cells = [
        finding.severity.rawValue, cell(place), cell(finding.messageWithHelp), finding.rule,
      ]
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }

  /// Text of a table's cell, in which nothing is Markdown or HTML.
  private static func cell(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "|", "*", "_", "`", "[", "]", "\\", "~", "#", "@", "!": "\\\(scalar)"
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "\r", "\n": " "
      default: nil
      }
    }
  }

  /// The text with some of its characters replaced.
  private static func escaped(
    _ text: String, _ replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += replacement(scalar) ?? String(scalar) }
    return result
  }
}
