/// What makes a finding the same one when lines move: its rule, its file, and what it is about.
package struct FindingKey: Sendable, Hashable, Comparable {
  /// The rule's name.
  package let rule: String
  /// The file's path.
  package let file: String
  /// What the finding is about: its wording, which names no line.
  package let target: String

  /// Creates a key from its parts.
  package init(rule: String, file: String, target: String) {
    self.rule = rule
    self.file = file
    self.target = target
  }

  /// Creates the key of a finding; `folder` is put in front of the file's path.
  package init(_ finding: Diagnostic, in folder: String = "") {
    self.init(
      rule: finding.rule, file: folder + finding.place.file.path, target: finding.message)
  }

  package static func < (left: FindingKey, right: FindingKey) -> Bool {
    for part in [\FindingKey.file, \.rule, \.target]
    where left[keyPath: part] != right[keyPath: part] {
      return left[keyPath: part].utf8.lexicographicallyPrecedes(right[keyPath: part].utf8)
    }
    return false
  }
}

/// Names findings so that services which compare two runs know the same one again.
///
/// The name follows from the key alone; findings with one key are counted in their order.
struct Fingerprints {
  private var counts: [FindingKey: Int] = [:]

  /// The name of the next finding with this key: 16 hexadecimal digits.
  mutating func next(_ key: FindingKey) -> String {
    let count = counts[key, default: 0]
    counts[key] = count + 1
    let parts = [key.rule, key.file, key.target, String(count)]
    return hexadecimal(Self.hash(parts.joined(separator: "\u{0}")), digits: 16)
  }

  /// FNV-1a, 64 bits: the same in every run and release, unlike the standard library's hashes.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
