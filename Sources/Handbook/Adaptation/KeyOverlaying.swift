import Diagnostics
import YAML

/// Lays keys over those of the same names: `site.yml` over the base's, front matter over the base's.
struct KeyOverlaying {
  private var result = ComposedText()
  private(set) var diagnostics: [Diagnostic] = []

  /// What `site.yml` overlays key by key; all else gives way as a whole.
  static let settings = KeyOverlay.byKey([
    "terms": .byKey(),
    "kinds": .byKey(others: .byKey(["fields": .byKey()])),
    "rules": .byKey(), "data": .byKey(), "figures": .byKey(), "navigation": .byItem,
  ])

  /// What is the base's own business: where it is published, edited and adapted from, and its people.
  static let unshared: Set<String> = [
    "url", "edit", "editor", "security", "people", "extends", "remove", "requires",
  ]

  /// The text of `upper` laid over that of `lower`, both of them keys and values.
  static func text(
    _ upper: ComposedText, over lower: ComposedText, as overlay: KeyOverlay,
    without unshared: Set<String>
  ) -> Diagnosed<ComposedText> {
    var work = KeyOverlaying()
    let kept = KeyedText(lower, mapping(lower), end: lower.bytes.count)
    let own = KeyedText(upper, mapping(upper), end: upper.bytes.count)
    work.lay(own, over: kept, as: overlay, indent: 0, isTop: true) { !unshared.contains($0) }
    return Diagnosed(work.result, work.diagnostics)
  }

  /// What a text says; where it cannot be read whoever reads it later tells.
  private static func mapping(_ text: ComposedText) -> Mapping {
    parseMapping(
      file: text.file(at: ""), range: 0..<text.bytes.count, rule: "invalid-front-matter",
      limits: .dataFile
    ).value
  }

  private mutating func lay(
    _ own: KeyedText, over kept: KeyedText, as overlay: KeyOverlay, indent: Int,
    isTop: Bool = false, keeps: (String) -> Bool = { _ in true }
  ) {
    let indent = kept.pieces.first.map { $0.isLines ? $0.indent : indent } ?? indent
    let uppers = Dictionary(
      own.pieces.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for piece in kept.pieces where keeps(piece.key) {
      guard let upper = uppers[piece.key] else {
        append(piece, of: kept, indent)
        continue
      }
      if !isTop, takesOut(upper) { continue }
      lay(upper, of: own, over: piece, of: kept, as: overlay.inner(piece.key), indent)
    }
    let known = Set(kept.pieces.map(\.key).filter(keeps))
    for piece in own.pieces where !known.contains(piece.key) {
      guard isTop || !takesOut(piece) else {
        diagnostics.append(nothingToTakeOut(piece, own))
        continue
      }
      append(piece, of: own, indent)
    }
  }

  private mutating func lay(
    _ upper: KeyedText.Piece, of own: KeyedText, over lower: KeyedText.Piece, of kept: KeyedText,
    as overlay: KeyOverlay, _ indent: Int
  ) {
    switch (overlay, upper.value.content, lower.value.content) {
    case (.byKey, .mapping(let above), .mapping(let below)):
      appendKey(lower, of: kept, indent)
      lay(
        KeyedText(own.text, above, end: upper.range.upperBound),
        over: KeyedText(kept.text, below, end: lower.range.upperBound), as: overlay,
        indent: indent + 2)
    case (.byItem, .sequence(let above), .sequence(let below)):
      appendKey(lower, of: kept, indent)
      lay(
        KeyedText(own.text, items: above, end: upper.range.upperBound),
        over: KeyedText(kept.text, items: below, end: lower.range.upperBound), as: .replaced,
        indent: indent + 2)
    default: append(upper, of: own, indent)
    }
  }

  /// Whether the piece says that the key is to go: it has no value, or the entry `remove: true`.
  private func takesOut(_ piece: KeyedText.Piece) -> Bool {
    piece.value.isNull || piece.value.mapping?["remove"]?.scalar?.text == "true"
  }

  private func nothingToTakeOut(_ piece: KeyedText.Piece, _ own: KeyedText) -> Diagnostic {
    Diagnostic(
      "unmatched-adaptation", .error, at: own.text.place(of: piece.keyRange),
      "the base has no '\(piece.key)' to take out", help: "remove the line, or correct the name")
  }

  /// Adds the line of a key alone, with the comments above it.
  private mutating func appendKey(_ piece: KeyedText.Piece, of text: KeyedText, _ indent: Int) {
    result.endLine()
    let place = text.text.place(of: piece.keyRange)
    if piece.isLines {
      result.append(piece.range.lowerBound..<piece.keyRange.lowerBound, of: text.text)
    } else {
      appendIndent(indent, place)
    }
    result.append(piece.keyRange, of: text.text)
    result.append(":\n", by: place)
  }

  /// Adds a piece on lines of its own, indented like its neighbours.
  private mutating func append(_ piece: KeyedText.Piece, of text: KeyedText, _ indent: Int) {
    result.endLine()
    let isItem = !piece.isLines && piece.range == piece.keyRange
    let place = text.text.place(of: piece.keyRange)
    if !piece.isLines {
      appendIndent(indent, place)
      if isItem { result.append("- ", by: place) }
    } else if piece.indent == indent {
      result.append(piece.range, of: text.text)
      return
    }
    var start = piece.range.lowerBound
    let bytes = text.text.bytes
    while start < piece.range.upperBound {
      let end =
        bytes[start..<piece.range.upperBound].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
        ?? piece.range.upperBound
      let blanks = bytes[start..<end].prefix { $0 == UInt8(ascii: " ") }.count
      if piece.isLines {
        // Deeper lines stay as much deeper.
        if blanks >= piece.indent, end - start > blanks + 1 { appendIndent(indent, place) }
        result.append(start + min(blanks, piece.indent)..<end, of: text.text)
      } else {
        if start > piece.range.lowerBound { appendIndent(indent + 4, place) }
        let from = start > piece.range.lowerBound ? start + blanks : start
        result.append(from..<end, of: text.text)
      }
      start = end
    }
    result.endLine()
  }

  private mutating func appendIndent(_ count: Int, _ place: Place) {
    guard count > 0 else { return }
    result.append(String(repeating: " ", count: count), by: place)
  }
}
