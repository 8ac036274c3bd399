/// UTF-8 bytes that grow while they are written: what is printed, and what filters build.
///
/// It owns its memory and is never copied. Adding to it takes half the time of adding to an array,
/// and templates do little else.
struct TextBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes are written.
  private(set) var count = 0

  /// Creates an empty buffer that has room for `capacity` bytes before it grows.
  init(capacity: Int = 0) {
    self.capacity = max(64, capacity)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// What is written.
  private var written: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: count)
  }

  /// A copy of the bytes from `offset` on.
  func bytes(from offset: Int = 0) -> [UInt8] {
    Array(UnsafeBufferPointer(rebasing: written[offset...]))
  }

  /// A copy of what is written; parts that are no UTF-8 become replacement characters.
  var text: String { String(decoding: written, as: UTF8.self) }

  /// Adds a copy of what is written to `bytes`.
  func copy(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: written)
  }

  /// Forgets all but the first `count` bytes and keeps the memory.
  mutating func cut(to count: Int) {
    precondition((0...self.count).contains(count))
    self.count = count
  }

  /// Adds a byte.
  mutating func append(_ byte: UInt8) {
    grow(by: 1).pointee = byte
  }

  /// Adds a byte `times` times.
  mutating func append(_ byte: UInt8, times: Int) {
    guard times > 0 else { return }
    grow(by: times).update(repeating: byte, count: times)
  }

  /// Adds bytes.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    grow(by: bytes.count).update(from: first, count: bytes.count)
  }

  /// Adds a part of `bytes`.
  mutating func append(_ part: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    append(UnsafeBufferPointer(rebasing: bytes[part]))
  }

  /// Adds a part of `bytes`.
  mutating func append(_ part: Range<Int>, of bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(part, of: $0) }
  }

  /// Adds bytes.
  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Adds a text.
  mutating func append(_ text: String) {
    text.withBytes { append($0) }
  }

  /// Makes `count` bytes part of what is written and gives the place to write them.
  private mutating func grow(by count: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - self.count < count { makeRoom(for: count) }
    defer { self.count += count }
    return start + self.count
  }

  @inline(never)
  private mutating func makeRoom(for more: Int) {
    let larger = max(2 * capacity, count + more)
    let place = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    place.update(from: start, count: count)
    start.deallocate()
    (start, capacity) = (place, larger)
  }
}

extension TextBuffer {
  /// Adds a whole number's digits.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var (rest, digits) = (number.magnitude / 10, 1)
    while rest > 0 { (rest, digits) = (rest / 10, digits + 1) }
    let first = grow(by: digits)
    rest = number.magnitude
    for place in stride(from: digits - 1, through: 0, by: -1) {
      first[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// Adds `text` with the five characters that mean something in HTML written as references.
  mutating func append(escaping text: String) {
    text.withBytes { bytes in
      var (start, end) = (0, HTMLReference.firstIndex(in: bytes, from: 0))
      while end < bytes.count {
        append(start..<end, of: bytes)
        if let reference = HTMLReference.of(bytes[end]) { append(reference) }
        start = end + 1
        end = HTMLReference.firstIndex(in: bytes, from: start)
      }
      append(start..<bytes.count, of: bytes)
    }
  }

  /// Adds HTML so that it can stand in an attribute's value: references stay, quotes and angle
  /// brackets become such.
  mutating func append(quoteless html: [UInt8]) {
    for byte in html {
      if byte != UInt8(ascii: "&"), let reference = HTMLReference.of(byte) {
        append(reference)
      } else {
        append(byte)
      }
    }
  }
}

/// How the five characters that mean something in HTML are written.
enum HTMLReference {
  /// The reference to a character, or `nil` of one that means nothing.
  static func of(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  private static let all = [
    UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
  ].map { (byte: $0, reference: Array((of($0) ?? "").utf8)) }

  /// The bytes with the characters themselves for the references to them.
  static func resolved(_ bytes: [UInt8]) -> [UInt8] {
    var (result, offset) = ([UInt8](), 0)
    result.reserveCapacity(bytes.count)
    while offset < bytes.count {
      let known =
        bytes[offset] == UInt8(ascii: "&")
        ? all.first { bytes[offset...].starts(with: $0.reference) } : nil
      result.append(known?.byte ?? bytes[offset])
      offset += known?.reference.count ?? 1
    }
    return result
  }

  /// Where the first of the characters stands at `start` or behind it; the end when there is none.
  ///
  /// Eight bytes are looked at together.
  static func firstIndex(in bytes: Bytes.View, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= raw.count,
      !mayHoldOne(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    {
      index += 8
    }
    while index < bytes.count, !isOne(bytes[index]) { index += 1 }
    return index
  }

  private static func isOne(_ byte: UInt8) -> Bool {
    // A bit for each of `"`, `&`, `'`, `<` and `>`: most bytes are none of them.
    byte < 64 && (0x5000_00C4_0000_0000 as UInt64) >> UInt64(byte) & 1 == 1
  }

  /// Whether one of eight bytes may be one of the characters; never false when one is.
  ///
  /// Four of the five are two pairs that differ in one bit.
  private static func mayHoldOne(_ word: UInt64) -> Bool {
    let quote = word ^ repeated(0x22)
    let reference = (word | repeated(0x01)) ^ repeated(0x27)
    let bracket = (word | repeated(0x02)) ^ repeated(0x3E)
    return (zeros(quote) | zeros(reference) | zeros(bracket)) & repeated(0x80) != 0
  }

  /// Sets the high bit of each byte that is zero, and perhaps of bytes above one.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- repeated(0x01)) & ~word }

  private static func repeated(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
