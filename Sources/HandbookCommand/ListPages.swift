import ArgumentParser
import Diagnostics
import Disk
import Handbook

/// `handbook list`: the pages of a kind as data.
struct ListPages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the pages of a kind and what they tell in their fields.",
    discussion: """
      Without a kind, lists the kinds that site.yml declares; 'page' stands for pages of no kind. \
      A page that a field names is listed by its id. With several --where all must hold; of \
      several values one must be the one asked for, and none where nothing stands behind '='. JSON \
      holds tables and those that refer to a page too.

      Such as:
        handbook list
        handbook list service
        handbook list service --where phase=live --where depends_on=payments
        handbook list pattern --where category=Learning --format csv
      """)

  @OptionGroup var options: ImpactOptions

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only pages with this value in this field; may be repeated.", valueName: "field=value"))
  var conditions: [FieldCondition] = []

  @Option(name: .long, help: "How to print: table, json or csv.")
  var format = TableFormat.table

  @Flag(name: .long, help: "List drafts too.")
  var drafts = false

  @Argument(help: "What to list, such as service.", completion: .kinds)
  var kind: String?

  func validate() throws {
    if kind == nil, !conditions.isEmpty {
      throw ValidationError("'--where' needs a kind, such as 'handbook list service'")
    }
  }

  func run() async throws {
    try await options.run { folder, build in
      var build = build
      build.includesDrafts = drafts
      let data = try await PageData(try HandbookSources(of: folder), build)
      let list = try kind.map { (name) throws(UnknownName) in
        try data.list(name, where: conditions)
      }
      warnOfMistakes(data.findings)
      guard let list else {
        Console.output(format.text(data.kinds))
        return
      }
      switch format {
      case .table: Console.output(format.text(list.tableForPeople))
      case .csv: Console.output(format.text(list.table))
      case .json: Console.output(list.json)
      }
      if list.isEmpty, format == .table {
        Console.error(
          conditions.isEmpty ? "there is no \(list.kind) yet\n" : "no \(list.kind) is so\n")
      }
    }
  }

  /// Says so where pages have mistakes, as lists may be wrong then.
  private func warnOfMistakes(_ findings: [Diagnostic]) {
    let errors = findings.count { $0.severity == .error }
    guard errors > 0 else { return }
    Console.error(
      "note: the pages have \(errors) \(errors == 1 ? "error" : "errors"); "
        + "'handbook check' tells where\n")
  }
}

extension FieldCondition: ExpressibleByArgument {
  /// Reads a condition given as an argument.
  public init?(argument: String) { self.init(argument) }
}
