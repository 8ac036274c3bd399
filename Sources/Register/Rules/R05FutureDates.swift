import Diagnostics
import Values

extension RegistryRule {
  static let r05 = RegistryRule(
    "registry-r05", .warning,
    "no day lies in the future, but the days of terms and the last day of a course"
  ) { registry, asOf in
    var findings: [RegistryFinding] = []
    func check(_ dates: Located<PlainDate>?...) {
      for case let date? in dates where asOf < date.value {
        findings.append(
          RegistryFinding(
            at: date.range, "\(date.value) lies after \(asOf), the day this register is read for",
            help: "correct the day, or add the entry when it has come"))
      }
    }
    for organisation in registry.organisations {
      for application in organisation.applications { check(application.date) }
      for audit in organisation.audits {
        check(audit.opened, audit.closed, audit.appeal?.opened, audit.appeal?.closed)
      }
      for interruption in organisation.interruptions { check(interruption.from, interruption.to) }
    }
    for course in registry.courses { check(course.valid?.from) }
    for certificate in registry.certificates {
      check(
        certificate.attended?.from, certificate.attended?.to, certificate.assessed,
        certificate.awarded)
      for project in certificate.evidence { check(project.from, project.to) }
      for event in certificate.events { check(event.date) }
    }
    for entry in registry.log { check(entry.date) }
    for tombstone in registry.tombstones { check(tombstone.date) }
    return findings
  }
}
