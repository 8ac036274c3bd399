import Diagnostics

/// Reads a template: builds the tree, and notes what is wrong with the text.
struct TemplateParser {
  /// The file's bytes.
  let bytes: [UInt8]
  /// How templates are read.
  let environment: Environment
  /// What splits the template.
  var scanner: Scanner
  /// The body that is being read.
  var body = Body()
  /// The partials that are named in it.
  var references: [Reference] = []
  /// What reads the inside of tags.
  private(set) var markup: MarkupParser
  /// Whether a loop goes on where another ended.
  var continuesLoops = false
  /// What is wrong with it.
  private(set) var failures: [Failure] = []
  /// The blocks that are open, outer first.
  private var open: [Tag] = []
  /// How deep tags are nested, those of `liquid` counted too.
  private var depth = 0
  /// A tag that ended more than one block, to be read again.
  private var pending: Tag?

  /// What ended a body.
  struct BodyEnd {
    var body: Body
    /// The tag that goes on with the block, such as `else`; `nil` when the block is over.
    var continuation: Tag?
  }

  /// Creates a parser of the part `range` of `bytes`.
  init(_ bytes: [UInt8], _ range: SourceRange, _ environment: Environment) {
    self.bytes = bytes
    self.environment = environment
    scanner = Scanner(bytes, range)
    markup = MarkupParser(bytes, environment)
  }

  /// Reads the whole template.
  mutating func parse() -> Body {
    while let item = scanner.next() {
      if let end = read(item) { reportStray(end) }
    }
    return body
  }

  /// Notes a failure.
  mutating func report(_ failure: Failure) {
    failures.append(failure)
  }

  /// Notes that the block that `tag` opens is never closed.
  mutating func reportUnclosed(_ tag: Tag) {
    report(
      Failure(
        "'\(tag.name)' is never closed", help: "close it with 'end\(tag.name)'", at: tag.range))
  }

  /// Notes that a tag which can print stands in the body, unless `isBlank`.
  mutating func noteBlank(_ isBlank: Bool) {
    if !isBlank { body.isBlank = false }
  }

  /// Reads what stands behind the name of `tag`; notes a failure and gives `nil` where it is wrong.
  mutating func read<Result>(
    _ tag: Tag, _ work: (inout MarkupParser) throws(Failure) -> Result
  ) -> Result? {
    read(tag.markup, of: tag.range, work)
  }

  /// Reads a part of the file; failures at the end of the part are noted at `whole`, where the
  /// tag stands that it belongs to.
  mutating func read<Result>(
    _ range: SourceRange, of whole: SourceRange,
    _ work: (inout MarkupParser) throws(Failure) -> Result
  ) -> Result? {
    do {
      try markup.begin(range)
      return try work(&markup)
    } catch {
      var failure = error
      if let place = failure.range, !place.isEmpty {
        if let inner = innerTag(of: whole, behind: place.lowerBound) {
          failure = Scanner.unclosed(whole.lowerBound)
          scanner.goBack(to: inner)
        }
      } else {
        failure.range = whole
      }
      report(failure)
      return nil
    }
  }

  /// Where another tag begins inside of one, behind a bracket at `place` that cannot stand in it: then
  /// a `%}` was meant there.
  private func innerTag(of whole: SourceRange, behind place: Int) -> Int? {
    guard !scanner.isLines, place > whole.lowerBound + 1, place < whole.upperBound,
      bytes[whole.lowerBound + 1] == UInt8(ascii: "%"),
      bytes[place] == UInt8(ascii: "}") || bytes[place] == UInt8(ascii: "{")
    else { return nil }
    return Template.firstTag(in: bytes, from: place, to: whole.upperBound)
  }

  /// Reads the body of the block that `tag` opens, up to its end or to one of `continuations`.
  mutating func parseBody(of tag: Tag, until continuations: [Word]) -> BodyEnd {
    let outer = body
    body = Body()
    defer { body = outer }
    guard depth < environment.limits.nesting else { return skipBody(of: tag) }
    depth += 1
    open.append(tag)
    defer {
      depth -= 1
      open.removeLast()
    }
    let closing = tag.word.closing
    while let item = pending.map(Scanner.Item.tag) ?? scanner.next() {
      pending = nil
      guard let end = read(item) else { continue }
      if end.word == closing {
        refuseMarkup(of: end)
        return BodyEnd(body: body, continuation: nil)
      }
      if continuations.contains(end.word) { return BodyEnd(body: body, continuation: end) }
      if open.contains(where: { end.word == $0.word.closing }) {
        pending = end
        break
      }
      reportStray(end)
    }
    reportUnclosed(tag)
    return BodyEnd(body: body, continuation: nil)
  }

  /// Goes behind a block that is nested too deep.
  private mutating func skipBody(of tag: Tag) -> BodyEnd {
    reportTooDeep(tag)
    var depth = 1
    while depth > 0, let item = scanner.next() {
      guard case .tag(let inner) = item else { continue }
      if inner.word == tag.word { depth += 1 }
      if inner.word == tag.word.closing { depth -= 1 }
    }
    return BodyEnd(body: Body(), continuation: nil)
  }

  private mutating func reportTooDeep(_ tag: Tag) {
    report(
      Failure(
        "tags are nested more than \(environment.limits.nesting) deep", at: tag.range, rule: .limit)
    )
  }

  /// Reads a piece into the body; gives back a tag that is not the beginning of anything.
  private mutating func read(_ item: Scanner.Item) -> Tag? {
    switch item {
    case .text(let range):
      if body.isBlank, !bytes[range].allSatisfy(\.isSpace) { body.isBlank = false }
      body.nodes.append(.text(range))
    case .output(let markup, let range):
      if let node = parseOutput(markup, tag: range) { body.nodes.append(node) }
    case .malformed(let failure): report(failure)
    case .tag(let tag):
      guard let kind = TagKind(tag.word) else { return tag }
      if let node = parse(tag, kind) { body.nodes.append(node) }
    }
    return nil
  }

  /// Reads the tags inside `liquid` into the same body.
  private mutating func parseLiquid(_ tag: Tag) {
    guard depth < environment.limits.nesting else { return reportTooDeep(tag) }
    depth += 1
    defer { depth -= 1 }
    let outer = (scanner, open)
    scanner = Scanner(bytes, tag.markup, isLines: true)
    open = []
    while let item = scanner.next() {
      if let end = read(item) { reportStray(end) }
    }
    (scanner, open) = outer
  }

  private mutating func parse(_ tag: Tag, _ kind: TagKind) -> Node? {
    switch kind {
    case .assign: return parseAssign(tag)
    case .break: return checkAlone(tag, .breakLoop)
    case .capture: return parseCapture(tag)
    case .case: return parseCase(tag)
    case .comment: parseComment(tag)
    case .continue: return checkAlone(tag, .continueLoop)
    case .cycle: return parseCycle(tag)
    case .decrement: return parseCounter(tag, isUp: false)
    case .doc: parseDoc(tag)
    case .echo: return parseOutput(tag.markup, tag: tag.range)
    case .for: return parseFor(tag)
    case .if: return parseConditional(tag, isNegated: false)
    case .ifchanged: return parseIfChanged(tag)
    case .include: return parsePartialCall(tag, .include)
    case .increment: return parseCounter(tag, isUp: true)
    case .inlineComment: parseInlineComment(tag)
    case .liquid: parseLiquid(tag)
    case .raw: return parseRaw(tag)
    case .render: return parsePartialCall(tag, .render)
    case .tablerow: return parseTableRow(tag)
    case .unless: return parseConditional(tag, isNegated: true)
    }
    return nil
  }

  private mutating func checkAlone(_ tag: Tag, _ node: Node) -> Node? {
    refuseMarkup(of: tag)
    body.isBlank = false
    return node
  }

  /// Notes that something stands behind a name which says all, of which the reference takes no
  /// notice.
  mutating func refuseMarkup(of tag: Tag, help: String? = nil) {
    guard !tag.markup.isEmpty, environment.undefined == .finding else { return }
    report(Failure("nothing can stand behind '\(tag.name)'", help: help, at: tag.markup))
  }

  private mutating func reportStray(_ tag: Tag) {
    let name = String(decoding: bytes[tag.nameRange], as: UTF8.self)
    report(TagKind.failure(forStray: tag, named: name, in: open))
  }
}
