import Diagnostics
import Values

extension RegistryRule {
  static let r30 = RegistryRule(
    "registry-r30", .error, "a certificate is awarded by an organisation accredited on that day"
  ) { registry, _ in
    registry.certificates.compactMap { certificate in
      guard let awarded = certificate.awarded, let reference = certificate.organisation,
        let organisation = registry.organisation(reference.value),
        !organisation.mayAward(on: awarded.value)
      else { return nil }
      let status = organisation.status(on: awarded.value)
      if organisation.hasUnreadableTerm, status != .suspended, status != .withdrawn { return nil }
      let words =
        switch status {
        case .suspended: "was suspended"
        case .withdrawn: "had lost its accreditation"
        default: "was not accredited"
        }
      return RegistryFinding(
        at: awarded.range, "'\(reference.value)' \(words) on \(awarded.value)",
        help: "correct the day or the organisation; such a certificate does not count",
        notes: [("the organisation is here", organisation.id.range)])
    }
  }
}
