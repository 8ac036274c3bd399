/// Texts as they are written into YAML that is there already.
extension Scalar {
  /// The text as it reads back: as it stands where that is nothing but this text, in lists between
  /// brackets too, else between single quotes.
  ///
  /// The text is one line.
  package static func written(_ text: String) -> String {
    isPlain(text) ? text : "'" + escaped(text, between: UInt8(ascii: "'")) + "'"
  }

  /// The text as it is written between quotes of this kind, `'` or `"`.
  package static func escaped(_ text: String, between quote: UInt8) -> String {
    quote == UInt8(ascii: "'")
      ? text.replacing("'", with: "''")
      : text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "/" || isWordPart(first),
      text.unicodeScalars.allSatisfy({ isWordPart($0) || "/-.~%+".unicodeScalars.contains($0) })
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
