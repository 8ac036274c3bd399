import ArgumentParser
import Handbook

/// The program: its name, its help and its commands.
@main
struct HandbookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handbook",
    abstract: "Builds and checks operating-model handbooks.",
    discussion: """
      Run it in the folder that holds site.yml, or below it. 'handbook serve' shows the site while you \
      edit it; 'handbook build' makes it in public/; 'handbook check' tells what is wrong and writes nothing.
      """,
    version: Version.full,
    groupedSubcommands: [
      CommandGroup(
        name: "Every day",
        subcommands: [
          Init.self, Serve.self, New.self, ListPages.self, WhereUsed.self, Mv.self, FixCommand.self,
          Explain.self, SchemaCommand.self,
        ]),
      CommandGroup(name: "Publish", subcommands: [Build.self, Export.self]),
      CommandGroup(name: "Register", subcommands: [RegisterCommand.self]),
      CommandGroup(name: "Adapt", subcommands: [AdaptCommand.self]),
      CommandGroup(name: "In CI", subcommands: [Check.self]),
      CommandGroup(name: "This machine", subcommands: [Doctor.self, Completions.self]),
    ])

  /// Runs the program.
  @MainActor
  static func main() async {
    Console.claimStreams()
    let arguments = Array(CommandLine.arguments.dropFirst())
    // The parser of arguments takes longer than all else of such a run, and a thread to run in.
    if arguments == ["--version"] { return Console.output(Version.full + "\n") }
    if let unknown = UnknownCommand(in: arguments) {
      exit(withError: ValidationError(unknown.sentence))
    }
    await main(arguments)
  }
}
