import ArgumentParser
import Diagnostics
import Disk
import Handbook

/// `handbook mv`: renames a page or a folder of pages, and all links to them.
struct Mv: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mv",
    abstract: "Rename a page or a folder of pages, and rewrite every link to them.",
    discussion: """
      Both are named by address or file: '/roles/lead/', 'roles/lead' or 'content/roles/lead.md'. \
      The old address becomes an alias of the page. A page that leaves \
      the folder of its kind names the kind from then on. Nothing else changes but links, and in \
      site.yml the folder of a kind that moves as a whole. Links \
      that a template puts together are listed, never rewritten; then the exit code is 1.
      """)

  @OptionGroup var options: ImpactOptions

  @Flag(name: .customLong("dry-run"), help: "Print what would change, and change nothing.")
  var isTrial = false

  @Argument(help: "What to rename.", completion: .file())
  var old: String

  @Argument(help: "Its new address or file.", completion: .file())
  var new: String

  func run() async throws {
    try await options.run { folder, build in
      let sources = try HandbookSources(of: folder)
      let plan = try await planMove(
        of: folder.pageName(old), to: folder.pageName(new), sources, build)
      if !isTrial {
        try SourceChanges(
          in: sources, contents: plan.contents,
          moves: Dictionary(plan.moves.map { ($0.old, $0.new) }, uniquingKeysWith: { $1 })
        ).write(to: folder)
      }
      Console.output(description(of: plan))
      for (path, kind) in plan.keptKinds {
        let words = "'\(path)' was of the kind \(kind) by its folder alone, and says so itself now"
        Console.error("note: \(Printable.text(words))\n")
      }
      guard !plan.leftovers.isEmpty else { return }
      let (links, others) = plan.leftovers.reduce(into: ([Diagnostic](), [Diagnostic]())) {
        if $1.isOfLink { $0.0.append($1) } else { $0.1.append($1) }
      }
      Self.tell(
        links, "These are not rewritten, because a template or another file has a part in them:")
      Self.tell(others, "These are wrong after the move and were not before:")
      throw Run.contentFailed
    }
  }

  private static func tell(_ findings: [Diagnostic], _ heading: String) {
    guard !findings.isEmpty else { return }
    var regions = Regions()
    Console.error(
      "\n\(heading)\n"
        + findings.map { "\(regions.line(of: $0.place)): \(Printable.text($0.message))\n" }.joined()
    )
  }

  private func description(of plan: MovePlan) -> String {
    let moves = plan.moves.map { "\($0.old) → \($0.new)\n" }
    if !isTrial, plan.changes.count > Self.mostChanges {
      return moves.joined() + Self.counts(plan.changes)
    }
    var regions = Regions()
    let changes = plan.changes.map { change in
      let old = Printable.line(
        String(decoding: change.place.file.bytes[change.place.range], as: UTF8.self))
      let new = Printable.line(change.replacement)
      return "\(regions.line(of: change.place)): \(old.isEmpty ? "+" : old)"
        + " → \(new.isEmpty ? "-" : new)\n"
    }
    return (moves + changes).joined()
  }

  /// More changes than these are told by file; a trial tells each.
  private static let mostChanges = 40

  private static func counts(_ changes: [MovePlan.Change]) -> String {
    var counts: [(path: String, count: Int)] = []
    for change in changes {
      if counts.last?.path == change.place.file.path {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((change.place.file.path, 1))
      }
    }
    return counts.map { path, count in
      "\(Printable.text(path)): \(count) \(count == 1 ? "change" : "changes")\n"
    }.joined()
  }
}

extension Diagnostic {
  /// Whether it is about a link, which leads nowhere where nobody could rewrite it.
  fileprivate var isOfLink: Bool {
    ["broken-link", "broken-anchor", "missing-asset"].contains(rule)
  }
}
