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
  private var known: [Entry: Set<HTMLContext>] = [:]

  /// A unit and where it is included.
  private struct Entry: Hashable {
    var unit: Int
    var contexts: Set<HTMLContext>
  }

  /// How many places are followed at a time; more means markup that differs on too many ways.
  private static let most = 32

  /// Checks a program's units from the first on.
  init(_ units: [Unit], _ links: [[Int]]) {
    self.units = units
    self.links = links
    _ = follow(units[0].body.nodes, from: [HTMLContext()])
  }

  /// Follows instructions and gives where the text may be behind them.
  private mutating func follow(_ nodes: [Node], from start: Set<HTMLContext>) -> Set<HTMLContext> {
    var contexts = start
    for node in nodes {
      contexts = follow(node, from: contexts)
      if contexts.count > Self.most { contexts = Set(contexts.prefix(Self.most)) }
    }
    return contexts
  }

  private mutating func follow(_ node: Node, from contexts: Set<HTMLContext>) -> Set<HTMLContext> {
    switch node {
    case .text(let range): return read(units[unit].source.file.bytes[range], from: contexts)
    case .output(let output):
      return print(contexts, at: output.range, isJSON: output.isJSON)
    case .cycle(let cycle): return print(contexts, at: cycle.range, isJSON: false)
    case .counter: return Set(contexts.map(\.behindPrinted))
    case .assign, .breakLoop, .continueLoop: return contexts
    case .capture(let capture):
      _ = follow(capture.body.nodes, from: [HTMLContext()])
      return contexts
    case .conditional(let conditional):
      return follow(
        conditional.branches.map(\.body), from: contexts,
        mayPass: conditional.branches.allSatisfy { $0.condition != nil })
    case .choice(let choice):
      return follow(choice.branches.map(\.body), from: contexts, mayPass: true)
    case .loop(let loop):
      let once = follow(loop.body.nodes, from: contexts)
      let more = follow(loop.body.nodes, from: once.union(contexts))
      return more.union(once).union(follow(loop.otherwise.nodes, from: contexts))
    case .tableRow(let row):
      return follow(row.body.nodes, from: contexts).union(contexts)
    case .ifChanged(let tag): return follow(tag.body.nodes, from: contexts).union(contexts)
    case .partial(let call): return include(call, from: contexts)
    }
  }

  private mutating func follow(
    _ bodies: [Body], from contexts: Set<HTMLContext>, mayPass: Bool
  ) -> Set<HTMLContext> {
    var result: Set<HTMLContext> = mayPass ? contexts : []
    for body in bodies { result.formUnion(follow(body.nodes, from: contexts)) }
    return result
  }

  private func read(_ bytes: ArraySlice<UInt8>, from contexts: Set<HTMLContext>)
    -> Set<HTMLContext>
  {
    Set(
      contexts.map { context in
        var context = context
        context.read(bytes)
        return context
      })
  }

  private mutating func print(
    _ contexts: Set<HTMLContext>, at range: SourceRange, isJSON: Bool
  ) -> Set<HTMLContext> {
    for context in contexts {
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
    if isJSON, contexts.contains(where: \.isAttribute),
      contexts.contains(where: { $0.verdict == .onlyJSON })
    {
      refuse(range, "what is printed here stands inside '<script>' and inside an attribute")
    }
    return Set(contexts.map(\.behindPrinted))
  }

  private mutating func refuse(_ range: SourceRange, _ message: String, help: String? = nil) {
    guard refused.insert([unit, range.lowerBound]).inserted else { return }
    failures.append((unit, Failure(message, help: help, at: range)))
  }

  private mutating func include(_ call: PartialCall, from contexts: Set<HTMLContext>)
    -> Set<HTMLContext>
  {
    guard case .reference(let reference) = call.name else {
      let isText = contexts.allSatisfy { $0.phase == .text }
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

extension HTMLContext {
  /// Where the text is behind something printed.
  fileprivate var behindPrinted: HTMLContext {
    var context = self
    context.readPrinted()
    return context
  }
}
