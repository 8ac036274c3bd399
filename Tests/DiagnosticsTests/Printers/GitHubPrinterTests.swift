import Testing

@testable import Diagnostics

@Suite struct GitHubPrinterTests {
  private func commands(_ findings: [Diagnostic], error: String? = nil) -> [Substring] {
    GitHubPrinter().print(report(findings, error: error)).commands.split(separator: "\n")
  }

  @Test func `a command names place, rule, wording and help`() {
    #expect(
      commands([finding(in: "a\n[ü](/a/)", at: "/a/", help: "write '/b/'")]) == [
        "::error file=docs/content/index.md,line=2,endLine=2,col=5,endColumn=8,"
          + "title=broken-link::no page at '/a/'%0Awrite '/b/'"
      ])
  }

  @Test func `over several lines no columns are named`() {
    #expect(
      commands([finding("near-key", .warning, in: "a\nb", at: "a\nb", "m")]) == [
        "::warning file=docs/content/index.md,line=1,endLine=2,title=near-key::m"
      ])
  }

  @Test func `what would end a command or a property is escaped`() {
    #expect(
      commands([finding(in: "x", at: "x", path: "a,b:c%d\n.md", "100%\r\n::error::x")]) == [
        "::error file=docs/a%2Cb%3Ac%25d%0A.md,line=1,endLine=1,col=1,endColumn=2,"
          + "title=broken-link::100%25%0D%0A::error::x"
      ])
  }

  @Test func `ten are commands, errors first, and the rest is a table`() throws {
    let warnings = (0..<8).map { finding("near-key", .warning, in: "x", at: "x", "warning \($0)") }
    let errors = (0..<5).map { finding(in: "x", at: "x", "error \($0)") }
    let printed = GitHubPrinter().print(report(warnings + errors))
    let lines = printed.commands.split(separator: "\n")
    #expect(lines.count == 10)
    #expect(lines.prefix(5).allSatisfy { $0.hasPrefix("::error ") })
    #expect(lines.last?.hasSuffix("::warning 4") == true)
    #expect(
      printed.summary == """
        ### handbook: 3 more findings

        The first 10 stand beside the lines they are about.

        | | place | finding | rule |
        |---|---|---|---|
        | warning | docs/content/index.md:1 | warning 5 | near-key |
        | warning | docs/content/index.md:1 | warning 6 | near-key |
        | warning | docs/content/index.md:1 | warning 7 | near-key |

        """)
  }

  @Test func `ten and fewer leave no table`() {
    let ten = Array(repeating: finding(in: "x", at: "x"), count: 10)
    #expect(GitHubPrinter().print(report(ten)).summary == nil)
    #expect(GitHubPrinter().print(report(ten + ten)).summary != nil)
  }

  @Test func `nothing in a cell is Markdown or HTML`() {
    let odd = finding(in: "x", at: "x", "a | `b` <img> *c* [d](e)\nf & @g")
    let table = GitHubPrinter().print(report(Array(repeating: odd, count: 11))).summary
    #expect(
      table?.contains(
        #"| a \| \`b\` &lt;img&gt; \*c\* \[d\](e) f &amp; \@g | broken-link |"#) == true)
  }

  @Test func `a failed run is a command`() {
    #expect(
      commands([], error: "cannot read 'a'.\n") == ["::error title=handbook::cannot read 'a'.%0A"])
    let ten = Array(repeating: finding(in: "x", at: "x"), count: 10)
    #expect(commands(ten, error: "no").count == 10)
  }

  @Test func `without a job's summary the table follows the commands`() {
    let eleven = Array(repeating: finding(in: "x", at: "x"), count: 11)
    let printed = GitHubPrinter().print(report(eleven))
    #expect(ReportFormat.github.print(report(eleven)) == printed.commands + (printed.summary ?? ""))
  }
}
