import ArgumentParser
import Disk
import Handbook

/// `handbook adapt diff`: what changed in both, side by side.
struct AdaptDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed in the base and here, side by side, section by section.",
    discussion: """
      On the left is the base as it is now, on the right what stands here. Exit codes as of \
      'handbook adapt status'.
      """)

  @OptionGroup var options: ImpactOptions
  @OptionGroup var base: BaseVersion

  @Argument(help: "Only these pages, by their files, such as content/roles.md.")
  var pages: [String] = []

  func run() async throws {
    try await options.run { folder, build in
      let sources = try base.sources(of: folder)
      let drift = try Drift(sources, build)
      guard !drift.isFirst else { throw NothingPinned() }
      let known = Set(drift.pages.map(\.path))
      if let unknown = pages.first(where: { !known.contains($0) }) {
        throw ValidationError(
          "the base has no page '\(unknown)'; name its file, as 'status' lists it")
      }
      let wanted = drift.pages.filter { pages.isEmpty || pages.contains($0.path) }
      let differences = try Drift.differences(of: wanted, sources, build)
      let columns = SideBySide(width: Terminal.width)
      var text = ""
      for difference in differences {
        text += "\(difference.path), \(difference.key)\n"
        text += columns.text(difference.base, difference.here) + "\n"
      }
      for page in wanted where page.status == .removedUpstream {
        text += "\(page.path): the base has this page no more\n"
      }
      for page in wanted where page.status == .addedInBoth {
        text += "\(page.path): the base has a page at this path too, which is new there\n"
      }
      Console.output(text.isEmpty ? "nothing changed in both\n" : text)
      if wanted.contains(where: \.status.needsDecision) { throw Run.contentFailed }
    }
  }
}

/// Two texts in columns beside each other.
struct SideBySide {
  private let column: Int

  /// Columns for a terminal that is so wide.
  init(width: Int) { column = max(20, (min(width, 160) - 3) / 2) }

  /// The texts, lines broken at words, under a heading each.
  func text(_ left: String, _ right: String) -> String {
    let left = ["the base now"] + lines(left.isEmpty ? "(not there)" : left)
    let right = ["here"] + lines(right.isEmpty ? "(left out)" : right)
    return (0..<max(left.count, right.count)).map { index in
      let cell = index < left.count ? left[index] : ""
      let padding = String(repeating: " ", count: max(0, column - cell.count))
      let other = index < right.count ? right[index] : ""
      return (cell + padding + " | " + other).trimmedEnd + "\n"
    }.joined()
  }

  private func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap(broken)
      .reversed().drop(while: \.isEmpty).reversed()
  }

  private func broken(_ line: Substring) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in Printable.text(String(line)).split(separator: " ", omittingEmptySubsequences: false)
    {
      if current.count + word.count + 1 > column, !current.isEmpty {
        lines.append(current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
      while current.count > column {
        lines.append(String(current.prefix(column)))
        current = String(current.dropFirst(column))
      }
    }
    return lines + [current]
  }
}

extension String {
  fileprivate var trimmedEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
