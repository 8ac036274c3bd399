import Values

extension Registry {
  /// How many organisations, courses and certificates there are.
  ///
  /// Organisations and certificates also in each status, certificates also of each level. Totals
  /// count everyone's. O(*entries*).
  func counts(on day: PlainDate) -> ValueMap {
    let statuses = organisations.map { $0.status(on: day) }
    var counts = ValueMap([("organisations", .integer(organisations.count))])
    for status in OrganisationStatus.allCases {
      counts[key(status.rawValue)] = .integer(statuses.count { $0 == status })
    }
    counts["no_application"] = .integer(statuses.count { $0 == nil })
    counts["expiring"] = .integer(
      organisations.count { $0.isExpiring(on: day, within: framework.rules.renewalOpensDays) })
    counts["courses"] = .integer(courses.count)
    counts["certificates"] = .integer(certificates.count)
    for level in Level.allCases {
      counts["certificates_" + key(level.rawValue)] = .integer(
        certificates.count { $0.level?.value == level })
    }
    let months = framework.rules.certificateMonths
    let standings = certificates.map { $0.status(on: day, validFor: months)?.status }
    for status in CertificateStatus.allCases {
      counts["certificates_" + key(status.rawValue)] = .integer(standings.count { $0 == status })
    }
    return counts
  }

  private func key(_ word: String) -> String { word.replacing("-", with: "_") }
}
