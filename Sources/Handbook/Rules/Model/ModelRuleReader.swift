import Diagnostics
import YAML

/// Reads a rule of the operating model from `rules` of `site.yml`.
///
/// ```yaml
/// live-on-unready:
///   for: service
///   when: {phase: live}
///   each: depends_on
///   must: {phase: live}
///   unless: {accepted: {service: it, date: given}}
///   message: "{title} is live and depends on {it}, which is in {it.phase}"
/// ```
struct ModelRuleReader {
  private var decoder: NodeDecoder
  private let kinds: KindTable
  /// Every name that a condition may use.
  private let names: Set<String>

  /// Whether a value of `rules` declares a rule rather than the severities for a path.
  static func declares(_ mapping: Mapping) -> Bool { mapping["for"] != nil }

  /// Reads the rule; what is wrong is added to `decoder`.
  static func read(
    _ pair: Pair, _ mapping: Mapping, _ kinds: KindTable, _ decoder: inout NodeDecoder
  ) -> ModelRule? {
    var reader = ModelRuleReader(decoder: decoder, kinds: kinds, names: kinds.conditionNames)
    defer { decoder = reader.decoder }
    return reader.rule(pair, mapping)
  }

  private mutating func rule(_ pair: Pair, _ mapping: Mapping) -> ModelRule? {
    var rule = ModelRule(
      id: pair.key, range: pair.keyRange,
      declaration: pair.keyRange.lowerBound..<pair.value.range.upperBound)
    decoder.refuseUnknownKeys(of: mapping, known: Self.keys.names, owner: "a rule")
    guard readKind(mapping["for"], &rule) else { return nil }
    rule.when = mapping["when"].flatMap { condition($0) }
    rule.unless = mapping["unless"].flatMap { condition($0) }
    rule.must = mapping["must"].flatMap { condition($0) }
    rule.each = mapping["each"].flatMap { member($0) }
    rule.circle = mapping["no circle"].flatMap { circle($0, of: rule.kind) }
    rule.day = mapping["as of"].flatMap { member($0) }
    rule.message = mapping["message"].flatMap { decoder.text($0, as: "message") } ?? ""
    rule.help = mapping["help"].flatMap { decoder.text($0, as: "help") }
    rule.promise = mapping["promise"].flatMap { decoder.text($0, as: "promise") }
    rule.why = mapping["why"].flatMap { decoder.text($0, as: "why") }
    if let node = mapping["severity"], let text = decoder.text(node, as: "severity") {
      if let severity = Severity(rawValue: text) {
        rule.severity = severity
      } else {
        decoder.wrongType(
          node, "a rule of the site is error or warning, not '\(text)'",
          help: "write one of them; 'off' goes into a site that adapts this one")
      }
    }
    if mapping["no circle"] != nil { refuseIdleKeys(mapping) }
    if mapping["must"] == nil, mapping["no circle"] == nil {
      decoder.reportMissing("must", of: "the rule '\(pair.key)'", at: pair.keyRange)
      return nil
    }
    return rule
  }

  /// Reads whose pages the rule is about; whether that can be told.
  private mutating func readKind(_ node: Node?, _ rule: inout ModelRule) -> Bool {
    guard let node, let name = decoder.text(node, as: "for") else { return false }
    rule.kind = kinds.kind(name)
    if rule.kind != nil || name == Kind.ofNone || name == "every page" { return true }
    let known = kinds.all.map(\.name) + [Kind.ofNone]
    decoder.report(
      Diagnostic(
        "broken-reference", .error, at: Place(decoder.file, node.range),
        "there is no kind '\(name)'",
        help: nearest(to: name, among: known).map { "did you mean '\($0)'?" }
          ?? "write one of \(known.joined(separator: ", "))"))
    return false
  }

  private mutating func member(_ node: Node) -> String? {
    guard let name = decoder.text(node, as: "each") else { return nil }
    return isKnown(name, at: node.range) ? name : nil
  }

  /// Reads which field of the kind must lead to no circle.
  private mutating func circle(_ node: Node, of kind: KindIndex?) -> String? {
    guard let name = member(node) else { return nil }
    let kinds = kind.map { [self.kinds.all[$0]] } ?? self.kinds.all
    if name == "related"
      || kinds.contains(where: { $0.fields.contains { $0.namesPages(as: name) } })
    {
      return name
    }
    decoder.wrongType(
      node,
      "no field '\(name)' of a \(kind.map { self.kinds.all[$0].name } ?? Kind.ofNone) refers to pages",
      help: "name one whose type is references, or 'related'")
    return nil
  }

  /// What asks something of each page says nothing of circles.
  private mutating func refuseIdleKeys(_ mapping: Mapping) {
    for pair in mapping.pairs where ["must", "each"].contains(pair.key) {
      decoder.report(
        Diagnostic(
          "invalid-field", .error, at: Place(decoder.file, pair.keyRange),
          "'\(pair.key)' says nothing beside 'no circle'", help: "make two rules of it"))
    }
  }

  private mutating func isKnown(_ name: String, at range: SourceRange) -> Bool {
    if names.contains(name) { return true }
    decoder.report(
      Diagnostic(
        "unknown-key", .error, at: Place(decoder.file, range), "no kind has a field '\(name)'",
        help: nearest(to: name, among: names.sorted()).map { "did you mean '\($0)'?" }
          ?? "declare it in 'kinds'"))
    return false
  }

  // MARK: Conditions

  private mutating func condition(_ node: Node) -> Condition? {
    guard let mapping = decoder.mapping(node, as: "a condition") else { return nil }
    return Condition(
      tests: mapping.pairs.compactMap { pair in
        guard isKnown(pair.key, at: pair.keyRange), let test = test(pair.value) else { return nil }
        return (pair.key, test)
      })
  }

  /// A word, several, or `{test: …}`; other keys are members of the page or row.
  private mutating func test(_ node: Node) -> Demand? {
    switch node.content {
    case .scalar(let scalar): return word(scalar.text)
    case .sequence(let items):
      return .isOneOf(items.compactMap { decoder.text($0, as: "a condition").map(Self.term) })
    case .mapping(let mapping):
      let words = mapping.pairs.filter { Self.testWords.contains($0.key) }
      let others = mapping.pairs.filter { !Self.testWords.contains($0.key) }
      var tests = words.compactMap { named($0) }
      if !others.isEmpty {
        let rest = Node(.mapping(Mapping(others, at: mapping.range)), at: node.range)
        if let condition = condition(rest) { tests.append(.holds(condition)) }
      }
      return tests.count == 1 ? tests[0] : .all(tests)
    }
  }

  private func word(_ text: String) -> Demand {
    switch text {
    case "given": .given(true)
    case "missing": .given(false)
    default: .isOneOf([Self.term(text)])
    }
  }

  private static func term(_ text: String) -> Demand.Term {
    switch text {
    case "it": .it
    case "this": .this
    default: .text(text)
    }
  }

  private static let testWords = testKeys.names

  private mutating func named(_ pair: Pair) -> Demand? {
    if pair.key == "not" { return test(pair.value).map { .not($0) } }
    guard let text = decoder.text(pair.value, as: pair.key) else { return nil }
    switch pair.key {
    case "matches":
      if (try? Regex(text)) != nil { return .matches(text) }
      refuse(pair, "'\(text)' is no regular expression", "write one, such as 'vacant.*'")
    case "within":
      if let period = ReviewPeriod(text) { return .within(period) }
      refuse(pair, "'\(text)' is no period", "write a number and days, weeks, months or years")
    case "row of": return isKnown(text, at: pair.value.range) ? .rowOf(text) : nil
    case "named by":
      let parts = text.split(separator: ".").map(String.init)
      if parts.count == 2, parts.allSatisfy({ names.contains($0) }) {
        return .namedBy(table: parts[0], column: parts[1])
      }
      refuse(pair, "'\(text)' is no column of a table", "write 'table.column'")
    default:
      if text == "0", pair.key != "at least" { return .count(.none) }
      if let count = Count("\(pair.key) \(text)") { return .count(count) }
      refuse(pair, "'\(text)' is no number", "write digits, such as 3")
    }
    return nil
  }

  private mutating func refuse(_ pair: Pair, _ message: String, _ help: String) {
    decoder.wrongType(pair.value, message, help: help)
  }
}

extension Field {
  /// Whether it, or a column of it, is called so and names pages.
  fileprivate func namesPages(as name: String) -> Bool {
    switch type {
    case .reference: self.name == name
    case .list(let item): item.namesPages(as: name)
    case .table(let columns): columns.contains { $0.namesPages(as: name) }
    case .text, .number, .wholeNumber, .date, .boolean, .url, .markdown, .choice, .entry: false
    }
  }
}

extension KindTable {
  /// Every name of a member that a condition may ask for.
  fileprivate var conditionNames: Set<String> {
    func columns(_ fields: [Field]) -> [String] {
      fields.flatMap { field -> [String] in
        switch field.type {
        case .table(let inner): [field.name] + columns(inner)
        case .list(let item): [field.name] + columns([item])
        default: [field.name]
        }
      }
    }
    return memberNames.union(all.flatMap { columns($0.fields) }).union(ConditionValue.pageMembers)
  }
}
