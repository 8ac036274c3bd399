import Diagnostics
import Markdown

extension BodyRule {
  /// The words of a link say where it leads.
  static let vagueLink = BodyRule(
    vagueLinkText,
    prepare: { options, _ in options.linkTexts = vagueWords },
    check: { body in
      body.markdown.linkTexts.map { link in
        finding(
          vagueLinkText, at: body.origin.place(of: link.range),
          "'\(link.text)' does not say where the link leads",
          help: "make the name of what it leads to the link")
      }
    })

  private static let vagueWords = [
    "here", "click here", "this page", "this link", "link", "read more", "more",
  ]

  private static let vagueLinkText = RuleText(
    "vague-link", nil,
    promise: "The words of every link say where it leads.",
    why: "People who skim, and those who hear a page's links as a list, get nothing from 'here'.",
    example: "The roles are described [here](/roles/).",
    repair: "Link the words that name the page: 'See [the roles](/roles/)'.")
}
