/// Reads the words of a text one after the other.
///
/// A word is a run of letters, digits and marks, in small letters without accents; an apostrophe in
/// it is left out, and so is a final `'s`. Every Chinese or Japanese character is a word.
package struct WordReader {
  /// The longest word that is one, in bytes: what is longer is data.
  static let longestWord = 40

  /// The word that was read last, folded.
  package private(set) var word: [UInt8] = []
  /// The length of the word where its last apostrophe stood.
  private var apostrophe: Int?

  /// Creates a reader.
  package init() { word.reserveCapacity(64) }

  /// Reads the next word of `text`, valid UTF-8, at `position` or behind it; `false` at the end.
  package mutating func next(
    in text: UnsafeBufferPointer<UInt8>, from position: inout Int
  ) -> Bool {
    repeat {
      start()
      while position < text.count {
        let byte = text[position]
        let folded = Self.ascii[Int(byte)]
        if folded > Self.other {
          word.append(folded)
          position += 1
        } else if folded == 0 {
          position += 1
          if !word.isEmpty { break }
        } else if readOther(text, &position) {
          break
        }
      }
      guard !word.isEmpty else { return false }
      dropPossessive()
    } while word.count > Self.longestWord
    return true
  }

  private mutating func start() {
    word.removeAll(keepingCapacity: true)
    apostrophe = nil
  }

  /// Reads an apostrophe or a character beyond ASCII; whether the word ends there.
  private mutating func readOther(
    _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int
  ) -> Bool {
    let scalar = text.scalar(at: position)
    let next = position + UTF8.width(scalar)
    if scalar == "'" || scalar == "’" {
      let goesOn = !word.isEmpty && isLetter(text, at: next)
      if goesOn { apostrophe = word.count }
      position = next
      return !goesOn && !word.isEmpty
    }
    switch LetterFolding.role(of: scalar) {
    case .letter: LetterFolding.fold(scalar, into: &word)
    case .ideograph:
      if !word.isEmpty { return true }
      position = next
      word += UTF8.encode(scalar).map(Array.init) ?? []
      return true
    case .accent: break
    case .separator:
      position = next
      return !word.isEmpty
    }
    position = next
    return false
  }

  /// Whether a letter stands at `position`, with or without accents before it.
  private func isLetter(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    var position = position
    while position < text.count {
      let scalar = text.scalar(at: position)
      let role = LetterFolding.role(of: scalar)
      if role != .accent { return role == .letter }
      position += UTF8.width(scalar)
    }
    return false
  }

  /// Takes the `s` of `'s` off.
  private mutating func dropPossessive() {
    guard let apostrophe, apostrophe == word.count - 1, word.last == UInt8(ascii: "s") else {
      return
    }
    word.removeLast()
  }

  /// What is neither a letter of ASCII nor a separator.
  static var other: UInt8 { 1 }

  /// For each byte its folded form, 0 for a separator, `other` for what needs a closer look.
  static let ascii: [UInt8] = (0...255).map { (byte: UInt8) in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case 0x80..., UInt8(ascii: "'"): other
    default: 0
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The scalar that begins at `offset`; U+FFFD where none does.
  fileprivate func scalar(at offset: Int) -> Unicode.Scalar {
    var iterator = self[offset...].makeIterator()
    var decoder = UTF8()
    return if case .scalarValue(let scalar) = decoder.decode(&iterator) { scalar } else {
      "\u{FFFD}"
    }
  }
}
