import Diagnostics
import Markdown

extension BodyRule {
  /// No two headings of a page have the same words.
  static let repeatedHeading = BodyRule(repeatedHeadingText) { body in
    body.markdown.outline.filter(\.isRepeated).map { heading in
      finding(
        repeatedHeadingText, at: body.origin.place(of: heading.range),
        "another heading has these words too, so the anchor of this one is '#\(heading.id)'",
        help: "say what is different, or write an anchor behind it, such as '{#\(heading.id)}'")
    }
  }

  private static let repeatedHeadingText = RuleText(
    "repeated-heading", nil,
    promise: "No two headings of a page have the same anchor but for a number.",
    why: "The numbers follow the order of the headings: one that is put between them leads every "
      + "link to those below to another part of the page, and nobody notices.",
    example: "## Alpha\n\n### Purpose\n\n## Beta\n\n### Purpose",
    repair: "Say in the heading what is different, or give it an anchor of its own: "
      + "'### Purpose {#purpose-of-beta}'.")
}
