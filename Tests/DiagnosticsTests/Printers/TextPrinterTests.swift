import Testing

@testable import Diagnostics

@Suite struct TextPrinterTests {
  @Test func `a finding is its place, its line and a caret under the part meant`() {
    let found = finding(
      in: "# A\nSee [the \u{fc}](/roles/laed/).\n", at: "/roles/laed/",
      help: "write '/roles/lead/'",
      since: "2026-01-01")
    #expect(
      TextPrinter().print(report([found])) == """
        content/index.md:2:13: error: no page at '/a/' [broken-link]
          See [the \u{fc}](/roles/laed/).
                      ^^^^^^^^^^^^
          since: 2026-01-01
          help: write '/roles/lead/'

        """)
  }

  @Test func `what kept the run from its end is the last line`() {
    #expect(
      TextPrinter().print(report([], error: "cannot read 'a'.")) == "handbook: cannot read 'a'.\n")
  }

  @Test func `files of one name and other bytes keep their own lines`() {
    let findings = [
      finding(in: "", at: ""), finding(in: "a\nb\n[x](/a/)", at: "/a/"),
    ]
    let heads = TextPrinter().print(report(findings)).split(separator: "\n").filter {
      $0.hasPrefix("content/")
    }
    #expect(heads.map { $0.prefix(21) } == ["content/index.md:1:1:", "content/index.md:3:5:"])
  }
}
