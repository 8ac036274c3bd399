import ArgumentParser
import Diagnostics

/// A word of a command line that stands where a command is named, and names none.
struct UnknownCommand {
  /// What to tell, in one sentence without its full stop.
  let sentence: String

  /// Looks at the words that a person wrote behind the name of the program.
  init?(in arguments: [String], of root: any ParsableCommand.Type = HandbookCommand.self) {
    var words = arguments[...]
    if words.first == "help" { words.removeFirst() }
    var (command, path): (any ParsableCommand.Type, [String]) = (root, [])
    while let word = words.popFirst(), !word.hasPrefix("-") {
      let known = command.configuration.subcommands
      guard !known.isEmpty else { return nil }
      guard let next = known.first(where: { Self.names(of: $0).contains(word) }) else {
        let near = nearest(to: word, among: known.flatMap(Self.names))
        func name(_ word: String) -> String { (path + [word]).joined(separator: " ") }
        let list = (["handbook", "help"] + path).joined(separator: " ")
        sentence =
          "there is no command '\(Printable.text(name(word)))'; "
          + (near.map { "did you mean '\(name($0))'?" } ?? "'\(list)' lists them")
        return
      }
      command = next
      path.append(word)
    }
    return nil
  }

  /// What a command may be called by.
  private static func names(of command: any ParsableCommand.Type) -> [String] {
    [command._commandName] + command.configuration.aliases
  }
}
