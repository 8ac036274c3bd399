import Diagnostics

extension RegistryRule {
  static let r37 = RegistryRule(
    "registry-r37", .error, "the holder of a certificate held one of the level below"
  ) { registry, _ in
    guard registry.framework.rules.requireLowerLevel else { return [] }
    let higher = registry.certificates.lazy.filter { $0.level?.value.lower != nil }
    let people = Set(higher.compactMap { $0.person?.value })
    let held = Dictionary(
      grouping: registry.certificates.lazy.filter { people.contains($0.person?.value ?? "") }
    ) { $0.person?.value ?? "" }
    let months = registry.framework.rules.certificateMonths
    return registry.certificates.compactMap { certificate in
      guard let lower = certificate.level?.value.lower, let awarded = certificate.awarded,
        let person = certificate.person
      else { return nil }
      // A level or day that cannot be read is a finding already, and may be the one that is asked for.
      let isMet = (held[person.value] ?? []).contains {
        ($0.level == nil || $0.level?.value == lower)
          && ($0.awarded == nil
            || $0.status(on: awarded.value, validFor: months)?.status == .valid)
      }
      guard !isMet else { return nil }
      return RegistryFinding(
        at: person.range, "'\(person.value)' held no valid \(lower.rawValue) certificate then",
        help: "add that certificate, or correct the holder's code",
        notes: [("awarded here", awarded.range)])
    }
  }

  static let r38 = RegistryRule(
    "registry-r38", .warning, "nobody holds two valid certificates of one level"
  ) { registry, asOf in
    let months = registry.framework.rules.certificateMonths
    var first: [Holding: Located<String>] = [:]
    return registry.certificates.compactMap { certificate in
      guard let person = certificate.person, let level = certificate.level?.value,
        certificate.status(on: asOf, validFor: months)?.status == .valid
      else { return nil }
      let holding = Holding(person: person.value, level: level)
      guard let other = first[holding] else {
        first[holding] = certificate.id
        return nil
      }
      return RegistryFinding(
        at: certificate.id.range,
        "'\(person.value)' holds another valid \(level.rawValue) certificate",
        help: "supersede the older one, or correct the holder's code",
        notes: [("the other is here", other.range)])
    }
  }

  /// Someone at a level.
  private struct Holding: Hashable {
    let person: String
    let level: Level
  }
}
