import Diagnostics

extension NodeDecoder {
  /// Warns where a comment begins at once behind a value, as in `title: Service desk #2`, or in its place, as in
  /// `title: #2`: what was meant as text is left out.
  package mutating func warnOfCutText(in node: Node) {
    guard let scalar = node.scalar, scalar.style == .plain else { return }
    let rest = file.bytes[node.range.upperBound...]
    let comment = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard comment.startIndex > rest.startIndex, comment.first == UInt8(ascii: "#"),
      let next = comment.dropFirst().first, next > 0x20, next != UInt8(ascii: "#")
    else { return }
    let end = comment.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? comment.endIndex
    let rests = scalar.text.isEmpty ? "there is no value" : "the value is '\(scalar.text)' alone"
    report(
      Diagnostic(
        "invalid-field", .warning, at: Place(file, comment.startIndex..<end),
        "a comment begins here, so \(rests)",
        help: "put the whole value in quotes, or write a space behind '#' where a comment is meant")
    )
  }
}
