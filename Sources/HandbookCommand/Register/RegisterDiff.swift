import ArgumentParser
import Diagnostics
import Handbook
import Register
import Values

/// `handbook registry diff`: what a change of the register means.
struct RegisterDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell what a change of the register means.",
    discussion: """
      Tells what was granted, renewed, lapsed, awarded, revoked, corrected or lost, by ids and \
      never by names: for the summary of a pull request, as a Markdown table where asked for.

      Such as:
        git show main:content/registry.yml > old.yml
        handbook registry diff old.yml content/registry.yml --format markdown
      """)

  /// How changes can be printed.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, markdown }

  @Option(name: .long, help: "How to print: table, json, csv or markdown.")
  var format = Format.table

  @OptionGroup var today: DayOption

  @Argument(
    help: ArgumentHelp("The register's file before.", valueName: "old.yml"), completion: .file())
  var old: String

  @Argument(
    help: ArgumentHelp("The register's file now.", valueName: "new.yml"), completion: .file())
  var new: String

  func run() throws {
    let day = try today.day()
    do {
      let (before, now) = (
        try RegisterFile.previous(RegisterFile(old).file()),
        try RegisterFile.previous(RegisterFile(new).file())
      )
      let changes = now.registry.changes(since: before.registry, asOf: day)
      let table = Table(
        columns: ["change", "id", "detail"],
        rows: changes.map { [$0.kind.rawValue, $0.id, $0.detail] })
      if format == .table, changes.isEmpty {
        Console.error("nothing in the register changed\n")
      } else {
        Console.output(text(table))
      }
    } catch {
      Console.error("handbook: \(Failure.sentence(for: error))\n")
      throw Run.couldNotRun
    }
  }

  private func text(_ table: Table) -> String {
    if format == .markdown { return Self.markdown(table) }
    return (TableFormat(rawValue: format.rawValue) ?? .table).text(table)
  }

  private static func markdown(_ table: Table) -> String {
    guard !table.rows.isEmpty else { return "Nothing in the register changed.\n" }
    let lines =
      [table.columns.map { $0.prefix(1).uppercased() + $0.dropFirst() }, ["---", "---", "---"]]
      + table.rows.map { [$0[0], "`\($0[1])`", $0[2].replacing("|", with: "\\|")] }
    return Printable.lines(lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined())
  }
}
