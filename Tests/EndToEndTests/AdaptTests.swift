import Foundation
import Testing

/// A handbook that adapts another, kept beside it from the command line.
@Suite struct AdaptTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("title: Base\nterms:\n  lead: manager\n", to: "base/site.yml")
    try folder.write(
      "---\ntitle: Home\n---\n[Roles](/roles/), [old](/old/).\n", to: "base/content/index.md")
    try folder.write(
      "---\ntitle: Roles\n---\n## Duties\n\nThe {{ lead }} decides.\n", to: "base/content/roles.md")
    try folder.write("---\ntitle: Old\n---\nOld.\n", to: "base/content/old.md")
    try folder.write("{{ content }}", to: "base/layouts/page.html")
    try folder.write(
      """
      title: Ours
      extends: ../base
      terms: {lead: captain}
      remove:
      - {page: /old/, links_to: /roles/, why: Nobody read it}
      """, to: "ours/site.yml")
    try folder.write(
      "---\nadapts: {mode: sections, why: Ours}\n---\n## Duties {replace}\n\nNobody decides.\n",
      to: "ours/content/roles.md")
  }

  private func run(_ arguments: String...) throws -> Command.Outcome {
    try Command(
      arguments: arguments + ["--site", "ours"], folder: folder,
      environment: ["SOURCE_DATE_EPOCH": "1782777600"]
    ).run()
  }

  /// A base of one page in git, tagged v1, which ours adapts from now on, with no page of its own.
  private func gitBase() throws -> Folder {
    let base = try Folder(named: "upstream")
    try base.write("title: Base\n", to: "site.yml")
    try base.write("# Home\n", to: "content/index.md")
    try base.git("init", "--quiet")
    try base.git("add", ".")
    try base.git("commit", "--quiet", "-m", "One")
    try base.git("tag", "v1")
    folder.remove("ours/content")
    try folder.write(
      "title: Ours\nextends: {git: \(base.url.path), at: v1}\n", to: "ours/site.yml")
    return base
  }

  @Test func `a page is published as adapted`() throws {
    let outcome = try run("build", "--output", "out", "--quiet")
    #expect(outcome.exitCode == 0, "\(outcome.console)")
    #expect(try folder.text("out/roles/index.html").contains("Nobody decides."))
  }

  @Test func `status, diff and update go from a first pin to a change in both`() throws {
    #expect(try run("adapt", "status").exitCode == 2)
    #expect(try run("adapt", "update").console == "handbook.lock pins 3 pages of the base\n")
    let calm = try run("adapt", "status")
    #expect(calm.console == "unchanged: 3\n")
    #expect(calm.exitCode == 0)
    try folder.write(
      "---\ntitle: Roles\n---\n## Duties\n\nThe {{ lead }} asks.\n", to: "base/content/roles.md")
    try folder.write("---\ntitle: New\n---\nNew.\n", to: "base/content/new.md")
    let status = try run("adapt", "status")
    #expect(
      status.output == """
        changed in both: 1
          content/roles.md (duties)
        added upstream: 1
          content/new.md
        unchanged: 2

        """)
    #expect(status.exitCode == 1)
    let diff = try run("adapt", "diff", "content/roles.md")
    #expect(diff.exitCode == 1)
    #expect(diff.output.hasPrefix("content/roles.md, duties\nthe base now "))
    #expect(
      diff.output.contains("The {{ lead }} asks.") && diff.output.contains("| Nobody decides."))
    let update = try run("adapt", "update")
    #expect(update.exitCode == 1)
    #expect(
      update.output == """
        taken over: 1 changed page of the base
        to be looked at, with 'handbook adapt diff', then --accept:
          content/roles.md: changed in both

        """)
    let accepted = try run("adapt", "update", "--accept", "content/roles.md")
    #expect(accepted.exitCode == 0, "\(accepted.console)")
    #expect(try run("adapt", "status", "--strict").console == "unchanged: 4\n")
    #expect(
      try run("adapt", "status", "--format", "json").output.hasPrefix(
        "{\"schemaVersion\":\"1\",\"needsDecision\":false"))
  }

  @Test func `a page that the base does not have is no page to accept or to show`() throws {
    #expect(try run("adapt", "update", "--accept", "content/rols.md").exitCode == 64)
    _ = try run("adapt", "update")
    #expect(try run("adapt", "diff", "content/rols.md").exitCode == 64)
  }

  @Test func `the resolved files make the same pages without a base`() throws {
    let outcome = try run("adapt", "resolve", "plain")
    #expect(outcome.exitCode == 0, "\(outcome.console)")
    #expect(!(try folder.text("plain/site.yml").contains("extends")))
    #expect(try folder.text("plain/site.yml").contains("lead: captain"))
    _ = try run("build", "--output", "out", "--quiet")
    let plain = try Command(
      arguments: [
        "build", "--site", "plain", "--output", "out-plain", "--quiet", "--as-of", "2026-06-30",
      ],
      folder: folder
    ).run()
    #expect(plain.exitCode == 0, "\(plain.console)")
    #expect(try folder.text("out-plain/index.html") == folder.text("out/index.html"))
    #expect(try folder.text("out-plain/old/index.html") == folder.text("out/old/index.html"))
    #expect(try run("adapt", "resolve", "plain").exitCode == 64)
  }

  @Test func `the example resolves to plain files that a check lets through`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let day = ["SOURCE_DATE_EPOCH": "1782777600"]
    let resolved = try Command(
      arguments: [
        "adapt", "resolve", "plain", "--site", root.appending(path: "examples/fenmarch").path,
      ], folder: folder, environment: day
    ).run()
    #expect(resolved.exitCode == 0, "\(resolved.console)")
    let check = try Command(
      arguments: ["check", "--site", "plain", "--format", "json"], folder: folder, environment: day
    ).run()
    #expect(check.exitCode == 0, "\(check.console)")
    // Pages of the base may write a word out that is one of this handbook's terms.
    let rules = Set(check.output.matches(of: #/"rule": ?"([a-z-]+)"/#).map { String($0.1) })
    #expect(rules == ["written-out-term"], "\(check.output)")
  }

  @Test func `another version of a base in git is looked at and taken over by its name`() throws {
    let base = try gitBase()
    try base.write("# Home\n\nNew words.\n", to: "content/index.md")
    try base.git("commit", "--quiet", "-am", "Two")
    try base.git("tag", "v2")
    #expect(try run("adapt", "update").exitCode == 0)
    #expect(try run("adapt", "status").output == "unchanged: 1\n")
    let newer = try run("adapt", "status", "--to", "v2")
    #expect(
      newer.output == "improved upstream: 1\n  content/index.md\n", "\(newer.console)")
    let unknown = try run("adapt", "status", "--to", "v3")
    #expect(unknown.exitCode != 0 && unknown.console.contains("v3"), "\(unknown.console)")
    #expect(try run("adapt", "status", "--to", "v2", "--offline").exitCode == 64)
    // Nothing but 'update' moves the pin, or what is built.
    #expect(try run("adapt", "status").output == "unchanged: 1\n")
    #expect(try run("adapt", "update", "--to", "v2").exitCode == 0)
    #expect(try folder.text("ours/site.yml").contains("at: v2"))
    #expect(try run("adapt", "status").output == "unchanged: 1\n")
    #expect(try run("build", "--output", "out", "--quiet").exitCode == 0)
    #expect(try folder.text("out/index.html").contains("New words."))
  }

  @Test func `a handbook without a base has nothing to tell`() throws {
    let outcome = try Command(arguments: ["adapt", "status", "--site", "base"], folder: folder)
      .run()
    #expect(outcome.exitCode == 2)
    #expect(
      outcome.console == "handbook: this handbook adapts no other: site.yml has no 'extends'.\n")
  }

  @Test func `a page is not moved where another handbook has links to it`() throws {
    let outcome = try run("mv", "roles", "people")
    #expect(outcome.exitCode == 1)
    #expect(outcome.console.contains("this handbook adapts another"))
  }

  @Test func `a check within a commit leaves the commit alone, and what git ignores it knows`()
    throws
  {
    // What it adapts has to be there as long as the test.
    let base = try gitBase()
    defer { withExtendedLifetime(base) {} }
    let other = try Folder()
    try other.git("init", "--quiet")
    let outcome = try Command(
      arguments: ["check", "--site", "ours"], folder: folder,
      environment: [
        "GIT_DIR": other.url.path + "/.git", "GIT_INDEX_FILE": other.url.path + "/.git/index",
      ]
    ).run()
    #expect(outcome.exitCode == 0, "\(outcome.console)")
    #expect(!FileManager.default.fileExists(atPath: other.url.path + "/.git/index"))
  }

  @Test func `a new version and its pin are written together or not at all`() throws {
    let base = try gitBase()
    try base.git("tag", "v2")
    let settings = try folder.text("ours/site.yml")
    try folder.write("", to: "ours/handbook.lock/in-the-way")
    let outcome = try run("adapt", "update", "--to", "v2")
    #expect(outcome.exitCode == 2, "\(outcome.console)")
    #expect(try folder.text("ours/site.yml") == settings)
  }
}
