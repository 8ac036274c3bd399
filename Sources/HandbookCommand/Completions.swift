import ArgumentParser

/// `handbook completions`: prints what lets a shell complete commands and options.
struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print what lets your shell complete commands and options.",
    discussion: """
      The package for Debian brings them along. Else, once:
        bash:  handbook completions bash > ~/.local/share/bash-completion/completions/handbook
        zsh:   handbook completions zsh > ~/.zfunc/_handbook     (a folder that fpath names)
        fish:  handbook completions fish > ~/.config/fish/completions/handbook.fish
      """)

  /// The shells there are completions for.
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    guard let shell = CompletionShell(rawValue: shell.rawValue) else { return }
    Console.output(HandbookCommand.completionScript(for: shell) + "\n")
  }
}
