import Diagnostics

extension RuleCatalogue {
  /// What the operating model of this handbook promises: rules that its `site.yml` declares.
  ///
  /// A site without such a declaration is not held to them.
  static let modelRules = serviceRules + textModelRules

  private static let serviceRules = [
    RuleText(
      "live-on-unready", .error,
      promise:
        "No live service depends on one that is not live, unless that is accepted with a day.",
      why: "Everyone relies on a live service; what it stands on may change or end any week.",
      example: "phase: live\ndepends_on: [network-status]   # which is in beta",
      repair:
        "Write into 'accepted' which service, the day on which the risk was accepted and why, "
        + "or do without it."),
    RuleText(
      "depends-on-closed", .error,
      promise: "No service depends on one that is decommissioned.",
      why: "There is nothing left to depend on.",
      example: "depends_on: [kiosk-top-up]   # decommissioned",
      repair: "Name its successor in 'depends_on', or remove it."),
    RuleText(
      "dependency-circle", .error,
      promise: "Dependencies between services never run in a circle.",
      why: "Where two services need each other, one need is in the wrong place, and neither can be "
        + "changed or restored first.",
      example: "# a.md\ndepends_on: [b]\n# b.md\ndepends_on: [a]",
      repair: "Move the need to where it belongs, or make a third service of what both need."),
    RuleText(
      "vacant-manager", .warning,
      promise: "Every service has one manager.",
      why: "While the post is vacant, nobody answers for the service.",
      example: "manager: vacant since 2026-05-01",
      repair: "Appoint somebody, and write the post that holds the role into 'manager'."),
    RuleText(
      "missing-need", .error,
      promise: "Every service that is not decommissioned has at least one need.",
      why: "A service without a need has no reason to exist.",
      example: "phase: alpha\nneeds: []",
      repair: "Write down who needs what and why, or close the service."),
    RuleText(
      "unmeasured-need", .error,
      promise: "Every need of a service has a measure, until the service is decommissioned.",
      why: "Without one nobody can tell whether the need is met.",
      example: "needs: [{user: Visitor, what: see the last departure}]\nmeasures: []",
      repair: "Add a measure that names the number of the need, or 'all'."),
    RuleText(
      "stray-measure", .error,
      promise: "Every measure of a service belongs to one of its needs.",
      why: "The measures of a contract are those of its needs; another one steers away from them.",
      example:
        "needs: [{user: Visitor, what: see the last departure}]\nmeasures: [{name: Visits, need: 2}]",
      repair: "Name the number of a need, or 'all'; or write down the need that is meant."),
    RuleText(
      "stale-assessment", .warning,
      promise: "Every live service was assessed within the last 12 months.",
      why: "What was true a year ago is not known to be true.",
      example: "phase: live\nassessments: [{date: 2024-05-12, phase: live, result: Met}]",
      repair: "Hold the assessment, and add a row with its day and result."),
    RuleText(
      "closed-without-reason", .error,
      promise: "Every decommissioned service has a reason and a successor, or 'none'.",
      why: "Its users look for what to do now, and others for why not to propose it afresh.",
      example: "phase: decommissioned",
      repair: "Write 'reason', and name the service that took over, or 'none', in 'successor'."),
  ]

  private static let textModelRules = [
    RuleText(
      "too-few-related", .error,
      promise: "Every pattern has three related patterns or more.",
      why: "A habit is understood through those beside it.",
      example: "related: [/doctrine/fire/]",
      repair: "Name two more patterns, and name this one on their pages."),
    RuleText(
      "one-sided-relation", .error,
      promise: "Patterns that are related name each other.",
      why: "A reader of either page should find the other.",
      example: "# move-fast.md\nrelated: [/doctrine/fire/]\n# fire.md names it not",
      repair: "Add the pattern to 'related' of the other one."),
    RuleText(
      "unused-pattern", .error,
      promise: "On every pattern at least one page outside the doctrine relies.",
      why: "A habit that nothing in the model uses is decoration.",
      example: "# a pattern that only /doctrine/ links to",
      repair: "Link to it where the model relies on it."),
    RuleText(
      "process-without-artefact", .error,
      promise: "Every process names the artefacts that it leaves.",
      why: "What a process leaves behind is how others know that it was done.",
      example: "kind: process   # without 'artefacts'",
      repair: "Name the artefact's page in 'artefacts'."),
    RuleText(
      "artefact-without-process", .error,
      promise: "Every artefact is named by a process.",
      why: "What no process makes or uses is made by nobody.",
      example: "# an artefact that is in no process's 'artefacts'",
      repair: "Add it to 'artefacts' of the process that makes it."),
    RuleText(
      "missing-owner", .error,
      promise: "Every page has an owner.",
      why: "A page that nobody owns is corrected by nobody.",
      example: "---\ntitle: Roles\n---",
      repair: "Write the role that answers for the page into 'owner'."),
    RuleText(
      "missing-review", .error,
      promise: "Every page says when it was reviewed, and for how long that holds.",
      why: "A handbook is trusted while somebody stands for it.",
      example: "---\ntitle: Roles\nowner: executive\n---",
      repair: "Read the page, and write 'reviewed' and 'review_in'."),
  ]
}
