import Diagnostics

extension RegistryRule {
  static let r02 = RegistryRule(
    "registry-r02", .error, "the check character of a certificate's number is right"
  ) { registry, _ in
    registry.certificates.compactMap { certificate in
      let id = certificate.id
      guard let number = CertificateNumber(id.value), number.check != number.writtenCheck else {
        return nil
      }
      guard let check = number.check else {
        return RegistryFinding(
          at: id.range, "'\(id.value)' is a number that is never issued",
          help: "a character of it is wrong; compare it with the certificate")
      }
      return RegistryFinding(
        at: id.range, "the check character of '\(id.value)' is wrong",
        help: "a character of it is wrong; if all others are right, the last is '\(check)'")
    }
  }
}
