import Diagnostics
import Markdown

extension BodyRule {
  /// Headings go down one level at a time.
  static let skippedHeading = BodyRule(skippedHeadingText) { body in
    // The page's title is of the first level, whether the body has it or its layout.
    var above = 1
    var findings: [Diagnostic] = []
    for heading in body.markdown.outline {
      if heading.level > above + 1 {
        findings.append(
          finding(
            skippedHeadingText, at: body.origin.place(of: heading.range),
            "this heading is of level \(heading.level), and the one above it of level \(above)",
            help: "begin it with '\(String(repeating: "#", count: above + 1))'"))
      }
      above = heading.level
    }
    return findings
  }

  private static let skippedHeadingText = RuleText(
    "skipped-heading", nil,
    promise: "Headings go down one level at a time.",
    why: "Readers of screens go from heading to heading, and a level that is missing looks to them "
      + "like a part of the page that is.",
    example: "## Roles\n\n#### The service lead",
    repair: "Take one '#' more than the heading above has.")
}
