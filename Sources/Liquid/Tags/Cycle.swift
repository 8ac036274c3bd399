import Diagnostics
import Values

/// `cycle`: prints its values in turn.
struct Cycle: Sendable {
  /// What tells cycles apart: a name, or the values as they are written.
  enum Group: Sendable {
    case named(Expression)
    case unnamed(String)
  }

  var group: Group
  var values: [Expression]
  /// Where the tag stands.
  var range: SourceRange
}

/// `increment` and `decrement`: prints a counter of its own, from 0 up or from -1 down.
struct Counter: Sendable {
  var name: String
  var isUp: Bool
  /// Where the tag stands.
  var range: SourceRange
}

/// `ifchanged`: prints its body when it differs from what the last one printed.
struct IfChanged: Sendable {
  var body: Body
  /// Where the tag stands.
  var range: SourceRange
}

extension TemplateParser {
  /// Reads `cycle name: a, b` or `cycle a, b`.
  mutating func parseCycle(_ tag: Tag) -> Node? {
    body.isBlank = false
    return read(tag) { markup throws(Failure) in
      let start = markup.token.range.lowerBound
      var values = [try markup.expression()]
      var group: Cycle.Group?
      if try markup.take(if: .colon) {
        group = .named(values[0])
        values = [try markup.expression()]
      }
      while try markup.take(if: .comma), markup.token.kind != .end {
        values.append(try markup.expression())
      }
      try markup.expectEnd(help: "values are joined by ','")
      // The reference takes no notice of a `nil` that is written out.
      values.removeAll { $0.constantValue?.isNone == true }
      // Only cycles of plain values share their turn; names make each cycle one of its own.
      let isPlain = values.allSatisfy { $0.constantValue != nil }
      let written = markup.bytes[start..<markup.lastEnd].filter { !$0.isSpace }
      let key = String(decoding: written, as: UTF8.self) + (isPlain ? "" : " \(start)")
      return .cycle(Cycle(group: group ?? .unnamed("=" + key), values: values, range: tag.range))
    }
  }

  /// Reads `increment name` or `decrement name`.
  mutating func parseCounter(_ tag: Tag, isUp: Bool) -> Node? {
    body.isBlank = false
    let name = String(decoding: bytes[tag.markup], as: UTF8.self)
    guard !name.isEmpty else {
      report(
        Failure("'\(tag.name)' lacks a name", help: "write it as '\(tag.name) name'", at: tag.range)
      )
      return nil
    }
    return .counter(Counter(name: name, isUp: isUp, range: tag.range))
  }

  /// Reads `ifchanged` up to its end.
  mutating func parseIfChanged(_ tag: Tag) -> Node? {
    let end = parseBody(of: tag, until: [])
    noteBlank(end.body.isBlank)
    return .ifChanged(IfChanged(body: end.body, range: tag.range))
  }
}

extension Renderer {
  /// Prints the value whose turn it is.
  mutating func render(_ cycle: Cycle) throws(Failure) {
    let key: String
    switch cycle.group {
    case .unnamed(let written): key = written
    case .named(let name):
      let value = try evaluate(name)
      key = value.shownText.map { "'" + $0 } ?? "#" + value.text
    }
    let turn = registers.cycles?[key] ?? 0
    registers.noteTurn(of: key, turn + 1 >= cycle.values.count ? 0 : turn + 1)
    guard turn < cycle.values.count else { return }
    let value = try evaluatePrinted(cycle.values[turn])
    try isEscaping ? printEscaped(value) : printPlain(value)
  }

  /// Prints the counter and counts.
  mutating func render(_ counter: Counter) throws(Failure) {
    var value = counters[counter.name] ?? 0
    if counters[counter.name] == nil, case .integer(let given)? = global(counter.name) {
      value = given
    }
    let (next, overflow) = value.addingReportingOverflow(counter.isUp ? 1 : -1)
    guard !overflow else { throw Failure("the counter '\(counter.name)' is too large") }
    counters[counter.name] = next
    try printPlain(.integer(counter.isUp ? value : next))
  }

  /// Prints the body when it differs from what the last one printed.
  mutating func render(_ tag: IfChanged) throws(Failure) -> Flow {
    let (bytes, flow) = captured(tag.body)
    guard flow != .stop else { return .stop }
    if bytes != registers.lastChanged {
      try budget.grow(bytes.count)
      registers.lastChanged = bytes
      place = tag.range
      try write(bytes)
    }
    return flow
  }
}
