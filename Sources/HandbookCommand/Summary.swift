import Diagnostics
import Handbook
import Values

/// The last line of a run: what was made, and what was found.
struct Summary {
  let text: String

  /// What became of the site that was made.
  enum Outcome {
    /// It is in a folder, as people name that.
    case published(folder: String)
    /// Findings kept it from being published.
    case refused
    /// Nobody asked for it.
    case looked
  }

  init(_ report: BuildReport, as date: PlainDate, took duration: Duration, _ outcome: Outcome) {
    let pages = Self.count(report.pageCount, "page") ?? "no pages"
    let last =
      switch outcome {
      case .published(let folder): " The site is in \(Printable.text(folder))."
      case .refused: " Nothing was published."
      case .looked: ""
      }
    text =
      "\(pages) as of \(date) in \(Self.time(duration)); \(Self.found(report)).\(last)\n"
  }

  /// What counts, then what does not, such as `1 error, 2 warnings; 3 known, not counted`.
  private static func found(_ report: BuildReport) -> String {
    let counted = report.counted
    let errors = counted.count { $0.severity == .error }
    let counting = list([count(errors, "error"), count(counted.count - errors, "warning")])
    let known = report.suppressed.count { $0.reason == .baseline }
    let allowed = report.suppressed.count - known
    let inDrafts = report.findings.count - counted.count
    let others = list([
      known == 0 ? nil : "\(known) known", allowed == 0 ? nil : "\(allowed) allowed",
      inDrafts == 0 ? nil : "\(inDrafts) in drafts",
    ])
    return (counting ?? "no errors or warnings") + (others.map { "; \($0), not counted" } ?? "")
  }

  private static func time(_ duration: Duration) -> String {
    let milliseconds = duration / .milliseconds(1)
    return milliseconds < 1000
      ? "\(Int(milliseconds.rounded())) ms" : "\((milliseconds / 100).rounded() / 10) s"
  }

  private static func list(_ parts: [String?]) -> String? {
    let parts = parts.compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// So many of a thing; `nil` for none.
  static func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
