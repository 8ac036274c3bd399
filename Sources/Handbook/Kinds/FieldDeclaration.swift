import Diagnostics
import YAML

/// What `site.yml` says of a field, by the plainest words.
struct FieldDeclaration {
  /// What a field may say, by the plainest word for it; the other words mean the same.
  private static let words: [(key: String, others: [String])] = [
    ("type", []), ("values", ["one of", "one_of", "options", "allowed", "enum", "choices"]),
    ("to", ["kind", "kinds"]), ("or", []), ("inverse", []), ("count", []),
    ("of", ["items", "item"]), ("columns", ["fields"]), ("required", []), ("default", []),
    ("pattern", []), ("description", []), ("anchors", []),
  ]

  /// All words.
  static let knownKeys = words.flatMap { [$0.key] + $0.others }

  /// The type in words.
  var type: Located<String>?
  private var pairs: [String: Pair] = [:]

  /// A declaration that says nothing.
  init() {}

  /// What `mapping` says; of two words for one thing the first.
  init(_ mapping: Mapping) {
    for pair in mapping.pairs {
      let word = Self.words.first { $0.key == pair.key || $0.others.contains(pair.key) }
      if let word { pairs[word.key] = pairs[word.key] ?? pair }
    }
  }

  /// What is said under the plainest word for it.
  subscript(word: String) -> Pair? { pairs[word] }
}
