import Diagnostics
import YAML

extension RegistryRule {
  static let r01 = RegistryRule(
    "registry-r01", .error,
    "ids have their form, are used once, look like no other and were never removed"
  ) { registry, _ in
    var findings: [RegistryFinding] = []
    var uses = IDUses(tombstones: registry.tombstones)
    for (kind, id) in registry.ids {
      if let finding = kind.malformed(id) { findings.append(finding) }
      if let finding = uses.add(id) { findings.append(finding) }
    }
    for certificate in registry.certificates {
      if let person = certificate.person, let finding = IDKind.person.malformed(person) {
        findings.append(finding)
      }
      var projects = IDUses(tombstones: [])
      for id in certificate.evidence.compactMap(\.id) {
        if let finding = IDKind.project.malformed(id) { findings.append(finding) }
        if let finding = projects.add(id) { findings.append(finding) }
      }
    }
    return findings
  }
}

/// What an id names, which says how it begins.
enum IDKind: String {
  case organisation = "org-"
  case course = "crs-"
  case audit = "aud-"
  case term = "acc-"
  case person = "per-"
  case project = "prj-"
  case certificate = "C-"

  /// How the id is written.
  var form: Form {
    self == .certificate
      ? .text(pattern: "C-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]")
      : .text(pattern: rawValue + "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
  }

  /// What the id names, with its article.
  private var name: String {
    switch self {
    case .organisation: "an organisation"
    case .course: "a course"
    case .audit: "an audit"
    case .term: "a term"
    case .person: "a person"
    case .project: "a project"
    case .certificate: "a certificate"
    }
  }

  fileprivate func malformed(_ id: Located<String>) -> RegistryFinding? {
    if self == .certificate { return Self.malformedNumber(id) }
    let rest = id.value.utf8.dropFirst(rawValue.utf8.count)
    let isWellFormed =
      id.value.hasPrefix(rawValue) && !rest.isEmpty && rest.count <= 64
      && rest.first != UInt8(ascii: "-") && rest.last != UInt8(ascii: "-")
      && rest.allSatisfy { $0.isLowercaseWordByte }
    guard !isWellFormed else { return nil }
    return RegistryFinding(
      at: id.range, "'\(id.value)' is not written like the id of \(name)",
      help: "write '\(rawValue)' and lower-case letters, digits and hyphens")
  }

  private static func malformedNumber(_ id: Located<String>) -> RegistryFinding? {
    guard CertificateNumber(id.value) == nil else { return nil }
    let hasLookAlikes = id.value.uppercased().dropFirst(2).contains { "ILOU".contains($0) }
    return RegistryFinding(
      at: id.range, "'\(id.value)' is not written like a certificate's number",
      help: hasLookAlikes
        ? "letters I, L, O and U are never used: write 1 for I and L, 0 for O"
        : "write it like C-7Q4M-X2RK-3, in capital letters")
  }
}

extension Registry {
  /// The ids that must differ from each other, in the order of the file.
  fileprivate var ids: [(IDKind, Located<String>)] {
    var ids: [(IDKind, Located<String>)] = framework.auditors.map { (.audit, $0.id) }
    for organisation in organisations {
      ids.append((.organisation, organisation.id))
      ids += organisation.audits.compactMap { audit in audit.id.map { (.audit, $0) } }
      ids += organisation.terms.compactMap { term in term.id.map { (.term, $0) } }
    }
    ids += courses.map { (.course, $0.id) }
    ids += certificates.map { (.certificate, $0.id) }
    return ids
  }
}

/// The ids seen so far.
private struct IDUses {
  private var removed: [String: Tombstone] = [:]
  private var seen: [String: Located<String>] = [:]

  init(tombstones: [Tombstone]) {
    for tombstone in tombstones { removed[tombstone.id.value] = tombstone }
  }

  /// Adds an id, or tells what is wrong with using it.
  mutating func add(_ id: Located<String>) -> RegistryFinding? {
    if let tombstone = removed[id.value] {
      return RegistryFinding(
        at: id.range, "'\(id.value)' was removed and is never used again",
        help: "give the entry a new id", notes: [("removed here", tombstone.id.range)])
    }
    guard let first = seen.updateValue(id, forKey: Self.folded(id.value)) else { return nil }
    let isSame = first.value == id.value
    return RegistryFinding(
      at: id.range,
      isSame
        ? "'\(id.value)' is used twice" : "'\(id.value)' is easily taken for '\(first.value)'",
      help: "give one of the two another id",
      notes: [(isSame ? "first used here" : "the other is here", first.range)])
  }

  /// The id with the letters that look like digits written as these.
  private static func folded(_ id: String) -> String {
    guard
      id.utf8.contains(where: {
        $0 == UInt8(ascii: "o") || $0 == UInt8(ascii: "l") || $0 == UInt8(ascii: "i")
      })
    else { return id }
    return String(
      decoding: id.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "o"): UInt8(ascii: "0")
        case UInt8(ascii: "l"), UInt8(ascii: "i"): UInt8(ascii: "1")
        default: byte
        }
      }, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isLowercaseWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
