package import Diagnostics

/// Every rule that there is: the one place that knows the names of all.
package enum RuleCatalogue {
  /// All rules, family by family.
  package static let all: [RuleText] =
    linkRules + addressRules + externalRules + readingRules + frontMatterRules + modelRules
    + templateRules
    + markdownRules
    + fileRules
    + silencingRules + adaptationRules + registerRules

  private static let byID = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rule of this name.
  ///
  /// O(1).
  package static func rule(_ id: String) -> RuleText? { byID[id] }

  /// The name of a rule that was probably meant by `id`, which is none.
  static func nearestID(to id: String) -> String? {
    let id = id.lowercased()
    return byID[id]?.id ?? nearest(to: id, among: byID.keys)
  }

  /// What to write in place of `id`, which is none, for findings about it; `others` are rules of a site.
  package static func help(forUnknown id: String, among others: [RuleText] = []) -> String {
    (nearestID(to: id) ?? nearest(to: id, among: others.map(\.id)))
      .map { "did you mean '\($0)'?" } ?? "'handbook explain' lists all rules"
  }

  /// All rules, those that a site declares in place of the program's of the same name.
  package static func all(with declared: [RuleText]) -> [RuleText] {
    let names = Set(declared.map(\.id))
    return all.filter { !names.contains($0.id) } + declared
  }

  /// One line for each rule: its name, its default and its promise.
  package static func list(_ rules: [RuleText] = all) -> String {
    let width = rules.map(\.id.utf8.count).max() ?? 0
    return rules.map { rule in
      let padding = String(repeating: " ", count: width - rule.id.utf8.count)
      let level = rule.level + String(repeating: " ", count: 7 - rule.level.utf8.count)
      return "\(rule.id)\(padding)  \(level)  \(rule.promise)\n"
    }.joined()
  }

  /// All rules as one page of documentation: a heading for each, which is its anchor too.
  package static var markdown: String {
    """
    # Rules

    What `handbook check` looks for. Each finding names its rule in brackets; \
    `handbook explain RULE` prints what stands here.

    `rules:` in `site.yml` makes a rule an `error`, a `warning` or `off`, for the whole site or for \
    files whose path matches a pattern. A single finding is allowed for a time by a comment above \
    it: `<!-- handbook: allow RULE until 2026-06-30: reason -->` in Markdown, \
    `# handbook: allow RULE until 2026-06-30: reason` in YAML.


    """ + all.map { "## \($0.id)\n\n\($0.markdown)" }.joined(separator: "\n")
  }
}
