import Diagnostics

extension RuleCatalogue {
  /// What links to other sites promise; only `handbook check --external` asks them.
  static let externalRules = [deadExternalLink, movedExternalLink, unansweredExternalLink]

  /// The rules that are only judged where somebody asks for it, so that an allowance of theirs is
  /// never needless without.
  static func isOnRequest(_ rule: String) -> Bool { externalRules.contains { $0.id == rule } }

  static let deadExternalLink = RuleText(
    "dead-external-link", .warning,
    promise: "Links to other sites lead to pages that are still there.",
    why:
      "A source that cannot be read proves nothing. Looked at by 'handbook check --external' alone.",
    example: "[the standard](https://standards.example/2009/gone.html)",
    repair: "Link to where the text is now, or to a copy in a web archive.")

  static let movedExternalLink = RuleText(
    "moved-external-link", nil,
    promise: "Links to other sites name the address that those sites use themselves.",
    why: "Redirects are taken down some day. Looked at by 'handbook check --external' alone.",
    example: "[the standard](http://standards.example/old)",
    repair: "Write the new address, or run 'handbook fix --external'.")

  static let unansweredExternalLink = RuleText(
    "unanswered-external-link", nil,
    promise: "Every link to another site could be looked at.",
    why: "Sites that refuse programs, ask too much patience or do not answer may be alive or dead.",
    example: "[the report](https://journal.example/behind-a-wall)",
    repair: "Open the link by hand now and then, or allow it with a comment.")
}
