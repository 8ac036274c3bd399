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
  /// Whether a comma stands between it and the word before it.
  var isBehindComma = false

  /// FNV-1a.
  @inline(__always)
  fileprivate mutating func add(_ byte: UInt8, _ small: UInt8) {
    exact = (exact ^ UInt64(byte)) &* 0x100_0000_01B3
    folded = (folded ^ UInt64(small)) &* 0x100_0000_01B3
    length += 1
  }
}

/// Reads bytes in any format word by word: runs of letters and digits, and each letter alone of
/// scripts that part no words, such as Chinese.
///
/// Characters that show nothing, such as soft hyphens, are passed over, and what a format writes in
/// place of a byte is understood: `%20`, `&nbsp;`, `&uuml;`, `\\n`, `\\u00fc`. A copy reads on
/// from where the original stood.
struct WordScanner {
  private let bytes: UnsafeRawBufferPointer
  private let classes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var isInTag = false

  /// What each byte is: what parts words, what is to be looked at, or its letter in lower case.
  static let classes: [UInt8] = (0...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), 0x80...0xFF:
      special
    default: separator
    }
  }

  private static let separator: UInt8 = 0
  private static let special: UInt8 = 1
  /// What letters begin with that are words of their own: from kana and Han to Hangul, U+3000 to
  /// U+D7FF, of three bytes each.
  private static let lonely: ClosedRange<UInt8> = 0xE3...0xED

  /// Begins at the first of `bytes`; `classes` are those of the type.
  init(_ bytes: UnsafeRawBufferPointer, _ classes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.classes = classes
  }

  /// All words of a text.
  static func words(of text: String) -> [Word] {
    var text = text
    return text.withUTF8 { bytes in
      classes.withUnsafeBufferPointer { classes in
        var scanner = WordScanner(UnsafeRawBufferPointer(bytes), classes)
        var words: [Word] = []
        while let word = scanner.next() { words.append(word) }
        return words
      }
    }
  }

  /// Goes on to the next word; `nil` at the end.
  mutating func next() -> Word? {
    var word = Word()
    while position < bytes.count {
      let byte = bytes[position]
      let small = classes[Int(byte)]
      if small > Self.special {
        word.add(byte, small)
        position += 1
        continue
      }
      if small == Self.separator {
        if word.length > 0 { break }
        if byte == UInt8(ascii: ",") { word.isBehindComma = true }
        position += 1
        continue
      }
      if let length = unseenLength(at: position) {
        position += length
        continue
      }
      let (letter, length) = unit(at: position)
      if let letter {
        if Self.lonely.contains(letter) {
          if word.length == 0 { return lonelyWord(behindComma: word.isBehindComma) }
          break
        }
        word.add(letter, letter >= 0x80 ? letter : classes[Int(letter)])
        position += length
        continue
      }
      if let (letter, length) = writtenLetter(at: position) {
        let encoded = UTF8.encode(letter) ?? .init()
        let isLonely = encoded.first.map(Self.lonely.contains) ?? false
        if isLonely, word.length > 0 { break }
        for byte in encoded { word.add(byte, byte >= 0x80 ? byte : classes[Int(byte)]) }
        position += length
        if isLonely { break }
        continue
      }
      if word.length > 0 { break }
      if byte == UInt8(ascii: "<") { isInTag = true }
      if byte == UInt8(ascii: ">") { isInTag = false }
      position += length
    }
    word.isInTag = isInTag
    return word.length > 0 ? word : nil
  }

  /// The letter at `position`, which is a word of its own, byte by byte: some formats write each as
  /// `%E6`.
  @inline(never)
  private mutating func lonelyWord(behindComma: Bool) -> Word {
    var word = Word()
    word.isBehindComma = behindComma
    word.isInTag = isInTag
    while word.length < 3, position < bytes.count,
      case (let letter?, let length) = unit(at: position), letter >= 0x80
    {
      word.add(letter, letter)
      position += length
    }
    return word
  }

  /// The byte of a word that stands at `position`, or `nil` for what parts words, and its length.
  private func unit(at position: Int) -> (byte: UInt8?, length: Int) {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "%"): return percentUnit(at: position)
    case UInt8(ascii: "&"): return (nil, referenceLength(at: position))
    case UInt8(ascii: "\\"): return (nil, escapeLength(at: position))
    case ..<0x80: return (nil, 1)
    default: break
    }
    guard position + 1 < bytes.count else { return (byte, 1) }
    // No-break space and such have two bytes; curly apostrophes, dashes and thin spaces three.
    switch (byte, bytes[position + 1]) {
    case (0xC2, 0xA0...0xBF): return (nil, 2)
    case (0xE2, 0x80...0x81): return (nil, min(3, bytes.count - position))
    case (0xE3, 0x80...0x83) where isEastAsianMark(at: position): return (nil, 3)
    default: return (byte, 1)
    }
  }

  /// Whether a mark of Chinese and Japanese stands at `position`, such as `。`, and not `々`, which
  /// stands for a letter.
  private func isEastAsianMark(at position: Int) -> Bool {
    switch (byte(position + 1), byte(position + 2)) {
    case (0x80, 0x85...0x87): false
    case (0x80, 0x80...0xBF), (0x83, 0xBB): true
    default: false
    }
  }

  /// How long what stands at `position` is, where it is a character that shows nothing.
  @inline(__always)
  private func unseenLength(at position: Int) -> Int? {
    switch bytes[position] {
    case 0xC2: byte(position + 1) == 0xAD ? 2 : nil
    case 0xE2:
      switch (byte(position + 1), byte(position + 2)) {
      case (0x80, 0x8B...0x8D), (0x81, 0xA0): 3
      default: nil
      }
    case 0xEF: byte(position + 1) == 0xBB && byte(position + 2) == 0xBF ? 3 : nil
    case UInt8(ascii: "&"): unseenReferenceLength(at: position)
    case UInt8(ascii: "\\"): unseenEscapeLength(at: position)
    default: nil
    }
  }

  private func unseenReferenceLength(at position: Int) -> Int? {
    // Nearly all references are others.
    switch byte(position + 1) {
    case UInt8(ascii: "#"), UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "Z"): break
    default: return nil
    }
    let length = referenceLength(at: position)
    guard length > 2 else { return nil }
    return WrittenLetter.isUnseen(bytes[position + 1..<position + length - 1]) ? length : nil
  }

  private func unseenEscapeLength(at position: Int) -> Int? {
    guard escapeLength(at: position) == 6 else { return nil }
    return WrittenLetter.isUnseen(bytes[position + 2..<position + 6], radix: 16) ? 6 : nil
  }

  /// The byte at a position; 0 behind the end.
  private func byte(_ position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// The letter that `&uuml;` or `\\u00fc` at `position` means, and how long that is.
  private func writtenLetter(at position: Int) -> (Unicode.Scalar, length: Int)? {
    switch bytes[position] {
    case UInt8(ascii: "&"):
      let length = referenceLength(at: position)
      guard length > 2 else { return nil }
      return WrittenLetter.ofReference(bytes[position + 1..<position + length - 1]).map {
        ($0, length)
      }
    case UInt8(ascii: "\\"):
      guard escapeLength(at: position) == 6 else { return nil }
      return WrittenLetter.letter(bytes[position + 2..<position + 6], radix: 16).map { ($0, 6) }
    default: return nil
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { classes[Int(byte)] > Self.special }

  private func percentUnit(at position: Int) -> (byte: UInt8?, length: Int) {
    guard position + 2 < bytes.count, let high = digit(bytes[position + 1]),
      let low = digit(bytes[position + 2])
    else { return (nil, 1) }
    let byte = high << 4 | low
    return (byte >= 0x80 || isLetter(byte) ? byte : nil, 3)
  }

  /// How long the character reference at `position` is, such as `&#39;`.
  private func referenceLength(at position: Int) -> Int {
    var end = position + 1
    while end < bytes.count, end - position < 16,
      isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "#")
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
