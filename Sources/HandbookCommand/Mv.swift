import ArgumentParser
import Diagnostics
import Disk
import Handbook

/// `handbook mv`: renames a page or a folder of pages, and all links to them.
struct Mv: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rename a page or a folder of pages, and rewrite every link to them.",
    discussion: """
      Both are named by address or file: '/roles/lead/', 'roles/lead' or 'content/roles/lead.md'. \
      The old address becomes an alias of the page. Nothing but links and aliases changes, and in \
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
      let plan = try await planMove(of: old, to: new, sources, build)
      if !isTrial {
        try SourceChanges(
          of: sources.entries, contents: plan.contents,
          moves: Dictionary(plan.moves.map { ($0.old, $0.new) }, uniquingKeysWith: { $1 })
        ).write(to: folder)
      }
      Console.output(description(of: plan))
      for (path, kind) in plan.otherKinds {
        let words = "'\(path)' was of the kind \(kind) by its folder, and is not any more"
        Console.error(
          "note: \(Printable.text(words)); write 'kind: \(kind)' into it to keep that\n")
      }
      guard !plan.leftovers.isEmpty else { return }
      Console.error(
        "\nThese are not rewritten, because a template or another file has a part in them:\n"
          + plan.leftovers.map { "\($0.place.line): \(Printable.text($0.message))\n" }.joined())
      throw Run.contentFailed
    }
  }

  private func description(of plan: MovePlan) -> String {
    let moves = plan.moves.map { "\($0.old) → \($0.new)\n" }
    if !isTrial, plan.changes.count > Self.mostChanges {
      return moves.joined() + Self.counts(plan.changes)
    }
    let changes = plan.changes.map { change in
      let old = String(decoding: change.place.file.bytes[change.place.range], as: UTF8.self)
      let new = change.replacement.split(separator: "\n").joined(separator: " ")
      return
        "\(change.place.line): \(Printable.text(old.isEmpty ? "+" : old)) → \(Printable.text(new))\n"
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
