import Diagnostics
import Values

/// `include` and `render`: puts another template in this place.
struct PartialCall: Sendable {
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

  var kind: Kind
  var name: Name
  /// The name under which the partial finds the value that is handed to it.
  var alias: String?
  /// The value that is handed to it.
  var subject: Expression?
  /// Whether it is rendered once for each element of the value, by `for`.
  var isLoop = false
  /// Further values for it.
  var parameters: [(name: String, value: Expression)] = []
  /// Whether the parameters are found as `include.name`, as Jekyll has it.
  var isJekyll = false
  /// Where the name stands.
  var nameRange: SourceRange
  /// Where the tag stands.
  var range: SourceRange
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
    var written: String?
    let read = read(tag) { markup throws(Failure) -> PartialCall in
      let nameRange = markup.token.range
      if kind == .render, markup.token.kind != .string {
        throw markup.unexpected(wanted: "a name in quotes", help: "write it as 'render \"name\"'")
      }
      let name = try markup.expression()
      written = name.constantText
      if written == nil { markup.readsOpenly() }
      var call = PartialCall(
        kind: kind, name: .dynamic(name), nameRange: nameRange, range: tag.range)
      try Self.handOver(&call, &markup)
      return call
    }
    guard var call = read else { return nil }
    if let written {
      call.name = .reference(references.count)
      call.alias = call.alias ?? PartialCall.alias(of: written)
      references.append(Reference(name: written, range: call.nameRange))
    }
    return .partial(call)
  }

  private static func handOver(_ call: inout PartialCall, _ markup: inout MarkupParser)
    throws(Failure)
  {
    if try markup.take(.for) {
      call.subject = try markup.expression()
      call.isLoop = true
    } else if try markup.take(.with) {
      call.subject = try markup.expression()
    }
    if try markup.take(.as) { call.alias = markup.text(of: try markup.expect(.identifier)) }
    while markup.token.kind != .end {
      if try markup.take(if: .comma) { continue }
      let help = "values are handed over as 'name: value', joined by ','"
      let name = markup.text(of: try markup.expect(.identifier, help: help))
      try markup.expect(.colon, help: help)
      call.parameters.append((name, try markup.expression()))
    }
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
    let alias = call.alias ?? PartialCall.alias(of: name)
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
    let subject = try call.subject.map { subject throws(Failure) in try evaluate(subject) }
    try pushParameters(of: call)
    let found = subject ?? (call.isJekyll ? nil : variable(named: name))
    let hidesParameter = call.parameters.contains { $0.name == alias } && !call.isJekyll
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

  private mutating func pushParameters(of call: PartialCall) throws(Failure) {
    var values = ValueMap()
    var locals: [(String, Value)] = []
    for parameter in call.parameters {
      let value = try evaluate(parameter.value)
      if call.isJekyll {
        values[parameter.name] = value
      } else {
        locals.append((parameter.name, value))
      }
    }
    if call.isJekyll { locals.append(("include", .map(values))) }
    for (name, value) in locals { scopes.add(name, value) }
  }

  private mutating func renderIsolated(_ call: PartialCall, _ target: Target, alias: String)
    throws(Failure) -> Flow
  {
    let subject = try call.subject.map { subject throws(Failure) in try evaluate(subject) }
    var parameters = Scopes()
    for parameter in call.parameters {
      parameters.add(parameter.name, try evaluate(parameter.value))
    }
    guard call.isLoop, let subject, subject.isCountable else {
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
