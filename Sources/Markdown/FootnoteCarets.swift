/// What cmark is given instead of a `^` behind `[` that begins no footnote's label.
///
/// cmark cuts the text of such a bracket wrongly when it ends on another line. A control character,
/// which HTML has no place for, stands in for the `^`, and is written as `^` again.
let caretStandIn: UInt8 = 0x1A

/// Returns the line with stand-ins for each `^` behind `[` that begins no footnote's label, or `nil`
/// when there is none.
func withoutStrayCarets(_ line: Bytes) -> [UInt8]? {
  var patched: [UInt8]?
  var from = 0
  while let caret = line.firstIndex(of: UInt8(ascii: "^"), from: from) {
    from = caret + 1
    guard caret > 0, line[caret - 1] == UInt8(ascii: "["), !beginsLabel(line[from...]) else {
      continue
    }
    if patched == nil { patched = Array(line) }
    patched?[caret] = caretStandIn
  }
  return patched
}

/// Whether the bytes behind `[^` are a footnote's label and `]`.
private func beginsLabel(_ bytes: Slice<Bytes>) -> Bool {
  let label = bytes.prefix { $0 > 0x20 && !"[]`<\\".utf8.contains($0) }
  return !label.isEmpty && label.endIndex < bytes.endIndex
    && bytes[label.endIndex] == UInt8(ascii: "]")
}

/// Returns words as their author wrote them.
func restoringCarets(_ words: [UInt8]) -> [UInt8] {
  let hasStandIn = words.withUnsafeBufferPointer { $0.firstIndex(of: caretStandIn, from: 0) != nil }
  return hasStandIn ? words.map { $0 == caretStandIn ? UInt8(ascii: "^") : $0 } : words
}
