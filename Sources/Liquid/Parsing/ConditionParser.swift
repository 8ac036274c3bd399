import Values

extension MarkupParser {
  /// Reads a test up to the end of the tag.
  ///
  /// `a and b or c` means `a and (b or c)`.
  mutating func condition() throws(Failure) -> Condition {
    isTest = true
    var tests: [Condition.Test] = []
    while true {
      let test = try test()
      tests.append(test)
      guard test.joint == nil else { continue }
      try expectEnd(help: conditionHelp)
      return Condition(tests: tests)
    }
  }

  private mutating func test() throws(Failure) -> Condition.Test {
    if isNext(.not), try peek().kind == .identifier {
      throw Failure(
        "'not' means nothing here", help: "use 'unless', '!=' or '== false'", at: token.range)
    }
    let start = token.range.lowerBound
    let left = try expression()
    var (comparison, right) = (Comparison?.none, Expression.constant(.none))
    if case .comparison(let found) = token.kind {
      try take()
      (comparison, right) = (found, try expression())
    }
    let range = start..<lastEnd
    return Condition.Test(left, comparison, right, at: range, try joint())
  }

  private mutating func joint() throws(Failure) -> Condition.Joint? {
    if try take(.and) { return .and }
    return try take(.or) ? .or : nil
  }

  private var conditionHelp: String? {
    switch token.kind {
    case .assignment: "'==' compares"
    case .pipe where bytes[token.range.upperBound...].first == UInt8(ascii: "|"):
      "'or' joins two tests"
    case .pipe: "filters do not work in a test: 'assign' the filtered value to a name first"
    case .openRound: Self.bracketHelp
    case .identifier: Self.foreign[text(of: token).lowercased()]
    default: nil
    }
  }

  /// What is written here for the words of other template languages.
  private static let foreign = [
    "in": "'contains' tests it: 'list contains value'", "is": "'==' compares",
    "eq": "'==' compares", "equals": "'==' compares", "ne": "'!=' compares",
    "lt": "'<' compares", "gt": "'>' compares", "lte": "'<=' compares", "le": "'<=' compares",
    "gte": "'>=' compares", "ge": "'>=' compares", "and": "'and' joins two tests",
    "or": "'or' joins two tests", "includes": "'contains' tests it: 'list contains value'",
  ]
}
