/// What a key says that switches something on or off, or tells how it is to be.
package enum Feature: Sendable {
  /// `false`.
  case off
  /// `true`.
  case on
  /// Keys and values.
  case settings(Mapping)
}

extension NodeDecoder {
  /// What the key says: `true`, `false` or a mapping with `keys` alone; `nil` and a finding for
  /// anything else, and `nil` for nothing.
  package mutating func feature(_ pair: Pair, keys: [KeyForm]) -> Feature? {
    if let mapping = pair.value.mapping {
      refuseUnknownKeys(of: mapping, known: keys.names, owner: "'\(pair.key)'")
      return .settings(mapping)
    }
    return boolean(pair.value, as: pair.key).map { $0 ? .on : .off }
  }
}
