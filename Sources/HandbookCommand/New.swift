import ArgumentParser
import Disk
import Handbook

/// `handbook new`: begins a page.
struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
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

  @Argument(help: "The kind of page, or 'page' for none.", completion: .kinds)
  var kind: String?

  @Argument(help: "The title; quotes may be left out.")
  var title: [String] = []

  func run() async throws {
    try await options.run { folder, build in
      let sources = try HandbookSources(of: folder)
      let data = try await PageData(sources, build)
      let kind = try kind(of: data)
      let title = self.title.joined(separator: " ")
      let page =
        try title.contains { !$0.isWhitespace }
        ? data.newPage(kind, title: title, in: sources)
        : questions().ask("Title:") { try data.newPage(kind, title: $0, in: sources) }
      try SourceChanges(in: sources, additions: [page.path: Array(page.text.utf8)])
        .write(to: folder)
      Console.output(Printable.text(page.path) + "\n")
      if Questions() != nil {
        Console.error(
          "It is a draft. Comments in it say what it asks for; 'handbook check' tells what is missing.\n"
        )
      }
    }
  }

  /// The kind that was named, else the one that the person chooses.
  private func kind(of data: PageData) throws -> String {
    if let kind { return try data.newKind(kind) }
    let questions = try questions()
    questions.show(data.newKinds)
    return try questions.ask("Kind:", data.newKind)
  }

  /// - Throws: `ValidationError` where nobody is there to ask.
  private func questions() throws -> Questions {
    guard let questions = Questions() else {
      throw ValidationError(
        "name a kind and a title, such as 'handbook new page \"How we meet\"'")
    }
    return questions
  }
}
