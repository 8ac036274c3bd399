import Diagnostics
package import Register
package import Values

extension OpenRegister {
  /// What can be listed.
  package enum List: String, Sendable, CaseIterable {
    case organisations, courses, certificates, terms, coverage
  }

  /// All entries of a kind, of certificates also those that no page lists; or those of a status.
  ///
  /// Nobody's name is in it.
  ///
  /// - Throws: `DraftRefusal.impossible` for a status that none of the kind can have.
  package func list(_ list: List, status: String? = nil) throws(DraftRefusal) -> Table {
    guard let status else { return table(list) }
    let known = list.statuses
    guard !known.isEmpty else {
      throw .impossible("\(list.rawValue) have no status; organisations and certificates have")
    }
    guard known.contains(status) else {
      let near = nearest(to: status, among: known).map { "did you mean '\($0)'?" }
      throw .impossible(
        "'\(status)' is no status of \(list.rawValue); "
          + (near ?? "they are \(known.joined(separator: ", "))"))
    }
    return status == "expiring"
      ? table(list).keeping("expiring", "yes") : table(list).keeping("status", status)
  }

  private func table(_ list: List) -> Table {
    switch list {
    case .organisations: shown.organisationTable
    case .courses: shown.courseTable
    case .certificates: shown.table(of: registry.certificates)
    case .terms: shown.termTable
    case .coverage: shown.coverageTable
    }
  }

  /// The columns that a person at a terminal wants of a list.
  package static func columns(of list: List) -> [String] {
    switch list {
    case .organisations: ["id", "name", "status", "term_end", "levels"]
    case .courses: ["id", "org", "level", "version", "from", "to", "in_use"]
    case .certificates: ["id", "level", "org", "awarded", "status", "status_date"]
    case .terms: ["id", "org", "start", "end", "current"]
    case .coverage: ["course", "org", "level", "element", "result", "audit"]
    }
  }

  /// The accreditations that end by a day and that no term follows, the earliest first.
  package func renewals(until last: PlainDate) -> Table {
    let rows = registry.organisations.compactMap { organisation -> (PlainDate, [String])? in
      let status = organisation.status(on: shown.day)
      guard status == .accredited || status == .suspended,
        let end = organisation.terms.map(\.end).max(), shown.day <= end, end <= last
      else { return nil }
      let term = organisation.terms.last { $0.end == end }
      let left = end.daysSinceEpoch - shown.day.daysSinceEpoch
      return (
        end,
        [
          organisation.id.value, organisation.name?.value ?? "", status?.rawValue ?? "",
          term?.id?.value ?? "", end.description, "\(left)",
        ]
      )
    }
    return Table(
      columns: ["id", "name", "status", "term", "end", "days_left"],
      rows: rows.sorted { ($0.0, $0.1[0]) < ($1.0, $1.1[0]) }.map(\.1))
  }

  /// How many entries there are, in each status too.
  package var counts: Table {
    guard case .map(let counts)? = RegistryValue(shown).member("counts") else {
      return Table(columns: ["count", "number"])
    }
    return Table(
      columns: ["count", "number"],
      rows: counts.entries.map { [$0.key, $0.value.number.map { "\($0)" } ?? ""] })
  }
}

extension OpenRegister.List {
  /// What `--status` can ask for; nothing where the kind has no status.
  fileprivate var statuses: [String] {
    switch self {
    case .organisations: OrganisationStatus.allCases.map(\.rawValue) + ["expiring"]
    case .certificates: CertificateStatus.allCases.map(\.rawValue)
    case .courses, .terms, .coverage: []
    }
  }
}

extension Value {
  fileprivate var number: Int? {
    if case .integer(let number) = self { number } else { nil }
  }
}

extension Table {
  /// The table with some of its columns, in this order.
  package func keeping(_ wanted: [String]) -> Table {
    let places = wanted.compactMap { columns.firstIndex(of: $0) }
    return Table(
      columns: places.map { columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
  }

  /// The rows whose cell in a column is `value`.
  package func keeping(_ column: String, _ value: String) -> Table {
    guard let place = columns.firstIndex(of: column) else { return self }
    return Table(columns: columns, rows: rows.filter { $0[place] == value })
  }
}
