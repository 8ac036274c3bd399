import Values

/// Finds out whether tests hold.
extension Renderer {
  /// Whether a test holds.
  mutating func holds(_ condition: Condition) throws(Failure) -> Bool {
    for test in condition.tests {
      let isTrue = try holds(test)
      switch test.joint {
      case .and?: if !isTrue { return false }
      case .or?: if isTrue { return true }
      case nil: return isTrue
      }
    }
    return false
  }

  private mutating func holds(_ test: Condition.Test) throws(Failure) -> Bool {
    guard let comparison = test.comparison else { return try isTrue(test.left) }
    do {
      return try compare(test.left, comparison, test.right)
    } catch {
      throw error.placed(at: test.range)
    }
  }

  private mutating func isTrue(_ expression: Expression) throws(Failure) -> Bool {
    switch expression {
    case .blank, .empty: true
    case .constant, .path, .range: try evaluate(expression).isTruthy
    }
  }

  /// Whether two expressions compare so.
  mutating func compare(_ left: Expression, _ comparison: Comparison, _ right: Expression)
    throws(Failure) -> Bool
  {
    switch comparison {
    case .equal: return try areEqual(left, right)
    case .unequal, .unlike: return try !areEqual(left, right)
    case .contains:
      if case .blank = left { return false }
      if case .empty = left { return false }
      let (left, right) = (try evaluate(left), try evaluate(right))
      try budget.spend(lookingAt: left)
      return left.contains(right)
    case .less: return try order(left, right) { $0 < 0 }
    case .lessOrEqual: return try order(left, right) { $0 <= 0 }
    case .greater: return try order(left, right) { $0 > 0 }
    case .greaterOrEqual: return try order(left, right) { $0 >= 0 }
    }
  }

  private mutating func areEqual(_ left: Expression, _ right: Expression) throws(Failure) -> Bool {
    switch (left, right) {
    case (.blank, .blank), (.blank, .empty), (.empty, .blank), (.empty, .empty): return false
    case (.blank, let other), (let other, .blank): return try evaluate(other).isBlank
    case (.empty, let other), (let other, .empty): return try evaluate(other).isEmpty
    default: return try isEqual(evaluate(left), right)
    }
  }

  /// Whether a value is equal to what an expression gives.
  mutating func isEqual(_ left: Value, _ right: Expression) throws(Failure) -> Bool {
    switch right {
    case .blank: return left.isBlank
    case .empty: return left.isEmpty
    case .constant, .path, .range:
      let right = try evaluate(right)
      try budget.spend(lookingAt: left)
      return Value.areEqual(left, right)
    }
  }

  private mutating func order(
    _ left: Expression, _ right: Expression, _ test: (Int) -> Bool
  ) throws(Failure) -> Bool {
    if left.isEmptyLiteral || right.isEmptyLiteral { return false }
    let (left, right) = (try evaluate(left), try evaluate(right))
    guard left.isOrdered, right.isOrdered else { return false }
    guard let order = Value.order(left, right) else {
      throw Failure(
        "'\(left.text)' and '\(right.text)' cannot be compared",
        help: Value.whyUnordered(left, right).map { why in
          why == Value.numberAndText ? why + ": '| plus: 0' makes a number of a text" : why
        })
    }
    return test(order)
  }
}

extension Expression {
  /// Whether it is `blank` or `empty`.
  fileprivate var isEmptyLiteral: Bool {
    switch self {
    case .blank, .empty: true
    case .constant, .path, .range: false
    }
  }
}
