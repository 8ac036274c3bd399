package import Diagnostics

extension Takeover {
  /// The report for people: what was taken over, what was not understood, and what a check of the
  /// handbook finds.
  package func report(of findings: [Diagnostic]) -> NewFile {
    let written = remarks.map { "- `\($0.place)`: \($0.text)\n" }.joined()
    let notUnderstood = written.isEmpty ? "Everything was understood.\n" : written
    let names = renamed.sorted { $0.key < $1.key }
      .map { "- `\($0.key)` is `content/\($0.value)`\n" }.joined()
    let rewritten = copies.count { $0.contents != nil }
    let renames =
      names.isEmpty
      ? ""
      : "## Called otherwise\n\n\(names)\nLinks to them were changed in \(Self.count(rewritten, "page")).\n\n"
    return NewFile(
      Self.report,
      """
      # What was taken over, and what was not

      Copied as they are\(names.isEmpty ? "" : ", but for what is told below"): \(copied). `site.yml` holds \
      what was recognised: \(Self.count(recognised.terms, "term")), and \(Self.count(recognised.menu, "line")) of the menu. \
      A plain layout stands round the pages.

      \(renames)## Not understood

      \(notUnderstood)
      ## What a check finds

      \(Self.summary(of: findings))
      """)
  }

  private static func summary(of findings: [Diagnostic]) -> String {
    guard !findings.isEmpty else { return "Nothing is wrong.\n" }
    let counts = Dictionary(findings.map { ($0.rule, 1) }, uniquingKeysWith: +)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let rows = counts.map { "| \($0.key) | \($0.value) |\n" }.joined()
    return """
      `\(baseline)` lists them as known, so that only new ones count. `handbook check` tells them all, with their places, and \
      `handbook explain RULE` what each is about.

      | rule | findings |
      |---|---|
      \(rows)
      """
  }
}
