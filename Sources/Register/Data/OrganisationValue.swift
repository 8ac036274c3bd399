import Values

/// An organisation as templates see it.
///
/// `status` is its status on the register's day, or `none` before its first application, and
/// `status_words` the same with its dates; `levels` are those of its courses in use on that day,
/// the lowest first; `certificates` is how many it awarded by then, whoever holds them.
struct OrganisationValue: ValueObject {
  /// Its status on the register's day.
  let status: OrganisationStatus?
  /// Whether its accreditation ends soon.
  let isExpiring: Bool
  private let organisation: Organisation
  private let register: PublicRegister

  private var day: PlainDate { register.day }
  private var courses: [Course] { register.courses(of: organisation.id.value) }

  init(_ organisation: Organisation, in register: PublicRegister) {
    self.organisation = organisation
    self.register = register
    status = organisation.status(on: register.day)
    isExpiring = organisation.isExpiring(
      on: register.day, within: register.registry.framework.rules.renewalOpensDays)
  }

  var memberNames: [String] {
    [
      "id", "name", "url", "country", "kind", "contact_url", "status", "status_words", "expiring",
      "identifiers", "applications", "audits", "terms", "current_term", "interruptions", "levels",
      "level_titles", "courses", "certificates", "marks",
    ]
  }

  var text: String { organisation.name?.value ?? organisation.id.value }
  var identity: String { organisation.id.value }

  func member(_ key: String) -> Value? {
    switch key {
    case "id": .string(organisation.id.value)
    case "name": Value(organisation.name?.value)
    case "url": Value(organisation.url?.value)
    case "country": Value(organisation.country)
    case "kind": Value(organisation.kind?.value.rawValue)
    case "contact_url": Value(organisation.contactURL?.value)
    case "status": Value(status?.rawValue)
    case "status_words": .string(organisation.statusWords(on: day))
    case "expiring": .bool(isExpiring)
    case "terms": .array(organisation.terms.map(value(of:)))
    case "current_term": organisation.term(on: day).map(value(of:)) ?? Value.none
    case "levels": .array(levels.map { .string($0.rawValue) })
    case "level_titles": .array(levels.map { .string($0.title) })
    case "courses": .array(courses.map { .object(CourseValue($0, in: register)) })
    case "certificates": .integer(register.certificateCounts[organisation.id.value] ?? 0)
    default: history(key)
    }
  }

  /// The members that tell what happened.
  private func history(_ key: String) -> Value? {
    switch key {
    case "identifiers":
      .array(
        organisation.identifiers.map {
          ["scheme": Value($0.scheme?.value.rawValue), "value": Value($0.value?.value)]
        })
    case "applications":
      .array(
        organisation.applications.map {
          ["date": Value($0.date?.value), "ref": Value($0.reference?.value)]
        })
    case "marks": organisation.marks(on: day, in: register.registry)
    case "audits": .array(organisation.audits.map(value(of:)))
    case "interruptions": .array(organisation.interruptions.map(value(of:)))
    default: nil
    }
  }

  private var levels: [Level] { register.levels(of: organisation) }

  private func value(of term: Term) -> Value {
    [
      "id": Value(term.id?.value), "start": .date(term.start.value), "end": .date(term.end),
      "current": .bool(term.contains(day)), "audit": Value(term.audit?.value),
    ]
  }

  /// An audit without those who held it, who stand in the register under codes of their own.
  private func value(of audit: Audit) -> Value {
    [
      "id": Value(audit.id?.value), "kind": Value(audit.kind?.value.rawValue),
      "opened": Value(audit.opened?.value), "closed": Value(audit.closed?.value),
      "scope": .array(
        audit.scope.map { ["part": .string($0.part), "result": Value($0.result.value.rawValue)] }),
      "decision": Value(audit.decision?.value.rawValue),
      "conditions": .array(audit.conditions.map(Value.string)),
      "appeal": audit.appeal.map {
        [
          "opened": Value($0.opened?.value), "closed": Value($0.closed?.value),
          "outcome": Value($0.outcome?.value.rawValue),
        ]
      } ?? Value.none,
    ]
  }

  private func value(of interruption: Interruption) -> Value {
    [
      "kind": Value(interruption.kind.value.rawValue), "from": .date(interruption.from.value),
      "to": Value(interruption.to?.value), "code": Value(interruption.code),
    ]
  }
}

extension Value {
  /// The text, or no value.
  init(_ text: String?) {
    self = text.map(Value.string) ?? Value.none
  }

  /// The day, or no value.
  init(_ date: PlainDate?) {
    self = date.map(Value.date) ?? Value.none
  }

  /// The number, without a fraction where there is none, or no value.
  init(_ number: Double?) {
    self =
      number.map { number in Int(exactly: number).map(Value.integer) ?? .decimal(number) }
      ?? Value.none
  }
}
