import Diagnostics
import Values

extension RegistryRule {
  static let r34 = RegistryRule(
    "registry-r34", .warning,
    "a practitioner's projects span 12 to 24 months, or as 'typical_months' says"
  ) { registry, _ in unusualSpans(of: .practitioner, months: 12...24, in: registry) }

  static let r36 = RegistryRule(
    "registry-r36", .warning,
    "a senior practitioner's projects span 24 to 36 months, or as 'typical_months' says"
  ) { registry, _ in unusualSpans(of: .seniorPractitioner, months: 24...36, in: registry) }

  /// The certificates whose projects, from the first start to the last end, took fewer or more
  /// months.
  ///
  /// Both days count.
  private static func unusualSpans(
    of level: Level, months standard: ClosedRange<Int>, in registry: Registry
  ) -> [RegistryFinding] {
    let entry = registry.framework.levels?.first { $0.id?.value == level.rawValue }
    let months = entry?.typicalMonths ?? standard
    return registry.certificates(at: level).compactMap { certificate in
      let first = certificate.evidence.compactMap(\.from).min { $0.value < $1.value }
      let last = certificate.evidence.compactMap(\.to).max { $0.value < $1.value }
      guard let first, let last, let end = last.value.adding(days: 1),
        let shortest = first.value.adding(months: months.lowerBound),
        let longest = first.value.adding(months: months.upperBound),
        end < shortest || longest < end
      else { return nil }
      return RegistryFinding(
        at: certificate.id.range,
        "the projects span \(first.value) to \(last.value), \(end < shortest ? "less than \(months.lowerBound)" : "more than \(months.upperBound)") months",
        help: "if that is right, allow this finding in a comment",
        notes: [("the first begins here", first.range), ("the last ends here", last.range)])
    }
  }
}
