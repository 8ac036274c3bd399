import Values

/// Filters that choose elements by a property.
enum SelectionFilters {
  /// All of them.
  static let all: [Filter] = [
    Filter("where", 1...2, usage: "where: 'key', value") {
      input, arguments, renderer throws(Failure) in
      try select(input, arguments, &renderer, keeping: true)
    },
    Filter("reject", 1...2, usage: "reject: 'key', value") {
      input, arguments, renderer throws(Failure) in
      try select(input, arguments, &renderer, keeping: false)
    },
    Filter("has", 1...2, usage: "has: 'key', value") { input, arguments, renderer throws(Failure) in
      switch try find(input, arguments, &renderer) {
      case .found: .bool(true)
      case .absent: .bool(false)
      case .impossible: .none
      }
    },
    Filter("find", 1...2, usage: "find: 'key', value") {
      input, arguments, renderer throws(Failure) in
      if case .found(_, let element) = try find(input, arguments, &renderer) {
        element
      } else {
        .none
      }
    },
    Filter("find_index", 1...2, usage: "find_index: 'key', value") {
      input, arguments, renderer throws(Failure) in
      if case .found(let index, _) = try find(input, arguments, &renderer) {
        .integer(index)
      } else {
        .none
      }
    },
  ]

  private enum Search {
    case found(Int, Value)
    case absent
    /// An element has no properties at all.
    case impossible
  }

  private static func select(
    _ input: Value, _ arguments: Arguments, _ renderer: inout Renderer, keeping: Bool
  ) throws(Failure) -> Value {
    let list = try renderer.flattened(input)
    var kept: [Value] = []
    kept.reserveCapacity(list.count)
    for element in list {
      guard let matches = try element.matches(arguments) else { return .none }
      if matches == keeping { kept.append(element) }
    }
    return .array(kept)
  }

  private static func find(_ input: Value, _ arguments: Arguments, _ renderer: inout Renderer)
    throws(Failure) -> Search
  {
    for (index, element) in try renderer.flattened(input).enumerated() {
      guard let matches = try element.matches(arguments) else { return .impossible }
      if matches { return .found(index, element) }
    }
    return .absent
  }
}

extension Value {
  /// Whether the property that the first argument names is true or, where a second is given, equal
  /// to it; `nil` when the value has no properties at all.
  fileprivate func matches(_ arguments: Arguments) throws(Failure) -> Bool? {
    guard let value = try property(arguments.first) else { return nil }
    return arguments.second.isNone ? value.isTruthy : Value.areEqual(value, arguments.second)
  }

  /// What `value[key]` is in the reference: an entry of a map, a part of a text or a bit of a
  /// number; `nil` where it is nothing at all.
  func property(_ key: Value) throws(Failure) -> Value? {
    switch (self, key) {
    case (_, .html(let key)): return try property(.string(key.shownText))
    case (.map, .string(let name)), (.object, .string(let name)): return member(name) ?? Value.none
    case (.map, _), (.object, _): return Value.none
    case (.string(let text), .string(let part)):
      return text.contains(bytesOf: part) ? key : Value.none
    case (.string(let text), .integer(let index)):
      let scalars = Array(text.unicodeScalars)
      let place = index < 0 ? index + scalars.count : index
      return scalars.indices.contains(place) ? .string(String(scalars[place])) : Value.none
    case (.string, .decimal(let number)), (.integer, .decimal(let number)):
      return try property(.integer(Int(clamping: number)))
    case (.integer(let number), .integer(let bit)):
      return .integer(bit < 0 ? 0 : (number >> min(bit, 63)) & 1)
    case (.string, _), (.html, _), (.integer, _), (.array, _):
      throw Failure(
        "'\(text)' has no '\(key.text)'", help: "the elements of the list must have properties")
    case (.none, _), (.bool, _), (.decimal, _), (.date, _), (.range, _): return nil
    }
  }
}

extension Value {
  /// Whether `property` ever gives something.
  var hasProperties: Bool {
    switch self {
    case .map, .object, .string, .html, .integer, .array: true
    case .none, .bool, .decimal, .date, .range: false
    }
  }
}

extension Renderer {
  /// The elements of a list and of the lists in it; of anything else a list of itself.
  ///
  /// They are charged to the budget.
  mutating func flattened(_ value: Value) throws(Failure) -> [Value] {
    switch value {
    case .array(let elements):
      try budget.growList(elements.count)
      guard elements.contains(where: \.isList) else { return elements }
      var result: [Value] = []
      try flatten(elements, into: &result, depth: 0)
      return result
    case .range(let lower, let upper):
      guard upper >= lower else { return [] }
      let count = value.size ?? 0
      try budget.growList(count <= 0 ? .max : count)
      try budget.spend(count >> 3)
      return (lower...upper).map(Value.integer)
    case .none: return []
    case .bool, .integer, .decimal, .string, .html, .date, .map, .object: return [value]
    }
  }

  private mutating func flatten(_ elements: [Value], into result: inout [Value], depth: Int)
    throws(Failure)
  {
    guard depth < 100 else { throw Failure("lists are nested too deep", rule: .limit) }
    for element in elements {
      try budget.spend(1)
      if case .array(let inner) = element {
        try budget.growList(inner.count)
        try flatten(inner, into: &result, depth: depth + 1)
      } else {
        result.append(element)
      }
    }
  }
}

extension Value {
  fileprivate var isList: Bool {
    if case .array = self { true } else { false }
  }
}
