import Register
import Values

/// The register's tables. Columns are only ever added, at the end.
extension PublicRegister {
  private var asOf: String { day.description }

  /// One row for each organisation.
  var organisationTable: Table {
    var table = Table(columns: [
      "id", "name", "kind", "country", "url", "status", "term_start", "term_end", "expiring",
      "levels", "as_of",
    ])
    for organisation in registry.organisations {
      let term = organisation.term(on: day) ?? organisation.terms.last
      let isExpiring = organisation.isExpiring(
        on: day, within: registry.framework.rules.renewalOpensDays)
      table.rows.append([
        organisation.id.value, text(organisation.name?.value),
        text(organisation.kind?.value.rawValue), text(organisation.country),
        text(organisation.url?.value), text(organisation.status(on: day)?.rawValue),
        text(term?.start.value), text(term?.end), isExpiring ? "yes" : "no",
        levels(of: organisation).map(\.rawValue).joined(separator: " "), asOf,
      ])
    }
    return table
  }

  /// One row for each term.
  var termTable: Table {
    var table = Table(columns: ["id", "org", "start", "end", "audit", "current", "as_of"])
    for organisation in registry.organisations {
      for term in organisation.terms {
        table.rows.append([
          text(term.id?.value), organisation.id.value, text(term.start.value), text(term.end),
          text(term.audit?.value), term.contains(day) ? "yes" : "no", asOf,
        ])
      }
    }
    return table
  }

  /// One row for each version of a course.
  var courseTable: Table {
    var table = Table(columns: [
      "id", "org", "level", "title", "version", "url", "mode", "hours", "assessment", "pass_mark",
      "from", "to", "in_use", "as_of",
    ])
    for course in registry.courses {
      table.rows.append([
        course.id.value, text(course.organisation?.value), text(course.level?.value.rawValue),
        text(course.title?.value), text(course.version?.value), text(course.url?.value),
        course.modes.joined(separator: " "), text(course.hours), text(course.assessmentForm),
        text(course.passMark?.value), text(course.valid?.from?.value),
        text(course.valid?.to?.value), isInUse(course) ? "yes" : "no", asOf,
      ])
    }
    return table
  }

  /// One row for each element that a course was audited for.
  var coverageTable: Table {
    var table = Table(columns: [
      "course", "org", "level", "element", "result", "audit", "audit_closed", "evidence", "in_use",
      "as_of",
    ])
    for course in registry.courses {
      for row in course.coverage {
        let audit = row.audit.flatMap { registry.audit($0.value)?.audit }
        table.rows.append([
          course.id.value, text(course.organisation?.value), text(course.level?.value.rawValue),
          text(row.element?.value.rawValue), text(row.result?.value.rawValue),
          text(row.audit?.value), text(audit?.closed?.value), text(row.evidence),
          isInUse(course) ? "yes" : "no", asOf,
        ])
      }
    }
    return table
  }

  /// One row for each certificate that may stand in lists, without its holder.
  var certificateTable: Table { table(of: listedCertificates) }

  /// One row for each certificate, without its holder.
  func table(of certificates: [Certificate]) -> Table {
    var table = Table(columns: [
      "id", "level", "org", "course", "awarded", "status", "status_date", "as_of",
    ])
    let months = registry.framework.rules.certificateMonths
    for certificate in certificates {
      let status = certificate.status(on: day, validFor: months)
      table.rows.append([
        certificate.id.value, text(certificate.level?.value.rawValue),
        text(certificate.organisation?.value), text(certificate.course?.value),
        text(certificate.awarded?.value), text(status?.status.rawValue), text(status?.since), asOf,
      ])
    }
    return table
  }

  private func text(_ text: String?) -> String { text ?? "" }
  private func text(_ date: PlainDate?) -> String { date?.description ?? "" }

  /// The number, without a fraction where there is none.
  private func text(_ number: Double?) -> String {
    number.map { number in Int(exactly: number).map { "\($0)" } ?? "\(number)" } ?? ""
  }
}
