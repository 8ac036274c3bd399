import Diagnostics
import Values

extension RegistryRule {
  static let r19 = RegistryRule(
    "registry-r19", .error, "after a withdrawal a term wants a new initial audit"
  ) { registry, _ in
    registry.terms.compactMap { term, organisation in
      guard !organisation.hasUnreadableTerm, let before = term.start.value.adding(days: -1),
        let withdrawal = organisation.withdrawals(by: before).last
      else { return nil }
      if let audit = registry.audit(of: term), audit.kind?.value == .initial,
        let opened = audit.opened, withdrawal.from.value <= opened.value
      {
        return nil
      }
      return RegistryFinding(
        at: term.place, "this term follows a withdrawal without a new initial audit",
        help: "add the initial audit that was opened after \(withdrawal.from.value)",
        notes: [("withdrawn here", withdrawal.from.range)])
    }
  }
}
