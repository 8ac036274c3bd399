package import Digest

/// Reads what `RecordWriter` wrote, and takes anything else for what it is: unreadable.
package struct RecordReader: Sendable {
  /// The bytes are not what was written.
  package struct Unreadable: Error {
    /// Creates the error.
    package init() {}
  }

  private let all: [UInt8]
  private var position: Int
  private let end: Int

  /// Reads bytes from their beginning.
  package init(_ bytes: [UInt8]) {
    (all, position, end) = (bytes, 0, bytes.count)
  }

  /// How many bytes were read.
  package var offset: Int { position }

  /// Whether all was read.
  package var isAtEnd: Bool { position == end }

  /// Reads a number.
  package mutating func number() throws(Unreadable) -> UInt64 {
    var (number, shift): (UInt64, UInt64) = (0, 0)
    while position < end, shift < 64 {
      let byte = all[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    throw Unreadable()
  }

  /// Reads a number that is not negative.
  package mutating func count() throws(Unreadable) -> Int {
    guard let count = Int(exactly: try number()) else { throw Unreadable() }
    return count
  }

  /// Reads one of two.
  package mutating func flag() throws(Unreadable) -> Bool {
    switch try number() {
    case 0: return false
    case 1: return true
    default: throw Unreadable()
    }
  }

  /// Passes over bytes that were written with their number, and says where they are.
  package mutating func range() throws(Unreadable) -> Range<Int> {
    try range(of: try count())
  }

  private mutating func range(of count: Int) throws(Unreadable) -> Range<Int> {
    guard count <= end - position else { throw Unreadable() }
    defer { position += count }
    return position..<(position + count)
  }

  /// Reads bytes.
  package mutating func bytes() throws(Unreadable) -> [UInt8] { Array(all[try range()]) }

  /// Reads text.
  package mutating func text() throws(Unreadable) -> String {
    String(decoding: all[try range()], as: UTF8.self)
  }

  /// Reads a digest.
  package mutating func digest() throws(Unreadable) -> SHA256 {
    guard let digest = SHA256(kept: all[try range(of: 32)]) else { throw Unreadable() }
    return digest
  }

  /// Reads a list.
  package mutating func list<Element>(
    _ each: (inout RecordReader) throws(Unreadable) -> Element
  ) throws(Unreadable) -> [Element] {
    var list: [Element] = []
    // No room is made before the elements are seen: the number may be noise.
    for _ in 0..<(try count()) { list.append(try each(&self)) }
    return list
  }

  /// Reads a value, where there is one.
  package mutating func optional<Value>(
    _ present: (inout RecordReader) throws(Unreadable) -> Value
  ) throws(Unreadable) -> Value? {
    try flag() ? try present(&self) : nil
  }
}
