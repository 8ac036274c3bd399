import Diagnostics
import Values

extension RegistryRule {
  private static let auditedWithin = 24

  static let r16 = RegistryRule(
    "registry-r16", .error,
    "what a course teaches was audited in the \(auditedWithin) months before each term it begins"
  ) { registry, _ in
    let courses = Dictionary(grouping: registry.courses) { $0.organisation?.value ?? "" }
    return registry.terms.flatMap { term, organisation in
      (courses[organisation.id.value] ?? []).filter { $0.isValid(on: term.start.value) }
        .flatMap { findings(about: $0, at: term, in: registry) }
    }
  }

  /// One finding for each audit that is too late or too old, at the first row that names it.
  private static func findings(
    about course: Course, at term: Term, in registry: Registry
  ) -> [RegistryFinding] {
    var seen: Set<String> = []
    return course.coverage.compactMap { row in
      guard let reference = row.audit, let audit = registry.audit(reference.value)?.audit,
        seen.insert(reference.value).inserted, !audit.isClosingUnreadable
      else { return nil }
      let start = term.start.value
      let isInTime =
        audit.closed.map {
          $0.value <= start && (start.adding(months: -auditedWithin) ?? start) <= $0.value
        } ?? false
      guard !isInTime else { return nil }
      let closed = audit.closed.map { "closed on \($0.value)" } ?? "not closed"
      return RegistryFinding(
        at: reference.range,
        "'\(reference.value)' was \(closed), but a term with this course begins on \(start)",
        help: "name an audit closed in the \(auditedWithin) months before that day",
        notes: [("the term is here", term.place)])
    }
  }
}
