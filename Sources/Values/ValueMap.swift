/// Values by name, in the order they were written.
///
/// A name occurs once; a later value replaces an earlier. Looking up a name costs O(*n*) up to
/// eight entries and O(1) above.
public struct ValueMap: Sendable {
  /// The names in order.
  public private(set) var keys: [String] = []
  /// The values in the order of their names.
  public private(set) var values: [Value] = []
  private var positions: [String: Int] = [:]
  private static let linearLimit = 8

  /// Creates an empty map.
  public init() {}

  /// Creates a map from pairs in order.
  public init(_ pairs: some Sequence<(String, Value)>) {
    for (key, value) in pairs { self[key] = value }
  }

  /// The entries in order, made in O(*n*).
  public var entries: [(key: String, value: Value)] {
    zip(keys, values).map { (key: $0, value: $1) }
  }

  /// How many entries there are.
  public var count: Int { keys.count }

  /// The value named `key`; setting `nil` removes it.
  public subscript(key: String) -> Value? {
    get { position(of: key).map { values[$0] } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?):
        values[position] = value
      case (nil, let value?):
        keys.append(key)
        values.append(value)
        index()
      case (let position?, nil):
        keys.remove(at: position)
        values.remove(at: position)
        positions = [:]
        index()
      case (nil, nil):
        break
      }
    }
  }

  private func position(of key: String) -> Int? {
    guard keys.count > Self.linearLimit else { return keys.firstIndex(of: key) }
    return positions[key]
  }

  /// Brings the table of positions up to date with the entries behind those it knows.
  private mutating func index() {
    guard keys.count > Self.linearLimit else { return }
    for position in positions.count..<keys.count { positions[keys[position]] = position }
  }
}

extension ValueMap: ExpressibleByDictionaryLiteral {
  /// Creates a map from entries as they are written; of two with one name the later stays.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements)
  }
}
