import Diagnostics

extension TemplateParser {
  /// Reads `include file.html name=value`, or gives `nil` when the tag is not written so.
  mutating func parseJekyllInclude(_ tag: Tag) -> Node? {
    guard let first = tag.markup.first, bytes[first] != UInt8(ascii: "'"),
      bytes[first] != UInt8(ascii: "\"")
    else { return parseQuoted(tag) }
    var end = first
    while end < tag.markup.upperBound, !bytes[end].isSpace, bytes[end] != UInt8(ascii: ",") {
      end += 1
    }
    let name = String(decoding: bytes[first..<end], as: UTF8.self)
    // A name without '.' and '/' may be a variable that holds the partial's name.
    guard name.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }) else {
      return nil
    }
    return parseJekyll(tag, name: name, at: first..<end, rest: end..<tag.markup.upperBound)
  }

  /// Reads `include "./file.html" name="value"`: quotes around the name, yet Jekyll's parameters.
  private mutating func parseQuoted(_ tag: Tag) -> Node? {
    guard let first = tag.markup.first,
      let quote = bytes[(first + 1)..<tag.markup.upperBound].firstIndex(of: bytes[first]),
      bytes[quote..<tag.markup.upperBound].contains(UInt8(ascii: "="))
    else { return nil }
    let name = String(decoding: bytes[first + 1..<quote], as: UTF8.self)
    return parseJekyll(
      tag, name: name, at: first..<quote + 1, rest: quote + 1..<tag.markup.upperBound)
  }

  private mutating func parseJekyll(
    _ tag: Tag, name: String, at range: SourceRange, rest: SourceRange
  ) -> Node? {
    var isStandard = false
    let parameters = read(rest, of: tag.range) { markup throws(Failure) in
      var parameters: [(name: String, value: Expression)] = []
      while markup.token.kind != .end {
        if try markup.take(if: .comma) { continue }
        let help = "values are handed over as 'name=\"value\"'"
        let name = markup.text(of: try markup.expect(.identifier, help: help))
        if try markup.take(if: .colon) {
          isStandard = true
        } else {
          try markup.expect(.assignment, help: help)
        }
        parameters.append((name, try markup.expression()))
      }
      return parameters
    }
    guard let parameters else { return nil }
    references.append(Reference(name: name, range: range))
    return .partial(
      PartialCall(
        .include, .reference(references.count - 1),
        PartialCall.Handed(parameters: parameters, isJekyll: !isStandard), nameRange: range,
        at: tag.range))
  }
}
