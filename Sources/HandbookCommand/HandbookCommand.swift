import ArgumentParser

/// The program: its name, its help and its commands.
@main
struct HandbookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handbook",
    abstract: "Builds and checks operating-model handbooks.")
}
