import Diagnostics
import Values

extension SiteRule {
  /// Every page is reviewed as often as it says.
  static let overdueReview = SiteRule(overdueReviewText) { made in
    try made.site.pages.compactMap { page in
      guard let reviewed = page.head.reviewed, let due = page.head.reviewDue,
        due <= made.site.asOf, let entry = page.source
      else { return nil }
      let file = SourceFile(path: entry.path, bytes: try made.sources.read(entry))
      return Diagnostic(
        overdueReviewText.id, .warning, at: Place(file, reviewed.range),
        "this page was to be reviewed by \(due)",
        help: "read it again, correct it, and write the day into 'reviewed'",
        since: due.description)
    }
  }

  private static let overdueReviewText = RuleText(
    "overdue-review", .warning,
    promise: "Every page with 'reviewed' and 'review_in' is reviewed again in time.",
    why: "A handbook is trusted while somebody stands for it; an old page misleads without a sign.",
    example: "reviewed: 2020-01-31\nreview_in: 12 months",
    repair: "Read the page again, correct it, and write the day into 'reviewed'.")
}
