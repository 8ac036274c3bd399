/// The keys that stand in a mapping, or take the place of others there: no repair may write one twice.
package struct TakenKeys {
  private var keys: Set<String>

  /// The keys of `mapping`.
  package init(of mapping: Mapping) {
    keys = Set(mapping.pairs.map(\.key))
  }

  /// What to do instead of writing `key` in another's place; `nil` where that can be done, and then once.
  package mutating func refusal(of key: String) -> String? {
    keys.insert(key).inserted ? nil : "remove one of the two: '\(key)' can be written once"
  }
}
