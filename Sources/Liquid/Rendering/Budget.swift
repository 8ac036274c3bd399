import Values

/// What one rendering may still use.
struct Budget {
  private var steps: Int
  private var bytes: Int
  private let limits: Limits

  /// Creates the budget of a rendering.
  init(_ limits: Limits) {
    self.limits = limits
    steps = limits.steps
    bytes = limits.valueBytes
  }

  /// Takes steps away.
  mutating func spend(_ count: Int) throws(Failure) {
    guard count <= steps else {
      steps = 0
      throw outOfSteps
    }
    steps -= count
  }

  /// Takes away the steps that looking at all of `value` costs.
  mutating func spend(lookingAt value: Value) throws(Failure) {
    switch value {
    case .string(let text): try spend(text.utf8.count >> 6)
    case .html(let html): try spend(html.bytes.count >> 6)
    case .array(let elements): try spend(elements.count >> 3)
    case .map(let map): try spend(map.count >> 3)
    case .none, .bool, .integer, .decimal, .date, .range, .object: break
    }
  }

  /// Takes bytes away before they are allocated.
  mutating func grow(_ count: Int) throws(Failure) {
    guard count <= bytes else {
      throw Failure(
        "texts and lists grow beyond \(limits.valueBytes) bytes",
        help: "a loop or filter builds more than a page can use", rule: .limit)
    }
    bytes -= count
  }

  /// Takes away the bytes of a list of `count` elements before it is allocated.
  mutating func growList(_ count: Int) throws(Failure) {
    let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    try grow(overflow ? .max : size)
  }

  private var outOfSteps: Failure {
    Failure(
      "rendering takes more than \(limits.steps) steps",
      help: "a loop runs too often, perhaps within others", rule: .limit)
  }
}
