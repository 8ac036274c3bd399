/// The words of bytes in any format: runs of letters and digits.
///
/// What a format writes in place of a byte is understood: `%20`, `&nbsp;`, `\\n`.
struct Words {
  /// A word, as hashes of its bytes.
  struct Word: Sendable {
    /// Of the bytes as they are.
    var exact: UInt64 = 0xCBF2_9CE4_8422_2325
    /// Of the bytes with ASCII letters in lower case.
    var folded: UInt64 = 0xCBF2_9CE4_8422_2325
    /// Its bytes.
    var length = 0
    /// Whether it stands between `<` and `>`.
    var isInTag = false

    /// FNV-1a.
    fileprivate mutating func add(_ byte: UInt8) {
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      exact = (exact ^ UInt64(byte)) &* 0x100_0000_01B3
      folded = (folded ^ UInt64(isUpper ? byte | 0x20 : byte)) &* 0x100_0000_01B3
      length += 1
    }
  }

  /// The words in order.
  private(set) var all: [Word] = []
  private let bytes: UnsafeRawBufferPointer

  /// Reads the words of `bytes`.
  ///
  /// O(*bytes*).
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    all.reserveCapacity(bytes.count / 6)
    var word = Word()
    var isInTag = false
    var position = 0
    while position < bytes.count {
      let (byte, length) = unit(at: position)
      if let byte {
        word.add(byte)
      } else {
        if word.length > 0 {
          word.isInTag = isInTag
          all.append(word)
          word = Word()
        }
        if bytes[position] == UInt8(ascii: "<") { isInTag = true }
        if bytes[position] == UInt8(ascii: ">") { isInTag = false }
      }
      position += length
    }
    if word.length > 0 { all.append(word) }
  }

  /// The byte of a word that stands at `position`, or `nil` for what parts words, and its length.
  private func unit(at position: Int) -> (byte: UInt8?, length: Int) {
    let byte = bytes[position]
    if byte < 0x80 {
      if isWordByte[Int(byte)] { return (byte, 1) }
      return switch byte {
      case UInt8(ascii: "%"): percentUnit(at: position)
      case UInt8(ascii: "&"): (nil, referenceLength(at: position))
      case UInt8(ascii: "\\"): (nil, escapeLength(at: position))
      default: (nil, 1)
      }
    }
    guard position + 1 < bytes.count else { return (byte, 1) }
    // No-break space and such have two bytes; curly apostrophes, dashes and thin spaces three.
    switch (byte, bytes[position + 1]) {
    case (0xC2, 0xA0...0xBF): return (nil, 2)
    case (0xE2, 0x80...0x81): return (nil, min(3, bytes.count - position))
    default: return (byte, 1)
    }
  }

  private func percentUnit(at position: Int) -> (byte: UInt8?, length: Int) {
    guard position + 2 < bytes.count, let high = digit(bytes[position + 1]),
      let low = digit(bytes[position + 2])
    else { return (nil, 1) }
    let byte = high << 4 | low
    return (byte >= 0x80 || isWordByte[Int(byte)] ? byte : nil, 3)
  }

  /// How long the character reference at `position` is, such as `&#39;`.
  private func referenceLength(at position: Int) -> Int {
    var end = position + 1
    while end < bytes.count, end - position < 10, bytes[end] < 0x80,
      isWordByte[Int(bytes[end])] || bytes[end] == UInt8(ascii: "#")
    {
      end += 1
    }
    return end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 - position : 1
  }

  /// How long the escape at `position` is that JSON or a calendar writes.
  private func escapeLength(at position: Int) -> Int {
    guard position + 1 < bytes.count else { return 1 }
    switch bytes[position + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return 2
    case UInt8(ascii: "u"):
      guard position + 5 < bytes.count else { return 1 }
      return (position + 2...position + 5).allSatisfy { digit(bytes[$0]) != nil } ? 6 : 1
    default: return 1
    }
  }

  private func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// For each ASCII byte, whether it is a letter or a digit.
private let isWordByte: [Bool] = (0..<0x80).map { byte in
  switch UInt8(byte) {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}
