import Diagnostics
import Values

/// `for`: renders its body once for each element.
final class For: Sendable {
  /// What stands in the tag.
  struct Head: Sendable {
    /// The name of the element.
    var variable: String
    var collection: Expression
    /// `variable-collection` as written: under it `offset: continue` finds where the last loop ended.
    var name: String
    var isReversed = false
    var limit: Located?
    var offset: Offset?
  }

  /// Where a loop begins.
  enum Offset: Sendable {
    case at(Located)
    /// Where the last loop of the same name ended.
    case goingOn
  }

  let head: Head
  let body: Body
  let otherwise: Body

  /// Creates a loop.
  init(_ head: Head, _ body: Body, otherwise: Body) {
    (self.head, self.body, self.otherwise) = (head, body, otherwise)
  }
}

extension TemplateParser {
  /// Reads `for` up to its end.
  mutating func parseFor(_ tag: Tag) -> Node? {
    let head = read(tag) { markup throws(Failure) in try Self.forHead(&markup) }
    if case .goingOn? = head?.offset { continuesLoops = true }
    let main = parseBody(of: tag, until: [.else])
    var (body, otherwise) = (main.body, Body())
    if let other = main.continuation {
      refuseMarkup(of: other)
      otherwise = parseBody(of: tag, until: []).body
    }
    let isBlank = body.isBlank && otherwise.isBlank
    if isBlank { (body, otherwise) = (body.withoutText, otherwise.withoutText) }
    noteBlank(isBlank)
    return head.map { .loop(For($0, body, otherwise: otherwise)) }
  }

  private static func forHead(_ markup: inout MarkupParser) throws(Failure) -> For.Head {
    let usage = "write it as 'for item in list'"
    let variable = markup.text(of: try markup.expect(.identifier, help: usage))
    guard try markup.take(.in) else {
      throw markup.unexpected(wanted: "'in'", help: usage)
    }
    let start = markup.token.range.lowerBound
    let collection = try markup.expression()
    let written = markup.bytes[start..<markup.lastEnd].filter { !$0.isSpace }
    var head = For.Head(
      variable: variable, collection: collection,
      name: "\(variable)-\(String(decoding: written, as: UTF8.self))")
    head.isReversed = try markup.take(.reversed)
    while markup.token.kind != .end {
      if try markup.take(if: .comma) { continue }
      try parameter(of: &head, &markup)
    }
    return head
  }

  private static func parameter(of loop: inout For.Head, _ markup: inout MarkupParser)
    throws(Failure)
  {
    let help = "behind the list may stand 'limit: 5', 'offset: 2' and 'reversed'"
    if markup.environment.extensions.contains(.looseLoops), try markup.take(.reversed) {
      loop.isReversed = true
    } else if try markup.take(.limit) {
      try markup.expect(.colon, help: help)
      loop.limit = try markup.located()
    } else if try markup.take(.offset) {
      try markup.expect(.colon, help: help)
      let isContinued = try markup.take(.continue)
      loop.offset = isContinued ? .goingOn : .at(try markup.located())
    } else {
      throw markup.unexpected(wanted: "the end of the tag", help: help)
    }
  }
}

extension Renderer {
  /// Renders the body for each element, or what follows `else` when there is none.
  mutating func render(_ loop: For) throws(Failure) -> Flow {
    let (offset, limit) = try bounds(of: loop.head)
    let all = try elements(of: evaluate(loop.head.collection))
    let elements = all.slice(from: offset, count: limit)
    if target.program.continuesLoops {
      let end = offset.addingReportingOverflow(elements.count).partialValue
      registers.noteEnd(of: loop.head.name, at: end)
    }
    guard elements.count > 0 else { return run(loop.otherwise.nodes) }
    let parent = loops.count - 1
    let depth = scopes.count
    loops.append(LoopState(name: loop.head.name, count: elements.count, parent: parent))
    scopes.add("forloop", .none, loop: loops.count - 1)
    scopes.add(loop.head.variable, .none)
    defer {
      loops.removeLast()
      scopes.cut(to: depth)
    }
    for index in 0..<elements.count {
      try budget.spend(1)
      loops[parent + 1].index = index
      let element = elements.element(at: loop.head.isReversed ? elements.count - 1 - index : index)
      scopes.set(depth + 1, to: element)
      switch run(loop.body.nodes) {
      case .normal, .continueLoop: break
      case .breakLoop: return .normal
      case .stop: return .stop
      }
    }
    return .normal
  }

  private mutating func bounds(of loop: For.Head) throws(Failure) -> (offset: Int, limit: Int?) {
    let offset =
      switch loop.offset {
      case nil: 0
      case .goingOn?: registers.loopEnds?[loop.name] ?? 0
      case .at(let count)?: try self.count(count) ?? 0
      }
    return (offset, try loop.limit.map { limit throws(Failure) in try count(limit) } ?? nil)
  }

  /// The whole number that an expression gives, or `nil` when it gives nothing.
  private mutating func count(_ count: Located) throws(Failure) -> Int? {
    let value = try evaluate(count.expression)
    do {
      return value.isNone ? nil : try value.integer()
    } catch {
      throw error.placed(at: count.range)
    }
  }
}
