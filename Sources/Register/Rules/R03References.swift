import Diagnostics

extension RegistryRule {
  static let r03 = RegistryRule(
    "registry-r03", .error, "what an entry refers to by its id is in the register"
  ) { registry, _ in
    var references = References(registry)
    references.checkOrganisations()
    references.checkCourses()
    references.checkCertificates()
    references.checkLog()
    return references.findings
  }
}

/// Looks references up and collects those that lead nowhere.
private struct References {
  /// Near ids are looked for this often; later findings go without.
  private static let mostSuggestions = 100

  private let registry: Registry
  private(set) var findings: [RegistryFinding] = []
  private lazy var organisationIDs = registry.organisations.map(\.id.value)
  private lazy var courseIDs = registry.courses.map(\.id.value)
  private lazy var auditIDs = registry.organisations.flatMap { $0.audits.compactMap(\.id?.value) }
  private lazy var auditorIDs = registry.framework.auditors.map(\.id.value)

  init(_ registry: Registry) { self.registry = registry }

  mutating func checkOrganisations() {
    for auditor in registry.framework.auditors {
      for interest in auditor.interests { check(organisation: interest) }
    }
    for organisation in registry.organisations {
      for term in organisation.terms { check(audit: term.audit) }
      for audit in organisation.audits {
        for auditor in audit.auditors + (audit.appeal?.decidedBy ?? []) { check(auditor: auditor) }
      }
    }
  }

  mutating func checkCourses() {
    for course in registry.courses {
      check(organisation: course.organisation)
      for row in course.coverage { check(audit: row.audit) }
    }
  }

  mutating func checkCertificates() {
    for certificate in registry.certificates {
      check(organisation: certificate.organisation)
      if let course = certificate.course, registry.course(course.value) == nil {
        report(course, "course", among: courseIDs)
      }
      for by in certificate.events.compactMap(\.by) where registry.certificate(by.value) == nil {
        report(by, "certificate", among: [])
      }
    }
  }

  mutating func checkLog() {
    let removed = Set(registry.tombstones.map(\.id.value))
    for subject in registry.log.compactMap(\.subject) {
      let id = subject.value
      let isKnown =
        registry.organisation(id) != nil || registry.course(id) != nil
        || registry.certificate(id) != nil || removed.contains(id)
      if !isKnown { report(subject, "entry", among: organisationIDs + courseIDs) }
    }
  }

  private mutating func check(organisation id: Located<String>?) {
    guard let id, registry.organisation(id.value) == nil else { return }
    report(id, "organisation", among: organisationIDs)
  }

  private mutating func check(audit id: Located<String>?) {
    guard let id, registry.audit(id.value) == nil else { return }
    report(id, "audit", among: auditIDs)
  }

  /// A register that lists no auditors leaves their codes to itself.
  private mutating func check(auditor id: Located<String>) {
    guard !auditorIDs.isEmpty, !auditorIDs.contains(id.value) else { return }
    report(id, "auditor", among: auditorIDs)
  }

  private mutating func report(_ id: Located<String>, _ kind: String, among known: [String]) {
    let near = findings.count < Self.mostSuggestions ? nearest(to: id.value, among: known) : nil
    findings.append(
      RegistryFinding(
        at: id.range, "the register has no \(kind) '\(id.value)'",
        help: near.map { "did you mean '\($0)'?" } ?? "add it, or correct the id"))
  }
}
