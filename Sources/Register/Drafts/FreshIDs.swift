import Values

/// Gives ids that the register has never used.
struct FreshIDs {
  private let registry: Registry
  private var taken: Set<String>

  init(_ registry: Registry) {
    self.registry = registry
    taken = Set(registry.certificates.map(\.id.value) + registry.tombstones.map(\.id.value))
    taken.formUnion(registry.courses.map(\.id.value))
    taken.formUnion(registry.certificates.compactMap(\.person?.value))
    for organisation in registry.organisations {
      taken.insert(organisation.id.value)
      taken.formUnion(organisation.audits.compactMap(\.id?.value))
      taken.formUnion(organisation.terms.compactMap(\.id?.value))
    }
  }

  /// The number behind the highest of those that begin with `prefix`, such as `aud-0032`; of more than nine digits
  /// nobody counts.
  mutating func next(_ prefix: String) -> String {
    let numbers = taken.compactMap { id in
      id.hasPrefix(prefix) && id.utf8.count <= prefix.utf8.count + 9
        ? Int(id.dropFirst(prefix.count)) : nil
    }
    let digits = String((numbers.max() ?? 0) + 1)
    let id = prefix + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    taken.insert(id)
    return id
  }

  /// `wanted`, or the first of `wanted-2`, `wanted-3`… that is free.
  mutating func named(_ wanted: String) -> String {
    var id = wanted
    var number = 1
    while !taken.insert(id).inserted {
      number += 1
      id = "\(wanted)-\(number)"
    }
    return id
  }

  /// A code for a person.
  mutating func person(using random: inout some RandomNumberGenerator) -> String {
    while true {
      let digits = String(Int.random(in: 0..<1 << 24, using: &random), radix: 16)
      let id = "per-" + String(repeating: "0", count: 6 - digits.count) + digits
      if taken.insert(id).inserted { return id }
    }
  }

  /// A certificate's number, with its check character.
  mutating func certificate(using random: inout some RandomNumberGenerator) -> String {
    while true {
      guard let number = CertificateNumber.random(using: &random) else { continue }
      if taken.insert(number).inserted { return number }
    }
  }

  /// A position in the list of statuses that no certificate has; `nil` where all are taken.
  func statusIndex(using random: inout some RandomNumberGenerator) -> Int? {
    let used = Set(registry.certificates.compactMap(\.statusIndex?.value))
    let free = Certificate.statusIndices.filter { !used.contains($0) }
    return free.randomElement(using: &random)
  }
}

extension CertificateNumber {
  /// A number drawn at random, as it is written; `nil` where it is one that is never issued.
  fileprivate static func random(using random: inout some RandomNumberGenerator) -> String? {
    let number = Int.random(in: 0..<1 << 40, using: &random)
    return CertificateNumber(issuing: number)?.text
  }
}

extension String {
  /// The text as the last part of an id: small letters, digits and single hyphens.
  var idPart: String {
    let words = inPlainLetters.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return String(words.joined(separator: "-").prefix(40)).trimmingHyphens
  }

  private var trimmingHyphens: String {
    var text = self[...]
    while text.last == "-" { text.removeLast() }
    return String(text)
  }
}
