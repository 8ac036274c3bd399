import Diagnostics

/// Follows the HTML that a program prints along all its ways, and refuses outputs where escaping
/// does not make them safe.
struct HTMLContextCheck {
  /// What is refused, with the number of the unit.
  private(set) var failures: [(unit: Int, failure: Failure)] = []
  /// The outputs that stand in an attribute's value.
  private(set) var attributes: Set<OutputPlace> = []
  private let units: [Unit]
  private let links: [[Int]]
  private var unit = 0
  private var refused: Set<[Int]> = []
  private var known: [Entry: Contexts] = [:]

  /// A unit and where it is included.
  private struct Entry: Hashable {
    var unit: Int
    var contexts: Contexts
  }

  /// How many places are followed at a time; more means markup that differs on too many ways.
  private static let most = 32

  /// Checks a program's units from the first on.
  init(_ units: [Unit], _ links: [[Int]]) {
    self.units = units
    self.links = links
    _ = follow(units[0].body.nodes, from: Contexts(HTMLContext()))
  }

  /// Follows instructions and gives where the text may be behind them.
  private mutating func follow(_ nodes: [Node], from start: Contexts) -> Contexts {
    var contexts = start
    for node in nodes {
      follow(node, &contexts)
      contexts.cut(to: Self.most)
    }
    return contexts
  }

  private mutating func follow(_ node: Node, _ contexts: inout Contexts) {
    switch node {
    case .text(let range):
      let bytes = units[unit].source.file.bytes[range]
      contexts.advance { $0.read(bytes) }
    case .output(let output): print(&contexts, at: output.range, isJSON: output.isJSON)
    case .cycle(let cycle): print(&contexts, at: cycle.range, isJSON: false)
    case .counter: contexts.advance { $0.readPrinted() }
    case .assign, .breakLoop, .continueLoop: break
    case .capture(let capture):
      _ = follow(capture.body.nodes, from: Contexts(HTMLContext()))
    case .conditional(let conditional):
      contexts = follow(
        conditional.branches.map(\.body), from: contexts,
        mayPass: conditional.branches.allSatisfy { $0.condition != nil })
    case .choice(let choice):
      contexts = follow(choice.branches.map(\.body), from: contexts, mayPass: true)
    case .loop(let loop):
      let once = follow(loop.body.nodes, from: contexts)
      let more = follow(loop.body.nodes, from: once.union(contexts))
      contexts = more.union(once).union(follow(loop.otherwise.nodes, from: contexts))
    case .tableRow(let row): contexts = follow(row.body.nodes, from: contexts).union(contexts)
    case .ifChanged(let tag): contexts = follow(tag.body.nodes, from: contexts).union(contexts)
    case .partial(let call): contexts = include(call, from: contexts)
    }
  }

  private mutating func follow(
    _ bodies: [Body], from contexts: Contexts, mayPass: Bool
  ) -> Contexts {
    bodies.reduce(mayPass ? contexts : Contexts()) { result, body in
      result.union(follow(body.nodes, from: contexts))
    }
  }

  private mutating func print(_ contexts: inout Contexts, at range: SourceRange, isJSON: Bool) {
    for context in contexts.all {
      switch context.verdict {
      case .safe: break
      case .onlyJSON:
        if !isJSON {
          refuse(
            range, "what is printed inside '<script>' must be JSON", help: "write '| json' last")
        }
      case .refused(let what):
        refuse(
          range, "nothing can be printed safely inside \(what)",
          help: what.contains("quotes") ? "put quotes around the value" : nil)
      }
      if context.isAttribute {
        attributes.insert(OutputPlace(unit: unit, offset: range.lowerBound))
      }
    }
    if isJSON, contexts.all.contains(where: \.isAttribute),
      contexts.all.contains(where: { $0.verdict == .onlyJSON })
    {
      refuse(range, "what is printed here stands inside '<script>' and inside an attribute")
    }
    contexts.advance { $0.readPrinted() }
  }

  private mutating func refuse(_ range: SourceRange, _ message: String, help: String? = nil) {
    guard refused.insert([unit, range.lowerBound]).inserted else { return }
    failures.append((unit, Failure(message, help: help, at: range)))
  }

  private mutating func include(_ call: PartialCall, from contexts: Contexts)
    -> Contexts
  {
    guard case .reference(let reference) = call.name else {
      let isText = contexts.all.allSatisfy { $0.phase == .text }
      if !isText {
        refuse(
          call.range, "a partial whose name is known only when rendering stands inside a tag",
          help: "write the partial's name in quotes")
      }
      return contexts
    }
    let target = links.isEmpty ? -1 : links[unit][reference]
    guard target >= 0 else { return contexts }
    let entry = Entry(unit: target, contexts: contexts)
    if let known = known[entry] { return known }
    let outer = unit
    unit = target
    let result = follow(units[target].body.nodes, from: contexts)
    unit = outer
    known[entry] = result
    return result
  }
}

/// An output of a program: the number of its unit, and where it begins in the file.
struct OutputPlace: Hashable, Sendable {
  var unit: Int
  var offset: Int
}

/// The places where the text may be, on different ways through a template: mostly one.
private struct Contexts: Hashable {
  private(set) var all: [HTMLContext] = []

  init() {}

  init(_ context: HTMLContext) {
    all = [context]
  }

  /// Puts the places behind something that each of them reads.
  mutating func advance(_ change: (inout HTMLContext) -> Void) {
    guard all.count > 1 else {
      if !all.isEmpty { change(&all[0]) }
      return
    }
    self = changed(change)
  }

  private func changed(_ change: (inout HTMLContext) -> Void) -> Contexts {
    var result = Contexts()
    result.all.reserveCapacity(all.count)
    for var context in all {
      change(&context)
      result.add(context)
    }
    return result
  }

  /// These places and others.
  func union(_ others: Contexts) -> Contexts {
    var result = self
    for context in others.all { result.add(context) }
    return result
  }

  /// Forgets all places but `count`.
  mutating func cut(to count: Int) {
    if all.count > count { all.removeLast(all.count - count) }
  }

  private mutating func add(_ context: HTMLContext) {
    if !all.contains(context) { all.append(context) }
  }
}
