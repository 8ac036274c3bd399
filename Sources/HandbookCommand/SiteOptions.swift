import ArgumentParser
import Handbook
import Values

/// The options that `build` and `check` share.
struct SiteOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The folder that holds site.yml (default: here or above).", valueName: "dir")
  )
  var site: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The site's address, such as https://handbook.example/, in place of site.yml's.",
      valueName: "url"))
  var url: SiteAddress?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day, such as 2026-06-30, to tell statuses for (default: SOURCE_DATE_EPOCH, else today in UTC).",
      valueName: "date"))
  var asOf: Day?

  @Flag(name: .long, help: "Let warnings fail too.")
  var strict = false

  @Flag(
    name: .customLong("strict-dates"), help: "Let warnings fail that the calendar alone causes.")
  var strictDates = false

  @Flag(name: .long, help: "Publish drafts, and let their findings count.")
  var drafts = false

  @Option(name: .long, help: "How to print findings: text or json.")
  var format = Format.text

  @Flag(name: .long, help: "Print findings only.")
  var quiet = false
}

/// How findings are printed.
enum Format: String, ExpressibleByArgument, CaseIterable {
  /// For people, on standard error.
  case text
  /// For programs, on standard output.
  case json
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
