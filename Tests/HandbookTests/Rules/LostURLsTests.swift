import Diagnostics
import Testing

@testable import Handbook

@Suite struct LostURLsTests {
  /// What changes of `before` into `after` lose: the place, the wording and the help.
  private func lost(
    _ before: [String: String], _ after: [String: String], drafts: Bool = false
  ) async throws -> [String] {
    let home = ["content/index.md": "# Home\n"]
    let files = try await build(before.merging(home) { $1 }).files
    let previous = try PreviousSite(parsing: Array(try #require(files["handbook.json"]).utf8))
    let after = after.merging(home) { $1 }
    return try await report(after, previous: previous, drafts: drafts).findings.map {
      "\($0.rule) \($0.place.file.path): \($0.message); \($0.help ?? "")"
    }
  }

  @Test func `a site that stays as it is loses nothing`() async throws {
    let files = [
      "content/caf\u{e9}/a b.md": "# A\n", "content/404.md": "# No\n",
      "content/b.md": "---\naliases: [/old/, '/b/#part']\n---\n# B\n",
    ]
    #expect(try await lost(files, files) == [])
  }

  @Test func `a page that is gone is told of`() async throws {
    #expect(
      try await lost(
        ["content/roles/lead.md": "# Service lead\n"],
        [:]) == [
          "lost-url site.yml: '/roles/lead/' was published before, and nothing is there now; "
            + "add 'aliases: [/roles/lead/]' to the page that has its content now"
        ])
  }

  @Test func `a page that moved with its title is named`() async throws {
    #expect(
      try await lost(
        ["content/roles/lead.md": "# Service lead\n"],
        ["content/people/svc.md": "# Service lead\n"]) == [
          "lost-url content/people/svc.md: '/roles/lead/' was published before, and nothing is "
            + "there now; 'content/people/svc.md' has the same title: "
            + "add 'aliases: [/roles/lead/]' to its front matter"
        ])
  }

  @Test(arguments: [
    ("content/people/lead.md", "# Who leads\n", "has the same name"),
    ("content/people/svc.md", "# Service leads\n", "has a similar title"),
    ("content/roles/lead.md", "---\nurl: /lead/\n---\n# Who leads\n", "is the same file"),
  ])
  func `a page of the same name, title or file is named`(
    path: String, text: String, likeness: String
  ) async throws {
    let found = try await lost(
      ["content/roles/lead.md": "# Service lead\n"],
      [path: text])
    #expect(found.count == 1)
    #expect(found.first?.contains("'\(path)' \(likeness)") == true)
  }

  @Test func `a page that was there before has taken no other's place`() async throws {
    let found = try await lost(
      ["content/a/index.md": "# Overview\n", "content/b/index.md": "# Overview\n"],
      ["content/a/index.md": "# Overview\n"])
    #expect(found.first?.hasPrefix("lost-url site.yml: '/b/'") == true)
  }

  @Test func `a page that got another name and title is known by its text`() async throws {
    let text = (1...60).map { "Word \($0) of the text, which is as long as texts are." }
    let before = "# Service lead\n\n" + text.joined(separator: "\n")
    let after = "# Who decides\n\n" + text.dropFirst(5).joined(separator: "\n")
    let found = try await lost(
      ["content/roles/lead.md": before],
      ["content/people/decide.md": after, "content/people/lead.md": "# Service lead\n\nNo.\n"])
    #expect(found.count == 1)
    #expect(found.first?.contains("'content/people/decide.md' has much of the same text") == true)
  }

  @Test func `the repair of a lost address is an alias, one for a page at a time`() async throws {
    let home = ["content/index.md": "# Home\n"]
    let files = try await build(
      home.merging(["content/lead.md": "---\naliases: /boss/\n---\n# Lead\n"]) { $1 }
    ).files
    let previous = try PreviousSite(parsing: Array(try #require(files["handbook.json"]).utf8))
    let findings = try await report(
      home.merging(["content/head.md": "# Lead\n"]) { $1 }, previous: previous
    ).findings
    #expect(findings.count == 2)
    #expect(findings.compactMap { $0.fix?.replacement } == ["---\naliases: [/lead/]\n---\n"])
  }

  @Test func `an alias keeps the address`() async throws {
    #expect(
      try await lost(
        ["content/roles/lead.md": "# Lead\n"],
        ["content/lead.md": "---\naliases: [/roles/lead/]\n---\n# Lead\n"]) == [])
  }

  @Test func `an alias that is dropped is lost too`() async throws {
    let found = try await lost(
      ["content/a.md": "---\naliases: [/old/, '/older/#x']\n---\n# A\n"],
      ["content/a.md": "# A\n"])
    #expect(
      found.map { $0.prefix(30) } == [
        "lost-url content/a.md: '/old/'", "lost-url content/a.md: '/older",
      ])
  }

  @Test func `a page that became a draft is told of where it counts`() async throws {
    let draft = ["content/a.md": "---\ndraft: true\n---\n# A\n"]
    let found = try await lost(["content/a.md": "# A\n"], draft)
    #expect(
      found == [
        "lost-url site.yml: '/a/' was published before, and nothing is there now; "
          + "'content/a.md' is a draft now: publish it, or add 'aliases: [/a/]' to the page that "
          + "has its content now"
      ])
    #expect(try await lost(["content/a.md": "# A\n"], draft, drafts: true) == [])
  }

  @Test func `what lists no pages is refused`() {
    #expect(throws: DocumentError.form(expected: "handbook.json")) {
      try PreviousSite(parsing: Array(#"{"a": 1}"#.utf8))
    }
  }
}
