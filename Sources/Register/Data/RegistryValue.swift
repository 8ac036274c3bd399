import Diagnostics
package import Values

/// The register as templates see it, as of a day.
///
/// Lists are in the file's order; statuses are derived when the value is made, all else when it is
/// asked for. `certificates` and `people` hold only what may stand in lists.
package struct RegistryValue: ValueObject {
  private let register: PublicRegister
  private let organisations: [OrganisationValue]

  /// Creates the value of what is shown of a register.
  ///
  /// O(*entries*).
  package init(_ register: PublicRegister) {
    self.register = register
    organisations = register.registry.organisations.map { OrganisationValue($0, in: register) }
  }

  /// Creates the value of a register in which nobody is listed.
  init(_ registry: Registry, asOf day: PlainDate) {
    self.init(PublicRegister(registry, people: nil, on: day))
  }

  package var memberNames: [String] {
    [
      "organisations", "courses", "certificates", "people", "coverage", "expiring", "changes",
      "elements", "levels", "framework", "as_of", "counts", "next_change", "sample",
    ]
  }

  package func member(_ key: String) -> Value? {
    switch key {
    case "organisations": .array(organisations.map { .object($0) })
    case "courses":
      .array(register.registry.courses.map { .object(CourseValue($0, in: register)) })
    case "certificates":
      .array(register.listedCertificates.map { .object(CertificateValue($0, in: register)) })
    case "as_of": .date(register.day)
    case "counts": .map(register.counts)
    case "next_change": Value(register.nextChange)
    case "sample": .bool(register.isSample)
    default: view(key)
    }
  }

  /// The members that show the register from one side.
  private func view(_ key: String) -> Value? {
    switch key {
    case "people": .array(register.listedPeople.map(value(of:)))
    case "coverage": .array(register.coverage.map(value(of:)))
    case "expiring":
      .array(
        organisations.filter(\.isExpiring).map(Value.object).sorted {
          (end($0), $0.identity) < (end($1), $1.identity)
        })
    case "changes": .array(register.changes.map(value(of:)))
    case "elements":
      .array(Element.allCases.map { ["id": .string($0.rawValue), "title": .string($0.title)] })
    case "levels":
      .array(
        Level.allCases.map {
          [
            "id": .string($0.rawValue), "title": .string($0.title),
            "marks": $0.marks(of: register.registry.framework),
          ]
        })
    case "framework":
      [
        "id": Value(register.registry.framework.id?.value),
        "title": Value(register.registry.framework.title),
        "version": Value(register.registry.framework.version),
        "renewal_opens_days": .integer(register.registry.framework.rules.renewalOpensDays),
      ]
    default: nil
    }
  }

  /// The entry with this id: an organisation, a course or a certificate, however it is shown.
  package func entry(_ id: String) -> Value? {
    organisation(id) ?? course(id) ?? certificate(id)
  }

  /// The organisation with this id.
  package func organisation(_ id: String) -> Value? {
    register.registry.organisation(id).map { .object(OrganisationValue($0, in: register)) }
  }

  /// The course with this id.
  package func course(_ id: String) -> Value? {
    register.registry.course(id).map { .object(CourseValue($0, in: register)) }
  }

  /// The certificate with this id.
  package func certificate(_ id: String) -> Value? {
    register.registry.certificate(id).map { .object(CertificateValue($0, in: register)) }
  }

  private func end(_ organisation: Value) -> Int {
    guard case .date(let end)? = organisation.member("current_term")?.member("end") else {
      return 0
    }
    return end.daysSinceEpoch
  }

  private func value(of person: PublicRegister.ListedPerson) -> Value {
    [
      "name": .string(person.name), "employer": Value(person.employer),
      "certificates": .array(
        person.certificates.map { .object(CertificateValue($0, in: register)) }),
    ]
  }

  private func value(of row: CoverageRow) -> Value {
    [
      "organisation": .object(OrganisationValue(row.organisation, in: register)),
      "level": .string(row.level.rawValue), "level_title": .string(row.level.title),
      "results": .array(row.results.map { Value($0?.rawValue) }),
    ]
  }

  private func value(of entry: LogEntry) -> Value {
    [
      "date": Value(entry.date?.value), "kind": Value(entry.kind?.value.rawValue),
      "subject": Value(entry.subject?.value), "note_code": Value(entry.noteCode?.value),
      "words": .string(entry.words), "title": Value(register.title(of: entry)),
    ]
  }
}

extension Value {
  fileprivate var identity: String {
    if case .object(let object) = self { object.identity } else { "" }
  }
}
