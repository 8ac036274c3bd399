import ArgumentParser
import Values

/// The option of all commands that work on a site: where it is.
struct SitePlace: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder that holds site.yml (default: here or above).", valueName: "dir"),
    completion: .directory)
  var site: String?
}

/// The options that decide what a site shows, whoever looks at it.
struct SiteView: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The site's address, such as https://handbook.example/, in place of site.yml's.",
      valueName: "url"))
  var url: SiteAddress?

  @OptionGroup var today: DayOption

  /// The day to tell statuses for.
  func day() throws -> PlainDate { try today.day() }
}

/// The option of what tells statuses: for which day.
struct DayOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day, such as 2026-06-30, to tell statuses for (default: SOURCE_DATE_EPOCH, else today in UTC).",
      valueName: "date"))
  var asOf: Day?

  /// The day asked for, else today.
  func day() throws -> PlainDate { try asOf?.date ?? Clock.today() }
}
