import Diagnostics
import Values

/// `assign`: gives a name to a value, in the whole template from there on.
struct Assign: Sendable {
  var name: String
  var pipeline: Pipeline?
}

/// `capture`: gives a name to what its body prints.
struct Capture: Sendable {
  var name: String
  var body: Body
  /// Where the tag stands.
  var range: SourceRange
}

extension TemplateParser {
  /// Reads `assign name = value`.
  mutating func parseAssign(_ tag: Tag) -> Node? {
    guard let (name, rest) = signature(of: tag, usage: "write it as 'assign name = value'") else {
      return nil
    }
    var start = rest.lowerBound
    while start < rest.upperBound, bytes[start].isSpace { start += 1 }
    guard start < rest.upperBound, bytes[start] == UInt8(ascii: "=") else {
      report(
        Failure(
          "'assign' lacks the '=' behind the name", help: "write it as 'assign name = value'",
          at: tag.range))
      return nil
    }
    let pipeline = read(start + 1..<rest.upperBound, of: tag.range) { markup throws(Failure) in
      try markup.pipeline()
    }
    guard let pipeline else { return nil }
    return .assign(Assign(name: name, pipeline: pipeline))
  }

  /// Reads `capture` up to its end.
  mutating func parseCapture(_ tag: Tag) -> Node? {
    let head = signature(of: tag, usage: "write it as 'capture name'")
    let end = parseBody(of: tag, until: [])
    return head.map { .capture(Capture(name: $0.name, body: end.body, range: tag.range)) }
  }

  /// The name at the beginning of a tag's markup, which may stand in quotes, and what follows it.
  private mutating func signature(of tag: Tag, usage: String) -> (name: String, rest: SourceRange)?
  {
    var start = tag.markup.lowerBound
    let end = tag.markup.upperBound
    let isQuote = start < end && [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(bytes[start])
    if isQuote { start += 1 }
    var stop = start
    while stop < end, bytes[stop].isWord || ".-[]".utf8.contains(bytes[stop]) { stop += 1 }
    guard stop > start else {
      report(Failure("'\(tag.name)' lacks a name", help: usage, at: tag.range))
      return nil
    }
    let name = String(decoding: bytes[start..<stop], as: UTF8.self)
    if isQuote, stop < end { stop += 1 }
    return (name, stop..<end)
  }
}

extension Renderer {
  /// Gives the name to the value.
  mutating func render(_ assign: Assign) throws(Failure) {
    assigned[assign.name] =
      try assign.pipeline.map { pipeline throws(Failure) in
        try evaluate(pipeline, isPrinted: false)
      } ?? Value.none
  }

  /// Gives the name to what the body prints.
  mutating func render(_ capture: Capture) throws(Failure) -> Flow {
    let (bytes, flow) = captured(capture.body)
    guard flow != .stop else { return .stop }
    try budget.grow(bytes.count)
    assigned[capture.name] =
      isEscaping ? .html(HTML(bytes)) : .string(String(decoding: bytes, as: UTF8.self))
    return flow
  }
}
