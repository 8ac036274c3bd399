import Values

/// Filters that reckon.
enum MathFilters {
  /// All of them.
  static let all: [Filter] = [
    binary("plus") { left, right throws(Failure) in try left + right },
    binary("minus") { left, right throws(Failure) in try left - right },
    binary("times") { left, right throws(Failure) in try left * right },
    binary("divided_by") { left, right throws(Failure) in try left / right },
    binary("modulo") { left, right throws(Failure) in try left % right },
    binary("at_least") { left, right throws(Failure) in left < right ? right : left },
    binary("at_most") { left, right throws(Failure) in right < left ? right : left },
    Filter("abs") { input, _, _ throws(Failure) in
      switch Number(input) {
      case .whole(let number):
        guard number != .min else { throw tooLarge }
        return .integer(abs(number))
      case .fraction(let number): return .decimal(abs(number))
      }
    },
    Filter("ceil") { input, _, _ throws(Failure) in try whole(Number(input), rounded: .up) },
    Filter("floor") { input, _, _ throws(Failure) in try whole(Number(input), rounded: .down) },
    Filter("round", 0...1, usage: "round: 2") { input, arguments, _ throws(Failure) in
      try round(Number(input), to: arguments.first)
    },
  ]

  private static var tooLarge: Failure { Failure("the result is too large for a whole number") }

  private static func binary(
    _ name: String, _ operation: @escaping @Sendable (Number, Number) throws(Failure) -> Number
  ) -> Filter {
    Filter(name, 1...1, usage: "\(name): number") { input, arguments, _ throws(Failure) in
      try operation(Number(input), Number(arguments.first)).value
    }
  }

  private static func whole(_ number: Number, rounded rule: FloatingPointRoundingRule)
    throws(Failure) -> Value
  {
    switch number {
    case .whole(let number): return .integer(number)
    case .fraction(let number):
      guard let whole = Int(exactly: number.rounded(rule)) else { throw tooLarge }
      return .integer(whole)
    }
  }

  private static func round(_ number: Number, to argument: Value) throws(Failure) -> Value {
    let places = min(max(Number(argument).value.leadingInteger, -400), 400)
    switch number {
    case .whole(let number):
      guard places < 0 else { return .integer(number) }
      return try whole(.fraction(Decimal.rounded(Double(number), to: places) ?? 0), rounded: .down)
    case .fraction(let number):
      guard number.isFinite else { throw tooLarge }
      let rounded = Decimal.rounded(number, to: places) ?? number
      return places > 0 || isFraction(argument) && places != 0
        ? .decimal(rounded) : try whole(.fraction(rounded), rounded: .down)
    }
  }

  private static func isFraction(_ value: Value) -> Bool {
    if case .fraction = Number(value) { true } else { false }
  }
}
