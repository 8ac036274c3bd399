/// Values by name, in the order they were written. A name occurs once; a later value replaces an earlier.
///
/// Looking up a name costs O(*n*) up to eight entries and O(1) above.
public struct ValueMap: Sendable {
  /// The entries in order.
  public private(set) var entries: [(key: String, value: Value)] = []
  private var positions: [String: Int] = [:]
  private static let linearLimit = 8

  /// Creates an empty map.
  public init() {}

  /// Creates a map from pairs in order.
  public init(_ pairs: some Sequence<(String, Value)>) {
    for (key, value) in pairs { self[key] = value }
  }

  /// The names in order.
  public var keys: [String] { entries.map(\.key) }

  /// How many entries there are.
  public var count: Int { entries.count }

  /// The value named `key`; setting `nil` removes it.
  public subscript(key: String) -> Value? {
    get { position(of: key).map { entries[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?):
        entries[position].value = value
      case (nil, let value?):
        entries.append((key, value))
        index()
      case (let position?, nil):
        entries.remove(at: position)
        positions = [:]
        index()
      case (nil, nil):
        break
      }
    }
  }

  private func position(of key: String) -> Int? {
    guard entries.count > Self.linearLimit else { return entries.firstIndex { $0.key == key } }
    return positions[key]
  }

  /// Brings the table of positions up to date with the entries behind those it knows.
  private mutating func index() {
    guard entries.count > Self.linearLimit else { return }
    for position in positions.count..<entries.count { positions[entries[position].key] = position }
  }
}
