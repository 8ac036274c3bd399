import Diagnostics
import Values

extension RegistryRule {
  static let r32 = RegistryRule(
    "registry-r32", .error, "a foundation certificate is attended, then assessed, then awarded"
  ) { registry, _ in
    registry.certificates(at: .foundation).flatMap { certificate in
      missing(in: certificate) + disorder(in: certificate)
    }
  }

  static let r39 = RegistryRule(
    "registry-r39", .warning, "a certificate is awarded within 90 days of its assessment"
  ) { registry, _ in
    registry.certificates.compactMap { certificate in
      guard let assessed = certificate.assessed, let awarded = certificate.awarded,
        awarded.value.daysSinceEpoch - assessed.value.daysSinceEpoch > 90
      else { return nil }
      return RegistryFinding(
        at: awarded.range, "this is more than 90 days after the assessment on \(assessed.value)",
        help: "check both days", notes: [("assessed here", assessed.range)])
    }
  }

  private static func missing(in certificate: Certificate) -> [RegistryFinding] {
    let absent =
      (certificate.attended == nil ? ["attended"] : [])
      + (certificate.assessed == nil ? ["assessed"] : [])
    return absent.map {
      RegistryFinding(
        at: certificate.id.range, "a foundation certificate wants '\($0)'", help: "add '\($0): …'")
    }
  }

  private static func disorder(in certificate: Certificate) -> [RegistryFinding] {
    let days = [
      certificate.attended.flatMap { $0.to ?? $0.from }, certificate.assessed, certificate.awarded,
    ].compactMap { $0 }
    return zip(days, days.dropFirst()).compactMap { earlier, later in
      guard later.value < earlier.value else { return nil }
      return RegistryFinding(
        at: later.range, "\(later.value) lies before \(earlier.value)",
        help: "a course is attended, then assessed, then awarded",
        notes: [("this comes first", earlier.range)])
    }
  }
}
