/// Values by name, in the order they were written.
///
/// A name occurs once; a later value replaces an earlier. Looking up a name costs O(*n*) up to
/// sixteen entries and O(1) above.
public struct ValueMap: Sendable {
  /// An entry, and a part of the table by which entries are found.
  ///
  /// All is in one array, so that a map is one reference: templates do little but look up names.
  private struct Slot {
    let key: String
    var value: Value
    /// How many bytes the key has, by which most others are told apart at once.
    let length: Int32
    /// The last entry whose hash leads to this slot, or -1.
    var head: Int32 = -1
    /// The entry before this one whose hash leads to the same slot, or -1.
    var next: Int32 = -1
  }

  private var slots: [Slot] = []
  private static let linearLimit = 16

  /// Creates an empty map.
  public init() {}

  /// Creates a map from pairs in order.
  public init(_ pairs: some Sequence<(String, Value)>) {
    for (key, value) in pairs { self[key] = value }
  }

  /// The entries in order, made in O(*n*).
  public var entries: [(key: String, value: Value)] { slots.map { ($0.key, $0.value) } }

  /// The names in order, made in O(*n*).
  public var keys: [String] { slots.map(\.key) }

  /// The values in the order of their names, made in O(*n*).
  public var values: [Value] { slots.map(\.value) }

  /// How many entries there are.
  public var count: Int { slots.count }

  /// The value named `key`; setting `nil` removes it, in O(*n*).
  public subscript(key: String) -> Value? {
    get {
      guard let position = position(of: key) else { return nil }
      return slots[position].value
    }
    set {
      switch (position(of: key), newValue) {
      case (let position?, let value?): slots[position].value = value
      case (nil, let value?): append(key, value)
      case (let position?, nil):
        slots.remove(at: position)
        linkAll()
      case (nil, nil): break
      }
    }
  }

  private func position(of key: String) -> Int? {
    let length = Int32(truncatingIfNeeded: key.utf8.count)
    guard count > Self.linearLimit else {
      return slots.firstIndex { $0.length == length && $0.key == key }
    }
    var position = slots[start(of: key)].head
    while position >= 0 {
      let index = Int(position)
      if slots[index].length == length, slots[index].key == key { return index }
      position = slots[index].next
    }
    return nil
  }

  /// The slot to which the hash of `key` leads: one of the first 2, 4, 8, … of them.
  private func start(of key: String) -> Int { key.hashValue & (starts - 1) }

  private var starts: Int { 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount) }

  private mutating func append(_ key: String, _ value: Value) {
    slots.append(
      Slot(key: key, value: value, length: Int32(truncatingIfNeeded: key.utf8.count)))
    if count == Self.linearLimit + 1 || count == starts {
      linkAll()
    } else {
      link(count - 1)
    }
  }

  /// Makes the table anew, as when the number of slots has doubled since it was made.
  private mutating func linkAll() {
    for position in slots.indices { slots[position].head = -1 }
    for position in slots.indices { link(position) }
  }

  private mutating func link(_ position: Int) {
    guard count > Self.linearLimit else { return }
    let start = start(of: slots[position].key)
    slots[position].next = slots[start].head
    slots[start].head = Int32(position)
  }
}

extension ValueMap: ExpressibleByDictionaryLiteral {
  /// Creates a map from entries as they are written; of two with one name the later stays.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements)
  }
}
