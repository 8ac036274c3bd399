import Foundation
import Testing

/// Whether the sites' snapshots are to be written anew: look at each afterwards.
private let updates = ProcessInfo.processInfo.environment["UPDATE_SITES"] == "1"

@Test(arguments: TestSite.all)
func `a site is published, or refused, as its folder says`(_ site: TestSite) throws {
  let folder = try Folder()
  let before = try buildOlderSite(in: folder)
  try site.install(in: folder)

  let command = Command(
    arguments: site.arguments, folder: folder, through: try ordinaryRights(in: folder))
  let outcome = try command.run()
  let after = try Tree(folder.url.appending(path: "public"))
  let isPublished = outcome.exitCode == 0 && site.arguments.first == "build"

  let console = transcript(site.arguments, outcome, in: folder)
  if updates { try site.keep(console, isPublished ? site.lookedAt(after.published) : .nothing) }
  #expect(console == site.console)
  if isPublished {
    #expect(site.lookedAt(after.published).differences(from: try site.expected) == [])
  } else {
    #expect(after.differences(from: before) == [], "the output that was there must stay as it was")
  }
}

/// Makes a site, builds it, and leaves nothing but its output.
private func buildOlderSite(in folder: Folder) throws -> Tree {
  try folder.write("title: Older\nurl: https://older.example\n", to: "site.yml")
  try folder.write("# An older page\n", to: "content/older.md")
  let outcome = try Command(arguments: ["build"], folder: folder).run()
  try #require(outcome.exitCode == 0, "\(outcome.console)")
  folder.remove("site.yml")
  folder.remove("content")
  return try Tree(folder.url.appending(path: "public"))
}

/// The command and what it said, as a terminal shows it, without what changes from run to run.
private func transcript(
  _ arguments: [String], _ outcome: Command.Outcome, in folder: Folder
) -> String {
  let said = outcome.console
    .replacing(/\ in [0-9.]+ m?s;/, with: " in TIME;")
    .replacing(folder.url.path, with: "SITE")
  return "$ handbook \(arguments.joined(separator: " "))\n\(said)[exit code \(outcome.exitCode)]\n"
}

/// What takes root's right to read everything away from a command.
private func ordinaryRights(in folder: Folder) throws -> [String] {
  guard getuid() == 0 else { return [] }
  let prefix = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
  let trial = try Command(arguments: ["--version"], folder: folder, through: prefix).run()
  return trial.exitCode == 0 ? prefix : []
}
