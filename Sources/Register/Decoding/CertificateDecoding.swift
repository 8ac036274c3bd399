import Values
import YAML

extension Certificate {
  static let kind = EntryKind(
    "certificate",
    [
      .required("id", IDKind.certificate.form, "Its number, drawn by chance"),
      .required("person", IDKind.person.form, "The code of its holder; never a name"),
      .required("level", .words(Level.self), "The level that it is for"),
      .required("org", IDKind.organisation.form, "The organisation that awarded it"),
      .required("course", IDKind.course.form, "The course that was taken"),
      .required("course_version", .text(), "The version of that course"),
      .required("awarded", .date, "The day of the award"),
      .required(
        "status_index", .wholeNumber(), "Its place in the list of statuses, used once"),
      KeyForm("attended", EntryDecoder.period.form, "The days of the course"),
      KeyForm("assessed", .date, "The day of the assessment"),
      KeyForm("evidence", .list(Project.kind.form), "The projects that prove the skill"),
      KeyForm("status_events", .list(StatusEvent.kind.form), "What changed its status since"),
    ])

  init?(_ entry: inout EntryDecoder) {
    guard let id = entry.text("id") else { return nil }
    self.id = id
    range = entry.range
    person = entry.text("person")
    level = entry.choice("level")
    organisation = entry.text("org")
    course = entry.text("course")
    courseVersion = entry.text("course_version")
    attended = entry.period("attended")
    assessed = entry.date("assessed")
    awarded = entry.date("awarded")
    evidence = entry.entries("evidence", of: Project.kind) { Project(&$0) }
    events = entry.entries("status_events", of: StatusEvent.kind) { StatusEvent(&$0) }
    statusIndex = entry.integer("status_index")
  }
}

extension Project {
  static let kind = EntryKind(
    "project",
    [
      .required("id", IDKind.project.form, "Its id, used once in the certificate"),
      .required("from", .date, "Its first day"),
      .required("to", .date, "Its last day"),
      KeyForm("large", .boolean, "Whether it stands for two"),
      KeyForm("role", .words(Project.Role.self), "What the holder was in it"),
      KeyForm("kind", .words(Project.Kind.self), "What was done"),
      KeyForm("elements", .several(.words(Element.self)), "The elements of SOMS that it shows"),
    ])

  init(_ entry: inout EntryDecoder) {
    id = entry.text("id")
    range = entry.range
    from = entry.date("from")
    to = entry.date("to")
    isLarge = entry.boolean("large") ?? false
    role = entry.choice("role")
    kind = entry.choice("kind")
    elements = entry.choices("elements")
  }
}

extension StatusEvent {
  static let kind = EntryKind(
    "status event",
    [
      .required("date", .date, "The day from which it holds"),
      .required("kind", .words(StatusEvent.Kind.self), "What happened"),
      KeyForm("code", .text(), "Why, in a word that tells nothing about a person"),
      KeyForm("by", IDKind.certificate.form, "The certificate that takes its place"),
    ])

  init?(_ entry: inout EntryDecoder) {
    date = entry.date("date")
    code = entry.text("code")
    by = entry.text("by")
    range = entry.range
    let kind: Located<Kind>? = entry.choice("kind")
    guard let kind else { return nil }
    self.kind = kind
  }
}

extension LogEntry {
  static let kind = EntryKind(
    "log entry",
    [
      .required("date", .date, "The day of the change"),
      .required("kind", .words(LogEntry.Kind.self), "What changed"),
      .required("subject", .text(), "The id of what changed"),
      KeyForm("note_code", .text(), "More about it, in a word"),
    ])

  init(_ entry: inout EntryDecoder) {
    date = entry.date("date")
    kind = entry.choice("kind")
    subject = entry.text("subject")
    noteCode = entry.text("note_code")
    range = entry.range
  }
}

extension Tombstone {
  static let kind = EntryKind(
    "tombstone",
    [
      .required("id", .text(), "The id that was removed, and is never used again"),
      .required("date", .date, "The day on which it was removed"),
      KeyForm("code", .text(), "Why, in a word that tells nothing about a person"),
    ])

  init?(_ entry: inout EntryDecoder) {
    date = entry.date("date")
    code = entry.text("code")
    guard let id = entry.text("id") else { return nil }
    self.id = id
  }
}
