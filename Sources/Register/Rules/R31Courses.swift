import Diagnostics
import Values

extension RegistryRule {
  static let r31 = RegistryRule(
    "registry-r31", .error,
    "a certificate's course is its issuer's, of its level, in use and accredited when attended"
  ) { registry, _ in
    registry.certificates.flatMap { certificate in
      guard let reference = certificate.course, let course = registry.course(reference.value) else {
        return [RegistryFinding]()
      }
      return mismatches(of: certificate, with: course)
        + unaccredited(certificate, course, in: registry)
    }
  }

  private static func mismatches(
    of certificate: Certificate, with course: Course
  ) -> [RegistryFinding] {
    var findings: [RegistryFinding] = []
    let note = [(message: "the course is here", range: course.id.range)]
    func compare(_ written: Located<String>?, _ expected: String?, _ what: String) {
      guard let written, let expected, written.value != expected else { return }
      findings.append(
        RegistryFinding(
          at: written.range, "the course has the \(what) '\(expected)', not '\(written.value)'",
          help: "correct it here or in the course", notes: note))
    }
    compare(certificate.organisation, course.organisation?.value, "organisation")
    compare(certificate.courseVersion, course.version?.value, "version")
    compare(
      certificate.level.map { Located($0.value.rawValue, at: $0.range) },
      course.level?.value.rawValue, "level")
    return findings
  }

  private static func unaccredited(
    _ certificate: Certificate, _ course: Course, in registry: Registry
  ) -> [RegistryFinding] {
    guard let first = certificate.attended?.from ?? certificate.awarded else { return [] }
    if let valid = course.valid, !valid.contains(first.value) {
      return [
        RegistryFinding(
          at: first.range, "this version of the course was not in use on \(first.value)",
          help: "name the version that was attended", notes: [("its days", valid.range)])
      ]
    }
    guard let owner = course.organisation.flatMap({ registry.organisation($0.value) }),
      !owner.hasUnreadableTerm, !owner.terms.contains(where: { $0.contains(first.value) })
    else { return [] }
    return [
      RegistryFinding(
        at: first.range, "'\(owner.id.value)' was not accredited on \(first.value)",
        help: "a course counts when it is attended in a term",
        notes: [("the organisation is here", owner.id.range)])
    ]
  }
}
