import Diagnostics

extension RuleCatalogue {
  /// What every link promises.
  static let linkRules = [
    RuleText(
      "broken-link", .error,
      promise: "Every link to a page of the handbook leads to a page that exists.",
      why:
        "A handbook is its cross-links: a reader who meets a dead one cannot follow the process.",
      example: "See [the service lead](/roles/laed/).",
      repair: "Correct the path; a path of a file, such as '../roles/lead.md', works too. "
        + "Where the page moved, add its old path to the 'aliases' of the new one."),
    RuleText(
      "broken-anchor", .error,
      promise: "Every link to a part of a page leads to a heading or id that the page has.",
      why: "A browser shows the top of the page instead and says nothing, so nobody notices.",
      example: "[How it is scored](/assessment/#scorring)",
      repair: "Use the heading's anchor: lower case, spaces as hyphens. The finding lists what "
        + "the page has. '{#id}' behind a heading keeps its anchor when its words change."),
    RuleText(
      "missing-asset", .error,
      promise:
        "Every link to a file, such as an image or a PDF, leads to a file that is published here.",
      why:
        "A missing image leaves a hole in the page, a missing template stops whoever needs it. Pages load "
        + "no image from another site, which would learn who reads them.",
      example: "![The four layers](/assets/layers.pgn)",
      repair: "Correct the name, or put the file into 'assets/' or beside the page."),
    RuleText(
      "empty-link", .error,
      promise: "Every link says where it leads.",
      why: "An empty link looks like one, and takes the reader back to the page they are on.",
      example: "See [the standard]().",
      repair: "Write the path of a page between the brackets, or leave the link out."),
    RuleText(
      "broken-reference", .error,
      promise: "Every reference to an entry of the register or to a page of a kind leads to one.",
      why: "A page that names a certificate, course or service which does not exist misleads.",
      example: "[The course](registry:crs-foundatoin)",
      repair: "Correct the id, or add the entry."),
    RuleText(
      "missing-figure", .error,
      promise: "Every figure that a page places is declared in 'figures' in site.yml.",
      why: "Where a picture was meant to be, the reader finds its name.",
      example: "![The lifecycle and its gates](figure:lifecylce)",
      repair: "Correct the name, or declare the figure. It is placed as an image in Markdown; "
        + "layouts print 'page.figures.NAME'."),
    RuleText(
      "undrawn-network", .warning,
      promise: "Every network that Graphviz lays out is drawn.",
      why: "Where a picture was meant to be, the reader finds a table alone.",
      example: "layout: graphviz",
      repair:
        "Look at what Graphviz said, or install another version of it. With 'layout: layers', or "
        + "without 'layout', the program lays the network out itself. Where Graphviz is not installed, "
        + "a note says so, and nothing is found."),
    RuleText(
      "unread-link", .warning,
      promise: "What is written as a link or a footnote is one.",
      why:
        "Where its address has a space or no end, or stands before its words, or nothing defines its "
        + "label, readers see brackets, and nothing that leads anywhere.",
      example: "See [the form](forms/new form.pdf), or [the other][form].",
      repair:
        "Put '<' and '>' round an address with spaces, '[the form](<forms/new form.pdf>)', or give the "
        + "file a name without them. Write ')' behind the address, '[form]: forms/other.pdf' on a line of "
        + "its own, and '\\[' for a bracket that is meant as one."),
    RuleText(
      "unsafe-url", .error,
      promise: "Links are relative or begin with https:, http:, mailto: or tel:.",
      why:
        "Other schemes run scripts or read files on the reader's computer. '\\' is no part of a path: "
        + "some browsers read it as '/', others do not.",
      example: "[Run it](javascript:start())",
      repair: "Link to a page that explains what to do."),
    RuleText(
      "link-to-draft", .warning,
      promise: "No published page links to a draft.",
      why: "Drafts are not published, so the reader meets a page that is not there.",
      example: "See [the new process](/process/next/).",
      repair: "Finish the draft, or put the link in when it is published."),
    RuleText(
      "base-path-typed", .warning,
      promise: "Links do not begin with the path of the site's own address.",
      why: "The program puts it in front, so a handbook can move to another address unchanged.",
      example: "[Roles](/handbook/roles/)",
      repair: "Write the path without it: '/roles/'."),
  ]

  /// What every address promises.
  static let addressRules = [
    RuleText(
      "duplicate-url", .error,
      promise: "Every page and file has an address of its own.",
      why: "Of two with one address only one can be read; where they differ by case alone, "
        + "which one depends on the computer.",
      example: "content/roles.md\ncontent/roles/index.md",
      repair: "Rename one of them, or give one another 'url'."),
    RuleText(
      "lost-url", .warning,
      promise: "Every address of a page that was published before still leads somewhere.",
      why: "Others have linked to it, printed it and learned it.",
      example: "# content/roles/lead.md was renamed to content/roles/service-lead.md",
      repair: "Add the old address to the 'aliases' of the page that has its content now."),
  ]
}
