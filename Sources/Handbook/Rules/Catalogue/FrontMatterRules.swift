import Diagnostics

extension RuleCatalogue {
  /// What settings and front matter promise.
  static let frontMatterRules = [
    RuleText(
      "invalid-front-matter", .error,
      promise: "The lines between '---' and the lines of site.yml are keys and values in YAML.",
      why: "What cannot be read is lost: the title, the tags and all that templates use.",
      example: "---\ntitle: Roles: who does what\n---",
      repair: "Put a text that holds ': ' in quotes, and indent with spaces."),
    RuleText(
      "unknown-key", .error,
      promise: "site.yml, its rules and pages of a kind use known keys only.",
      why: "A key that nobody reads does nothing, and looks as if it did.",
      example: "titel: Handbook",
      repair:
        "Write the key that was meant. A key of your own begins with '_', or stands in 'data'."),
    RuleText(
      "near-key", .warning,
      promise:
        "No key of a page is a misspelling of a known one, or another generator's word for it.",
      why: "A page may have keys of its own, so a slip of the pen would go unnoticed.",
      example: "---\ntitle: Roles\ndescripton: Who does what\n---",
      repair: "Write the known key, or put '_' before one of your own."),
    RuleText(
      "invalid-field", .error,
      promise: "Every value is of the form that its key asks for.",
      why: "A date that is none cannot be sorted by, a level that is none has no effect.",
      example: "reviewed: 31 June 2026",
      repair: "Write what the finding asks for; dates are written as 2026-06-30."),
    RuleText(
      "missing-field", .error,
      promise: "Every key that is required is there.",
      why: "A site needs a title; a kind of page says what each of its pages must tell.",
      example: "url: https://handbook.example/",
      repair: "Add the key with its value."),
    RuleText(
      "duplicate-term", .warning,
      promise: "No two terms have one name.",
      why: "Readers could not tell the two things apart, and the next renaming would miss one.",
      example: "terms:\n  executive: board\n  panel: board",
      repair: "Give one of them another name, or use one term for both."),
    RuleText(
      "term-shadowed", .error,
      promise: "No term is named like a key of a page or a name of templates.",
      why: "Templates would print the page's own value in place of the word.",
      example: "terms:\n  title: rank",
      repair: "Choose another name, such as 'title_term'."),
  ]

  /// What templates promise.
  static let templateRules = [
    RuleText(
      "template-syntax", .error,
      promise: "Every template is Liquid, and prints only where printing is safe.",
      why: "What cannot be read prints nothing, and the page has a hole.",
      example: "{% if page.owner %}Owner: {{ page.owner }}",
      repair: "Close what was opened. '{% raw %}' shows braces as they are; 'liquid: false' in the "
        + "front matter switches templates off for a page."),
    RuleText(
      "undefined-variable", .error,
      promise: "Every name that is printed is defined.",
      why: "An unknown name prints nothing, so a sentence loses a word that nobody misses in time.",
      example: "Ask the {{ service_manger }}.",
      repair: "Correct the name, define it in 'terms' or in the front matter, or print "
        + "'{{ name | default: \"…\" }}'."),
    RuleText(
      "missing-layout", .error,
      promise: "Every layout that a page or layout names is a file in 'layouts/'.",
      why: "Without it the page has no menu, title or style.",
      example: "layout: servcie",
      repair: "Correct the name, or add 'layouts/NAME.html'."),
    RuleText(
      "missing-partial", .error,
      promise: "Every file that a template includes exists.",
      why: "The part of the page that it would print is missing.",
      example: "{% include contcat.html %}",
      repair:
        "Correct the name; files are looked for in 'layouts/', beside the page and in 'content/'."),
  ]
}
