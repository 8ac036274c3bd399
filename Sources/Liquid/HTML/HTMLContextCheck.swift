import Diagnostics

/// Follows the HTML that a program prints along all its ways, and refuses outputs where escaping
/// does not make them safe.
struct HTMLContextCheck {
  /// What is refused, with the number of the unit.
  private(set) var failures: [(unit: Int, failure: Failure)] = []
  /// The outputs that stand in an attribute's value.
  private(set) var attributes: Set<OutputPlace> = []
  /// Whether the program ends where it began, outside of tags, on all ways.
  private(set) var endsInText = true
  /// The outputs that stand in a script of data.
  private var scripts: Set<OutputPlace> = []
  private let units: [Unit]
  private let links: [[Int]]
  private var unit = 0
  private var refused: Set<OutputPlace> = []
  private var known: [Entry: (ends: Contexts, exits: Exits)] = [:]
  /// Where the text may be at the jumps of the loop that is followed.
  private var exits = Exits()

  /// A unit and where it is included.
  private struct Entry: Hashable {
    var unit: Int
    var contexts: Contexts
  }

  /// Where the text may be at `break` and at `continue`.
  private struct Exits {
    var breaks = Contexts()
    var continues = Contexts()

    mutating func formUnion(_ others: Exits) {
      breaks.formUnion(others.breaks)
      continues.formUnion(others.continues)
    }
  }

  /// Checks a program's units from the first on.
  init(_ units: [Unit], _ links: [[Int]]) {
    self.units = units
    self.links = links
    endsInText = ends(of: units[0].body.nodes, from: Contexts(HTMLContext())).isText
  }

  /// Follows instructions and gives where the text may be behind them.
  private mutating func follow(_ nodes: [Node], from start: Contexts) -> Contexts {
    var contexts = start
    for node in nodes { follow(node, &contexts) }
    return contexts
  }

  private mutating func follow(_ node: Node, _ contexts: inout Contexts) {
    switch node {
    case .text(let range): contexts.read(units[unit].source.file.bytes[range])
    case .output(let output): print(&contexts, at: output.range, isJSON: output.isJSON)
    case .cycle(let cycle): print(&contexts, at: cycle.range, isJSON: false)
    case .counter: contexts.advance { $0.readPrinted() }
    case .assign: break
    case .breakLoop:
      exits.breaks.formUnion(contexts)
      contexts = Contexts()
    case .continueLoop:
      exits.continues.formUnion(contexts)
      contexts = Contexts()
    case .capture(let capture): keep(capture, &contexts)
    case .conditional(let conditional):
      contexts = follow(
        conditional.branches.map(\.body), from: contexts,
        mayPass: conditional.branches.allSatisfy { $0.condition != nil })
    case .choice(let choice):
      let bodies = choice.branches.map(\.body)
      if choice.isExclusive {
        contexts = follow(bodies, from: contexts, mayPass: choice.branches.last?.values != nil)
      } else {
        contexts = repeated(from: contexts) { $0.follow(bodies, from: $1, mayPass: true) }
      }
    case .loop(let loop):
      let none = follow(loop.otherwise.nodes, from: contexts)
      contexts = looped(from: contexts) { $0.follow(loop.body.nodes, from: $1) }
      contexts.formUnion(none)
    case .tableRow(let row): follow(row, &contexts)
    case .ifChanged(let tag): contexts.formUnion(follow(tag.body.nodes, from: contexts))
    case .partial(let call): contexts = include(call, from: contexts)
    }
  }

  private mutating func follow(
    _ bodies: [Body], from contexts: Contexts, mayPass: Bool
  ) -> Contexts {
    var result = mayPass ? contexts : Contexts()
    for body in bodies { result.formUnion(follow(body.nodes, from: contexts)) }
    return result
  }

  private mutating func follow(_ row: TableRow, _ contexts: inout Contexts) {
    let none = contexts
    contexts.read("<tr class=\"row1\">\n")
    contexts = looped(from: contexts) { check, start in
      var (contexts, breaks) = (start, check.exits.breaks)
      check.exits = Exits()
      contexts.read("<td class=\"col1\">")
      contexts = check.follow(row.body.nodes, from: contexts)
      contexts.formUnion(check.exits.continues)
      contexts.read("</td>")
      check.exits.breaks.read("</td>")
      breaks.formUnion(check.exits.breaks)
      check.exits = Exits(breaks: breaks)
      var turned = contexts
      turned.read("</tr>\n<tr class=\"row2\">")
      contexts.formUnion(turned)
      return contexts
    }
    contexts.read("</tr>\n")
    contexts.formUnion(none)
  }

  /// Follows what is rendered any number of times, and gives where the text may be behind each.
  private mutating func repeated(
    from start: Contexts, _ once: (inout HTMLContextCheck, Contexts) -> Contexts
  ) -> Contexts {
    var (starts, ends, waiting) = (start, Contexts(), start)
    while !waiting.isEmpty {
      let next = once(&self, waiting)
      ends.formUnion(next)
      waiting = starts.formUnion(next)
    }
    return ends
  }

  /// Follows a loop's body, and gives where the text may be behind the loop where it runs at all.
  private mutating func looped(
    from start: Contexts, _ body: (inout HTMLContextCheck, Contexts) -> Contexts
  ) -> Contexts {
    let outer = exits
    defer { exits = outer }
    exits = Exits()
    var ends = repeated(from: start) { check, start in
      var ends = body(&check, start)
      ends.formUnion(check.exits.continues)
      return ends
    }
    ends.formUnion(exits.breaks)
    return ends
  }

  /// Follows what its jumps end too, and gives where the text may be behind it.
  private mutating func ends(of nodes: [Node], from start: Contexts) -> Contexts {
    let outer = exits
    defer { exits = outer }
    exits = Exits()
    var ends = follow(nodes, from: start)
    ends.formUnion(exits.breaks)
    ends.formUnion(exits.continues)
    return ends
  }

  /// Follows what is kept for later: it begins outside of tags and must end there, as nobody knows
  /// what follows where it is printed.
  private mutating func keep(_ capture: Capture, _ contexts: inout Contexts) {
    let outer = exits
    exits = Exits()
    let end = follow(capture.body.nodes, from: Contexts(HTMLContext()))
    let inner = exits
    exits = outer
    for kept in [end, inner.breaks, inner.continues] where !kept.isText {
      refuse(
        capture.range, "what '\(capture.name)' holds ends inside a tag, a comment or a script",
        help: "capture whole elements, or only the text between tags")
    }
    if !inner.breaks.isEmpty { exits.breaks.formUnion(contexts) }
    if !inner.continues.isEmpty { exits.continues.formUnion(contexts) }
    if end.isEmpty { contexts = Contexts() }
  }

  private mutating func print(_ contexts: inout Contexts, at range: SourceRange, isJSON: Bool) {
    if contexts.isCut {
      refuse(
        range,
        "what is printed here may stand in more than \(Contexts.most) kinds of places, too many to check",
        help: "open and close each tag in one branch")
      contexts.isCut = false
    }
    let place = OutputPlace(unit: unit, offset: range.lowerBound)
    for context in contexts.all {
      switch context.verdict {
      case .safe: break
      case .onlyJSON:
        scripts.insert(place)
        if !isJSON {
          refuse(
            range, "what is printed inside '<script>' must be JSON", help: "write '| json' last")
        }
      case .refused(let what, let help):
        refuse(range, "nothing can be printed safely inside \(what)", help: help)
      }
      if context.isAttribute { attributes.insert(place) }
    }
    if isJSON, attributes.contains(place), scripts.contains(place) {
      refuse(range, "what is printed here stands inside '<script>' and inside an attribute")
    }
    contexts.advance { $0.readPrinted() }
  }

  private mutating func refuse(_ range: SourceRange, _ message: String, help: String? = nil) {
    guard refused.insert(OutputPlace(unit: unit, offset: range.lowerBound)).inserted else { return }
    failures.append((unit, Failure(message, help: help, at: range)))
  }

  private mutating func include(_ call: PartialCall, from contexts: Contexts) -> Contexts {
    guard case .reference(let reference) = call.name else {
      if !contexts.isText {
        refuse(
          call.range, "a partial whose name is known only when rendering stands inside a tag",
          help: "write the partial's name in quotes")
      }
      // Whatever it is, it ends outside of tags, or is refused when it is known.
      if call.kind == .include {
        exits.formUnion(Exits(breaks: contexts, continues: contexts))
      }
      return contexts
    }
    let target = links.isEmpty ? -1 : links[unit][reference]
    guard target >= 0 else { return contexts }
    guard call.isRepeated else { return enter(target, call.kind, from: contexts) }
    var ends = repeated(from: contexts) { $0.enter(target, call.kind, from: $1) }
    ends.formUnion(contexts)
    return ends
  }

  private mutating func enter(_ target: Int, _ kind: PartialCall.Kind, from contexts: Contexts)
    -> Contexts
  {
    let entry = Entry(unit: target, contexts: contexts)
    let outer = unit
    var outerExits = exits
    exits = Exits()
    var ends: Contexts
    if let known = known[entry] {
      (ends, exits) = known
    } else {
      unit = target
      ends = follow(units[target].body.nodes, from: contexts)
      unit = outer
      known[entry] = (ends, exits)
    }
    switch kind {
    case .include: outerExits.formUnion(exits)
    case .render:
      ends.formUnion(exits.breaks)
      ends.formUnion(exits.continues)
    }
    exits = outerExits
    return ends
  }
}

/// An output of a program: the number of its unit, and where it begins in the file.
struct OutputPlace: Hashable, Sendable {
  var unit: Int
  var offset: Int
}

/// The places where the text may be, on different ways through a template: mostly one.
private struct Contexts: Hashable {
  /// How many are followed; more means markup that differs on too many ways.
  static let most = 32

  private(set) var all: [HTMLContext] = []
  /// Whether there are more than are followed.
  var isCut = false

  init() {}

  init(_ context: HTMLContext) {
    all = [context]
  }

  /// Whether no way leads here.
  var isEmpty: Bool { all.isEmpty }

  /// Whether the text is outside of tags on all ways.
  var isText: Bool { !isCut && all.allSatisfy { $0.phase == .text } }

  /// Puts the places behind bytes.
  mutating func read(_ bytes: ArraySlice<UInt8>) {
    advance { $0.read(bytes) }
  }

  /// Puts the places behind a text.
  mutating func read(_ text: String) {
    read(Bytes.of(text)[...])
  }

  /// Puts the places behind something that each of them reads.
  mutating func advance(_ change: (inout HTMLContext) -> Void) {
    guard all.count > 1 else {
      if !all.isEmpty { change(&all[0]) }
      return
    }
    var result = Contexts()
    result.isCut = isCut
    result.all.reserveCapacity(all.count)
    for var context in all {
      change(&context)
      result.add(context)
    }
    self = result
  }

  /// Adds others, and gives those that were not there yet.
  @discardableResult
  mutating func formUnion(_ others: Contexts) -> Contexts {
    var new = Contexts()
    isCut = isCut || others.isCut
    for context in others.all where add(context) { new.all.append(context) }
    return new
  }

  @discardableResult
  private mutating func add(_ context: HTMLContext) -> Bool {
    guard !all.contains(context) else { return false }
    guard all.count < Self.most else {
      isCut = true
      return false
    }
    all.append(context)
    return true
  }
}
