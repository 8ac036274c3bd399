import Diagnostics

extension RegistryRule {
  static let r10 = RegistryRule(
    "registry-r10", .error, "a term rests on an audit of the organisation that was passed before it"
  ) { registry, _ in
    registry.organisations.flatMap { organisation in
      organisation.terms.compactMap { finding(about: $0, of: organisation, in: registry) }
    }
  }

  static let r11 = RegistryRule(
    "registry-r11", .error, "the audit of a term found material, delivery and assessment met"
  ) { registry, _ in
    registry.terms.flatMap { term, _ in
      guard let audit = registry.audit(of: term) else { return [RegistryFinding]() }
      return Audit.scopeParts.compactMap { part in
        let result = audit.scope.first { $0.part == part }?.result
        guard result?.value != .met else { return nil }
        return RegistryFinding(
          at: result?.range ?? audit.id?.range ?? audit.range,
          result == nil
            ? "this audit does not say whether the \(part) was met"
            : "the \(part) was not met, yet a term rests on this audit",
          help: "correct the audit, or remove the term",
          notes: [("the term is here", term.place)])
      }
    }
  }

  private static func finding(
    about term: Term, of organisation: Organisation, in registry: Registry
  ) -> RegistryFinding? {
    guard let reference = term.audit else {
      return RegistryFinding(
        at: term.place, "this term names no audit", help: "add 'audit: ' and the audit's id")
    }
    guard let (audit, owner) = registry.audit(reference.value) else { return nil }
    if owner.id.value != organisation.id.value {
      return RegistryFinding(
        at: reference.range, "'\(reference.value)' is an audit of '\(owner.id.value)'",
        help: "name an audit of '\(organisation.id.value)'")
    }
    guard audit.isPassed || audit.isDecisionUnreadable else {
      return RegistryFinding(
        at: reference.range, "'\(reference.value)' did not end in an accreditation",
        help: "name the audit that did",
        notes: audit.decision.map { [("its decision", $0.range)] } ?? [])
    }
    if audit.isClosingUnreadable { return nil }
    guard let closed = audit.closed, closed.value <= term.start.value else {
      return RegistryFinding(
        at: reference.range, "'\(reference.value)' was not closed when this term began",
        help: "a term begins on or after the day its audit is closed",
        notes: audit.closed.map { [("closed here", $0.range)] } ?? [])
    }
    return nil
  }
}

extension Registry {
  /// All terms with their organisations.
  var terms: [(term: Term, organisation: Organisation)] {
    organisations.flatMap { organisation in organisation.terms.map { ($0, organisation) } }
  }

  /// The audit that a term names.
  func audit(of term: Term) -> Audit? {
    term.audit.flatMap { audit($0.value)?.audit }
  }
}

extension Term {
  /// Where to point when the whole term is meant.
  var place: SourceRange { id?.range ?? range }
}
