import Diagnostics

extension RegistryRule {
  static let r06 = RegistryRule(
    "registry-r06", .error, "the framework has the seven elements and the three levels, in order"
  ) { registry, _ in
    let framework = registry.framework
    return differences(
      of: framework.elements, from: Element.allCases.map(\.rawValue), "element", "no")
      + differences(of: framework.levels, from: Level.allCases.map(\.rawValue), "level", "rank")
  }

  private static func differences(
    of entries: [Framework.Entry]?, from expected: [String], _ kind: String, _ rankKey: String
  ) -> [RegistryFinding] {
    guard let entries, let last = entries.last else { return [] }
    var findings: [RegistryFinding] = []
    for (index, entry) in entries.enumerated() {
      guard index < expected.count else {
        findings.append(
          RegistryFinding(
            at: entry.range, "a framework has \(expected.count) \(kind)s; this is one more",
            help: "remove it"))
        continue
      }
      if let id = entry.id, id.value != expected[index] {
        findings.append(
          RegistryFinding(
            at: id.range, "\(kind) \(index + 1) must be '\(expected[index])', not '\(id.value)'",
            help: "write '\(expected[index])'"))
      }
      if let rank = entry.rank, rank.value != index + 1 {
        findings.append(
          RegistryFinding(
            at: rank.range, "'\(rankKey)' must be \(index + 1) here", help: "write \(index + 1)"))
      }
    }
    if entries.count < expected.count {
      let missing = expected[entries.count...].map { "'\($0)'" }.joined(separator: ", ")
      findings.append(
        RegistryFinding(
          at: last.range, "after this the framework lacks \(missing)", help: "add each in order"))
    }
    return findings
  }
}
