import Diagnostics
import YAML

/// What `site.yml` says of a field, by the plainest words.
struct FieldDeclaration {
  /// The type in words.
  var type: Located<String>?
  private var pairs: [String: Pair] = [:]

  /// A declaration that says nothing.
  init() {}

  /// What `mapping` says; of two words for one thing the first.
  init(_ mapping: Mapping) {
    for pair in mapping.pairs {
      let word = Self.keys.first { $0.name == pair.key || $0.otherNames.contains(pair.key) }
      if let word { pairs[word.name] = pairs[word.name] ?? pair }
    }
  }

  /// What is said under the plainest word for it.
  subscript(word: String) -> Pair? { pairs[word] }
}
