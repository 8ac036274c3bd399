/// How a text of a picture is set.
struct TextStyle: Sendable {
  /// The size in CSS pixels.
  var size: Double
  /// Whether it is bold.
  var isBold = false
  /// Its classes in the style sheet.
  var classes: String

  /// What something is called.
  static let label = TextStyle(size: 14, classes: "fig-text")
  /// What a part of the picture is called.
  static let heading = TextStyle(size: 14, isBold: true, classes: "fig-text fig-bold")
  /// What is said about it: still readable on a phone.
  static let note = TextStyle(size: 13, classes: "fig-text fig-note")

  /// The distance of two lines.
  var lineHeight: Double { (size * 1.3).rounded() }

  /// The width of a text on one line.
  func width(of text: String) -> Double {
    TextMeasure.width(of: text, size: size, isBold: isBold)
  }

  /// The width of the widest word of a text.
  func longestWord(of text: String) -> Double {
    text.split(whereSeparator: \.isWhitespace).map { width(of: String($0)) }.max() ?? 0
  }

  /// The same a size smaller.
  var smaller: TextStyle { TextStyle(size: size - 1, isBold: isBold, classes: classes) }

  /// The width of a space.
  var spaceWidth: Double { size * 0.278 }
}
