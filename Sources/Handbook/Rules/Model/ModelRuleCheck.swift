import Diagnostics
import Values
import YAML

/// Judges the pages of a site by the rules of its operating model.
struct ModelRuleCheck {
  private let made: MadeSite
  private let rule: ModelRule
  private var findings: [Diagnostic] = []
  /// To read an expression costs far more than to match one: each is read once for all pages.
  private var patterns = PatternCache()

  private var site: Site { made.site }

  /// The findings of all rules that the site declares and leaves on.
  static func findings(_ made: MadeSite) throws -> [Diagnostic] {
    let settings = made.site.settings.rules
    return try settings.declared.filter { settings.isOn($0) }.flatMap { rule in
      var check = ModelRuleCheck(made, rule)
      try check.run()
      return check.findings
    }
  }

  private init(_ made: MadeSite, _ rule: ModelRule) {
    self.made = made
    self.rule = rule
  }

  private mutating func run() throws {
    let pages = rule.kind.map { site.collections.ofKind($0) } ?? site.collections.all
    if let field = rule.circle {
      var circles = CircleCheck(made, rule, field)
      findings = try circles.findings(among: pages)
      return
    }
    for page in pages where rule.kind != nil || site.pages[page].source != nil {
      try check(page)
    }
  }

  private mutating func check(_ page: PageIndex) throws {
    guard var evaluation = ConditionEvaluation(made, rule, on: page, patterns) else { return }
    defer { patterns = evaluation.patterns }
    let this = ConditionValue.page(page)
    if let when = rule.when, !evaluation.holds(when, of: this) || evaluation.metUnknown { return }
    guard let must = rule.must else { return }
    guard let each = rule.each else {
      if let unless = rule.unless, evaluation.holds(unless, of: this) { return }
      if !evaluation.holds(must, of: this) {
        try report(page, of: evaluation, must, this, place(of: must.tests.first?.member, on: page))
      }
      return
    }
    for (index, value) in evaluation.member(each, of: this).each.enumerated() {
      evaluation.turn(to: value)
      if evaluation.holds(must, of: value) { continue }
      if let unless = rule.unless, evaluation.holds(unless, of: this) { continue }
      let inner = must.tests.first?.member
      let range = valueRange(each, index, inner, on: page)
      try report(
        page, of: evaluation, must, value, range.map { try file(page, $0) } ?? made.place(of: page))
    }
  }

  private mutating func report(
    _ page: PageIndex, of evaluation: ConditionEvaluation, _ must: Condition,
    _ value: ConditionValue, _ place: Place
  ) throws {
    // What leads nowhere or cannot be read is a finding; what may follow from it is none.
    guard !evaluation.metUnknown else { return }
    // Where it would hold if no period were over, the calendar alone is the cause.
    var timeless = evaluation
    timeless.isTimeless = true
    let since = timeless.holds(must, of: value) ? timeless.ended : nil
    let words = RuleWords(evaluation, page: page)
    findings.append(
      Diagnostic(
        rule.id, since == nil ? rule.severity : .warning, at: place,
        rule.message.isEmpty
          ? "'\(site.pages[page].title)' breaks this rule" : words.fill(rule.message),
        help: rule.help.map(words.fill), since: since?.description))
  }

  // MARK: Places

  /// Where a page tells in a field; its title where it does not.
  private func place(of member: String?, on page: PageIndex) throws -> Place {
    guard let range = member.flatMap({ fieldRange($0, on: page) }) else {
      return try made.place(of: page)
    }
    return try file(page, range)
  }

  private func file(_ page: PageIndex, _ range: SourceRange) throws -> Place {
    guard let entry = site.pages[page].source else { return site.pages[page].place }
    return Place(SourceFile(path: entry.path, bytes: try made.sources.read(entry)), range)
  }

  private func field(_ name: String, on page: PageIndex) -> (FieldValue, Field)? {
    guard let fields = site.pages[page].head.fields else { return nil }
    let kind = site.kinds.all[fields.kind]
    return kind.field(name).flatMap { position in
      fields.values[position].map { ($0, kind.fields[position]) }
    }
  }

  private func fieldRange(_ name: String, on page: PageIndex) -> SourceRange? {
    field(name, on: page).flatMap { $0.0.range.isEmpty ? nil : $0.0.range }
  }

  /// Where one of the values of a field stands; of a row the cell named `inner`, else its first.
  private func valueRange(
    _ name: String, _ index: Int, _ inner: String?, on page: PageIndex
  ) -> SourceRange? {
    guard let (value, field) = field(name, on: page) else {
      let related = name == "related" ? site.related(to: page) : []
      return index < related.count ? related[index].range : nil
    }
    guard case .list(let items) = value.content, index < items.count else { return value.range }
    guard case .row(let cells) = items[index].content, case .table(let columns) = field.type else {
      return items[index].range
    }
    let named = columns.firstIndex { $0.name == inner }.flatMap { cells[$0] }
    return (named ?? cells.compactMap { $0 }.first ?? items[index]).range
  }
}

extension Site {
  /// The pages beside a page of a kind that does not say what they are, and where it names them; itself
  /// is none of them, and `nil` stands for a name that leads nowhere.
  func related(to page: PageIndex) -> [(page: PageIndex?, range: SourceRange)] {
    pages[page].head.related.map { (links.page(named: $0.value), $0.range) }
      .filter { $0.page != page }
  }
}

/// Fills the names in a message with what they stand for.
struct RuleWords {
  private let evaluation: ConditionEvaluation
  private let page: PageIndex

  init(_ evaluation: ConditionEvaluation, page: PageIndex) {
    self.evaluation = evaluation
    self.page = page
  }

  /// The message with `{it}`, `{it.FIELD}` and `{FIELD}` filled in; other braces stay.
  func fill(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += words(name) ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func words(_ name: String) -> String? {
    if name == "it" { return words(of: evaluation.it) }
    if name.hasPrefix("it.") {
      return words(of: evaluation.member(String(name.dropFirst(3)), of: evaluation.it))
    }
    let value = evaluation.member(name, of: .page(page))
    return value.each.isEmpty ? nil : words(of: value)
  }

  private func words(of value: ConditionValue) -> String {
    switch value {
    case .nothing, .unknown: "nothing"
    case .page(let page): evaluation.made.site.pages[page].title
    case .several(let values): values.map(words).joined(separator: ", ")
    case .row(_, let cells, let number):
      cells.compactMap { $0 }.first.flatMap { cell in
        if case .plain(let value) = cell.content { ConditionValue.plain(value).text } else { nil }
      } ?? "row \(number)"
    case .plain: value.text ?? ""
    }
  }
}
