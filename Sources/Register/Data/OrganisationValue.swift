import Values

/// An organisation as templates see it.
///
/// `status` is its status on the register's day, or `none` before its first application;
/// `levels` are those of its courses in use on that day, the lowest first.
struct OrganisationValue: ValueObject {
  /// Its status on the register's day.
  let status: OrganisationStatus?
  /// Whether its accreditation ends soon.
  let isExpiring: Bool
  private let organisation: Organisation
  private let courses: [Course]
  private let registry: Registry
  private let day: PlainDate

  init(_ organisation: Organisation, courses: [Course], in registry: Registry, asOf day: PlainDate)
  {
    self.organisation = organisation
    self.courses = courses
    self.registry = registry
    self.day = day
    status = organisation.status(on: day)
    isExpiring = organisation.isExpiring(
      on: day, within: registry.framework.rules.renewalOpensDays)
  }

  var memberNames: [String] {
    [
      "id", "name", "url", "country", "kind", "contact_url", "status", "expiring", "terms",
      "current_term", "levels", "courses",
    ]
  }

  var text: String { organisation.name?.value ?? organisation.id.value }

  func member(_ key: String) -> Value? {
    switch key {
    case "id": .string(organisation.id.value)
    case "name": Value(organisation.name?.value)
    case "url": Value(organisation.url?.value)
    case "country": Value(organisation.country)
    case "kind": Value(organisation.kind?.value.rawValue)
    case "contact_url": Value(organisation.contactURL?.value)
    case "status": Value(status?.rawValue)
    case "expiring": .bool(isExpiring)
    case "terms": .array(organisation.terms.map(value(of:)))
    case "current_term": organisation.term(on: day).map(value(of:)) ?? Value.none
    case "levels": .array(levels.map { .string($0.rawValue) })
    case "courses": .array(courses.map { .object(CourseValue($0, in: registry, asOf: day)) })
    default: nil
    }
  }

  private var levels: [Level] {
    let inUse = courses.filter { $0.isInUse(on: day) }
    return Set(inUse.compactMap { $0.level?.value }).sorted()
  }

  private func value(of term: Term) -> Value {
    [
      "id": Value(term.id?.value), "start": .date(term.start.value), "end": .date(term.end),
      "current": .bool(term.contains(day)),
    ]
  }
}

extension Value {
  /// The text, or no value.
  init(_ text: String?) {
    self = text.map(Value.string) ?? Value.none
  }
}
