/// How wide text is likely to be in the sans-serif fonts that browsers use.
///
/// Which font that is nobody knows here: the widths are those of Helvetica and its kin, with a
/// little more.
enum TextMeasure {
  /// What fonts may be wider than Helvetica.
  private static let allowance = 1.05
  /// What bold text is wider than plain.
  private static let boldness = 1.07

  /// The width of a text on one line, in the unit of `size`.
  ///
  /// O(*length*).
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return Double(thousandths) / 1000 * size * allowance * (isBold ? boldness : 1)
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? 0 : ascii[Int(value) - 0x20] }
    switch value {
    case 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F:
      return 0
    // Chinese, Japanese, Korean, full-width forms and pictures.
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0x1F000...0x3FFFF:
      return 1000
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      case .uppercaseLetter, .titlecaseLetter: return 720
      case .mathSymbol, .otherSymbol: return 850
      default: return 570
      }
    }
  }

  /// From the space to the tilde, in thousandths of the size.
  private static let ascii = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}
