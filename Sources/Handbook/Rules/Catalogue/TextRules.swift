import Diagnostics

extension RuleCatalogue {
  /// What Markdown promises.
  static let markdownRules = [
    RuleText(
      "empty-heading", .warning,
      promise: "Every heading has words.",
      why: "An empty heading is left out, and readers of screens hear a heading without a name.",
      example: "##",
      repair: "Write the heading, or remove the line."),
    RuleText(
      "unread-block", .warning,
      promise: "What is written as a heading, an item of a list or a cell of a table is one.",
      why:
        "Without a space behind its marker it is part of a paragraph, and readers see the marker. What "
        + "some editors and word processors write looks like a space and is none. What stands in a row "
        + "of a table behind its last column is left out.",
      example: "##Purpose",
      repair:
        "Write a space behind the marker: '## Purpose'. Where '#' begins a name, write '\\#', and where "
        + "'|' is meant in a table, also in code, write '\\|'."
    ),
    RuleText(
      "duplicate-id", .warning,
      promise: "Every id stands once on a page.",
      why: "A link to it leads to the first, never to the second.",
      example: "## Purpose {#purpose}\n## Purpose of the team {#purpose}",
      repair: "Choose another id for one of the two."),
    RuleText(
      "misplaced-figure", .warning,
      promise: "A figure stands in a paragraph, list item or table cell of its own.",
      why: "Among words there is no room for a picture, so only its name is shown.",
      example: "As ![the lifecycle](figure:lifecycle) shows, stopping is a result.",
      repair: "Put it on a line of its own, with an empty line before and after it."),
    RuleText(
      "unsafe-html", .warning,
      promise: "HTML in Markdown is closed, valid and of the elements that a handbook needs.",
      why:
        "Scripts and styles in pages are how a site is taken over, and broken HTML breaks the page.",
      example: "<iframe src=\"https://example.org\"></iframe>",
      repair: "Use Markdown, or put the element into a layout. 'html: all' in site.yml lets "
        + "everything through."),
  ]

  /// What files promise.
  static let fileRules = [
    RuleText(
      "stray-file", .warning,
      promise: "Every file among the pages is a page or of a kind that handbooks publish.",
      why: "It would be published as it is: a page without '.md' shows its source to everyone, "
        + "which is an error.",
      example: "content/roles/lead.markdown",
      repair: "Rename it to '.md', move it away, or name it in 'exclude' in site.yml."),
    RuleText(
      "invalid-encoding", .error,
      promise: "Texts and names of files are UTF-8.",
      why: "Other bytes show as odd characters, and nobody can link to such a name.",
      example: "content/caf\u{FFFD}.md",
      repair: "Save the file as UTF-8; name it with letters, digits and hyphens."),
    RuleText(
      DirectionMarks.rule, .warning,
      promise: "No unseen character turns the direction of text.",
      why: "Whoever reviews a change reads something else than what is there; in front matter, "
        + "settings and the register it is an error.",
      example: "[the contract](/contracts/\u{FFFD}fdp.2)",
      repair: "Remove it. A language written from right to left is marked by an attribute 'dir'."),
    RuleText(
      "symbolic-link", .error,
      promise: "Sources are files, not links to files.",
      why: "A link may lead outside the handbook and publish what was never meant to be.",
      example: "content/policy.md -> /home/ana/policy.md",
      repair: "Put the file itself in its place."),
    RuleText(
      "limit-exceeded", .error,
      promise: "No page, template or data file asks for more than the program grants.",
      why:
        "Neither a loop in a template nor a file of many megabytes may keep the build from ending.",
      example:
        "{% for a in (1..100000) %}{% for b in (1..100000) %}{{ b }}{% endfor %}{% endfor %}",
      repair: "Divide the page or the data, or make the loop smaller."),
    RuleText(
      "unused-change", .warning,
      promise: "An untrusted change changes pages and images, and nothing else.",
      why:
        "Settings, layouts, scripts and data of somebody whom nobody knows would decide what is "
        + "judged and what is published: those of the base are used. A file that is taken for what "
        + "it is not, or a page under a script's name, is an error.",
      example: "handbook check --untrusted --base ../base   # where the branch changed site.yml",
      repair: "Look at it, and let somebody who may change the base bring it in."),
    RuleText(
      "published-file", .error,
      promise: "Every file of a published copy is as it was built, and no other is there.",
      why: "A host that was broken into shows what nobody reviewed.",
      example: "handbook check --published /srv/www   # where index.html was changed",
      repair: "Find out who changed it, then publish the site again."),
  ]

  /// What comments that silence findings promise.
  static let silencingRules = [
    RuleText(
      "overdue-allow", .warning,
      promise: "No finding is allowed for longer than was agreed.",
      why: "The comment named a day so that somebody would look again. It still silences.",
      example: "<!-- handbook: allow broken-link until 2020-01-31: moves with the next release -->",
      repair: "Repair what it allows, or agree on another day."),
    RuleText(
      "needless-allow", .warning,
      promise: "Every comment that allows a finding stands above one.",
      why: "A needless one would hide the next mistake in its place.",
      example: "<!-- handbook: allow broken-link until 2099-01-31: a page to come -->\n"
        + "See [the roles](/roles/), which exist by now.",
      repair: "Remove the comment."),
    RuleText(
      "invalid-allow", .warning,
      promise: "Every comment to the program says what is allowed, until when and why.",
      why: "One that cannot be read allows nothing.",
      example: "<!-- handbook: allow broken-link: later -->",
      repair: "Write '<!-- handbook: allow RULE until 2026-06-30: reason -->'."),
  ]
}
