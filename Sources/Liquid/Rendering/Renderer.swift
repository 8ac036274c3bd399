import Diagnostics
import Values

/// Renders one template once.
///
/// It is never copied: a copy would cost more than most tags.
struct Renderer: ~Copyable {
  /// What answers for the global names.
  let globals: any ValueObject
  /// What the templates may do.
  let environment: Environment
  /// Whether what is printed is escaped for HTML.
  let isEscaping: Bool
  /// What is printed.
  var output: TextBuffer
  /// Where filters build texts.
  var scratch = TextBuffer(capacity: 512)
  /// Where what is printed was written, when that is wanted.
  var segments: SegmentMap?
  /// Where finished bodies stand in the output.
  var bodies: [Range<Int>] = []
  /// What may still be used.
  var budget: Budget
  /// Local names, inner last.
  var scopes = Scopes()
  /// Names given by `assign` and `capture`, outside of all loops and partials.
  var assigned = ValueMap()
  /// The counters of `increment` and `decrement`.
  var counters: [String: Int] = [:]
  /// The loops that run, inner last.
  var loops: [LoopState] = []
  /// What tags keep from one to the next.
  var registers = Registers()
  /// Whether the partial was brought by `render`.
  var isIsolated = false
  /// How deep rendering is.
  var depth = (blocks: 0, includes: 0)
  /// How many captures are open, which keep what is printed for themselves.
  var captures = 0
  /// Where the tag stands that prints.
  var place: SourceRange = 0..<0
  /// The template that is rendered.
  private(set) var target: Target
  /// The bytes of its file.
  private(set) var bytes: [UInt8]
  private let outputLimit: Int
  private var findings = Findings()
  /// The tags that brought the template that is rendered, outer first.
  private var chain: [(target: Target, range: SourceRange)] = []
  private var dynamicPrograms: [String: Program] = [:]

  /// A template of a program.
  struct Target {
    var program: Program
    var number: Int
    var unit: Unit { program.units[number] }
  }

  /// How rendering goes on behind a tag.
  enum Flow {
    case normal, breakLoop, continueLoop
    /// A limit is reached.
    case stop
  }

  /// Creates a renderer that prints some `size` bytes; more or fewer cost time or memory only.
  init(_ program: Program, _ globals: any ValueObject, size: Int) {
    self.globals = globals
    output = TextBuffer(capacity: size)
    target = Target(program: program, number: 0)
    bytes = program.units[0].source.file.bytes
    environment = program.units[0].environment
    isEscaping = environment.escaping == .html
    budget = Budget(environment.limits)
    outputLimit = environment.limits.outputBytes
  }

  /// Renders the whole template.
  mutating func render() -> Rendering {
    _ = run(target.unit.body.nodes)
    return Rendering(diagnostics: findings.all, bodies: bodies)
  }

  /// Renders instructions one behind the other.
  mutating func run(_ nodes: [Node]) -> Flow {
    depth.blocks += 1
    defer { depth.blocks -= 1 }
    guard depth.blocks <= environment.limits.renderDepth else {
      return note(
        Failure(
          "tags and partials are nested more than \(environment.limits.renderDepth) deep",
          at: place, rule: .limit))
    }
    for node in nodes {
      do {
        try budget.spend(1)
        let flow = try render(node)
        if flow != .normal { return flow }
      } catch {
        if note(error) == .stop { return .stop }
      }
    }
    return .normal
  }

  private mutating func render(_ node: Node) throws(Failure) -> Flow {
    switch node {
    case .text(let range): try write(copyOf: range)
    case .output(let output):
      place = output.range
      try render(output)
    case .assign(let assign): try render(assign)
    case .capture(let capture): return try render(capture)
    case .conditional(let conditional): return try render(conditional)
    case .choice(let choice): return try render(choice)
    case .loop(let loop): return try render(loop)
    case .tableRow(let row):
      place = row.range
      return try render(row)
    case .cycle(let cycle):
      place = cycle.range
      try render(cycle)
    case .counter(let counter):
      place = counter.range
      try render(counter)
    case .ifChanged(let tag): return try render(tag)
    case .partial(let call):
      place = call.range
      return try render(call)
    case .breakLoop: return .breakLoop
    case .continueLoop: return .continueLoop
    }
    return .normal
  }

  /// Notes a failure as a finding; a limit stops the rendering.
  private mutating func note(_ failure: Failure) -> Flow {
    let failure = failure.placed(at: place)
    let notes = chain.reversed().map { link in
      Diagnostic.Note("included here", at: Place(link.target.unit.source.file, link.range))
    }
    findings.add(failure.diagnostic(in: target.unit.source.file, notes: notes))
    return failure.rule == .limit ? .stop : .normal
  }

  /// Renders a body for itself and gives what it prints.
  mutating func captured(_ body: Body) -> (bytes: [UInt8], flow: Flow) {
    let start = output.count
    captures += 1
    let flow = run(body.nodes)
    captures -= 1
    let bytes = output.bytes(from: start)
    output.cut(to: start)
    return (bytes, flow)
  }

  /// Adds bytes to the output after checking that they are not too many.
  mutating func checkRoom(for count: Int) throws(Failure) {
    guard output.count + count <= outputLimit else { throw outputTooLong }
  }

  private var outputTooLong: Failure {
    Failure("what is printed grows beyond \(outputLimit) bytes", at: place, rule: .limit)
  }

  /// The template that a tag includes, and its name as written; `nil` when there is none, which
  /// was found when the template was read.
  mutating func target(of call: PartialCall) throws(Failure) -> (target: Target?, name: String) {
    switch call.name {
    case .reference(let reference):
      let links = target.program.links
      let number = links.isEmpty ? -1 : links[target.number][reference]
      let name = target.unit.references[reference].name
      return (number < 0 ? nil : Target(program: target.program, number: number), name)
    case .dynamic(let expression):
      let value = try evaluate(expression)
      if case .none = value, let name = bareName(of: call) {
        return (Target(program: try program(named: name, at: call.nameRange), number: 0), name)
      }
      guard let name = value.shownText, !name.isEmpty else {
        throw Failure(
          "a partial's name is missing here", help: "a name is a text", at: call.nameRange)
      }
      return (Target(program: try program(named: name, at: call.nameRange), number: 0), name)
    }
  }

  /// The name of a partial that stands unquoted in the tag, where no variable of that name has a value.
  private func bareName(of call: PartialCall) -> String? {
    guard environment.extensions.contains(.jekyllIncludes) else { return nil }
    let name = String(decoding: target.unit.source.file.bytes[call.nameRange], as: UTF8.self)
    let partials = target.program.partials
    // A path of names may be a value that is missing.
    let isName = name.utf8.allSatisfy { byte in
      byte.isLetter || byte.isDigit || "_-".utf8.contains(byte)
    }
    return isName || partials.unit(named: name, from: target.unit.path, in: environment) != nil
      ? name : nil
  }

  private mutating func program(named name: String, at range: SourceRange) throws(Failure)
    -> Program
  {
    let partials = target.program.partials
    guard let unit = partials.unit(named: name, from: target.unit.path, in: environment) else {
      throw partials.missing(name, from: target.unit.path, at: range)
    }
    let program = dynamicPrograms[unit.path] ?? Program(unit, partials)
    dynamicPrograms[unit.path] = program
    for diagnostic in program.diagnostics { findings.add(diagnostic) }
    guard program.endsInText else {
      throw Failure(
        "the partial '\(name)' ends inside a tag, a comment or a script",
        help: "write its name in quotes, so that what follows can be checked", at: range)
    }
    return program
  }

  /// Renders another template in this place.
  mutating func run(_ next: Target, from call: PartialCall) -> Flow {
    let outer = target
    chain.append((outer, call.nameRange))
    target = next
    bytes = next.unit.source.file.bytes
    depth.includes += 1
    let flow = run(next.unit.body.nodes)
    depth.includes -= 1
    target = outer
    bytes = outer.unit.source.file.bytes
    chain.removeLast()
    return flow
  }
}
