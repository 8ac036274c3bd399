import Diagnostics
import Handbook
import Testing

@Suite struct AdaptationRegisterTests {
  private func site() async throws -> Outcome {
    try await build(
      adapted(
        [
          "site.yml": """
          title: Ours
          extends: ../base
          remove:
          - {page: /more/, links_to: /roles/, why: Nobody read it}
          """,
          "content/roles.md": """
          ---
          adapts:
            mode: sections
            why: We have a <board>
            gain: Views
            loss: Speed
            governed_by: The chair
            owner: secretary
            decided: 2026-01-31
            review: 2027-01-31
          ---
          ## Duties {replace}

          The board decides.
          """,
          "content/index.md": "---\ntitle: Start\nadapts: {mode: page}\n---\nOurs.\n",
          "content/own.md": "---\ntitle: Own page\ndescription: Of our own\n---\nOurs.\n",
        ], base: ["content/more.md": "---\ntitle: More\n---\nMore.\n"]))
  }

  @Test func `the register tells what differs, why, and at what price`() async throws {
    let site = try await site()
    #expect(site.report.findings.map(\.rule) == ["missing-reason"])
    let page = try #require(site.files["adaptations/index.html"])
    #expect(page.contains("<h3><a href=\"/roles/\">Roles</a></h3>\n<p>“Duties” is replaced.</p>"))
    for words in [
      "We have a &lt;board&gt;", "<dd>Views</dd>", "<dd>Speed</dd>", "<dd>The chair</dd>",
      "<dd>secretary</dd>", "<dd><time datetime=\"2026-01-31\">31 January 2026</time></dd>",
      "<dd><time datetime=\"2027-01-31\">31 January 2027</time></dd>",
      "<dt>Why</dt><dd>reason not recorded</dd>", "<h3>More</h3>", "<dd>Nobody read it</dd>",
      "Links to it lead to <a href=\"/roles/\">another page</a>",
      "<a href=\"/own/\">Own page</a>: Of our own",
    ] { #expect(page.contains(words), "\(words)") }
  }

  @Test func `an adapted page says so, and has the base's text at hand`() async throws {
    let site = try await site()
    let page = try #require(site.files["roles/index.html"])
    #expect(page.contains("This page differs from Base: We have a &lt;board&gt;</summary>"))
    #expect(page.contains("<h2 id=\"base-duties\">Duties</h2>\n<p>The manager decides.</p>"))
    #expect(page.contains("<h2 id=\"duties\">Duties</h2>\n<p>The board decides.</p>"))
    #expect(try #require(site.files["index.html"]).contains("reason not recorded</summary>"))
    #expect(try #require(site.files["own/index.html"]).contains("class=\"adaptation\"") == false)
  }

  @Test func `the same is data`() async throws {
    let data = try #require(try await site().files["handbook.json"])
    for words in [
      "\"adaptation\":{\"base\":{\"title\":\"Base\",\"url\":\"https://base.example/\"}",
      "\"source\":\"content/roles.md\",\"mode\":\"sections\"",
      "\"sections\":[{\"title\":\"Duties\",\"action\":\"replace\"}]", "\"loss\":\"Speed\"",
      "\"removed\":[{\"url\":\"/more/\",\"title\":\"More\",\"links_to\":\"/roles/\"",
    ] { #expect(data.contains(words), "\(words)") }
  }

  @Test func `a link to the published base is found, with the page here`() async throws {
    try await check(
      adapted([
        "content/own.md": """
        ---
        title: Own
        ---
        [There](https://base.example/roles/#duties) and [gone](https://base.example/gone/).
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: this leads readers out of this handbook, to the one at 'https://base.example/' that it adapts; write '/roles/#duties'
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: this leads readers out of this handbook, to the one at 'https://base.example/' that it adapts; there is no such page here; name the source in words, or allow it with a comment
        """
      ]))
  }

  @Test func `a page of the base that names its own address leads to the page here`() async throws {
    let site = try await build(
      adapted(
        [:], base: ["content/more.md": "---\ntitle: More\n---\n[R](https://base.example/roles/)\n"])
    )
    #expect(site.report.findings.isEmpty)
    #expect(site.files["more/index.html"]?.contains("<a href=\"/roles/\">R</a>") == true)
  }

  @Test func `a page of one's own shows the register behind its text`() async throws {
    let files = adapted([
      "content/adaptations.md": """
      ---
      title: Differences
      owner: secretary
      ---
      Why we differ.
      """,
      "content/index.md":
        "---\ntitle: Start\nadapts: {mode: page, why: Ours}\n---\n[All](/adaptations/).\n",
    ])
    let site = try await build(files)
    #expect(site.report.findings.isEmpty)
    let page = try #require(site.files["adaptations/index.html"])
    #expect(page.contains("<p>Why we differ.</p>"))
    #expect(page.contains("<a href=\"https://base.example/\">Base</a>"))
    #expect(!page.contains("Pages of our own"))
  }
}
