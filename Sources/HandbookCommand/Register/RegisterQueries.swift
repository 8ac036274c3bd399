import ArgumentParser
import Diagnostics
import Handbook
import Values

/// `handbook registry list`: all entries of a kind.
struct RegisterList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List organisations, courses, certificates, terms or coverage.",
    discussion: """
      Certificates are listed by number, also those that no page lists; names never are.

      Such as:
        handbook registry list
        handbook registry list certificates --status revoked --format csv
      """)

  @OptionGroup var options: RegisterOptions

  @Option(name: .long, help: "How to print: table, json or csv.")
  var format = TableFormat.table

  @Option(
    name: .long, help: "Only those of this status, such as accredited, expiring, lapsed or valid.")
  var status: String?

  @Argument(help: "What to list: organisations, courses, certificates, terms or coverage.")
  var what = OpenRegister.List.organisations

  func run() throws {
    try options.run { run in
      run.warnOfMistakes()
      let table = try run.register.list(what, status: status)
      let kind = what == .coverage ? "rows of coverage" : what.rawValue
      format.show(
        table, OpenRegister.columns(of: what),
        orSay: status.map { "no \(kind) have the status '\($0)' on \(run.build.asOf)" }
          ?? "the register has no \(kind) yet")
    }
  }
}

/// `handbook registry show`: one entry.
struct RegisterShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show all that may be shown of one entry.",
    discussion: """
      A certificate's number may be written in any case, with hyphens or without.

      Such as:
        handbook registry show org-tallowmere
        handbook registry show c7q4mx2rk3 --format json
      """)

  @OptionGroup var options: RegisterOptions

  @Option(name: .long, help: "How to print: table, json or csv.")
  var format = TableFormat.table

  @Argument(help: "The id of an organisation, a course or a certificate.")
  var id: String

  func run() throws {
    try options.run { run in
      run.warnOfMistakes()
      let entry = try run.register.entry(id)
      Console.output(
        format == .json ? entry.json.text(linesTo: 2) + "\n" : format.text(entry.table))
    }
  }
}

/// `handbook registry renewals`: what ends soon.
struct RegisterRenewals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renewals",
    abstract: "List accreditations that end soon and that no term follows yet.",
    discussion: """
      Such as:
        handbook registry renewals --within 90d
        handbook registry renewals --within 1y --format csv
      """)

  @OptionGroup var options: RegisterOptions

  @Option(name: .long, help: "How to print: table, json or csv.")
  var format = TableFormat.table

  @Option(
    name: .long,
    help: ArgumentHelp("How soon: days, weeks, months or years.", valueName: "30d|8w|6m|1y"))
  var within = TimeSpan.halfYear

  func run() throws {
    try options.run { run in
      run.warnOfMistakes()
      guard let last = within.end(from: run.build.asOf) else {
        throw ValidationError("that lies behind the year 9999")
      }
      let table = run.register.renewals(until: last)
      format.show(table, orSay: "no accreditation without a next term ends by \(last)")
    }
  }
}

/// `handbook registry stats`: how many entries there are.
struct RegisterStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count organisations, courses and certificates, by status.",
    discussion: "Such as:\n  handbook registry stats --as-of 2026-01-01 --format json")

  @OptionGroup var options: RegisterOptions

  @Option(name: .long, help: "How to print: table, json or csv.")
  var format = TableFormat.table

  func run() throws {
    try options.run { run in
      run.warnOfMistakes()
      Console.output(format.text(run.register.counts))
    }
  }
}

/// A length of time given as an argument, such as `6m`.
struct TimeSpan: ExpressibleByArgument, CustomStringConvertible {
  private let number: Int
  private let unit: Character

  static let halfYear = TimeSpan(number: 6, unit: "m")

  private init(number: Int, unit: Character) {
    self.number = number
    self.unit = unit
  }

  init?(argument: String) {
    guard let unit = argument.last, "dwmy".contains(unit), let number = Int(argument.dropLast()),
      (0...10_000).contains(number)
    else { return nil }
    self.init(number: number, unit: unit)
  }

  var description: String { "\(number)\(unit)" }

  /// The last day of it.
  func end(from day: PlainDate) -> PlainDate? {
    switch unit {
    case "d": day.adding(days: number)
    case "w": day.adding(days: 7 * number)
    case "m": day.adding(months: number)
    default: day.adding(months: 12 * number)
    }
  }
}
