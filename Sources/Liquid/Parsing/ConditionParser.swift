extension MarkupParser {
  /// Reads a test up to the end of the tag.
  ///
  /// `a and b or c` means `a and (b or c)`.
  mutating func condition() throws(Failure) -> Condition {
    var parts: [Condition.Part] = []
    while true {
      let test = try comparison()
      if try take(.and) {
        parts.append(Condition.Part(test: test, joint: .and))
      } else if try take(.or) {
        parts.append(Condition.Part(test: test, joint: .or))
      } else {
        try expectEnd(help: conditionHelp)
        parts.append(Condition.Part(test: test))
        return Condition(parts: parts)
      }
    }
  }

  private mutating func comparison() throws(Failure) -> Condition.Test {
    if token.kind == .identifier, isNext(.not), try peek().kind == .identifier {
      throw Failure(
        "'not' means nothing here", help: "use 'unless', '!=' or '== false'", at: token.range)
    }
    let start = token.range.lowerBound
    let left = try expression()
    guard case .comparison(let comparison) = token.kind else { return .value(left) }
    try take()
    let right = try expression()
    return .comparison(left, comparison, right, start..<lastEnd)
  }

  private var conditionHelp: String? {
    switch token.kind {
    case .assignment: "'==' compares"
    case .pipe: "filters do not work in a test: 'assign' the filtered value to a name first"
    case .openRound: "brackets do not group tests: 'assign' a part to a name first"
    case .identifier where isNext(.in): "'contains' tests it: 'list contains value'"
    case .identifier where isNext(Word("is")): "'==' compares"
    default: nil
    }
  }
}
