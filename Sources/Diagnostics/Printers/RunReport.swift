/// What came of a run, in the form that every printer takes.
package struct RunReport: Sendable {
  /// The program's version.
  package var version: String
  /// The day the findings hold for, such as `2026-06-30`.
  package var asOf: String
  /// The site's folder relative to the repository's root: empty, or ended by `/`.
  package var folder: String
  /// The findings, in the order of files and places.
  package var findings: [Diagnostic] = []
  /// The findings that are known or allowed, in the same order.
  package var suppressed: [SuppressedFinding] = []
  /// What kept the run from its end, in one sentence.
  package var error: String?
  /// Every rule that there is.
  package var rules: [RuleText] = []

  /// Creates the report of a run that found nothing.
  package init(version: String, asOf: String, folder: String) {
    self.version = version
    self.asOf = asOf
    self.folder = folder
  }
}

/// A finding that does not count, and why.
package struct SuppressedFinding: Sendable {
  /// Who said so.
  package enum Reason: Sendable, Hashable {
    /// A comment beside it, with these words.
    case comment(String)
    /// The baseline.
    case baseline
  }

  /// The finding.
  package let finding: Diagnostic
  /// Who said that it does not count.
  package let reason: Reason

  /// Creates a suppressed finding.
  package init(_ finding: Diagnostic, _ reason: Reason) {
    self.finding = finding
    self.reason = reason
  }
}

/// The forms in which findings are printed.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people, with the line of the source.
  case text
  /// For programs.
  case json
  /// SARIF 2.1.0, for code scanning services and editors.
  case sarif
  /// Workflow commands of GitHub, and a table of what is more than it shows.
  case github
  /// GitLab's Code Quality report.
  case gitlab

  /// The whole report as one text.
  package func print(_ report: RunReport) -> String {
    switch self {
    case .text: TextPrinter().print(report)
    case .json: JSONPrinter().print(report)
    case .sarif: SARIFPrinter().print(report)
    case .github:
      GitHubPrinter().print(report).commands + (GitHubPrinter().print(report).summary ?? "")
    case .gitlab: GitLabPrinter().print(report)
    }
  }
}
