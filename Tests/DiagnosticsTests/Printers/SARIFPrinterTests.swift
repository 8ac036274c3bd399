import Testing

@testable import Diagnostics

@Suite struct SARIFPrinterTests {
  private func log(_ report: RunReport) throws -> JSON {
    try JSON(parsing: Array(SARIFPrinter().print(report).utf8))
  }

  private func run(_ report: RunReport) throws -> JSON {
    try #require(try log(report)["runs"]?.array?.first)
  }

  private var full: RunReport {
    let note = Diagnostic.Note(
      "included here", at: Place(SourceFile(path: "layouts/a b.html", text: "x\ny"), 2..<3))
    var report = report([
      finding(in: "# A\n[\u{1F600}](/a/)", at: "/a/", help: "write '/b/'", notes: [note, note]),
      finding("stray-file", .warning, in: "", at: "", path: "content/\u{fc}#?%.x", "odd"),
    ])
    report.suppressed = [
      SuppressedFinding(finding(in: "x", at: "x", "old"), .baseline),
      SuppressedFinding(finding(in: "x", at: "x", "agreed"), .comment("until the move")),
    ]
    return report
  }

  @Test func `a log keeps to the schema`() throws {
    #expect(SARIFFact.log.faults(in: try log(full)) == [])
    #expect(SARIFFact.log.faults(in: try log(report([]))) == [])
    #expect(SARIFFact.log.faults(in: try log(report([], error: "no"))) == [])
  }

  @Test func `the check of the schema finds what is against it`() throws {
    let bad: JSON = [
      "version": "2.0.0", "run": [],
      "runs": [
        [
          "tool": ["driver": ["name": 1]],
          "results": [
            [
              "locations": [["id": -2]],
              "suppressions": [["kind": "external"], ["kind": "external"]],
            ]
          ],
        ]
      ],
    ]
    #expect(
      SARIFFact.log.faults(in: bad) == [
        ".version: 2.0.0", ".run: unknown", ".runs[0].tool.driver.name: of another type",
        ".runs[0].results[0].message: missing", ".runs[0].results[0].locations[0].id: -2",
        ".runs[0].results[0].suppressions: one twice",
      ])
  }

  @Test func `a result names rule, level, wording and region in scalars`() throws {
    let run = try run(full)
    #expect(run["columnKind"] == "unicodeCodePoints")
    let result = try #require(run["results"]?.array?.first)
    #expect(result["ruleId"] == "broken-link")
    #expect(result["ruleIndex"] == 0)
    #expect(result["level"] == "error")
    #expect(result["message"] == ["text": "no page at '/a/'; write '/b/'"])
    let place = result["locations"]?.array?.first?["physicalLocation"]
    #expect(place?["region"] == ["startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 8])
    #expect(
      place?["artifactLocation"] == ["uri": "docs/content/index.md", "uriBaseId": "%SRCROOT%"])
    #expect(result["relatedLocations"]?.array?.count == 1)
    let related = result["relatedLocations"]?.array?.first
    #expect(related?["message"] == ["text": "included here"])
    #expect(
      related?["physicalLocation"]?["artifactLocation"]?["uri"] == "docs/layouts/a%20b.html")
  }

  @Test func `a path is percent-encoded, and a rule outside the list has no index`() throws {
    let result = try #require(try run(full)["results"]?.array?[1])
    let place = result["locations"]?.array?.first?["physicalLocation"]
    #expect(place?["artifactLocation"]?["uri"] == "docs/content/%C3%BC%23%3F%25.x")
    #expect(result["ruleIndex"] == nil)
  }

  @Test func `rules come with their texts and levels`() throws {
    let rules = try #require(try run(full)["tool"]?["driver"]?["rules"]?.array)
    #expect(rules.map { $0["id"] } == ["broken-link", "image-text"])
    #expect(rules[0]["shortDescription"] == ["text": "Every link leads to a page."])
    #expect(rules[0]["help"]?["markdown"]?.string?.contains("```text\n[a](/nowhere/)\n```") == true)
    #expect(rules[0]["defaultConfiguration"] == ["level": "error"])
    #expect(rules[1]["defaultConfiguration"] == ["enabled": false, "level": "warning"])
  }

  @Test func `a fingerprint outlives lines that are added above`() throws {
    func fingerprint(_ text: String) throws -> JSON? {
      try run(report([finding(in: text, at: "/a/")]))["results"]?.array?.first?[
        "partialFingerprints"]
    }
    #expect(try fingerprint("[a](/a/)") == (try fingerprint("new\n\n[a](/a/)")))
  }

  @Test func `suppressed findings say by whom`() throws {
    let results = try #require(try run(full)["results"]?.array)
    #expect(results.count == 4)
    #expect(results[0]["suppressions"] == nil)
    #expect(
      results[2]["suppressions"] == [
        ["kind": "external", "justification": "listed in the baseline"]
      ])
    #expect(
      results[3]["suppressions"] == [["kind": "inSource", "justification": "until the move"]])
  }

  @Test func `a failed run says what kept it`() throws {
    let run = try run(report([], error: "cannot read 'a'."))
    let invocation = run["invocations"]?.array?.first
    #expect(invocation?["executionSuccessful"] == false)
    #expect(
      invocation?["toolExecutionNotifications"]?.array?.first?["message"]?["text"]
        == "cannot read 'a'.")
    #expect(run["results"] == [])
  }
}
