/// Letters that a format writes by number or name: `&#252;`, `&uuml;`, `\u00fc`.
enum WrittenLetter {
  /// The letter that a character reference means; `nil` for what is no letter, and for none.
  ///
  /// `name` is what stands between `&` and `;`.
  static func ofReference(_ name: Slice<UnsafeRawBufferPointer>) -> Unicode.Scalar? {
    guard let (digits, radix) = number(name) else {
      return named[String(decoding: name, as: UTF8.self)]
    }
    return letter(digits, radix: radix)
  }

  /// The letter with the number that `digits` write; `nil` for another character.
  static func letter(_ digits: Slice<UnsafeRawBufferPointer>, radix: Int) -> Unicode.Scalar? {
    scalar(digits, radix: radix)
      .flatMap { $0.properties.isAlphabetic || $0.properties.numericType != nil ? $0 : nil }
  }

  /// Whether a character reference means a character that shows nothing.
  static func isUnseen(_ name: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard let (digits, radix) = number(name) else {
      return ["shy", "zwj", "zwnj", "ZeroWidthSpace"].contains(
        String(decoding: name, as: UTF8.self))
    }
    return isUnseen(digits, radix: radix)
  }

  /// Whether the character with the number that `digits` write shows nothing.
  static func isUnseen(_ digits: Slice<UnsafeRawBufferPointer>, radix: Int) -> Bool {
    scalar(digits, radix: radix).map {
      ["\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}"].contains($0)
    } ?? false
  }

  private static func scalar(
    _ digits: Slice<UnsafeRawBufferPointer>, radix: Int
  ) -> Unicode.Scalar? {
    UInt32(String(decoding: digits, as: UTF8.self), radix: radix).flatMap(Unicode.Scalar.init)
  }

  /// The digits of a reference by number, and what they are written to.
  private static func number(
    _ name: Slice<UnsafeRawBufferPointer>
  ) -> (digits: Slice<UnsafeRawBufferPointer>, radix: Int)? {
    guard name.first == UInt8(ascii: "#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    return (isHexadecimal ? digits.dropFirst() : digits, isHexadecimal ? 16 : 10)
  }

  /// Names of Latin letters, as HTML has them.
  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = [
      "szlig": "ß", "AElig": "Æ", "aelig": "æ", "OElig": "Œ", "oelig": "œ", "ETH": "Ð", "eth": "ð",
      "THORN": "Þ", "thorn": "þ", "Oslash": "Ø", "oslash": "ø", "inodot": "ı", "imath": "ı",
    ]
    for (mark, bare, marked) in marks {
      for (letter, scalar) in zip(bare, marked.unicodeScalars) {
        named["\(letter)\(mark)"] = scalar
      }
    }
    return named
  }()

  /// A mark, the letters that have a name with it, and the letters with the mark.
  private static let marks = [
    ("grave", "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ("acute", "ACEILNORSUYZaceilnorsuyz", "ÁĆÉÍĹŃÓŔŚÚÝŹáćéíĺńóŕśúýź"),
    ("circ", "ACEGHIJOSUWYaceghijosuwy", "ÂĈÊĜĤÎĴÔŜÛŴŶâĉêĝĥîĵôŝûŵŷ"),
    ("tilde", "AINOUainou", "ÃĨÑÕŨãĩñõũ"), ("uml", "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
    ("ring", "AUau", "ÅŮåů"), ("cedil", "CGKLNRSTcklnrst", "ÇĢĶĻŅŖŞŢçķļņŗşţ"),
    ("caron", "CDELNRSTZcdelnrstz", "ČĎĚĽŇŘŠŤŽčďěľňřšťž"), ("macr", "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
    ("ogon", "AEIUaeiu", "ĄĘĮŲąęįų"), ("dblac", "OUou", "ŐŰőű"), ("breve", "AGUagu", "ĂĞŬăğŭ"),
    ("dot", "CEGIZcegz", "ĊĖĠİŻċėġż"), ("strok", "DHLTdhlt", "ĐĦŁŦđħłŧ"),
  ]
}
