import Foundation
import Testing

/// What changes though nobody changed a source: the day, what git says, the handbook that is adapted.
struct TurnedDayTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func build(_ environment: [String: String] = [:]) throws -> Command.Outcome {
    let outcome = try Command(
      arguments: ["build", "--timings"], folder: folder,
      environment: ["SOURCE_DATE_EPOCH": "1782777600"].merging(environment) { $1 }
    ).run()
    try #require(outcome.exitCode == 0, "\(outcome.console)")
    return outcome
  }

  @Test func `an accreditation that lapses over night is not shown as valid on the next day`()
    throws
  {
    try TestSite(name: "register").install(in: folder)
    // The last second of its last day, and the first behind it.
    let (last, next) = ("1788307199", "1788307200")
    _ = try build(["SOURCE_DATE_EPOCH": last])
    let before = try Tree(folder.url.appending(path: "public"))
    #expect(try build(["SOURCE_DATE_EPOCH": last]).console.contains("taken over"))
    #expect(try !build(["SOURCE_DATE_EPOCH": next]).console.contains("taken over"))
    let after = try Tree(folder.url.appending(path: "public"))
    #expect(after.differences(from: before).contains { $0.contains("registry") })
    #expect(try !build(["SOURCE_DATE_EPOCH": last]).console.contains("taken over"))
    #expect(try Tree(folder.url.appending(path: "public")) == before)
  }

  @Test func `a commit of the same files on another day dates pages anew`() throws {
    try folder.write("title: T\ndates: git\n", to: "site.yml")
    try folder.write("# A\n", to: "content/index.md")
    try folder.write("{{ content }}{{ page.updated }}", to: "layouts/page.html")
    try folder.git("init", "--quiet")
    try folder.git("add", "site.yml", "content", "layouts")
    try folder.git("commit", "--quiet", "-m", "A")
    _ = try build()
    #expect(try build().console.contains("taken over"))
    let before = try folder.text("public/index.html")
    try folder.git("commit", "--quiet", "--amend", "-m", "A", date: "2026-02-02T12:00:00Z")
    #expect(try !build().console.contains("taken over"))
    #expect(try folder.text("public/index.html") != before)
    #expect(try build().console.contains("taken over"))
  }

  @Test func `a base that changed is adapted anew`() throws {
    try folder.write("title: Base\n", to: "../base/site.yml")
    try folder.write("# Roles\n", to: "../base/content/roles.md")
    try folder.write("title: Ours\nextends: ../base\n", to: "site.yml")
    _ = try build()
    #expect(try build().console.contains("taken over"))
    try folder.write("# Parts\n", to: "../base/content/roles.md")
    #expect(try !build().console.contains("taken over"))
    #expect(try folder.text("public/roles/index.html").contains("Parts"))
    #expect(try build().console.contains("taken over"))
  }
}
