import Values
import YAML

extension Course {
  static let kind = EntryKind(
    "course",
    [
      .required("id", IDKind.course.form, "Its id; versions of one course share it"),
      .required("org", IDKind.organisation.form, "The organisation that teaches it"),
      .required("level", .words(Level.self), "The level that it leads to"),
      .required("title", .text(), "What it is called"),
      .required("version", .text(), "Its version, in quotes"),
      KeyForm("url", .https, "Its page"),
      KeyForm("mode", .several(.text()), "How it is taught, such as classroom or live-online"),
      KeyForm("hours", .number, "How long it takes"),
      KeyForm("assessment", assessment.form, "How it ends"),
      KeyForm("valid", EntryDecoder.period.form, "The days on which this version is taught"),
      KeyForm("coverage", .list(row.form), "What the audit found of each element"),
      KeyForm("transitional", .boolean, "Whether it may be taught beside another version"),
    ])

  private static let assessment = EntryKind(
    "assessment",
    [
      KeyForm("form", .text(), "How it is held, such as written"),
      KeyForm("pass_mark_pct", .number, "What is needed to pass, in per cent"),
    ])
  private static let row = EntryKind(
    "row of the coverage",
    [
      .required("element", .words(Element.self), "The element of SOMS"),
      .required("result", .words(Audit.Result.self), "What the audit found"),
      KeyForm("audit", IDKind.audit.form, "The audit"),
      KeyForm("evidence", .text(), "Where it is taught"),
    ])

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
