import Foundation
import Testing

@Test func `the same site gives the same bytes wherever, and under whatever habits, it is built`()
  throws
{
  let first = try built(in: "a", through: [], environment: ["TZ": "UTC", "LANG": "C"])
  let second = try built(
    in: "another folder é/deeper", through: ["sh", "-c", "umask 077; exec \"$0\" \"$@\""],
    environment: [
      "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "HOME": "/",
      "SOURCE_DATE_EPOCH": "0",
    ])
  #expect(first.published.files.count > 10)
  #expect(second.differences(from: first) == [])
}

@Test func `a second build over the first gives the same bytes`() throws {
  let folder = try Folder()
  try TestSite(name: "whole").install(in: folder)
  let first = try build(folder)
  #expect(try build(folder).differences(from: first) == [])
}

@Test func `a published copy is held against what was built`() throws {
  let folder = try Folder()
  try TestSite(name: "whole").install(in: folder)
  func run(_ arguments: String...) throws -> Command.Outcome {
    try Command(arguments: arguments, folder: folder).run()
  }
  #expect(try run("build", "--as-of", "2026-06-30").exitCode == 0)
  let without = try run("check", "--published", "public")
  #expect(without.exitCode == 2)
  #expect(without.console.contains("'handbook build --manifest' writes them"))

  #expect(try run("build", "--as-of", "2026-06-30", "--manifest").exitCode == 0)
  let same = try run("check", "--published", "public")
  #expect(same.exitCode == 0)
  #expect(same.console.hasSuffix("files held against what was built: all the same.\n"))
  let list = try folder.text("public/.handbook-output")
  try folder.write("<p>Somebody was here.", to: "public/index.html")
  let changed = try run("check", "--published", "public")
  #expect(changed.exitCode == 1)
  #expect(
    changed.console.contains(
      "index.html:1:1: error: this file is not as it was built [published-file]"))
  // Who can change a file can change the list beside it: one that was kept elsewhere tells.
  try folder.write(list, to: "kept")
  try folder.write("handbook output 1\n", to: "public/.handbook-output")
  #expect(try run("check", "--published", "public", "--manifest", "kept").exitCode == 1)
  #expect(try run("check", "--manifest", "kept").exitCode == 64)
}

@Test func `the day is that of SOURCE_DATE_EPOCH where no other is given`() throws {
  let folder = try Folder()
  try TestSite(name: "whole").install(in: folder)
  let outcome = try Command(
    arguments: ["check"], folder: folder, environment: ["SOURCE_DATE_EPOCH": "951782400"]
  ).run()
  #expect(outcome.console.contains("as of 2000-02-29"))
}

@Test func `an output folder can be named, and nothing else appears in the site's`() throws {
  let folder = try Folder()
  try TestSite(name: "without-layouts").install(in: folder)
  let before = try Tree(folder.url).files.keys.filter { !$0.hasPrefix(".handbook") }.sorted()
  let elsewhere = try Folder(named: "published")
  let outcome = try Command(
    arguments: ["build", "--site", folder.url.path, "--output", "new/place"], folder: elsewhere
  ).run()
  #expect(outcome.exitCode == 0, "\(outcome.console)")
  let after = try Tree(folder.url).files.keys.filter { !$0.hasPrefix(".handbook") }.sorted()
  #expect(after == before)
  #expect(try Tree(elsewhere.url).files["new/place/index.html"] != nil)
}

@Test func `check writes nothing at all`() throws {
  let folder = try Folder()
  try TestSite(name: "whole").install(in: folder)
  let before = try Tree(folder.url)
  let outcome = try Command(arguments: ["check"], folder: folder).run()
  #expect(outcome.exitCode == 0, "\(outcome.console)")
  #expect(try Tree(folder.url).differences(from: before) == [])
}

private func built(
  in path: String, through: [String], environment: [String: String]
) throws -> Tree {
  let folder = try Folder(named: path)
  try TestSite(name: "whole").install(in: folder)
  return try build(folder, through: through, environment: environment)
}

private func build(
  _ folder: Folder, through: [String] = [], environment: [String: String] = [:]
) throws -> Tree {
  let outcome = try Command(
    arguments: ["build", "--as-of", "2026-06-30"], folder: folder, environment: environment,
    through: through
  ).run()
  try #require(outcome.exitCode == 0, "\(outcome.console)")
  return try Tree(folder.url.appending(path: "public"))
}
