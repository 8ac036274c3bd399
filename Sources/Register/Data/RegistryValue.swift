import Diagnostics
package import Values

/// The register as templates see it, as of a day.
///
/// Members: `organisations`, `courses`, `as_of`, `counts`, `next_change`. Lists are in the file's
/// order; statuses are derived when the value is made, all else when it is asked for.
package struct RegistryValue: ValueObject {
  private let registry: Registry
  private let day: PlainDate
  private let organisations: [OrganisationValue]
  private let nextChange: PlainDate?

  /// Creates the value of a register on a day.
  ///
  /// O(*entries*).
  package init(_ registry: Registry, asOf day: PlainDate) {
    self.registry = registry
    self.day = day
    let courses = Dictionary(grouping: registry.courses) { $0.organisation?.value ?? "" }
    organisations = registry.organisations.map {
      OrganisationValue($0, courses: courses[$0.id.value] ?? [], in: registry, asOf: day)
    }
    nextChange = registry.nextChange(after: day)
  }

  package var memberNames: [String] {
    ["organisations", "courses", "as_of", "counts", "next_change"]
  }

  package func member(_ key: String) -> Value? {
    switch key {
    case "organisations": .array(organisations.map { .object($0) })
    case "courses":
      .array(registry.courses.map { .object(CourseValue($0, in: registry, asOf: day)) })
    case "as_of": .date(day)
    case "counts": .map(counts)
    case "next_change": nextChange.map(Value.date) ?? Value.none
    default: nil
    }
  }

  /// How many organisations there are in each status, and how many courses and certificates.
  private var counts: ValueMap {
    var counts = ValueMap([("organisations", .integer(organisations.count))])
    for status in OrganisationStatus.allCases {
      let count = organisations.count { $0.status == status }
      counts[status.rawValue.replacing("-", with: "_")] = .integer(count)
    }
    counts["expiring"] = .integer(organisations.count { $0.isExpiring })
    counts["courses"] = .integer(registry.courses.count)
    counts["certificates"] = .integer(registry.certificates.count)
    return counts
  }
}
