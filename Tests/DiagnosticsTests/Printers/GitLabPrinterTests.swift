import Testing

@testable import Diagnostics

@Suite struct GitLabPrinterTests {
  private func issues(_ report: RunReport) throws -> [JSON] {
    try #require(try JSON(parsing: Array(GitLabPrinter().print(report).utf8)).array)
  }

  @Test func `an issue has what Code Quality asks for`() throws {
    let found = finding(in: "a\nb [x](/a/\n)", at: "/a/\n", help: "write '/b/'")
    let issue = try #require(try issues(report([found])).first)
    #expect(issue["description"] == "no page at '/a/'; write '/b/'")
    #expect(issue["check_name"] == "broken-link")
    #expect(issue["severity"] == "major")
    #expect(
      issue["location"] == ["path": "docs/content/index.md", "lines": ["begin": 2, "end": 3]])
    #expect(issue["fingerprint"]?.string?.utf8.count == 16)
  }

  @Test func `a warning is minor and a failed run a blocker`() throws {
    let warning = finding("near-key", .warning, in: "x", at: "x")
    let issues = try issues(report([warning], error: "cannot read 'a'."))
    #expect(issues.map { $0["severity"] } == ["minor", "blocker"])
    #expect(issues.last?["location"]?["path"] == "docs/site.yml")
  }

  @Test func `every fingerprint is there once and stays when lines move`() throws {
    let before = "[a](/a/)\n[a](/a/)\n"
    let after = "new\n" + before
    func fingerprints(_ text: String) throws -> [JSON?] {
      try issues(report([finding(in: text, at: "/a/"), finding(in: text, at: "/a/")]))
        .map { $0["fingerprint"] }
    }
    let first = try fingerprints(before)
    #expect(first == (try fingerprints(after)))
    #expect(first[0] != first[1])
  }

  @Test func `rule, file and wording each make another fingerprint`() throws {
    let findings = [
      finding(in: "x", at: "x"), finding("empty-link", in: "x", at: "x"),
      finding(in: "x", at: "x", path: "content/b.md"),
      finding(in: "x", at: "x", "no page at '/b/'"),
    ]
    let fingerprints = try issues(report(findings)).compactMap { $0["fingerprint"]?.string }
    #expect(Set(fingerprints).count == 4)
  }

  @Test func `the hash is FNV-1a`() {
    var fingerprints = Fingerprints()
    // Reckoned apart from this program, from the bytes "r\0f\0t\0" + "0".
    #expect(fingerprints.next(FindingKey(rule: "r", file: "f", target: "t")) == "4c790428b2631767")
  }
}
