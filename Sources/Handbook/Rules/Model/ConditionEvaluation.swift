import Diagnostics
import Values

/// Whether a condition holds of a page, and if not, since when the calendar alone is the cause.
struct ConditionEvaluation {
  let made: MadeSite
  /// The page that the rule is about.
  let this: PageIndex
  /// The value at hand.
  private(set) var it = ConditionValue.nothing
  /// What counts as today.
  private(set) var day: PlainDate
  /// Whether periods that are over count as not over.
  var isTimeless = false
  /// The last day on which a period ended that counts as not over.
  private(set) var ended: PlainDate?
  /// Whether something was asked that a reference that leads nowhere or a value that cannot be read would
  /// tell; then the answer says nothing.
  private(set) var metUnknown = false
  /// The expressions that were read so far.
  private(set) var patterns: PatternCache

  private var site: Site { made.site }

  /// Creates the evaluation of a rule on a page, as of the day that the page tells in the rule's field,
  /// else of today.
  ///
  /// `nil` where nobody can read that day.
  init?(_ made: MadeSite, _ rule: ModelRule, on page: PageIndex, _ patterns: PatternCache) {
    self.made = made
    self.patterns = patterns
    this = page
    day = made.site.asOf
    switch rule.day.map({ member($0, ofPage: page) }) {
    case .plain(.date(let day)): self.day = day
    case .unknown: return nil
    default: break
    }
  }

  /// Turns to the next value at hand.
  mutating func turn(to value: ConditionValue) {
    it = value
    metUnknown = false
  }

  /// Whether all tests hold of `value`.
  mutating func holds(_ condition: Condition, of value: ConditionValue) -> Bool {
    for (member, test) in condition.tests where !passes(self.member(member, of: value), test) {
      return false
    }
    return true
  }

  /// The value named `name` of a page or row.
  ///
  /// `it` is the value itself.
  func member(_ name: String, of value: ConditionValue) -> ConditionValue {
    if name == "it" { return value }
    switch value {
    case .page(let page): return member(name, ofPage: page)
    case .row(let columns, let cells, _):
      guard let index = columns.firstIndex(where: { $0.name == name }) else { return .nothing }
      return ConditionValue(cells[index], of: columns[index])
    case .several(let values): return .several(values.flatMap { member(name, of: $0).each })
    case .unknown: return .unknown
    case .nothing, .plain: return .nothing
    }
  }

  private func member(_ name: String, ofPage page: PageIndex) -> ConditionValue {
    let value = readMember(name, ofPage: page)
    guard case .nothing = value else { return value }
    let head = site.pages[page].head
    if head.isCutShort { return .unknown }
    guard let written = head.data[name] else { return value }
    // What is written there was refused where it was read.
    return plain(written).each.isEmpty ? .nothing : .unknown
  }

  private func readMember(_ name: String, ofPage page: PageIndex) -> ConditionValue {
    let head = site.pages[page].head
    if let fields = head.fields {
      let kind = site.kinds.all[fields.kind]
      if let position = kind.field(name) {
        return ConditionValue(fields.values[position], of: kind.fields[position])
      }
      if site.kinds.inverses(of: fields.kind).contains(name) {
        return .several(referrers(name, to: page).map { .page($0) })
      }
    }
    switch name {
    case "backlinks": return .several(made.joined.backlinks[page].map { .page($0) })
    case "related":
      return .several(site.related(to: page).map { $0.page.map { .page($0) } ?? .unknown })
    default: return plain(PageValue(site: site, index: page).member(name) ?? .none)
    }
  }

  /// Those who know `page` under a name, as readers of the page that the rule is about see it: a draft
  /// counts for drafts alone.
  private func referrers(_ name: String, to page: PageIndex) -> [PageIndex] {
    let all = site.references.inverse(name, of: page)
    return site.isPublished(this) ? all.filter(site.isPublished) : all
  }

  private func plain(_ value: Value) -> ConditionValue {
    switch value {
    case .none: .nothing
    case .string(let text): text.isEmpty ? .nothing : .plain(value)
    case .array(let values): .several(values.map(plain))
    default: .plain(value)
    }
  }

  // MARK: Tests

  private mutating func passes(_ value: ConditionValue, _ test: Demand) -> Bool {
    if value.isUnknown { metUnknown = true }
    switch test {
    case .not(let test): return !passes(value, test)
    case .given(let isGiven): return value.each.isEmpty != isGiven
    case .count(let count): return count.holds(value.count)
    case .all(let tests):
      // Those of several values that pass; how many there must be is asked of them.
      var passing: [ConditionValue] = []
      for value in value.each where passesAll(value, tests.filter { !$0.isOfSeveral }) {
        passing.append(value)
      }
      let counts = tests.filter(\.isOfSeveral)
      return counts.isEmpty ? !passing.isEmpty : passesAll(.several(passing), counts)
    case .isOneOf, .matches, .within, .holds, .rowOf, .namedBy:
      for value in value.each where passesOne(value, test) { return true }
      return false
    }
  }

  private mutating func passesAll(_ value: ConditionValue, _ tests: [Demand]) -> Bool {
    for test in tests where !passes(value, test) { return false }
    return true
  }

  private mutating func passesOne(_ value: ConditionValue, _ test: Demand) -> Bool {
    switch test {
    case .isOneOf(let terms): return terms.contains { equals(value, $0) }
    case .matches(let pattern): return value.text.map { patterns.matches($0, pattern) } ?? false
    case .within(let period): return isWithin(value, period)
    case .holds(let condition): return holds(condition, of: value)
    case .rowOf(let table):
      let rows = member(table, ofPage: this)
      if case .unknown = rows { metUnknown = true }
      let count = rows.each.count
      return Self.numbers(value).allSatisfy { $0.map { $0 >= 1 && $0 <= count } ?? true }
    case .namedBy(let table, let column):
      guard case .row(_, _, let number) = value else { return false }
      let cells = member(column, of: member(table, ofPage: this))
      if cells.isUnknown { metUnknown = true }
      return cells.each.contains { cell in
        Self.numbers(cell).contains { $0 == nil || $0 == number }
      }
    case .not, .given, .count, .all: return passes(value, test)
    }
  }

  private func equals(_ value: ConditionValue, _ term: Demand.Term) -> Bool {
    switch (value, term) {
    case (.page(let page), .this): return page == this
    case (.page(let page), .it):
      if case .page(page) = it { return true }
      return false
    case (.page(let page), .text(let name)):
      return site.names.id(of: page) == name || site.pages[page].url == name
    case (_, .text(let text)): return value.text == text
    case (_, .it): return it.text != nil && value.text == it.text
    case (_, .this): return false
    }
  }

  private mutating func isWithin(_ value: ConditionValue, _ period: ReviewPeriod) -> Bool {
    guard case .plain(.date(let start)) = value, start <= day, let end = period.end(from: start)
    else { return false }
    if end > day { return true }
    if isTimeless { ended = max(ended ?? end, end) }
    return isTimeless
  }

  /// The numbers in a text such as `1, 3`; `nil` for `all`.
  private static func numbers(_ value: ConditionValue) -> [Int?] {
    guard let text = value.text else { return [] }
    if text == "all" { return [nil] }
    return text.split { $0 == "," || $0 == " " }.map { Int($0) ?? 0 }
  }
}

extension Demand {
  /// Whether it asks about several values together.
  fileprivate var isOfSeveral: Bool {
    switch self {
    case .count, .given: true
    case .not, .all, .isOneOf, .matches, .within, .holds, .rowOf, .namedBy: false
    }
  }
}
