import Diagnostics
import Testing

@testable import Handbook

/// A site whose only page holds `body`, with one rule that is off until it is switched on.
private func page(_ body: String, rule: String) -> [String: String] {
  ["site.yml": "title: Test\nrules:\n  \(rule): warning\n", "content/index.md": body]
}

@Suite struct BodyRuleTests {
  @Test func `a heading that skips a level is told of`() async throws {
    try await check(
      page(
        """
        # Home

        ## Two

        #### Four
        ^^^^^^^^^ warning: this heading is of level 4, and the one above it of level 2; begin it with '###'

        ##### Five

        ## Two again
        """, rule: "skipped-heading"))
  }

  @Test func `a body without a first-level heading stands under its layout's`() async throws {
    try await check(page("## Two\n\n### Three\n", rule: "skipped-heading"))
    try await check(
      page(
        """
        ### Three
        ^^^^^^^^^ warning: this heading is of level 3, and the one above it of level 1; begin it with '##'
        """, rule: "skipped-heading"))
  }

  @Test func `a heading with the words of another one is told of`() async throws {
    try await check(
      page(
        """
        # Home

        ## Purpose

        ## Purpose
        ^^^^^^^^^^ warning: another heading has these words too, so the anchor of this one is '#purpose-1'; say what is different, or write an anchor behind it, such as '{#purpose-1}'

        ## Purpose {#why}
        """, rule: "repeated-heading"))
  }

  @Test func `an image without words is told of, one that says it has none is not`() async throws {
    var files = page(
      """
      # Home

      ![](/a.png)
          ^^^^^^ warning: this image has no words for those who cannot see it; write what it tells between the brackets, such as '![The four layers](…)'; an image that only decorates is written '<img src="…" alt="">'

      ![Words](/a.png) and <img src="/a.png" alt="">

      Then <img src="/a.png"> in a line.
           ^^^^^^^^^^^^^^^^^^ warning: this image has no words for those who cannot see it; write what it tells between the brackets, such as '![The four layers](…)'; an image that only decorates is written '<img src="…" alt="">'
      """, rule: "missing-alternative")
    files["content/a.png"] = ""
    try await check(files)
  }

  @Test func `a link whose words say nothing is told of`() async throws {
    try await check(
      page(
        """
        # Home

        Click [here](#home), *[Click here](/)* or [**here**](/).
               ^^^^ warning: 'here' does not say where the link leads; make the name of what it leads to the link
                               ^^^^^^^^^^ warning: 'Click here' does not say where the link leads; make the name of what it leads to the link

        | a |
        |---|
        | See [this page](/) and [the roles here](/) |
               ^^^^^^^^^ warning: 'this page' does not say where the link leads; make the name of what it leads to the link
        """, rule: "vague-link"))
  }

  @Test func `rules of style are off, in a part of the site too, until they are switched on`()
    async throws
  {
    let text = "# Home\n\n### Three\n\n### Three\n\n![](/x.png) [here](/)\n"
    let files = ["content/index.md": text, "content/x.png": "", "content/a/index.md": text]
    #expect(try await report(files).findings.filter { $0.rule != "orphan-page" }.isEmpty)
    let inPart = try await report(
      files.merging(["site.yml": "title: T\nrules:\n  content/a/**: {skipped-heading: error}\n"]) {
        $1
      })
    #expect(
      drawing(inPart.findings.filter { $0.rule != "orphan-page" })
        == ["content/a/index.md:3 skipped-heading"])
    #expect(inPart.findings.first { $0.rule == "skipped-heading" }?.severity == .error)
  }

  @Test func `a finding of style is allowed by a comment like any other`() async throws {
    let files = page(
      """
      # Home

      <!-- handbook: allow vague-link until 2099-12-31: said so in the interview -->
      Click [here](/).
      """, rule: "vague-link")
    #expect(try await report(files).findings.isEmpty)
  }
}
