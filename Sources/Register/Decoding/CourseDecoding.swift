import Values

extension Course {
  static let kind = EntryKind(
    "course", required: ["id", "org", "level", "title", "version"],
    optional: [
      "url", "mode", "hours", "assessment", "valid", "coverage", "transitional",
    ])

  private static let assessment = EntryKind("assessment", optional: ["form", "pass_mark_pct"])
  private static let row = EntryKind(
    "row of the coverage", required: ["element", "result"], optional: ["audit", "evidence"])

  init?(_ entry: inout EntryDecoder) {
    guard let id = entry.text("id") else { return nil }
    self.id = id
    range = entry.range
    organisation = entry.text("org")
    level = entry.choice("level")
    title = entry.text("title")
    version = entry.text("version")
    url = entry.text("url")
    modes = entry.texts("mode").map(\.value)
    hours = entry.number("hours")?.value
    let assessment = entry.entry("assessment", of: Self.assessment) {
      (form: $0.text("form")?.value, passMark: $0.number("pass_mark_pct"))
    }
    assessmentForm = assessment?.form
    passMark = assessment?.passMark
    valid = entry.period("valid")
    coverage = entry.entries("coverage", of: Self.row) {
      Coverage(
        element: $0.choice("element"), result: $0.choice("result"), audit: $0.text("audit"),
        evidence: $0.text("evidence")?.value, range: $0.range)
    }
    isTransitional = entry.boolean("transitional") ?? false
  }
}
