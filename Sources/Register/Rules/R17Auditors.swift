import Diagnostics

extension RegistryRule {
  static let r17 = RegistryRule(
    "registry-r17", .error, "nobody audits an organisation that he or she has an interest in"
  ) { registry, _ in
    let auditors = registry.framework.auditors
    let byID = Dictionary(
      auditors.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    return registry.organisations.flatMap { organisation in
      organisation.audits.flatMap { audit in
        audit.auditors.compactMap { auditor in
          let interest = byID[auditor.value]?.interests.first { $0.value == organisation.id.value }
          guard let interest else { return nil }
          return RegistryFinding(
            at: auditor.range, "'\(auditor.value)' has an interest in '\(organisation.id.value)'",
            help: "someone without an interest must audit it",
            notes: [("the interest is declared here", interest.range)])
        }
      }
    }
  }

  static let r18 = RegistryRule(
    "registry-r18", .error, "nobody decides an appeal against an audit of his or her own"
  ) { registry, _ in
    registry.organisations.flatMap(\.audits).flatMap { audit in
      (audit.appeal?.decidedBy ?? []).compactMap { judge in
        guard let own = audit.auditors.first(where: { $0.value == judge.value }) else { return nil }
        return RegistryFinding(
          at: judge.range, "'\(judge.value)' decides an appeal against an audit of his or her own",
          help: "someone who did not audit must decide it",
          notes: [("the auditor is named here", own.range)])
      }
    }
  }
}
