/// A text in lines that fit a width.
struct TextBlock: Sendable {
  /// The lines, top first.
  let lines: [String]
  /// How they are set.
  let style: TextStyle
  /// Whether not all of the text found room.
  let isCut: Bool

  /// Breaks `text` into at most `limit` lines no wider than `width`.
  ///
  /// Lines are broken at spaces, and within a word that alone is too wide. What finds no room is
  /// cut, with a `…` at the end. O(*length*).
  init(_ text: String, _ style: TextStyle, within width: Double, lines limit: Int = 4) {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, style.width(of: "\(last) \(word)") <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines += Self.pieces(of: String(word), style, within: width)
      }
      if lines.count > limit { break }
    }
    isCut = lines.count > limit
    if isCut {
      lines.removeLast(lines.count - limit)
      lines[limit - 1] = Self.cut(lines[limit - 1], style, within: width)
    }
    self.lines = lines
    self.style = style
  }

  /// Breaks a label into lines, set smaller where its longest word would be broken otherwise.
  static func label(
    _ text: String, _ style: TextStyle = .label, within width: Double, lines limit: Int = 4
  ) -> TextBlock {
    let isTooLong = style.longestWord(of: text) > width
    return TextBlock(text, isTooLong ? style.smaller : style, within: width, lines: limit)
  }

  /// The height of all lines.
  var height: Double { Double(lines.count) * style.lineHeight }

  /// The width of the widest line.
  var width: Double { lines.map(style.width).max() ?? 0 }

  /// How far below the top of the block a line stands.
  func baseline(of line: Int) -> Double {
    Double(line) * style.lineHeight + (style.lineHeight + style.size * 0.7) / 2
  }

  private static func pieces(of word: String, _ style: TextStyle, within width: Double) -> [String]
  {
    guard style.width(of: word) > width else { return [word] }
    var pieces: [String] = [""]
    var used = 0.0
    for character in word {
      let next = style.width(of: String(character))
      if used + next > width, used > 0 {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += next
    }
    return pieces
  }

  private static func cut(_ line: String, _ style: TextStyle, within width: Double) -> String {
    var line = line
    while !line.isEmpty, style.width(of: line + "…") > width { line.removeLast() }
    return line + "…"
  }
}
