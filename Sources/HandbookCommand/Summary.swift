import Diagnostics
import Handbook
import Values

/// The last line of a run: what was made, and what was found.
struct Summary {
  let text: String

  init(_ report: BuildReport, as date: PlainDate, took duration: Duration, isPublished: Bool) {
    let errors = report.findings.count { $0.severity == .error }
    let found = Self.list([
      Self.count(errors, "error"), Self.count(report.findings.count - errors, "warning"),
    ])
    let known = report.suppressed.count { $0.reason == .baseline }
    let suppressed = Self.list([
      known == 0 ? nil : "\(known) known",
      known == report.suppressed.count ? nil : "\(report.suppressed.count - known) allowed",
    ])
    let pages = Self.count(report.pageCount, "page") ?? "no pages"
    let milliseconds = duration / .milliseconds(1)
    let time =
      milliseconds < 1000
      ? "\(Int(milliseconds.rounded())) ms" : "\((milliseconds / 100).rounded() / 10) s"
    let outcome = isPublished ? "" : " Nothing was published."
    text =
      "\(pages) as of \(date) in \(time); \(found ?? "nothing found")"
      + "\(suppressed.map { "; \($0), not counted" } ?? "").\(outcome)\n"
  }

  private static func list(_ parts: [String?]) -> String? {
    let parts = parts.compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
