import Diagnostics

extension RegistryRule {
  static let r12 = RegistryRule(
    "registry-r12", .error, "the end of a term is the one that its start gives"
  ) { registry, _ in
    let months = registry.framework.rules.accreditationMonths
    return registry.terms.compactMap { term, _ in
      guard let written = term.writtenEnd,
        let end = Term.end(from: term.start.value, months: months), end != written.value
      else { return nil }
      return RegistryFinding(
        at: written.range,
        "a term of \(months) months from \(term.start.value) does not end on \(written.value)",
        help: "write \(end), or leave 'end' out", notes: [("it begins here", term.start.range)])
    }
  }
}
