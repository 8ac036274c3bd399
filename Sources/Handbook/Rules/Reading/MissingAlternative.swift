import Diagnostics
import Markdown

extension BodyRule {
  /// Images have words for those who cannot see them.
  static let missingAlternative = BodyRule(missingAlternativeText) { body in
    body.markdown.wordlessImages.map { range in
      finding(
        missingAlternativeText, at: body.origin.place(of: range),
        "this image has no words for those who cannot see it",
        help: "write what it tells between the brackets, such as '![The four layers](…)'; an image "
          + "that only decorates is written '<img src=\"…\" alt=\"\">'")
    }
  }

  private static let missingAlternativeText = RuleText(
    "missing-alternative", nil,
    promise: "Every image has words that tell what it shows.",
    why:
      "Readers who cannot see it, and all readers while it does not load, get the words instead.",
    example: "![](/assets/layers.png)",
    repair: "Write what the image tells between the brackets. One that only decorates is written "
      + "'<img src=\"…\" alt=\"\">'.")
}
