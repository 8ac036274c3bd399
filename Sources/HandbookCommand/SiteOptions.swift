import ArgumentParser
import Diagnostics
import Handbook
import Values

/// The options that `build` and `check` share.
struct SiteOptions: ParsableArguments {
  @OptionGroup var place: SitePlace

  @OptionGroup var view: SiteView

  @Flag(name: .long, help: "Let warnings fail too.")
  var strict = false

  @Flag(
    name: .customLong("strict-dates"), help: "Let warnings fail that the calendar alone causes.")
  var strictDates = false

  @Flag(name: .long, help: "Publish drafts, and let their findings count.")
  var drafts = false

  @Option(name: .long, help: "How to print findings: text, json, sarif, github or gitlab.")
  var format = ReportFormat.text

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Also write findings to a file, such as sarif=findings.sarif; may be repeated.",
      valueName: "format=file"))
  var reports: [ReportFile] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Findings that are known, which do not count.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    name: .customLong("write-baseline"),
    help: ArgumentHelp(
      "Write down all findings as known, so that only new ones count from now on.",
      valueName: "file"), completion: .file())
  var newBaseline: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The handbook.json of the site as published, to tell lost addresses.", valueName: "file"),
    completion: .file())
  var previous: String?

  @Option(
    name: .customLong("previous-registry"),
    help: ArgumentHelp(
      "The register's file as published, to tell what was lost or changed without a word.",
      valueName: "file"), completion: .file())
  var previousRegistry: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The private file of people, in place of the one in site.yml.", valueName: "file"),
    completion: .file())
  var people: String?

  @Flag(name: .long, help: "Print findings only.")
  var quiet = false
}

extension ReportFormat: ExpressibleByArgument {}

/// A report to be written, given as `FORMAT=FILE`; `-` is standard output.
struct ReportFile: ExpressibleByArgument {
  let format: ReportFormat
  let path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, let format = ReportFormat(rawValue: String(parts[0]))
    else { return nil }
    self.format = format
    path = String(parts[1])
  }
}

/// A day given as an argument.
struct Day: ExpressibleByArgument {
  let date: PlainDate

  init?(argument: String) {
    guard let date = PlainDate(argument) else { return nil }
    self.date = date
  }
}

/// A site's address given as an argument.
struct SiteAddress: ExpressibleByArgument {
  let url: SiteURL

  init?(argument: String) {
    guard let url = SiteURL(argument) else { return nil }
    self.url = url
  }
}
