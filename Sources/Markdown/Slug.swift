/// Returns the anchor that GitHub makes of a heading's words: lower case, without punctuation but
/// `-` and `_`, with `-` for each space.
///
/// Empty when nothing is left.
package func slug(of words: [UInt8]) -> [UInt8] {
  guard words.allSatisfy({ $0 < 0x80 }) else {
    return slug(of: String(decoding: words, as: UTF8.self).unicodeScalars)
  }
  var slug: [UInt8] = []
  slug.reserveCapacity(words.count)
  for byte in words {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      slug.append(byte)
    case UInt8(ascii: " "): slug.append(UInt8(ascii: "-"))
    default: break
    }
  }
  return slug
}

private func slug(of words: String.UnicodeScalarView) -> [UInt8] {
  var slug = ""
  for scalar in words {
    if scalar == " " {
      slug.append("-")
    } else if scalar == "-" || isWord(scalar) {
      slug.append(scalar.properties.lowercaseMapping)
    }
  }
  return Array(slug.utf8)
}

/// Whether a scalar belongs to words: letters, marks, decimal digits, `_` and its kin.
func isWord(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
    .connectorPunctuation:
    true
  default: false
  }
}
