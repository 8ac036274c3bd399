import Diagnostics
import YAML

extension ModelRuleReader {
  /// What a rule of a site may say.
  static let keys = [
    KeyForm.required("for", .text(), "The kind whose pages it is about, or 'page' for every page"),
    KeyForm("when", .named("condition"), "Which of them"),
    KeyForm("unless", .named("condition"), "Which of them not; 'it' is the value at hand"),
    KeyForm("each", .text(), "The field whose values are each looked at, as 'it'"),
    KeyForm("must", .named("condition"), "What must hold of the page, or of each value"),
    KeyForm("no circle", .text(), "The field that must lead to no circle of pages"),
    KeyForm(
      "as of", .text(),
      "The field with the day that counts as today on a page that tells one, if only by default"),
    KeyForm("severity", .words(Severity.self), "How much it matters (default: error)"),
    KeyForm(
      "message", .text(), "What is wrong; {title}, {FIELD}, {it} and {it.FIELD} are filled in"),
    KeyForm("help", .text(), "What to do about it"),
    KeyForm("promise", .text(), "What holds where it is kept, in one sentence"),
    KeyForm("why", .text(), "Why the rule is there; 'handbook explain' tells it"),
  ]

  /// `rules` of `site.yml`: levels and declarations by rule, levels by path.
  static let rulesForm = Form.open(
    RuleCatalogue.all.map { KeyForm($0.id, .named("rule"), $0.promise) },
    others: .either([.named("rule"), .open([], others: level)]))

  /// A rule's level, or what it says.
  static let ruleForm = Form.either([level, .mapping(keys)])

  private static let level = Form.choice([
    Form.Option(RuleSettings.Level.error.rawValue, "Nothing is published while there is one"),
    Form.Option(RuleSettings.Level.warning.rawValue, "Told, and fails under --strict"),
    Form.Option(RuleSettings.Level.off.rawValue, "Not looked for"),
  ])

  /// Tests by the name of what they look at.
  static let conditionForm = Form.open([], others: .named("demand"))

  /// What is asked of a value: a word, several, or tests by name.
  static let demandForm = Form.either([
    .text(), .list(.text()),
    .open(testKeys, others: .named("demand")),
  ])

  /// The tests that are more than a word.
  static let testKeys = [
    KeyForm("not", .named("demand"), "It is not so"),
    KeyForm("at least", .wholeNumber(from: 0), "There are as many, or more"),
    KeyForm("at most", .wholeNumber(from: 0), "There are as many, or fewer"),
    KeyForm("exactly", .wholeNumber(from: 0), "There are so many"),
    KeyForm("matches", .text(), "All of its text matches the regular expression"),
    KeyForm("within", .text(), "It is a day, and the period from it is not over: 12 months"),
    KeyForm("row of", .text(), "It is the number of a row in this table of the page"),
    KeyForm("named by", .text(), "Its number stands in this 'table.column' of the page"),
  ]
}
