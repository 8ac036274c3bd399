import Values
import YAML

extension Organisation {
  static let kind = EntryKind(
    "organisation",
    [
      .required("id", IDKind.organisation.form, "Its id, which never changes"),
      .required("name", .text(), "What it is called"),
      KeyForm("url", .https, "Its site"),
      KeyForm("country", .text(), "Its country in two letters"),
      KeyForm("kind", .words(Organisation.Kind.self), "What it is"),
      KeyForm("contact_url", .https, "Where to write to; never a person's mailbox"),
      KeyForm("identifiers", .list(identifier.form), "What other registers call it"),
      KeyForm("applications", .list(application.form), "When it applied"),
      KeyForm("audits", .list(Audit.kind.form), "The audits of it"),
      KeyForm("terms", .list(Term.kind.form), "The times for which it is accredited"),
      KeyForm("interruptions", .list(Interruption.kind.form), "When it was not, within them"),
    ])

  private static let identifier = EntryKind(
    "identifier",
    [
      .required("scheme", .words(Organisation.Scheme.self), "The other register"),
      .required("value", .text(), "The number there, in quotes"),
    ])
  private static let application = EntryKind(
    "application",
    [
      .required("date", .date, "The day of the application"),
      KeyForm("ref", .text(), "Its reference"),
    ])

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
    hasUnreadableTerm = entry.holdsMore("terms", than: terms.count)
    interruptions = entry.entries("interruptions", of: Interruption.kind) { Interruption(&$0) }
  }
}

extension Audit {
  static let kind = EntryKind(
    "audit",
    [
      .required("id", IDKind.audit.form, "Its id"),
      .required("kind", .words(Audit.Kind.self), "Why it was held"),
      KeyForm("opened", .date, "Its first day"),
      KeyForm("closed", .date, "The day of its decision"),
      KeyForm("auditors", .several(.text()), "The codes of those who held it"),
      KeyForm("scope", scope.form, "What was found of each part"),
      KeyForm("decision", .words(Audit.Decision.self), "What was decided"),
      KeyForm("conditions", .several(.text()), "What is to be done after it"),
      KeyForm("appeal", Self.appeal.form, "What was held against it"),
    ])

  private static let scope = EntryKind(
    "scope", scopeParts.map { KeyForm($0, .words(Audit.Result.self), "What was found of it") })
  private static let appeal = EntryKind(
    "appeal",
    [
      .required("opened", .date, "Its first day"),
      KeyForm("closed", .date, "The day on which it was decided"),
      KeyForm("decided_by", .several(.text()), "The codes of those who decided it"),
      KeyForm("outcome", .words(Audit.Outcome.self), "How it was decided"),
    ])

  init(_ entry: inout EntryDecoder) {
    id = entry.text("id")
    range = entry.range
    kind = entry.choice("kind")
    opened = entry.date("opened")
    closed = entry.date("closed")
    isClosingUnreadable = closed == nil && !entry.isMissing("closed")
    auditors = entry.texts("auditors")
    scope =
      entry.entry("scope", of: Self.scope) { scope in
        Self.scopeParts.compactMap { part in
          let result: Located<Result>? = scope.choice(part)
          return result.map { (part: part, result: $0) }
        }
      } ?? []
    decision = entry.choice("decision")
    isDecisionUnreadable = decision == nil && !entry.isMissing("decision")
    conditions = entry.texts("conditions").map(\.value)
    appeal = entry.entry("appeal", of: Self.appeal) {
      Appeal(
        opened: $0.date("opened"), closed: $0.date("closed"), decidedBy: $0.texts("decided_by"),
        outcome: $0.choice("outcome"))
    }
  }
}

extension Term {
  static let kind = EntryKind(
    "term",
    [
      .required("id", IDKind.term.form, "Its id"),
      .required("start", .date, "Its first day"),
      KeyForm("audit", IDKind.audit.form, "The audit that it rests on"),
      KeyForm("end", .date, "Its last day; worked out where it is not there"),
    ])

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
    "interruption",
    [
      .required("kind", .words(Interruption.Kind.self), "Whether for a time or for good"),
      .required("from", .date, "Its first day"),
      KeyForm("to", .date, "Its last day; open where it is not there"),
      KeyForm("code", .text(), "Why, in a word"),
    ])

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
