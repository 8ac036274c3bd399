import ArgumentParser
import Diagnostics
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
      let kinds = data.newKinds
      let kind =
        try self.kind
        ?? answer("Kind (\(kinds.joined(separator: ", "))): ") { kind in
          kinds.contains(kind) ? nil : Self.noKind(kind, kinds)
        }
      let written = self.title.joined(separator: " ")
      let title = try written.contains { !$0.isWhitespace } ? written : answer("Title: ")
      let page = try data.newPage(kind, title: title, in: sources)
      try NewSource(path: page.path, text: page.text).write(to: folder)
      Console.output(Printable.text(page.path) + "\n")
      if isAsking {
        Console.error(
          "It is a draft. Comments in it say what it asks for; 'handbook check' tells what is missing.\n"
        )
      }
    }
  }

  /// Whether somebody sits at the terminal and can be asked.
  private var isAsking: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks the person at the terminal, again where the answer is empty or `refusal` has a reason
  /// against it.
  ///
  /// - Throws: `ValidationError` where nobody is there, or they end the input.
  private func answer(
    _ question: String, refusal: (String) -> String? = { _ in nil }
  ) throws -> String {
    while isAsking {
      Console.error(Printable.text(question))
      guard let line = readLine() else {
        Console.error("\n")
        break
      }
      let answer = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if answer.isEmpty { continue }
      guard let reason = refusal(answer) else { return answer }
      Console.error(Printable.text(reason) + "\n")
    }
    throw ValidationError(
      "name a kind and a title, such as 'handbook new page \"How we meet\"'")
  }

  private static func noKind(_ written: String, _ kinds: [String]) -> String {
    let near = nearest(to: written, among: kinds).map { "; did you mean '\($0)'?" } ?? ""
    return "there is no kind '\(written)'\(near)"
  }
}
