import Values

extension Organisation {
  static let kind = EntryKind(
    "organisation", required: ["id", "name"],
    optional: [
      "url", "country", "kind", "contact_url", "identifiers", "applications", "audits", "terms",
      "interruptions",
    ])

  private static let identifier = EntryKind("identifier", required: ["scheme", "value"])
  private static let application = EntryKind("application", required: ["date"], optional: ["ref"])

  init?(_ entry: inout EntryDecoder) {
    guard let id = entry.text("id") else { return nil }
    self.id = id
    range = entry.range
    name = entry.text("name")
    url = entry.text("url")
    country = entry.text("country")?.value
    kind = entry.choice("kind")
    contactURL = entry.text("contact_url")
    identifiers = entry.entries("identifiers", of: Self.identifier) {
      Identifier(scheme: $0.choice("scheme"), value: $0.text("value"))
    }
    applications = entry.entries("applications", of: Self.application) {
      Application(date: $0.date("date"), reference: $0.text("ref"))
    }
    audits = entry.entries("audits", of: Audit.kind) { Audit(&$0) }
    terms = entry.entries("terms", of: Term.kind) { Term(&$0) }
    interruptions = entry.entries("interruptions", of: Interruption.kind) { Interruption(&$0) }
  }
}

extension Audit {
  static let kind = EntryKind(
    "audit", required: ["id", "kind"],
    optional: [
      "opened", "closed", "auditors", "scope", "decision", "conditions", "appeal",
    ])

  private static let scope = EntryKind("scope", optional: scopeParts)
  private static let appeal = EntryKind(
    "appeal", required: ["opened"], optional: ["closed", "decided_by", "outcome"])

  init(_ entry: inout EntryDecoder) {
    id = entry.text("id")
    range = entry.range
    kind = entry.choice("kind")
    opened = entry.date("opened")
    closed = entry.date("closed")
    auditors = entry.texts("auditors")
    scope =
      entry.entry("scope", of: Self.scope) { scope in
        Self.scopeParts.compactMap { part in
          let result: Located<Result>? = scope.choice(part)
          return result.map { (part: part, result: $0) }
        }
      } ?? []
    decision = entry.choice("decision")
    conditions = entry.texts("conditions").map(\.value)
    appeal = entry.entry("appeal", of: Self.appeal) {
      Appeal(
        opened: $0.date("opened"), closed: $0.date("closed"), decidedBy: $0.texts("decided_by"),
        outcome: $0.choice("outcome"))
    }
  }
}

extension Term {
  static let kind = EntryKind("term", required: ["id", "start"], optional: ["audit", "end"])

  init?(_ entry: inout EntryDecoder) {
    id = entry.text("id")
    range = entry.range
    audit = entry.text("audit")
    writtenEnd = entry.date("end")
    guard let start = entry.date("start") else { return nil }
    self.start = start
    end = writtenEnd?.value ?? start.value
  }
}

extension Interruption {
  static let kind = EntryKind(
    "interruption", required: ["kind", "from"], optional: ["to", "code"])

  init?(_ entry: inout EntryDecoder) {
    to = entry.date("to")
    code = entry.text("code")?.value
    range = entry.range
    let (kind, from): (Located<Kind>?, _) = (entry.choice("kind"), entry.date("from"))
    guard let kind, let from else { return nil }
    self.kind = kind
    self.from = from
  }
}
