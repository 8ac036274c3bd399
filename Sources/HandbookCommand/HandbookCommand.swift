import ArgumentParser

/// The program: its name, its help and its commands.
@main
struct HandbookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handbook",
    abstract: "Builds and checks operating-model handbooks.",
    discussion: """
      Run it in the folder that holds site.yml, or below it. 'handbook build' makes the site in \
      public/; 'handbook check' tells what is wrong and writes nothing.
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(
        name: "Every day",
        subcommands: [Check.self, WhereUsed.self, Mv.self, FixCommand.self, Explain.self]),
      CommandGroup(name: "Publish", subcommands: [Build.self]),
    ])
}
