import Diagnostics

extension RegistryRule {
  static let r20 = RegistryRule(
    "registry-r20", .error, "a course is in use only while its organisation has a term"
  ) { registry, _ in
    registry.courses.compactMap { course in
      guard let reference = course.organisation, let valid = course.valid,
        let organisation = registry.organisation(reference.value), !organisation.hasUnreadableTerm,
        !organisation.terms.contains(where: { valid.overlaps(from: $0.start.value, to: $0.end) })
      else { return nil }
      return RegistryFinding(
        at: reference.range, "'\(reference.value)' has no term in the days of this course",
        help: "correct the days in 'valid', or add the term", notes: [("its days", valid.range)])
    }
  }

  static let r24 = RegistryRule(
    "registry-r24", .error,
    "the versions of a course are not in use on the same day, unless one is transitional"
  ) { registry, _ in
    let versions = Dictionary(grouping: registry.courses.filter { !$0.isTransitional }) {
      VersionedCourse(
        organisation: $0.organisation?.value, level: $0.level?.value, title: $0.title?.value)
    }
    return versions.values.flatMap(overlaps).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What versions of one course have in common.
  private struct VersionedCourse: Hashable {
    let organisation: String?
    let level: Level?
    let title: String?
  }

  /// The versions that begin before the one before them ends.
  private static func overlaps(among versions: [Course]) -> [RegistryFinding] {
    let dated = versions.compactMap { course in
      course.valid.flatMap { valid in valid.from.map { (course: course, valid: valid, from: $0) } }
    }.sorted { $0.from.value < $1.from.value }
    return zip(dated, dated.dropFirst()).compactMap { earlier, later in
      guard earlier.valid.overlaps(later.valid) else { return nil }
      return RegistryFinding(
        at: later.from.range,
        "version \(later.course.version?.value ?? "?") begins before version \(earlier.course.version?.value ?? "?") ends",
        help: "end the older one on the day before, or write 'transitional: true' in one",
        notes: [("the days of the older one", earlier.valid.range)])
    }
  }
}
