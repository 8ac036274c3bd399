import Diagnostics
import Handbook
import Values

/// The last line of a run: what was made, and what was found.
struct Summary {
  let text: String

  init(_ report: BuildReport, as date: PlainDate, took duration: Duration, isPublished: Bool) {
    let errors = report.findings.count { $0.severity == .error }
    let warnings = report.findings.count - errors
    let found = [Self.count(errors, "error"), Self.count(warnings, "warning")]
      .compactMap { $0 }.joined(separator: ", ")
    let pages = Self.count(report.pageCount, "page") ?? "no pages"
    let milliseconds = duration / .milliseconds(1)
    let time =
      milliseconds < 1000
      ? "\(Int(milliseconds.rounded())) ms" : "\((milliseconds / 100).rounded() / 10) s"
    let outcome = isPublished ? "" : " Nothing was published."
    text =
      "\(pages) as of \(date) in \(time); \(found.isEmpty ? "nothing found" : found).\(outcome)\n"
  }

  private static func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
