import ArgumentParser
import Handbook
import Register

/// `handbook registry add`: a new entry.
struct RegisterAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Enter an organisation, a course or a certificate.",
    discussion: "Ids, check characters and positions in the list of statuses are made for it.",
    subcommands: [AddOrganisation.self, AddCourse.self, AddCertificate.self])
}

/// `handbook registry add organisation`.
struct AddOrganisation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisation",
    abstract: "Enter an organisation that applied, or was accredited.",
    discussion: """
      With --decided it gets its first audit, its first term and a line of the log.

      Such as:
        handbook registry add organisation --name "Example College" \\
          --applied 2026-05-11
        handbook registry add organisation --name "Example College" \\
          --decided 2026-09-01 --auditor aud-person-a --write
      """)

  @OptionGroup var options: RegisterOptions
  @OptionGroup var audit: AuditOptions
  @OptionGroup var draft: DraftOptions

  @Option(name: .long, help: "Its name.") var name: String
  @Option(
    name: .long, help: ArgumentHelp("Its id (default: made from the name).", valueName: "org-…"))
  var id: String?
  @Option(name: .long, help: "Its site.") var url: String?
  @Option(
    name: .customLong("contact-url"),
    help: "Its page for questions: a form or a role, never a person.")
  var contactURL: String?
  @Option(name: .long, help: "Its country's code, such as GB.") var country: String?
  @Option(name: .long, help: "What it is: consultancy, college, in-house, charity or other.")
  var kind: Organisation.Kind?
  @Option(
    name: .long, help: ArgumentHelp("When it applied, such as 2026-05-11.", valueName: "date"))
  var applied: Day?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "When its accreditation was decided, such as 2026-09-01.", valueName: "date"))
  var decided: Day?

  func run() throws {
    try options.run { run in
      var new = NewOrganisation(name: name)
      (new.id, new.url, new.contactURL) = (id, url, contactURL)
      (new.country, new.kind, new.applied) = (country, kind, applied?.date)
      new.accreditation = decided.map(audit.accreditation)
      try run.deliver(try run.register.registry.draft(new), draft)
    }
  }
}

/// `handbook registry add course`.
struct AddCourse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Enter a version of a course, with the seven elements met in an audit.",
    discussion: """
      Such as:
        handbook registry add course --org org-tallowmere --level foundation \\
          --title "Service operating model foundation" \\
          --course-version 4.0 --pass-mark 60
      """)

  @OptionGroup var options: RegisterOptions
  @OptionGroup var draft: DraftOptions

  @Option(name: .long, help: ArgumentHelp("Who gives it.", valueName: "org-…")) var org: String
  @Option(name: .long, help: "Its level: foundation, practitioner or senior-practitioner.")
  var level: Level
  @Option(name: .long, help: "Its title.") var title: String
  @Option(name: .customLong("course-version"), help: "Its version, such as 3.0.")
  var version: String
  @Option(
    name: .long, help: ArgumentHelp("Its id (default: made from its giver).", valueName: "crs-…"))
  var id: String?
  @Option(name: .long, help: "Its page.") var url: String?
  @Option(
    name: .customLong("mode"), help: "How it is held, such as classroom; may be repeated.")
  var modes: [String] = []
  @Option(name: .long, help: "How long it is, in hours.") var hours: Int?
  @Option(name: .customLong("pass-mark"), help: "The least per cent to pass.") var passMark: Int?
  @Option(
    name: .long, help: ArgumentHelp("Its first day of use (default: today).", valueName: "date"))
  var from: Day?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The passed audit that found the elements met (default: the one closed last).",
      valueName: "aud-…"))
  var audit: String?

  func run() throws {
    try options.run { run in
      var new = NewCourse(organisation: org, level: level, title: title, version: version)
      (new.id, new.url, new.modes, new.hours) = (id, url, modes, hours)
      (new.passMark, new.from, new.audit) = (passMark, from?.date, audit)
      try run.deliver(try run.register.registry.draft(new, asOf: run.build.asOf), draft)
    }
  }
}

/// `handbook registry add certificate`.
struct AddCertificate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate",
    abstract: "Enter a certificate, with a number drawn at random.",
    discussion: """
      The course tells the organisation, the level and the version. A project is written \
      FROM..TO:ROLE:KIND:ELEMENTS, with ':large' behind it where it is; ELEMENTS are ids with commas, \
      or 'all'. The number of awards in the log is raised by one.

      Such as:
        handbook registry add certificate --course crs-tallowmere-f \\
          --attended-from 2026-06-08 --attended-to 2026-06-10 \\
          --assessed 2026-06-12 --awarded 2026-06-19 --write
      """)

  @OptionGroup var options: RegisterOptions
  @OptionGroup var draft: DraftOptions

  @Option(name: .long, help: ArgumentHelp("The course.", valueName: "crs-…")) var course: String
  @Option(name: .long, help: ArgumentHelp("The day of the award.", valueName: "date"))
  var awarded: Day
  @Option(
    name: .long,
    help: ArgumentHelp("The holder's code (default: a new one).", valueName: "per-…"))
  var person: String?
  @Option(
    name: .customLong("attended-from"),
    help: ArgumentHelp("The course's first day.", valueName: "date"))
  var attendedFrom: Day?
  @Option(
    name: .customLong("attended-to"),
    help: ArgumentHelp("The course's last day.", valueName: "date"))
  var attendedTo: Day?
  @Option(name: .long, help: ArgumentHelp("The day of the assessment.", valueName: "date"))
  var assessed: Day?
  @Option(
    name: .customLong("project"),
    help: ArgumentHelp("A project it rests on; may be repeated.", valueName: "project"))
  var projects: [NewProject] = []

  func validate() throws {
    guard attendedTo == nil || attendedFrom != nil else {
      throw ValidationError(
        "--attended-to wants --attended-from, the course's first day, beside it")
    }
  }

  func run() throws {
    var random = SystemRandomNumberGenerator()
    try options.run { run in
      var new = NewCertificate(course: course, awarded: awarded.date)
      (new.person, new.assessed, new.projects) = (person, assessed?.date, projects)
      (new.attendedFrom, new.attendedTo) = (attendedFrom?.date, attendedTo?.date)
      let certificate = try run.register.registry.draft(
        new, asOf: run.build.asOf, using: &random)
      try run.deliver(certificate, draft)
    }
  }
}

extension NewProject: ExpressibleByArgument {
  /// Reads a project given as an argument.
  public init?(argument: String) { self.init(argument) }
}
