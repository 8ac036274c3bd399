import Diagnostics
import Values

extension RegistryRule {
  /// That days exist is told while the register is read.
  static let r04 = RegistryRule(
    "registry-r04", .error, "days exist, and what begins ends no earlier"
  ) { registry, _ in
    var findings: [RegistryFinding] = []
    func check(_ from: Located<PlainDate>?, _ to: Located<PlainDate>?) {
      guard let from, let to, to.value < from.value else { return }
      findings.append(
        RegistryFinding(
          at: to.range, "\(to.value) lies before \(from.value), where this begins",
          help: "correct one of the two days", notes: [("it begins here", from.range)]))
    }
    for organisation in registry.organisations {
      for audit in organisation.audits {
        check(audit.opened, audit.closed)
        check(audit.appeal?.opened, audit.appeal?.closed)
      }
      for term in organisation.terms { check(term.start, term.writtenEnd) }
      for interruption in organisation.interruptions { check(interruption.from, interruption.to) }
    }
    for course in registry.courses { check(course.valid?.from, course.valid?.to) }
    for certificate in registry.certificates {
      check(certificate.attended?.from, certificate.attended?.to)
      for project in certificate.evidence { check(project.from, project.to) }
    }
    return findings
  }
}
