import Diagnostics
import Values

extension SiteRule {
  /// Every page is reviewed as often as it says.
  static let overdueReview = SiteRule(overdueReviewText) { made in
    try made.site.pages.compactMap { page in
      guard let reviewed = page.head.reviewed, let entry = page.source else { return nil }
      let due = page.head.reviewDue.flatMap { $0 <= made.site.asOf ? $0 : nil }
      guard due != nil || reviewed.value > made.site.asOf else { return nil }
      let file = SourceFile(path: entry.path, bytes: try made.sources.read(entry))
      guard let due else {
        return Diagnostic(
          overdueReviewText.id, .warning, at: Place(file, reviewed.range),
          "this page cannot have been reviewed on a day that is still to come",
          help: "write the day of its last review")
      }
      return Diagnostic(
        overdueReviewText.id, .warning, at: Place(file, reviewed.range),
        "this page was to be reviewed by \(due)",
        help: "read it again, correct it, and write the day into 'reviewed'",
        since: due.description)
    }
  }

  private static let overdueReviewText = RuleText(
    "overdue-review", .warning,
    promise:
      "Every page with 'reviewed' and 'review_in' is reviewed again in time, and no review is still to come.",
    why: "A handbook is trusted while somebody stands for it; an old page misleads without a sign.",
    example: "reviewed: 2020-01-31\nreview_in: 12 months",
    repair: "Read the page again, correct it, and write the day into 'reviewed'.")
}
