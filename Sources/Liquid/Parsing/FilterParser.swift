import Diagnostics

extension MarkupParser {
  /// Reads an expression with its filters up to the end of the tag, or `nil` when there is nothing.
  mutating func pipeline() throws(Failure) -> Pipeline? {
    guard token.kind != .end else { return nil }
    let source = try expression()
    var filters: [FilterCall] = []
    while try take(if: .pipe) {
      if let call = try filterCall() { filters.append(call) }
    }
    if token.kind != .end { try expectEnd(help: endHelp) }
    return Pipeline(source, filters)
  }

  /// What may help where a filter was expected and something else stands.
  private var endHelp: String? {
    switch token.kind {
    case .colon: "a filter's name comes before its ':', behind a '|'"
    case .openRound: "a filter is written '| name: value', without brackets"
    case .identifier where isNext(Word("if")): "use the tag 'if' around the output"
    case .identifier where isNext(.or): "'| default: value' gives another value"
    case .identifier where Filter.named(text(of: token), in: environment) != nil:
      "a filter follows '|': '| \(text(of: token))'"
    default: nil
    }
  }

  /// What may help where a value stands behind a filter without a sign between them.
  private func valueHelp(behind filter: String, hasValues: Bool) -> String? {
    guard [.string, .number, .identifier].contains(token.kind) else { return nil }
    if let endHelp { return endHelp }
    return hasValues
      ? "values are joined by ','" : "values follow ':': '\(filter): \(text(of: token))'"
  }

  /// Reads a filter, or `nil` for one that does not exist where that is no finding.
  private mutating func filterCall() throws(Failure) -> FilterCall? {
    let name = try expect(.identifier, help: "a filter's name follows '|'")
    var arguments: [Expression] = []
    var named: [(name: String, value: Expression)] = []
    if try take(if: .colon) {
      repeat {
        if token.kind == .identifier, try peek().kind == .colon {
          let key = text(of: try take())
          try take()
          named.append((key, try expression()))
        } else {
          arguments.append(try expression())
        }
      } while try take(if: .comma)
    } else if token.kind == .openRound {
      throw unexpected(wanted: "'|' or the end of the tag", help: endHelp)
    }
    let word = text(of: name)
    guard let filter = Filter.named(word, in: environment) else {
      guard environment.undefined == .finding else { return nil }
      throw Filter.unknown(word, at: name.range, in: environment)
    }
    if let help = valueHelp(behind: word, hasValues: !arguments.isEmpty || !named.isEmpty) {
      throw unexpected(wanted: Token.Kind.end.name, help: help)
    }
    let call = FilterCall(filter, arguments, named: named, at: name.range)
    try call.checkArguments()
    return call
  }
}

extension FilterCall {
  /// Says when there are too few or too many arguments.
  ///
  /// Named ones count as one, as the reference
  /// hands them on as one, but for `default`, which knows them.
  fileprivate func checkArguments() throws(Failure) {
    let count = arguments.count + (named.isEmpty || filter.takesNamed ? 0 : 1)
    guard !filter.arguments.contains(count) else { return }
    let (least, most) = (filter.arguments.lowerBound, filter.arguments.upperBound)
    let wanted =
      switch (least, most) {
      case (0, 0): "no value"
      case (1, 1): "one value"
      case (2, 2): "two values"
      case (0, 1): "at most one value"
      default: "\(least) to \(most) values"
      }
    throw Failure(
      "the filter '\(filter.name)' takes \(wanted) behind ':', not \(count)",
      help: filter.usage.map { "write it as '\($0)'" }, at: range)
  }
}
