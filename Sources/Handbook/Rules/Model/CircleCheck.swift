import Diagnostics

/// Judges the pages of a site by a rule that asks for no circle.
struct CircleCheck {
  private let made: MadeSite
  private let rule: ModelRule
  /// The field that must lead to no circle.
  private let field: String
  private var patterns = PatternCache()

  private var site: Site { made.site }

  /// A page that another one names, and where.
  private typealias Use = (target: PageIndex, range: SourceRange)

  init(_ made: MadeSite, _ rule: ModelRule, _ field: String) {
    self.made = made
    self.rule = rule
    self.field = field
  }

  /// The circles among those of `pages` that the rule is about, and what they lead to.
  mutating func findings(among pages: [PageIndex]) throws -> [Diagnostic] {
    var (own, others) = ([PageIndex](), Set<PageIndex>())
    for page in pages {
      if isAbout(page) { own.append(page) } else { others.insert(page) }
    }
    let search = CircleSearch(own) { targets(of: $0).filter { !others.contains($0) } }
    var findings = try search.circles.map { circle in
      let titles = circle.prefix(6).map { site.pages[$0].title } + (circle.count > 6 ? ["…"] : [])
      let path = titles + circle.prefix(1).map { site.pages[$0].title }
      return try finding(
        path.joined(separator: " → "), on: circle[0], to: circle[circle.count > 1 ? 1 : 0])
    }
    if let rest = search.rest {
      findings.append(try finding("\(rest.references) more references", on: rest.page, to: nil))
    }
    return findings
  }

  private func finding(
    _ words: String, on page: PageIndex, to next: PageIndex?
  ) throws -> Diagnostic {
    let use = uses(of: page).first { $0.target == next && !$0.range.isEmpty }
    let place =
      if let use, let entry = site.pages[page].source {
        Place(SourceFile(path: entry.path, bytes: try made.sources.read(entry)), use.range)
      } else {
        try made.place(of: page)
      }
    let message =
      rule.message.isEmpty ? "these pages refer to each other in a circle" : rule.message
    return Diagnostic(rule.id, rule.severity, at: place, "\(message): \(words)", help: rule.help)
  }

  /// Whether `when` holds of a page.
  private mutating func isAbout(_ page: PageIndex) -> Bool {
    guard let when = rule.when else { return true }
    guard var evaluation = ConditionEvaluation(made, rule, on: page, patterns) else { return false }
    defer { patterns = evaluation.patterns }
    return evaluation.holds(when, of: .page(page)) && !evaluation.metUnknown
  }

  /// The pages that a page names, but those of which `unless` holds.
  private mutating func targets(of page: PageIndex) -> [PageIndex] {
    let targets = uses(of: page).map(\.target)
    guard let unless = rule.unless, !targets.isEmpty else { return targets }
    guard var evaluation = ConditionEvaluation(made, rule, on: page, patterns) else { return [] }
    defer { patterns = evaluation.patterns }
    return targets.filter { target in
      evaluation.turn(to: .page(target))
      return !evaluation.holds(unless, of: .page(page)) && !evaluation.metUnknown
    }
  }

  private func uses(of page: PageIndex) -> [Use] {
    if field == "related", site.kind(of: page)?.field(field) == nil {
      return site.related(to: page).compactMap { related in
        related.page.map { ($0, related.range) }
      }
    }
    return site.references.from(page).filter { $0.field == field }
      .map { ($0.target, $0.written.range) }
  }
}
