/// The letters of one word by eights, as they lie in memory, the last filled up with zeros: so that
/// words are compared and hashed by eight letters at once.
///
/// Of a word that is longer than any the beginning is kept, and its length.
struct LetterEights {
  private var eights: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
  /// How many letters it has, in bytes.
  private(set) var length = 0

  /// How many eights hold them.
  var count: Int { (min(length, WordReader.longestWord) &+ 7) >> 3 }

  /// Eight of them.
  subscript(index: Int) -> UInt64 {
    @inline(__always) get {
      switch index {
      case 0: eights.0
      case 1: eights.1
      case 2: eights.2
      case 3: eights.3
      default: eights.4
      }
    }
  }

  /// Begins with another word.
  @inline(__always)
  mutating func clear() {
    // Most words end in the first eight, few behind the second.
    if length > 16 { (eights.2, eights.3, eights.4) = (0, 0, 0) }
    (eights.0, eights.1) = (0, 0)
    length = 0
  }

  /// Adds a letter.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    let letter = UInt64(byte) << UInt64((length & 7) << 3)
    switch length >> 3 {
    case 0: eights.0 |= letter
    case 1: eights.1 |= letter
    case 2: eights.2 |= letter
    case 3: eights.3 |= letter
    case 4: eights.4 |= letter
    default: break
    }
    length &+= 1
  }

  /// A hash of the word, the same in every run.
  var hash: UInt32 {
    @inline(__always) get {
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: length)
      for index in 0..<count {
        hash = (hash ^ self[index]) &* 0xBF58_476D_1CE4_E5B9
        hash ^= hash >> 32
      }
      return UInt32(truncatingIfNeeded: hash ^ hash >> 29)
    }
  }
}
