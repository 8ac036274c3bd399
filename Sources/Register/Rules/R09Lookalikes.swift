import Diagnostics

extension RegistryRule {
  static let r09 = RegistryRule(
    "registry-r09", .warning, "no two organisations share a name, an address or a number"
  ) { registry, _ in
    var names = Shared("name"), urls = Shared("address"), numbers = Shared("number")
    for organisation in registry.organisations {
      if let name = organisation.name { names.add(normalised(name: name.value), name) }
      if let url = organisation.url { urls.add(normalised(url: url.value), url) }
      for identifier in organisation.identifiers {
        guard let value = identifier.value, let scheme = identifier.scheme else { continue }
        numbers.add(scheme.value.rawValue + ":" + letters(of: value.value), value)
      }
    }
    return names.findings + urls.findings + numbers.findings
  }

  /// Small letters and digits, without the word that says what kind of company it is.
  private static func normalised(name: String) -> String {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
    let kinds: Set<Substring> = ["ltd", "limited", "llp", "plc", "cic", "inc"]
    return words.filter { !kinds.contains($0) }.joined()
  }

  private static func normalised(url: String) -> String {
    var rest = url.lowercased()[...]
    for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return String(rest)
  }

  private static func letters(of text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

/// What organisations were found to share.
private struct Shared {
  private let kind: String
  private var first: [String: Located<String>] = [:]
  private(set) var findings: [RegistryFinding] = []

  init(_ kind: String) { self.kind = kind }

  mutating func add(_ normalised: String, _ written: Located<String>) {
    guard let other = first[normalised] else {
      first[normalised] = written
      return
    }
    findings.append(
      RegistryFinding(
        at: written.range, "another organisation has the \(kind) '\(other.value)'",
        help: "make one entry of the two, or tell them apart",
        notes: [("the other is here", other.range)]))
  }
}
