package import Diagnostics

extension Fix {
  /// The repair of the value at `place` that was probably meant to be `text`, which is written so that it reads back;
  /// `nil` where none is known, or the value stands in a block behind `|` or `>`.
  package init?(ofValueAt place: Place, to text: String?) {
    guard let text, let first = place.file.bytes[place.range].first, first != UInt8(ascii: "|"),
      first != UInt8(ascii: ">")
    else { return nil }
    self.init(place.range, with: Scalar.written(text), isCertain: false)
  }
}

/// Texts as they are written into YAML that is there already.
extension Scalar {
  /// The text as it reads back: as it stands where that is nothing but this text, in lists between
  /// brackets too, else between single quotes, or between double quotes where it holds characters
  /// that only these can hold on one line.
  package static func written(_ text: String) -> String {
    if isPlain(text) { return text }
    let quote = text.unicodeScalars.contains(where: wantsEscape) ? "\"" : "'"
    return quote + escaped(text, between: quote == "'" ? UInt8(ascii: "'") : UInt8(ascii: "\""))
      + quote
  }

  /// The text as it is written between quotes of this kind, `'` or `"`.
  package static func escaped(_ text: String, between quote: UInt8) -> String {
    if quote == UInt8(ascii: "'") { return text.replacing("'", with: "''") }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == "\\" || scalar == "\"" {
        escaped += "\\\(scalar)"
      } else if wantsEscape(scalar) {
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Whether a character ends a line, or is none that YAML can hold as it stands.
  private static func wantsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x2029, 0xFEFF, 0xFFFE...0xFFFF: true
    default: false
    }
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "/" || isWordPart(first),
      text.unicodeScalars.last != " ",
      text.unicodeScalars.allSatisfy({ isWordPart($0) || " /-.~%+".unicodeScalars.contains($0) })
    else { return false }
    let scalar = Scalar(text, .plain)
    return !scalar.isNull && scalar.boolean == nil && scalar.integer == nil
      && scalar.decimal == nil && scalar.date == nil
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "_": true
    default: !scalar.isASCII && scalar.properties.isXIDContinue
    }
  }
}
