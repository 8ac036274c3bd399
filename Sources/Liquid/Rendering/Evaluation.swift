import Diagnostics
import Values

/// Finds the values of expressions.
extension Renderer {
  /// The value of an expression; names that nobody defines give nothing.
  mutating func evaluate(_ expression: Expression) throws(Failure) -> Value {
    try evaluate(expression, isStrict: false)
  }

  /// The value of an expression that is printed; a name that nobody defines is a failure where that
  /// is one.
  mutating func evaluatePrinted(_ expression: Expression) throws(Failure) -> Value {
    try evaluate(expression, isStrict: environment.undefined == .finding)
  }

  /// The value of an expression through its filters.
  mutating func evaluate(_ pipeline: Pipeline, isPrinted: Bool) throws(Failure) -> Value {
    let isStrict =
      isPrinted && environment.undefined == .finding && !pipeline.allowsUndefined
    var value = try evaluate(pipeline.source, isStrict: isStrict)
    for call in pipeline.filters { value = try apply(call, to: value, isStrict: isStrict) }
    return value
  }

  private mutating func apply(_ call: FilterCall, to input: Value, isStrict: Bool)
    throws(Failure) -> Value
  {
    var arguments = Arguments(count: call.arguments.count)
    if call.arguments.count > 0 {
      arguments.first = try evaluate(call.arguments[0], isStrict: isStrict)
    }
    if call.arguments.count > 1 {
      arguments.second = try evaluate(call.arguments[1], isStrict: isStrict)
    }
    for named in call.named {
      let value = try evaluate(named.value)
      if named.name == "allow_false" { arguments.allowsFalse = value.isTruthy }
    }
    do {
      try budget.spend(1)
      try budget.spend(lookingAt: input)
      return try call.filter.apply(input, arguments, &self)
    } catch {
      throw error.placed(at: call.range)
    }
  }

  private mutating func evaluate(_ expression: Expression, isStrict: Bool) throws(Failure)
    -> Value
  {
    switch expression {
    case .constant(let value): return value
    case .blank, .empty: return .string("")
    case .path(let path): return try resolve(path, isStrict: isStrict)
    case .range(let bounds):
      do {
        return .range(
          lower: try rangeBound(evaluate(bounds.lower, isStrict: isStrict)),
          upper: try rangeBound(evaluate(bounds.upper, isStrict: isStrict)))
      } catch {
        throw error.placed(at: bounds.range)
      }
    }
  }

  private func rangeBound(_ value: Value) throws(Failure) -> Int {
    switch value {
    case .none, .string, .html: return value.leadingInteger
    default: return try value.integer()
    }
  }

  /// The value that a local, assigned or global name has, or `nil` when nobody defines it.
  func variable(named name: String) -> Value? {
    guard let local = scopes.index(of: name) else { return outerVariable(named: name) }
    guard let loop = scopes.locals[local].loop else { return scopes.locals[local].value }
    return .object(LoopObject(states: states(from: loop)[...]))
  }

  private func outerVariable(named name: String) -> Value? {
    if assigned.count > 0, let value = assigned[name] { return value }
    if !counters.isEmpty, let count = counters[name] { return .integer(count) }
    return global(name)
  }

  /// The value that a global name has, where it can be seen.
  func global(_ name: String) -> Value? {
    guard !isIsolated || environment.extensions.contains(.globalsInRender) else { return nil }
    return globals.member(name)
  }

  /// The states of a loop and of those around it, inner first.
  private func states(from loop: Int) -> [LoopState] {
    var (states, next) = ([LoopState](), loop)
    while next >= 0 {
      states.append(loops[next])
      next = loops[next].parent
    }
    return states
  }

  private mutating func resolve(_ path: Path, isStrict: Bool) throws(Failure) -> Value {
    if let dynamic = path.dynamicName {
      return try resolve(path, named: evaluate(dynamic).text, isStrict: isStrict)
    }
    return try resolve(path, named: path.name, isStrict: isStrict)
  }

  private mutating func resolve(_ path: Path, named name: String, isStrict: Bool) throws(Failure)
    -> Value
  {
    var first = 0
    var value: Value?
    if let local = scopes.index(of: name) {
      if let loop = scopes.locals[local].loop {
        (value, first) = try loopMember(loop, path, isStrict: isStrict)
      } else {
        value = scopes.locals[local].value
      }
    } else {
      value = outerVariable(named: name)
    }
    guard var value else {
      if isStrict, path.dynamicName == nil { throw undefined(name, at: path.nameRange) }
      return .none
    }
    let keys = path.keys
    for index in first..<keys.count {
      guard let key = keys[index].name else {
        guard let next = try element(keys[index], of: value) else { return .none }
        value = next
        continue
      }
      guard let next = member(key, isDotted: keys[index].isDotted, of: value) else {
        guard isStrict, try !allows(key, in: path, named: name, at: index) else {
          return .none
        }
        throw unknown(key, of: value, in: path, at: index)
      }
      value = next
    }
    return value
  }

  /// Whether what holds the map before a key knows the key, though the map does not.
  private mutating func allows(_ key: String, in path: Path, named name: String, at index: Int)
    throws(Failure) -> Bool
  {
    guard index > 0, let map = path.keys[index - 1].name else { return false }
    let owner = Path(name, Array(path.keys[..<(index - 1)]), at: path.nameRange)
    guard case .object(let object) = try resolve(owner, named: name, isStrict: false) else {
      return false
    }
    return object.allows(key, in: map)
  }

  /// The member of a running loop that the first key asks for, without making a value of the loop.
  private func loopMember(_ loop: Int, _ path: Path, isStrict: Bool) throws(Failure)
    -> (value: Value, keys: Int)
  {
    guard let key = path.keys.first?.name, key != "parentloop" else {
      return (.object(LoopObject(states: states(from: loop)[...])), 0)
    }
    if let value = loops[loop].member(key) { return (value, 1) }
    return (.object(LoopObject(states: states(from: loop)[...])), 0)
  }

  private func member(_ name: String, isDotted: Bool, of value: Value) -> Value? {
    if case .none = value { return Value.none }
    if let member = value.member(name) { return member }
    guard isDotted else { return nil }
    return value.command(name == "length" && hasLength ? "size" : name)
  }

  private mutating func element(_ key: Path.Key, of value: Value) throws(Failure) -> Value? {
    guard let expression = key.expression else { return nil }
    switch (value, try evaluate(expression)) {
    case (.array(let elements), .integer(let index)):
      let place = index < 0 ? index + elements.count : index
      return elements.indices.contains(place) ? elements[place] : Value.none
    case (_, .integer(let number)) where environment.undefined == .finding:
      return value.member(String(number))
    case (_, let key): return key.shownText.flatMap(value.member)
    }
  }

  private var hasLength: Bool { environment.extensions.contains(.length) }

  private func undefined(_ name: String, at range: SourceRange) -> Failure {
    let names = globals.memberNames + scopes.locals.map(\.name) + assigned.keys
    return Failure(
      "nobody defines '\(name)'",
      help: globals.help(for: name)
        ?? nearest(to: name, among: names).map { "did you mean '\($0)'?" }, at: range,
      rule: .undefined)
  }

  private func unknown(_ key: String, of value: Value, in path: Path, at index: Int) -> Failure {
    let bytes = target.unit.source.file.bytes
    let end = index == 0 ? path.nameRange.upperBound : path.keys[index - 1].range.upperBound
    let owner = path.nameRange.lowerBound..<end
    let names =
      switch value {
      case .map(let map): map.keys
      case .object(let object): object.memberNames
      case .array, .string, .html: ["size", "first", "last"] + (hasLength ? ["length"] : [])
      default: [String]()
      }
    let known: String? = if case .object(let object) = value { object.help(for: key) } else { nil }
    return Failure(
      "'\(String(decoding: bytes[owner], as: UTF8.self))' has no '\(key)'",
      help: known ?? nearest(to: key, among: names).map { "did you mean '\($0)'?" },
      at: path.keys[index].range, rule: .undefined)
  }
}

extension Value {
  /// What `.size`, `.first` and `.last` give, where the value has no such member of its own.
  fileprivate func command(_ name: String) -> Value? {
    switch name {
    case "size": size.map(Value.integer)
    case "first": first
    case "last": last
    default: nil
    }
  }

  /// How many elements, entries or characters there are; 8 of a whole number, as in the reference.
  var size: Int? {
    switch self {
    case .string(let text): text.unicodeScalars.count
    case .html(let html): html.shownText.unicodeScalars.count
    case .array(let elements): elements.count
    case .map(let map): map.count
    case .range(let lower, let upper):
      upper < lower ? 0 : upper.subtractingReportingOverflow(lower).partialValue &+ 1
    case .integer: 8
    case .object(let object): object.memberNames.count
    case .none, .bool, .decimal, .date: nil
    }
  }

  /// The first element, entry or character, nothing of what is empty; `nil` of what has none ever.
  var first: Value? {
    switch self {
    case .string(let text): .string(String(text.unicodeScalars.prefix(1)))
    case .html(let html): .string(String(html.shownText.unicodeScalars.prefix(1)))
    case .array(let elements): elements.first ?? Value.none
    case .map(let map):
      map.entries.first.map { .array([.string($0.key), $0.value]) } ?? Value.none
    case .range(let lower, _): .integer(lower)
    case .none, .bool, .integer, .decimal, .date, .object: nil
    }
  }

  /// The last element or character, nothing of what is empty; `nil` of what has none ever.
  var last: Value? {
    switch self {
    case .string(let text): .string(String(text.unicodeScalars.suffix(1)))
    case .html(let html): .string(String(html.shownText.unicodeScalars.suffix(1)))
    case .array(let elements): elements.last ?? Value.none
    case .range(_, let upper): .integer(upper)
    case .none, .bool, .integer, .decimal, .date, .map, .object: nil
    }
  }
}
