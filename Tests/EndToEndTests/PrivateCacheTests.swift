import Foundation
import Testing

/// What builds leave for each other holds nothing of private files but digests.
struct PrivateCacheTests {
  private let folder: Folder
  private static let people = """
    people:
      - {id: per-17, name: Ottoline Quarrel, contact: 0171-4711, publication: {state: none}}

    """

  init() throws {
    folder = try Folder()
    try TestSite(name: "register").install(in: folder)
  }

  private func build(_ arguments: [String]) throws -> Command.Outcome {
    try Command(
      arguments: ["build", "--as-of", "2026-06-30", "--timings"] + arguments, folder: folder
    ).run()
  }

  private var kept: String {
    get throws {
      let cache = try Tree(folder.url.appending(path: ".handbook/cache"))
      return cache.files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    }
  }

  @Test(arguments: [
    ("people.yml", "people: people.yml\n", []),
    ("people.yml", "", ["--people", "people.yml"]),
    ("../people.yml", "", ["--people", "../people.yml"]),
    ("content/people.yml", "people: content/people.yml\n", []),
  ])
  func `a finding in a file of people is not kept, nor anything of that file`(
    path: String, setting: String, options: [String]
  ) throws {
    try folder.write(Self.people, to: path)
    try folder.write(
      try folder.text("site.yml") + setting + "rules: {unknown-key: warning}\n", to: "site.yml")
    let outcome = try build(options)
    #expect(outcome.exitCode == 0 && outcome.console.contains("[unknown-key]"))
    let kept = try kept
    for secret in ["Quarrel", "0171", "per-17"] { #expect(!kept.contains(secret)) }
    #expect(try build(options).console.contains("[unknown-key]"))
  }

  @Test func `another file of people is another site, and nothing of either is kept`() throws {
    let people = Self.people.replacing("contact: 0171-4711, ", with: "")
    try folder.write(people, to: "../people.yml")
    let options = ["--people", "../people.yml"]
    #expect(try build(options).exitCode == 0)
    #expect(try build(options).console.contains("taken over"))
    // The same size.
    try folder.write(people.replacing("Quarrel", with: "Quarles"), to: "../people.yml")
    #expect(try !build(options).console.contains("taken over"))
    let kept = try kept
    for secret in ["Quar", "per-17"] { #expect(!kept.contains(secret)) }
    folder.remove("../people.yml")
    #expect(try build(options).console.contains("there is no people file"))
  }
}
