/// The letters of one word by eights, as they lie in memory, the last filled up with zeros: so that
/// words are compared and hashed by eight letters at once.
///
/// Of a word that is longer than any the beginning is kept, and its length.
struct LetterEights {
  private var first: UInt64 = 0
  private var rest: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// How many letters it has, in bytes.
  private(set) var length = 0

  /// Begins with another word.
  @inline(__always)
  mutating func clear() {
    first = 0
    // Most words end in the first eight.
    if length > 8 { rest = (0, 0, 0, 0) }
    length = 0
  }

  /// Adds the letters of a run behind whole eights.
  @inline(__always)
  mutating func append(_ run: LetterRun) {
    if length == 0 { first = run.letters } else { store(run.letters, at: length >> 3) }
    length &+= run.count
  }

  /// Adds a letter.
  mutating func append(_ byte: UInt8) {
    let letter = UInt64(byte) << UInt64((length & 7) << 3)
    if length < 8 { first |= letter } else { store(letter, at: length >> 3) }
    length &+= 1
  }

  private mutating func store(_ letters: UInt64, at index: Int) {
    switch index {
    case 1: rest.0 |= letters
    case 2: rest.1 |= letters
    case 3: rest.2 |= letters
    case 4: rest.3 |= letters
    default: break
    }
  }

  /// Whether it is the same word as another, neither of them longer than any is.
  @inline(__always)
  func isSame(as other: LetterEights) -> Bool {
    first == other.first && length == other.length && (length <= 8 || rest == other.rest)
  }

  /// A hash of the word, the same in every run.
  var hash: UInt32 {
    @inline(__always) get {
      // The highest bits of a product depend on all bits of both factors.
      var hash = (first &* Self.factor).byteSwapped
      if length > 8 {
        hash = ((hash ^ rest.0) &* Self.factor).byteSwapped
        if length > 16 {
          for eight in [rest.1, rest.2, rest.3] {
            hash = ((hash ^ eight) &* Self.factor).byteSwapped
          }
        }
      }
      return UInt32(truncatingIfNeeded: hash)
    }
  }

  private static let factor: UInt64 = 0xBF58_476D_1CE4_E5B9

  /// Writes the letters, and what is behind them up to eight, to `space`, which has room for 40.
  @inline(__always)
  func write(to space: UnsafeMutableRawPointer) {
    space.storeBytes(of: first.littleEndian, as: UInt64.self)
    guard length > 8 else { return }
    space.storeBytes(of: rest.0.littleEndian, toByteOffset: 8, as: UInt64.self)
    space.storeBytes(of: rest.1.littleEndian, toByteOffset: 16, as: UInt64.self)
    space.storeBytes(of: rest.2.littleEndian, toByteOffset: 24, as: UInt64.self)
    space.storeBytes(of: rest.3.littleEndian, toByteOffset: 32, as: UInt64.self)
  }
}
