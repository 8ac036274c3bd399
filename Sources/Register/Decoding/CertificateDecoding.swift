import Values

extension Certificate {
  static let kind = EntryKind(
    "certificate",
    required: [
      "id", "person", "level", "org", "course", "course_version", "awarded", "status_index",
    ],
    optional: ["attended", "assessed", "evidence", "status_events"])

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
    "project", required: ["id", "from", "to"], optional: ["large", "role", "kind", "elements"])

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
    "status event", required: ["date", "kind"], optional: ["code", "by"])

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
    "log entry", required: ["date", "kind", "subject"], optional: ["note_code"])

  init(_ entry: inout EntryDecoder) {
    date = entry.date("date")
    kind = entry.choice("kind")
    subject = entry.text("subject")
    noteCode = entry.text("note_code")
    range = entry.range
  }
}

extension Tombstone {
  static let kind = EntryKind("tombstone", required: ["id", "date"], optional: ["code"])

  init?(_ entry: inout EntryDecoder) {
    date = entry.date("date")
    code = entry.text("code")
    guard let id = entry.text("id") else { return nil }
    self.id = id
  }
}
