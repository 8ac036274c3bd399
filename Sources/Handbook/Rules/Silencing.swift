import Diagnostics
import Values
import YAML

/// The findings that comments allow, and the comments that are overdue or needless.
struct Silencing {
  /// The findings that nobody allows.
  private(set) var open: [Diagnostic] = []
  /// The findings that somebody allows.
  private(set) var silenced: [SuppressedFinding] = []
  /// The findings about comments.
  private(set) var remarks: [Diagnostic] = []

  /// A comment; one in a partial is met on every page that includes it.
  private struct Comment: Hashable {
    let path: String
    let range: SourceRange

    init(_ exemption: Exemption) {
      path = exemption.comment.file.path
      range = exemption.comment.range
    }
  }

  /// Divides `findings`, which keep their order; a comment about a rule that is not judged in this
  /// run cannot be needless.
  ///
  /// O(*findings* × *exemptions of one file*).
  ///
  /// `declared` are the rules of the site's own.
  init(
    _ findings: [Diagnostic], by exemptions: [Exemption], asOf day: PlainDate,
    declared: [ModelRule] = [], isJudged: (String) -> Bool
  ) {
    guard !exemptions.isEmpty else {
      open = findings
      return
    }
    let byFile = Dictionary(grouping: exemptions, by: \.comment.file.path)
    var used: Set<Comment> = []
    for finding in findings {
      let allowing = (byFile[finding.place.file.path] ?? []).filter { $0.allows(finding) }
      used.formUnion(allowing.map(Comment.init))
      if let first = allowing.first {
        silenced.append(SuppressedFinding(finding, .comment(first.clause.reason)))
      } else {
        open.append(finding)
      }
    }
    var seen: Set<Comment> = []
    for exemption in exemptions where seen.insert(Comment(exemption)).inserted {
      if !used.contains(Comment(exemption)) {
        guard isJudged(exemption.clause.rule) else { continue }
        remarks.append(
          .needless(exemption, isRule: declared.contains { $0.id == exemption.clause.rule }))
      } else if exemption.clause.until < day {
        remarks.append(.overdue(exemption))
      }
    }
  }
}

extension Exemption {
  /// Whether a finding of its rule begins in its scope.
  fileprivate func allows(_ finding: Diagnostic) -> Bool {
    finding.rule == clause.rule && scope.contains(finding.place.range.lowerBound)
  }
}

extension Diagnostic {
  fileprivate static func overdue(_ exemption: Exemption) -> Diagnostic {
    let clause = exemption.clause
    return Diagnostic(
      "overdue-allow", .warning, at: exemption.comment,
      "'\(clause.rule)' was allowed until \(clause.until): \(clause.reason)",
      help: "repair what it allows, or agree on another day",
      since: clause.until.adding(days: 1)?.description)
  }

  fileprivate static func needless(_ exemption: Exemption, isRule: Bool) -> Diagnostic {
    let rule = exemption.clause.rule
    guard isRule || RuleCatalogue.rule(rule) != nil else {
      return Diagnostic(
        "needless-allow", .warning, at: exemption.comment, "'\(rule)' is no rule",
        help: RuleCatalogue.help(forUnknown: rule))
    }
    return Diagnostic(
      "needless-allow", .warning, at: exemption.comment,
      "nothing below breaks '\(rule)', so there is nothing to allow", help: "remove the comment")
  }
}
