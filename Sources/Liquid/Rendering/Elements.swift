import Values

/// What a loop goes through, without copying it.
enum Elements {
  case list(ArraySlice<Value>)
  /// A text, of which no part can be taken.
  case whole(Value)
  case range(lower: Int, count: Int)

  /// How many there are.
  var count: Int {
    switch self {
    case .list(let list): list.count
    case .whole: 1
    case .range(_, let count): count
    }
  }

  /// The element at `index`, from 0, which must be below `count`.
  func element(at index: Int) -> Value {
    switch self {
    case .list(let list): list[list.startIndex + index]
    case .whole(let value): value
    case .range(let lower, _): .integer(lower + index)
    }
  }

  /// The elements from `start` on, at most `limit` of them; a start below 0 counts against the limit.
  func slice(from start: Int, count limit: Int?) -> Elements {
    let first = min(max(0, start), count)
    var end = count
    if let limit {
      let (wanted, overflow) = start.addingReportingOverflow(limit)
      if !overflow { end = min(end, max(first, wanted)) }
    }
    switch self {
    case .whole: return self
    case .list(let list):
      return .list(list[(list.startIndex + first)..<(list.startIndex + end)])
    case .range(let lower, _): return .range(lower: lower + first, count: end - first)
    }
  }
}

extension Renderer {
  /// What a loop over `value` goes through: elements, numbers, pairs of a map, a text as a whole.
  func elements(of value: Value) -> Elements {
    switch value {
    case .array(let list): return .list(list[...])
    case .range(let lower, let upper):
      guard upper >= lower else { return .range(lower: lower, count: 0) }
      let (distance, overflow) = upper.subtractingReportingOverflow(lower)
      return .range(lower: lower, count: overflow || distance == .max ? .max : distance + 1)
    case .map(let map): return .list(map.pairs[...])
    case .object(let object):
      return .list(
        object.memberNames.map { .array([.string($0), object.member($0) ?? .none]) }[...])
    case .string, .html: return value.isEmpty ? .list([]) : .whole(value)
    case .none, .bool, .integer, .decimal, .date: return .list([])
    }
  }
}

extension ValueMap {
  /// The entries as lists of a name and a value.
  var pairs: [Value] { entries.map { .array([.string($0.key), $0.value]) } }
}
