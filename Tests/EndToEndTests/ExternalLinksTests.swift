import Foundation
import Testing

private func run(_ arguments: String..., in folder: Folder) throws -> Command.Outcome {
  try Command(arguments: arguments, folder: folder, environment: ["NO_PROXY": "*"]).run()
}

@Test func `check --external asks other sites, tells gone from blocked, and keeps the answers`()
  throws
{
  let server = try LoopbackServer([
    "* /robots.txt": (200, "", "User-agent: *\nDisallow: /private/\n"),
    "* /there": (200, "", "Here.\n"), "* /wall": (403, "", ""), "* /busy": (429, "", ""),
    "* /old": (301, "Location: /there\r\n", ""), "HEAD /whole": (405, "", ""),
    "GET /whole": (200, "", "All.\n"),
  ])
  defer { server.stop() }
  // Each address is a host of its own, so that nothing has to wait long.
  func url(_ host: Int, _ path: String) -> String { "http://127.0.0.\(host):\(server.port)\(path)" }
  let site = try Folder()
  try site.write(
    "title: T\nrules: {unanswered-external-link: warning, moved-external-link: warning}\n",
    to: "site.yml")
  try site.write(
    """
    ---
    sources: ["[Source](\(url(2, "/none")))"]
    ---
    # Home

    [1](\(url(1, "/there#part"))) [2](\(url(3, "/wall")))
    [3](\(url(4, "/busy")))

    [4](\(url(5, "/old#part")))

    [5](\(url(6, "/whole"))) [6](\(url(7, "/private/x"))) [7](http://127.0.0.1:1/)
    [8](https://docs.example/never-asked/)

    """, to: "content/index.md")

  #expect(try run("check", "--strict", "--quiet", in: site).exitCode == 0)
  #expect(server.log == [], "nobody is asked without --external")

  let outcome = try run("check", "--external", "--format", "json", "--quiet", in: site)
  #expect(outcome.exitCode == 0, "\(outcome.console)")
  let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  let findings = ((document as? [String: Any])?["findings"] as? [[String: Any]] ?? []).map {
    "\($0["line"] ?? ""):\($0["column"] ?? "") \($0["rule"] ?? ""): \($0["message"] ?? "")"
  }
  #expect(
    findings == [
      "2:21 dead-external-link: '\(url(2, "/none"))' is gone: it answers 404",
      "6:\(url(1, "/there#part").count + 11) unanswered-external-link: "
        + "'\(url(3, "/wall"))' could not be looked at: it answers 403",
      "7:5 unanswered-external-link: "
        + "'\(url(4, "/busy"))' could not be looked at: it answers 429: too many questions",
      "9:5 moved-external-link: '\(url(5, "/old#part"))' has moved for good",
      "11:\(url(6, "/whole").count + 11) unanswered-external-link: "
        + "'\(url(7, "/private/x"))' could not be looked at: its robots.txt lets no programs in",
      "11:\(url(6, "/whole").count + url(7, "/private/x").count + 17) unanswered-external-link: "
        + "'http://127.0.0.1:1/' could not be looked at: it takes no connections",
    ])
  #expect(server.log.contains("HEAD 127.0.0.1 /there"))
  #expect(server.log.contains("GET 127.0.0.6 /whole"))
  #expect(!server.log.contains { $0.contains("/private/x") })

  // What was there is not asked for again, what was not is.
  let kept = try site.text(".handbook/external-links.json")
  #expect(kept.contains(#""url": "\#(url(1, "/there"))", "answer": "reached", "checked": "20"#))
  let before = server.log.count
  #expect(try run("check", "--external", "--strict", "--quiet", in: site).exitCode == 1)
  let second = server.log[before...]
  #expect(!second.contains { $0.contains("127.0.0.1 ") } && second.contains("HEAD 127.0.0.2 /none"))
}

@Test func `an allowance of a dead link is not needless where nobody asks`() throws {
  let site = try Folder()
  try site.write("title: T\n", to: "site.yml")
  try site.write(
    """
    # Home

    <!-- handbook: allow dead-external-link until 2099-01-01: down until summer -->
    [1](http://127.0.0.1:1/)

    """, to: "content/index.md")
  #expect(try run("check", "--strict", "--quiet", in: site).exitCode == 0)
}

@Test func `without curl, check --external says what is missing`() throws {
  let site = try Folder()
  try site.write("title: T\n", to: "site.yml")
  try site.write("# Home\n\n[1](http://127.0.0.1:1/)\n", to: "content/index.md")
  let outcome = try Command(
    arguments: ["check", "--external"], folder: site, environment: ["PATH": "/nowhere"],
    through: []
  ).run()
  #expect(outcome.exitCode == 2)
  #expect(outcome.console.contains("'curl', which is not installed"))
}
