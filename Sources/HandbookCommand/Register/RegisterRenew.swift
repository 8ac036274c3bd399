import ArgumentParser
import Handbook
import Register

/// What an accreditation's options have in common.
struct AuditOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The first day of the audit.", valueName: "date"))
  var opened: Day?

  @Option(
    name: .long,
    help: ArgumentHelp("The first day of the term, where it is not the usual.", valueName: "date"))
  var start: Day?

  @Option(
    name: .customLong("auditor"),
    help: ArgumentHelp("The code of someone who audited; may be repeated.", valueName: "aud-person")
  )
  var auditors: [String] = []

  @Option(
    name: .customLong("condition"),
    help: ArgumentHelp("A code of what is asked for; may be repeated.", valueName: "code"))
  var conditions: [String] = []

  func accreditation(decided: Day) -> Accreditation {
    Accreditation(
      decided: decided.date, opened: opened?.date, start: start?.date, auditors: auditors,
      conditions: conditions)
  }
}

/// `handbook registry renew`: the next term of an accreditation.
struct RegisterRenew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: "Enter the renewal of an accreditation: audit, term and a line of the log.",
    discussion: """
      A renewal decided by the last day of the old term begins the day after it; a later one begins \
      when it is decided. An organisation that was withdrawn gets an initial audit. Without \
      --write the entries are printed to paste.

      Such as:
        handbook registry renew org-tallowmere --decided 2027-04-02 \\
          --auditor aud-person-a --write
      """)

  @OptionGroup var options: RegisterOptions
  @OptionGroup var audit: AuditOptions
  @OptionGroup var draft: DraftOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day of the decision, such as 2027-04-02.", valueName: "date"))
  var decided: Day

  @Argument(help: ArgumentHelp("The organisation's id.", valueName: "org-…"))
  var organisation: String

  func run() throws {
    try options.run { run in
      let renewal = try run.register.registry.renewal(
        of: organisation, audit.accreditation(decided: decided))
      try run.deliver(renewal, draft)
    }
  }
}
