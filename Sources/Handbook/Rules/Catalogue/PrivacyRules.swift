import Diagnostics

extension RuleCatalogue {
  /// What the register promises the people in it.
  static let privacyRules = [
    privacyRule(
      "registry-r50", .error,
      "The public register holds nothing about a person but what people may know of anyone.",
      example: "- id: C-7Q4M-X2RK-3\n  email: ana@example.org",
      repair: "Remove it; names and addresses belong in the private file."),
    privacyRule(
      "registry-r51", .error, "The file of people is neither committed nor published.",
      example: "# people.private.yml, which .gitignore does not name",
      repair: "Add it to '.gitignore', and take it out of git's history where it is there already."),
    privacyRule(
      "registry-r52", .error,
      "A person is named only while a consent that was recorded holds.",
      example: "publication: {state: listed, given: 2026-01-10, withdrawn: 2026-03-01}",
      repair: "Record the consent with its day and notice, or set 'state: none'."),
    privacyRule(
      "registry-r53", .error,
      "An employer is shown beside a name only where the person agreed to that too.",
      example: "Well done, Ana Example of Example Works!   # who chose 'listed'",
      repair: "Take the employer out of the text, or record 'listed-with-employer'."),
    privacyRule(
      "registry-r54", .error, "No published file names a person who is not listed.",
      example: "Well done, Ana Example, on your certificate!",
      repair: "Remove the name from the page or file that the finding names."),
    privacyRule(
      "registry-r55", .warning,
      "No person is listed for longer than 12 months after the last certificate ended.",
      example: "# a person whose certificate was revoked in 2024",
      repair: "Take the person off the list."),
    privacyRule(
      "registry-r57", .error, "Pages about people are kept out of search engines and the sitemap.",
      example: "# a page of a person without noindex",
      repair: "Set 'noindex: true', or 'people_indexed: true' among the register's rules."),
  ]

  /// What the register promises those who relied on it before.
  static let continuityRules = [
    continuityRule(
      "registry-r60", .error, "Every id that was published is there, or said to be removed.",
      example: "# C-7Q4M-X2RK-3, which an earlier register has",
      repair: "Put the entry back, or add it to 'tombstones'."),
    continuityRule(
      "registry-r61", .error,
      "What was published of a term, a withdrawal or a certificate changes only by a correction.",
      example: "awarded: 2025-09-19   # was 2025-09-12",
      repair: "Put the old value back, or add an event 'corrected'."),
    continuityRule(
      "registry-r62", .warning, "The end of an accreditation is in the log.",
      example: "# a term that ended since, and no entry accreditation-lapsed",
      repair: "Add the entry to 'log'."),
  ]

  private static func privacyRule(
    _ id: String, _ severity: Severity, _ promise: String, example: String, repair: String
  ) -> RuleText {
    RuleText(
      id, severity, promise: promise,
      why: "What is published about a person cannot be taken back.", example: example,
      repair: repair)
  }

  private static func continuityRule(
    _ id: String, _ severity: Severity, _ promise: String, example: String, repair: String
  ) -> RuleText {
    RuleText(
      id, severity, promise: promise,
      why: "Others have copied, cited and verified it: it may be corrected, never lost.",
      example: example, repair: repair)
  }
}
