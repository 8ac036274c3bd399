import Foundation
import Testing

/// A tiny site that has all (a page, a draft, a layout, assets, data, warnings, one of them allowed), to be built again
/// and again.
struct RepeatedBuild {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("title: T\nurl: https://x.example\ndata: words.yml\n", to: "site.yml")
    try folder.write("a: 1\n", to: "words.yml")
    try folder.write(
      "# Home\n\nSee [a](a.md).\n\n#\n\n<!-- handbook: allow unsafe-html until 2027-01-01: later -->\n<b onclick=\"x\">b</b>\n",
      to: "content/index.md")
    try folder.write("---\nweight: 3\n---\n# A {{ site.data.a }}\n", to: "content/a.md")
    try folder.write("---\ndraft: true\n---\n# D\n\n[x](/nowhere/)\n", to: "content/d.md")
    try folder.write("<main>{{ content }}</main>", to: "layouts/page.html")
    try folder.write("b { color: red }", to: "assets/s.css")
    try folder.write("not a picture", to: "assets/p.png")
  }

  var published: URL { folder.url.appending(path: "public") }

  /// Builds, and returns what was printed, without the time it took.
  @discardableResult
  func build(
    _ arguments: String..., environment: [String: String] = [:], through: [String] = [],
    exitCode: Int32 = 0
  ) throws -> (console: String, isTakenOver: Bool, taken: TakenOver) {
    let outcome = try Command(
      arguments: ["build", "--as-of", "2026-06-30", "--timings"] + arguments, folder: folder,
      environment: environment, through: through
    ).run()
    try #require(outcome.exitCode == exitCode, "\(outcome.console)")
    let taken = TakenOver(outcome.console)
    return (taken.said, taken.isAll, taken)
  }

  /// Builds into a folder that was never one, and compares.
  func isAsBuiltAnew(_ arguments: [String] = []) throws -> Bool {
    let other = try Folder(named: "clean")
    let outcome = try Command(
      arguments: [
        "build", "--as-of", "2026-06-30", "--no-cache", "--output", other.url.path + "/o",
      ]
        + arguments, folder: folder
    ).run()
    try #require(outcome.exitCode == 0, "\(outcome.console)")
    return try Tree(published) == Tree(other.url.appending(path: "o"))
  }
}
