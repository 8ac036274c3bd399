/// Prints findings for people: place, wording, the source line and a caret under the part meant.
///
/// ```
/// content/index.md:3:9: error: no page at '/roles/laed/' [broken-link]
///   See [the lead](/roles/laed/).
///                  ^^^^^^^^^^^^
///   help: did you mean '/roles/lead/'?
/// ```
package struct TextPrinter: Sendable {
  private static let longestLine = 160
  /// Characters on each side of a place that are looked at: more than are shown.
  private static let longestLook = 200

  /// How it shows what counts: in colours of the terminal, or by nothing but words.
  private let colours: Colours

  /// Creates a printer; only a terminal should get colours.
  package init(inColour: Bool = false) {
    colours = Colours(isOn: inColour)
  }

  /// Returns all findings as lines, each ended, and at the end what kept the run from its own.
  package func print(_ report: RunReport) -> String {
    var regions = Regions()
    return report.findings.map { print($0, &regions) }.joined()
      + (report.error.map { "handbook: \(Self.visible($0))\n" } ?? "")
  }

  /// Returns `diagnostic` as lines, each ended.
  package func print(_ diagnostic: Diagnostic) -> String {
    var regions = Regions()
    return print(diagnostic, &regions)
  }

  /// Returns `diagnostic` as lines, each ended; `regions` is to be the same for all of a file.
  package func print(_ diagnostic: Diagnostic, _ regions: inout Regions) -> String {
    let lines = regions.lines(of: diagnostic.place.file)
    let start = lines.position(at: diagnostic.place.range.lowerBound)
    let place = "\(Self.visible(diagnostic.place.file.path)):\(start.line):\(start.column):"
    let tone = diagnostic.severity == .error ? Colours.Tone.red : .yellow
    var text =
      "\(colours.paint(place, .bold)) \(colours.paint(diagnostic.severity.rawValue + ":", tone)) "
      + "\(Self.visible(diagnostic.message)) \(colours.paint("[\(diagnostic.rule)]", .faint))\n"
    text += excerpt(diagnostic.place, lines, tone)
    if let since = diagnostic.since { text += "  since: \(since)\n" }
    for note in diagnostic.notes { text += self.note(note, &regions) }
    if let help = diagnostic.help {
      text += "  \(colours.paint("help:", .cyan)) \(Self.visible(help))\n"
    }
    return text
  }

  private func note(_ note: Diagnostic.Note, _ regions: inout Regions) -> String {
    let start = regions.region(of: note.place).start
    return "  \(Self.visible(note.place.file.path)):\(start.line):\(start.column): "
      + "note: \(Self.visible(note.message))\n"
  }

  /// The source line with a caret line below; nothing for a place in an empty line or file.
  private func excerpt(_ place: Place, _ lines: LineTable, _ tone: Colours.Tone) -> String {
    let start = lines.position(at: place.range.lowerBound)
    let lineRange = lines.range(ofLine: start.line)
    guard !lineRange.isEmpty else { return "" }
    let caret = min(max(place.range.lowerBound, lineRange.lowerBound), lineRange.upperBound)
    let near = Self.near(caret, in: lineRange, of: place.file.bytes)
    let end = max(caret, min(place.range.upperBound, near.upperBound))
    let bytes = place.file.bytes
    if Self.isPlain(bytes, near) {
      return cut(bytes[near], indent: caret - near.lowerBound, carets: end - caret, tone) {
        String(decoding: $0, as: UTF8.self)
      }
    }
    let characters = { (range: Range<Int>) in
      Array(Self.visible(String(decoding: bytes[range], as: UTF8.self)).unicodeScalars)
    }
    return cut(
      characters(near)[...], indent: characters(near.lowerBound..<caret).count,
      carets: characters(caret..<end).count, tone
    ) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: $0)
      return String(text)
    }
  }

  /// Whether all bytes are visible characters of ASCII, which nearly all are.
  private static func isPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      range.allSatisfy { bytes[$0] &- 0x20 < 0x5F }
    }
  }

  /// The part of a line round an offset that is looked at: of one that holds thousands of findings,
  /// each costs only so much.
  private static func near(
    _ offset: Int, in line: Range<Int>, of bytes: [UInt8]
  ) -> Range<Int> {
    var (start, end) = (offset, offset)
    var (before, behind) = (0, 0)
    let most =
      max(
        line.lowerBound, offset - 4 * longestLook)..<min(
        line.upperBound, offset + 4 * longestLook)
    while start > most.lowerBound, before < longestLook {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { before += 1 }
    }
    while end < most.upperBound, behind < longestLook {
      if bytes[end] & 0xC0 != 0x80 { behind += 1 }
      end += 1
    }
    return start..<end
  }

  /// Both lines, shortened round the caret where the source line is long; `text` makes a text of a
  /// part of its characters.
  private func cut<Character>(
    _ line: ArraySlice<Character>, indent: Int, carets: Int, _ tone: Colours.Tone,
    _ text: (ArraySlice<Character>) -> String
  ) -> String {
    var shown = line
    var indent = indent
    var (before, behind) = ("", "")
    if line.count > Self.longestLine {
      let from = max(0, min(indent - 40, line.count - Self.longestLine))
      let to = min(line.count, from + Self.longestLine)
      shown = line.dropFirst(from).prefix(to - from)
      if from > 0 { (before, shown) = ("…", shown.dropFirst()) }
      if to < line.count { (behind, shown) = ("…", shown.dropLast()) }
      indent -= from
    }
    let width = before.unicodeScalars.count + shown.count + behind.unicodeScalars.count
    let marks = String(repeating: "^", count: min(max(1, carets), max(1, width - indent)))
    return "  \(before)\(text(shown))\(behind)\n"
      + "  \(String(repeating: " ", count: indent))\(colours.paint(marks, tone))\n"
  }

  /// Text that cannot move the cursor or turn the reading direction: control and bidirectional
  /// characters are replaced, a tab by a space.
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
