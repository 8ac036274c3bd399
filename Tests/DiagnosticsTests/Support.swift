@testable import Diagnostics

/// A finding at the first occurrence of `part` in a text.
func finding(
  _ rule: String = "broken-link", _ severity: Severity = .error, in text: String, at part: String,
  path: String = "content/index.md", _ message: String = "no page at '/a/'", help: String? = nil,
  since: String? = nil, notes: [Diagnostic.Note] = []
) -> Diagnostic {
  let file = SourceFile(path: path, text: text)
  let range = file.bytes.firstRange(of: Array(part.utf8)) ?? 0..<0
  return Diagnostic(
    rule, severity, at: Place(file, range), message, help: help, since: since, notes: notes)
}

/// A report of findings in a repository whose site lies in `docs/`.
func report(_ findings: [Diagnostic], error: String? = nil) -> RunReport {
  var report = RunReport(version: "1.2.3", asOf: "2026-06-30", folder: "docs/")
  report.findings = findings
  report.error = error
  report.rules = [
    RuleText(
      "broken-link", .error, promise: "Every link leads to a page.", why: "Readers follow them.",
      example: "[a](/nowhere/)", repair: "Correct the path."),
    RuleText(
      "image-text", nil, promise: "Every image has a text.", why: "Not all readers see it.",
      example: "![](a.png)", repair: "Say what it shows."),
  ]
  return report
}

/// Numbers that look random and are the same in every run: SplitMix64.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
