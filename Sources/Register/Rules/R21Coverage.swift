import Diagnostics

extension RegistryRule {
  static let r21 = RegistryRule(
    "registry-r21", .error, "a foundation course teaches all seven elements, each found met"
  ) { registry, _ in
    registry.courses.filter { $0.level?.value == .foundation }.flatMap { gaps(in: $0) }
  }

  static let r22 = RegistryRule(
    "registry-r22", .error,
    "the coverage of a course has each element once, with an audit of its organisation"
  ) { registry, _ in
    registry.courses.flatMap { course in
      repeats(in: course)
        + course.coverage.compactMap { foreignAudit($0, of: course, in: registry) }
    }
  }

  static let r23 = RegistryRule(
    "registry-r23", .warning, "a course of a higher level teaches all seven elements too"
  ) { registry, _ in
    registry.courses.filter { ($0.level?.value ?? .foundation) > .foundation }
      .flatMap { gaps(in: $0) }
  }

  static let r25 = RegistryRule(
    "registry-r25", .error, "a foundation course has a pass mark"
  ) { registry, _ in
    registry.courses.compactMap { course in
      guard course.level?.value == .foundation else { return nil }
      guard let mark = course.passMark else {
        return RegistryFinding(
          at: course.id.range, "this course has no pass mark",
          help: "add 'assessment: {form: written, pass_mark_pct: 60}'")
      }
      guard !(0...100).contains(mark.value) else { return nil }
      return RegistryFinding(
        at: mark.range, "a pass mark lies from 0 to 100", help: "write it in per cent, such as 60")
    }
  }

  /// The elements that a course lacks, and those that were not found met.
  private static func gaps(in course: Course) -> [RegistryFinding] {
    var findings: [RegistryFinding] = []
    let taught = Set(course.coverage.compactMap { $0.element?.value })
    let missing = Element.allCases.filter { !taught.contains($0) }
    if !missing.isEmpty {
      let names = missing.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      findings.append(
        RegistryFinding(
          at: course.id.range, "this course lacks \(names)", help: "add a row to its coverage"))
    }
    for result in course.coverage.compactMap(\.result) where result.value == .notMet {
      findings.append(
        RegistryFinding(
          at: result.range, "this element was found not met",
          help: "the course cannot be in the register before it is met"))
    }
    return findings
  }

  private static func repeats(in course: Course) -> [RegistryFinding] {
    var first: [Element: SourceRange] = [:]
    return course.coverage.compactMap { row in
      guard let element = row.element else { return nil }
      guard let other = first[element.value] else {
        first[element.value] = element.range
        return nil
      }
      return RegistryFinding(
        at: element.range, "'\(element.value.rawValue)' has two rows", help: "keep one of the two",
        notes: [("the other is here", other)])
    }
  }

  private static func foreignAudit(
    _ row: Course.Coverage, of course: Course, in registry: Registry
  ) -> RegistryFinding? {
    guard let reference = row.audit else {
      return RegistryFinding(
        at: row.element?.range ?? row.range, "this row names no audit",
        help: "add 'audit: ' and the id of the audit that found it")
    }
    guard let owner = registry.audit(reference.value)?.organisation,
      let organisation = course.organisation, owner.id.value != organisation.value
    else { return nil }
    return RegistryFinding(
      at: reference.range, "'\(reference.value)' is an audit of '\(owner.id.value)'",
      help: "name an audit of '\(organisation.value)'")
  }
}
