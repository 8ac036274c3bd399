import ArgumentParser
import Disk
import Glibc
import Handbook

/// `handbook new`: begins a page.
struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a page of a kind, as a draft that tells what is to be decided.",
    discussion: """
      The file is called after the title and lies in the folder of the kind; 'page' begins one of \
      no kind. Comments in it tell what its kind asks for: what must be decided is marked 'decide'. \
      'handbook check' tells what is still missing, and it does not count while the page is a \
      draft. On a terminal, what you leave out is asked for.

      Such as:
        handbook new service "Street works permits"
        handbook new page "How we meet"
      """)

  @OptionGroup var options: ImpactOptions

  @Argument(help: "The kind of page, or 'page' for none.")
  var kind: String?

  @Argument(help: "The title; quotes may be left out.")
  var title: [String] = []

  func run() async throws {
    try await options.run { folder, build in
      let sources = try DiskSources(of: folder)
      let data = try await PageData(sources, build)
      let kind = try self.kind ?? answer("Kind (\(data.newKinds.joined(separator: ", "))): ")
      let written = self.title.joined(separator: " ")
      let title = try written.contains { !$0.isWhitespace } ? written : answer("Title: ")
      let page = try data.newPage(kind, title: title, in: sources)
      try NewSource(path: page.path, text: page.text).write(to: folder)
      Console.output(Printable.text(page.path) + "\n")
    }
  }

  /// Asks the person at the terminal.
  ///
  /// - Throws: `ValidationError` where nobody is there or answers.
  private func answer(_ question: String) throws -> String {
    if isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 {
      Console.error(Printable.text(question))
      let words = readLine()?.split(whereSeparator: \.isWhitespace) ?? []
      if !words.isEmpty { return words.joined(separator: " ") }
    }
    throw ValidationError(
      "name a kind and a title, such as 'handbook new page \"How we meet\"'")
  }
}
