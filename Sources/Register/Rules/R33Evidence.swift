import Diagnostics

extension RegistryRule {
  static let r33 = RegistryRule(
    "registry-r33", .error,
    "a practitioner shows two projects or a large one, ended by the award, on all seven elements"
  ) { registry, _ in
    registry.certificates(at: .practitioner).flatMap { certificate in
      tooFew(in: certificate) + missingElements(in: certificate) + unended(in: certificate)
    }
  }

  static let r35 = RegistryRule(
    "registry-r35", .error,
    "a senior practitioner led a major design; projects ended by the award, with enough elements in each "
      + "and seven in all"
  ) { registry, _ in
    let fewest = registry.framework.rules.seniorElementsPerProject
    return registry.certificates(at: .seniorPractitioner).flatMap { certificate in
      notLed(in: certificate) + narrow(in: certificate, fewest: fewest)
        + missingElements(in: certificate) + unended(in: certificate)
    }
  }

  private static func tooFew(in certificate: Certificate) -> [RegistryFinding] {
    let projects = certificate.evidence
    guard projects.count < 2, !projects.contains(where: \.isLarge) else { return [] }
    return [
      RegistryFinding(
        at: certificate.id.range, "a practitioner wants two projects, or one that is large",
        help: "add the project to 'evidence', or write 'large: true'")
    ]
  }

  private static func missingElements(in certificate: Certificate) -> [RegistryFinding] {
    let shown = Set(certificate.evidence.flatMap { $0.elements.map(\.value) })
    let missing = Element.allCases.filter { !shown.contains($0) }
    guard !missing.isEmpty else { return [] }
    let names = missing.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return [
      RegistryFinding(
        at: certificate.id.range, "the projects together do not cover \(names)",
        help: "add the elements to the projects that show them")
    ]
  }

  private static func unended(in certificate: Certificate) -> [RegistryFinding] {
    guard let awarded = certificate.awarded else { return [] }
    return certificate.evidence.compactMap(\.to).filter { awarded.value < $0.value }.map {
      RegistryFinding(
        at: $0.range, "this project ends after the award on \(awarded.value)",
        help: "only what has ended counts", notes: [("awarded here", awarded.range)])
    }
  }

  private static func notLed(in certificate: Certificate) -> [RegistryFinding] {
    let hasLed = certificate.evidence.contains { project in
      let isMajor = project.kind?.value == .majorDesign || project.kind?.value == .majorRedesign
      return isMajor && project.role?.value == .lead
    }
    guard !hasLed else { return [] }
    return [
      RegistryFinding(
        at: certificate.id.range, "a senior practitioner must have led a major design or redesign",
        help: "one project wants 'role: lead' and 'kind: major-design' or 'major-redesign'")
    ]
  }

  private static func narrow(in certificate: Certificate, fewest: Int) -> [RegistryFinding] {
    certificate.evidence.filter { Set($0.elements.map(\.value)).count < fewest }.map {
      RegistryFinding(
        at: $0.id?.range ?? $0.range, "this project covers fewer than \(fewest) elements",
        help: "add the elements it shows, or leave the project out")
    }
  }
}
