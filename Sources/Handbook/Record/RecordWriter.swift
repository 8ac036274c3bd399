package import Digest

/// Writes values as bytes, one behind the other: what a build leaves for the next one.
///
/// `RecordReader` reads them in the same order.
package struct RecordWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// Writes nothing yet.
  package init() {}

  /// Writes a number, in as many bytes as it needs.
  package mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a number that is not negative.
  package mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  /// Writes one of two.
  package mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Writes bytes, and how many they are.
  package mutating func add(bytes added: [UInt8]) {
    add(added.count)
    bytes += added
  }

  /// Writes bytes that are lent for the call, and how many they are.
  package mutating func add(lent added: UnsafeRawBufferPointer) {
    add(added.count)
    bytes.append(contentsOf: added)
  }

  /// Writes text.
  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(lent: UnsafeRawBufferPointer($0)) }
  }

  /// Writes a digest.
  package mutating func add(_ digest: SHA256) { digest.withBytes { bytes += $0 } }

  /// Writes a list.
  package mutating func add<Element>(
    _ list: some Collection<Element>, _ each: (inout RecordWriter, Element) -> Void
  ) {
    add(list.count)
    for element in list { each(&self, element) }
  }

  /// Writes a value, or that there is none.
  package mutating func add<Value>(
    _ value: Value?, _ present: (inout RecordWriter, Value) -> Void
  ) {
    add(value != nil)
    if let value { present(&self, value) }
  }
}
