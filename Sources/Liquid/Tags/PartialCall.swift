import Diagnostics
import Values

/// `include` and `render`: puts another template in this place.
final class PartialCall: Sendable {
  /// What the partial sees.
  enum Kind: Sendable {
    /// All names of the including template; what it assigns stays.
    case include
    /// What is handed to it and the global names; what it assigns goes.
    case render
  }

  /// What names the partial.
  enum Name: Sendable {
    /// A name that stands in the template: the number of its reference in the unit.
    case reference(Int)
    /// A name that is known when rendering.
    case dynamic(Expression)
  }

  /// What is handed to the partial.
  struct Handed: Sendable {
    /// The name under which it finds the subject.
    var alias: String?
    /// The value behind `with` or `for`.
    var subject: Expression?
    /// Whether it is rendered once for each element of the subject, by `for`.
    var isLoop = false
    /// Further values.
    var parameters: [(name: String, value: Expression)] = []
    /// Whether the parameters are found as `include.name`, as Jekyll has it.
    var isJekyll = false
  }

  let kind: Kind
  let name: Name
  let handed: Handed
  /// Where the name stands.
  let nameRange: SourceRange
  /// Where the tag stands.
  let range: SourceRange

  /// Creates a call.
  init(_ kind: Kind, _ name: Name, _ handed: Handed, nameRange: SourceRange, at range: SourceRange)
  {
    (self.kind, self.name, self.handed) = (kind, name, handed)
    (self.nameRange, self.range) = (nameRange, range)
  }

  /// Whether it may render the partial more than once, or never.
  var isRepeated: Bool { kind == .render ? handed.isLoop : handed.subject != nil }
}

extension PartialCall {
  /// The name under which a partial finds its value when none is written: its own, without folders.
  fileprivate static func alias(of name: String) -> String {
    name.split(separator: "/").last.map(String.init) ?? name
  }
}

/// A partial's name as it stands in a template.
struct Reference: Sendable {
  var name: String
  var range: SourceRange
}

extension TemplateParser {
  /// Reads `include` or `render`.
  mutating func parsePartialCall(_ tag: Tag, _ kind: PartialCall.Kind) -> Node? {
    body.isBlank = false
    if kind == .include, environment.extensions.contains(.jekyllIncludes),
      let node = parseJekyllInclude(tag)
    {
      return node
    }
    let read = read(tag) { markup throws(Failure) in
      let nameRange = markup.token.range
      if kind == .render, markup.token.kind != .string {
        throw markup.unexpected(wanted: "a name in quotes", help: "write it as 'render \"name\"'")
      }
      let name = try markup.expression()
      if name.constantText == nil { markup.readsOpenly() }
      return (name: name, range: nameRange, handed: try Self.handedOver(&markup))
    }
    guard let read else { return nil }
    var (handed, name) = (read.handed, PartialCall.Name.dynamic(read.name))
    if let written = read.name.constantText {
      handed.alias = handed.alias ?? PartialCall.alias(of: written)
      name = .reference(references.count)
      references.append(Reference(name: written, range: read.range))
    }
    return .partial(PartialCall(kind, name, handed, nameRange: read.range, at: tag.range))
  }

  private static func handedOver(_ markup: inout MarkupParser) throws(Failure)
    -> PartialCall.Handed
  {
    var handed = PartialCall.Handed()
    if try markup.take(.for) {
      handed.subject = try markup.expression()
      handed.isLoop = true
    } else if try markup.take(.with) {
      handed.subject = try markup.expression()
    }
    if try markup.take(.as) { handed.alias = markup.text(of: try markup.expect(.identifier)) }
    while markup.token.kind != .end {
      if try markup.take(if: .comma) { continue }
      let help = "values are handed over as 'name: value', joined by ','"
      let name = markup.text(of: try markup.expect(.identifier, help: help))
      try markup.expect(.colon, help: help)
      handed.parameters.append((name, try markup.expression()))
    }
    return handed
  }
}

extension Renderer {
  /// Renders the partial in this place.
  mutating func render(_ call: PartialCall) throws(Failure) -> Flow {
    let (target, name) = try target(of: call)
    guard let target else { return .normal }
    guard depth.includes < environment.limits.includeDepth else {
      throw Failure(
        "partials are nested more than \(environment.limits.includeDepth) deep", at: call.nameRange,
        rule: .limit)
    }
    let alias = call.handed.alias ?? PartialCall.alias(of: name)
    switch call.kind {
    case .include: return try include(call, target, name: name, alias: alias)
    case .render: return try renderIsolated(call, target, alias: alias)
    }
  }

  private mutating func include(
    _ call: PartialCall, _ target: Target, name: String, alias: String
  ) throws(Failure) -> Flow {
    guard !isIsolated else {
      throw Failure(
        "a partial that 'render' brought cannot use 'include'", help: "use 'render' here too",
        at: call.range)
    }
    let locals = scopes.count
    defer { scopes.cut(to: locals) }
    let subject = try call.handed.subject.map { subject throws(Failure) in try evaluate(subject) }
    try push(call.handed)
    let found = subject ?? (call.handed.isJekyll ? nil : variable(named: name))
    let hidesParameter =
      call.handed.parameters.contains { $0.name == alias } && !call.handed.isJekyll
    guard let found = found ?? (hidesParameter ? Value.none : nil) else {
      return run(target, from: call)
    }
    scopes.add(alias, found)
    guard case .array(let elements) = found else { return run(target, from: call) }
    let place = scopes.count - 1
    for element in elements {
      try budget.spend(1)
      scopes.set(place, to: element)
      let flow = run(target, from: call)
      if flow != .normal { return flow }
    }
    return .normal
  }

  /// Adds the parameters to the local names, where none of them sees another.
  private mutating func push(_ handed: PartialCall.Handed) throws(Failure) {
    guard !handed.parameters.isEmpty || handed.isJekyll else { return }
    var parameters: [(String, Value)] = []
    for parameter in handed.parameters {
      parameters.append((parameter.name, try evaluate(parameter.value)))
    }
    if handed.isJekyll {
      scopes.add("include", .map(ValueMap(parameters)))
    } else {
      for (name, value) in parameters { scopes.add(name, value) }
    }
  }

  private mutating func renderIsolated(_ call: PartialCall, _ target: Target, alias: String)
    throws(Failure) -> Flow
  {
    let subject = try call.handed.subject.map { subject throws(Failure) in try evaluate(subject) }
    var parameters = Scopes()
    for parameter in call.handed.parameters {
      parameters.add(parameter.name, try evaluate(parameter.value))
    }
    guard call.handed.isLoop, let subject, subject.isCountable else {
      if let subject, !subject.isNone {
        parameters.add(alias, subject)
      }
      return isolated(parameters) { $0.run(target, from: call) }
    }
    let elements = elements(of: subject)
    for index in 0..<elements.count {
      try budget.spend(1)
      var state = LoopState(name: alias, count: elements.count, parent: -1)
      state.index = index
      var locals = Scopes()
      locals.add("forloop", .object(LoopObject(states: [state])))
      locals.add(parameters)
      locals.add(alias, elements.element(at: index))
      if isolated(locals, { $0.run(target, from: call) }) == .stop { return .stop }
    }
    return .normal
  }

  /// Runs `work` with these local names alone; what it assigns and counts is forgotten.
  private mutating func isolated(_ locals: Scopes, _ work: (inout Renderer) -> Flow) -> Flow {
    let outer = (scopes, assigned, counters, isIsolated, registers, loops)
    scopes = locals
    assigned = ValueMap()
    counters = [:]
    isIsolated = true
    registers = Registers()
    loops = []
    let flow = work(&self)
    (scopes, assigned, counters, isIsolated, registers, loops) = outer
    return flow == .stop ? .stop : .normal
  }
}

extension Value {
  /// Whether `render … for` goes through it.
  fileprivate var isCountable: Bool {
    switch self {
    case .array, .map, .range: true
    default: false
    }
  }
}
