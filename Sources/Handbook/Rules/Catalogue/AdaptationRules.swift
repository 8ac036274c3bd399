import Diagnostics

extension RuleCatalogue {
  /// What a handbook promises that adapts another one.
  static let adaptationRules = [
    RuleText(
      "unmarked-override", .error,
      promise: "Every page that takes the place of one of the handbook below says so.",
      why: "A page of the same name would hide the other one by accident.",
      example: "---\ntitle: Service lead\n---",
      repair: "Add 'adapts' to the front matter, or give the page another name."),
    RuleText(
      "unmatched-adaptation", .error,
      promise:
        "Whatever an adaptation changes or takes out is there in the base, and is there once.",
      why:
        "A change of something that is not there does nothing, and looks as if it did; after the "
        + "base renamed a page or a section, it is the old text that readers get.",
      example: "---\nadapts: {mode: sections, why: We have a board}\n---\n## Dutys {replace}",
      repair:
        "Correct the name of the page, section or key, or remove what stands there. Where two "
        + "sections have one name, write the anchor behind it: '## Duties {#duties-1} {replace}'."),
    RuleText(
      "base-unreachable", .error,
      promise: "The base that 'extends' names can be read.",
      why: "Without it there are no pages, so nothing is built and nothing else is judged.",
      example: "extends: ../handbok",
      repair: "Correct the folder, or the address, version and path in git. A base in git that was "
        + "fetched once is kept in .handbook/bases, and then no network is needed."),
    RuleText(
      "base-circle", .error,
      promise: "No handbook is its own base.",
      why: "Nobody could say which page is meant.",
      example: "extends: .",
      repair: "Let one of the handbooks stand without 'extends'."),
    RuleText(
      "base-changed", .error,
      promise: "The base is what handbook.lock pins.",
      why:
        "Somebody looked at the pinned text when the pages here were adapted; a version that was "
        + "moved to other text in silence was looked at by nobody.",
      example: "extends: {git: \"https://example.org/handbook.git\", at: v1}",
      repair:
        "See with 'handbook adapt status' what changed, and take it over with 'handbook adapt "
        + "update'."),
    RuleText(
      "drifted-page", .warning,
      promise: "Every page that is adapted or taken out was held against the base's text as it is.",
      why:
        "The base may have mended just what was copied here, or changed what the reason was about.",
      example: "adapts: {mode: page, why: Our statutes ask for a board}",
      repair:
        "Look at 'handbook adapt diff', take over what is good, and say so with 'handbook adapt "
        + "update --accept PAGE'."),
    RuleText(
      "missing-reason", .warning,
      promise: "Every difference from the base says why it is there.",
      why: "Whoever comes later cannot tell a choice from an accident, and dares not undo it.",
      example: "adapts: {mode: page}",
      repair: "Write the reason that was true on the day into 'why'."),
    RuleText(
      "overdue-adaptation", .warning,
      promise: "Every difference from the base is looked at again by the day that it names.",
      why: "What was traded for a reason may cost more than it brings once the reason is gone.",
      example: "adapts: {mode: page, why: Our statutes ask for a board, review: 2020-01-31}",
      repair: "Decide whether it still pays, and write the next day into 'review'."),
    RuleText(
      "link-to-base", .warning,
      promise: "Links lead to the handbook itself, not to the published one that it adapts.",
      why: "A reader would leave their organisation's handbook without noticing.",
      example: "[Roles](https://base.example/roles/)",
      repair: "Write the path alone: '/roles/'."),
  ]
}
