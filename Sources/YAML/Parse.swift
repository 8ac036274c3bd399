package import Diagnostics

/// Reads a part of a file as YAML: its node, or `nil` where nothing is written.
///
/// `rule` names the rule of errors of syntax, such as `invalid-front-matter`. Aliases, merge keys,
/// tags and further documents are refused. What stands before an error of syntax is returned. O(*n*).
package func parse(
  file: SourceFile, range: SourceRange, rule: String, limits: YAMLLimits
) -> Diagnosed<Node?> {
  withEvents(of: file, range: range, rule: rule, limits: limits) { $0.node() }
}

/// Reads a part of a file as YAML that is a mapping, as front matter and `site.yml` are; empty
/// where nothing is written, and with an error where something else is.
package func parseMapping(
  file: SourceFile, range: SourceRange, rule: String, limits: YAMLLimits
) -> Diagnosed<Mapping> {
  let parsed = parse(file: file, range: range, rule: rule, limits: limits)
  let start = range.clamped(to: 0..<file.bytes.count).lowerBound
  guard let node = parsed.value, !node.isNull else {
    return Diagnosed(Mapping([], at: start..<start), parsed.diagnostics)
  }
  if let mapping = node.mapping { return Diagnosed(mapping, parsed.diagnostics) }
  guard parsed.diagnostics.isEmpty else {
    return Diagnosed(Mapping([], at: node.range), parsed.diagnostics)
  }
  let input = YAMLInput(file: file, range: range, rule: rule, limits: limits)
  return Diagnosed(Mapping([], at: node.range), [input.noMapping(node)])
}

/// Reads a part of a file as YAML event by event; `body` reads as much as it wants, and what it
/// leaves is still looked at for errors.
///
/// The findings are those of `parse`. Memory is that of the file and of what `body` keeps.
package func withEvents<Result>(
  of file: SourceFile, range: SourceRange, rule: String, limits: YAMLLimits,
  _ body: (inout EventReader) -> Result?
) -> Diagnosed<Result?> {
  let range = range.clamped(to: 0..<file.bytes.count)
  let input = YAMLInput(file: file, range: range, rule: rule, limits: limits)
  guard range.count <= limits.bytes else {
    return Diagnosed(nil, [input.tooLong])
  }
  return file.bytes.withUnsafeBufferPointer { bytes in
    let start = range.lowerBound + (bytes[range].starts(with: byteOrderMark) ? 3 : 0)
    guard
      let source = EventSource(
        UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound]), at: start)
    else { return Diagnosed(nil, [input.noMemory]) }
    var reader = EventReader(source, input)
    let value = body(&reader)
    while reader.next() != nil {}
    return Diagnosed(
      value, reader.diagnostics + DirectionMarks.findings(in: bytes, of: file, range, .error))
  }
}

/// What some editors put before a text.
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

extension YAMLInput {
  fileprivate var tooLong: Diagnostic {
    let size = limits.bytes >= 1 << 20 ? "\(limits.bytes >> 20) MiB" : "\(limits.bytes >> 10) KiB"
    return tooMuch(
      at: range.lowerBound..<min(range.upperBound, range.lowerBound + 3),
      "\(range.count) bytes of YAML; at most \(size) are read",
      help: "move text to the body of a page, and data to several files")
  }

  fileprivate var noMemory: Diagnostic {
    tooMuch(
      at: range.lowerBound..<range.lowerBound, "no memory is left to read this",
      help: "end other programs and try again")
  }

  fileprivate func noMapping(_ node: Node) -> Diagnostic {
    switch node.content {
    case .scalar:
      let lines = SourceLines(self)
      let line = lines.words(at: node.range.lowerBound)
      if let missing = lines.missingSpace(in: line) {
        return error(at: missing.range, missing.message, help: missing.help)
      }
      return error(
        at: line, "expected keys and values", help: "write 'key: value', such as 'title: Roles'")
    case .sequence, .mapping:
      return error(
        at: node.range.lowerBound..<min(node.range.upperBound, node.range.lowerBound + 1),
        "expected keys and values, not a list", help: "write 'key: value', such as 'title: Roles'")
    }
  }
}
