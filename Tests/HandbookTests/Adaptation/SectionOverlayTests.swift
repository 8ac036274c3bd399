import Diagnostics
import Handbook
import Testing

@Suite struct SectionOverlayTests {
  private let base = """
    ---
    title: Roles
    description: Who does what
    ---
    Intro of the base.

    ## Duties {#work}

    Base duties.

    ### Daily

    Base daily.

    ## Limits

    Base limits.

    ```
    ## Not a heading
    ```

    ## Help

    Base help.
    """

  /// The page as it is published, of a body laid over the base.
  private func page(_ body: String, head: String = "") async throws -> String {
    let built = try await build(files(body, head))
    #expect(built.report.findings.isEmpty)
    // Without the box that tells how the page differs, which holds the base's text.
    return try #require(built.files["roles/index.html"])
      .replacing(#/<div class="adaptation"[\s\S]*?<\/details>\n<\/div>\n/#, with: "")
  }

  private func files(_ body: String, _ head: String = "") -> [String: String] {
    adapted(
      [
        "content/roles.md":
          "---\n\(head)adapts: {mode: sections, why: Ours}\n---\n\(body)"
      ], base: ["content/roles.md": base, "layouts/page.html": "{{ page.title }}|{{ content }}"])
  }

  @Test func `a replaced section goes with those below it, and keeps its anchor`() async throws {
    let page = try await page("## Duties {replace}\n\nOur duties.\n")
    #expect(page.contains("<h2 id=\"work\">Duties</h2>\n<p>Our duties.</p>\n<h2 id=\"limits\">"))
    #expect(!page.contains("Base daily"))
    #expect(page.contains("Intro of the base."))
  }

  @Test func `text stands before and after the base's under the same heading`() async throws {
    let page = try await page(
      "## Limits {before}\n\nOur first.\n\n## Duties {after}\n\nOur last.\n\n## Help {after}\nAsk.\n"
    )
    #expect(page.contains("<h2 id=\"limits\">Limits</h2>\n<p>Our first.</p>\n<p>Base limits.</p>"))
    #expect(page.contains("<p>Base duties.</p>\n<p>Our last.</p>\n<h3 id=\"daily\">"))
    #expect(page.contains("<p>Base help.</p>\n<p>Ask.</p>"))
  }

  @Test func `a section is added behind another, with its headings`() async throws {
    let page = try await page("## Duties {after}\n\n## Board\n\nWe meet.\n")
    #expect(
      page.contains(
        "<p>Base daily.</p>\n<h2 id=\"board\">Board</h2>\n<p>We meet.</p>\n<h2 id=\"limits\">"))
  }

  @Test func `text with headings of its own takes no text of the base under them`() async throws {
    let after = try await page("## Duties {after}\n\nOur last.\n\n### Ours\n\nOur sub.\n")
    #expect(
      after.contains("<p>Base duties.</p>\n<p>Our last.</p>\n<h3 id=\"daily\">Daily</h3>\n"))
    #expect(
      after.contains(
        "<p>Base daily.</p>\n<h3 id=\"ours\">Ours</h3>\n<p>Our sub.</p>\n<h2 id=\"limits\">"))
    let before = try await page("## Duties {before}\n\nOur first.\n\n### Ours\n\nOur sub.\n")
    #expect(
      before.contains(
        "<p>Our first.</p>\n<p>Base duties.</p>\n<h3 id=\"ours\">Ours</h3>\n<p>Our sub.</p>\n"
          + "<h3 id=\"daily\">"))
    let outside = try await page("## Limits {before}\n\nOur first.\n\n## Board\n\nWe meet.\n")
    #expect(
      outside.contains(
        "<p>Base daily.</p>\n<h2 id=\"board\">Board</h2>\n<p>We meet.</p>\n<h2 id=\"limits\">Limits</h2>\n"
          + "<p>Our first.</p>\n<p>Base limits.</p>"))
  }

  @Test func `what is added to a section and to one below it stands under the right headings`()
    async throws
  {
    let page = try await page(
      "## Duties {after}\n\n### Ours\n\nOur sub.\n\n### Daily {after}\n\nOur days.\n")
    #expect(
      page.contains("<p>Base daily.</p>\n<p>Our days.</p>\n<h3 id=\"ours\">Ours</h3>\n<p>Our sub."))
  }

  @Test func `a removed section is gone`() async throws {
    let page = try await page("## Duties {remove}\n")
    #expect(page.contains("<p>Intro of the base.</p>\n<h2 id=\"limits\">"))
  }

  @Test func `front matter is laid over the base's key by key`() async throws {
    let page = try await page("## Help {remove}\n", head: "title: Our roles\n")
    #expect(page.hasPrefix("Our roles|"))
  }

  @Test func `headings that match nothing, or do not say what they do, are found`() async throws {
    var files = files("", "")
    files["content/roles.md"] = """
      ---
      adapts: {mode: sections, why: Ours}
      ---
      Some words
      ^^^^^^^^^^ error: this text stands under no heading, so it goes nowhere; put it under a heading such as '## Duties {after}', or write 'mode: page'

      ## Board
      ^^^^^^^^ error: this heading does not say where its text goes; put it under a section of the base, such as '## Duties {after}'

      ## Dutys {replace}
      ^^^^^^^^^^^^^^^^^^ error: the base has no section 'Dutys'; did you mean 'Duties'?

      ## Limits
      ^^^^^^^^^ error: the base has a section of this name, and this heading does not say what becomes of it; write {replace}, {before}, {after} or {remove} behind it

      ## Help {remove}

      Still here
      ^^^^^^^^^^ error: this text stands under a heading that removes its section; write {replace} instead, or remove the text
      """
    try await check(files)
  }

  @Test func `what is added to a section that is replaced with the one above it is found`()
    async throws
  {
    var files = files("", "")
    files["content/roles.md"] = """
      ---
      adapts: {mode: sections, why: Ours}
      ---
      ## Duties {replace}

      Our duties.

      ### Daily {after}

      Our days.
      ^^^^^^^^^ error: the section it belongs to is replaced or removed above; put both under one heading
      """
    try await check(files)
  }

  @Test func `of two sections of one name the anchor tells which`() async throws {
    var files = files("", "")
    files["base:content/roles.md"] =
      "---\ntitle: Roles\n---\n## Duties\n\nOne.\n\n## Duties\n\nTwo.\n"
    files["content/roles.md"] = """
      ---
      adapts: {mode: sections, why: Ours}
      ---
      ## Duties {replace}
      ^^^^^^^^^^^^^^^^^^^ error: the base has 2 sections called 'Duties'; write which one behind it: {#duties} or {#duties-1}
      """
    try await check(files)
    files["content/roles.md"] =
      "---\nadapts: {mode: sections, why: Ours}\n---\n## Duties {#duties-1} {replace}\n\nOurs.\n"
    let built = try await build(files)
    #expect(built.report.findings.isEmpty)
    #expect(
      built.files["roles/index.html"]?.contains(
        "<p>One.</p>\n<h2 id=\"duties-1\">Duties</h2>\n<p>Ours.</p>") == true)
  }

  @Test func `what is wrong in a page put together is told where it is written`() async throws {
    var files = files("", "")
    files["base:content/roles.md"] = base.replacing(
      "Base limits.",
      with:
        "Base [limits](/lim/).\n              ^^^^^ warning: no page at '/lim/'"
    )
    files["content/roles.md"] = """
      ---
      adapts: {mode: sections, why: Ours}
      ---
      ## Duties {replace}

      Our [duties](/rols/).
                   ^^^^^^ error: no page at '/rols/'; did you mean '/roles/'?
      """
    try await check(files)
  }

  @Test func `a heading inside a list, a quote or a footnote divides nothing`() async throws {
    var files = files("## Inside list {remove}\n")
    files["base:content/roles.md"] = """
      ---
      title: Roles
      ---
      Intro.

      - item

        ## Inside list

      - item two

      > ## Inside quote

      > two

      ## Two

      Words.
      """
    files["content/roles.md"] = """
      ---
      adapts: {mode: sections, why: Ours}
      ---
      ## Inside list {remove}
      ^^^^^^^^^^^^^^^^^^^^^^^ error: the base has no section 'Inside list'; its sections are 'Two'

      ## Inside quote {remove}
      ^^^^^^^^^^^^^^^^^^^^^^^^ error: the base has no section 'Inside quote'; its sections are 'Two'

      ## Two {after}

      - ours

        ## Two {remove}

      - ours too
      """
    try await check(files)
    let plain = files.mapValues { text in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("^^^") }.joined(separator: "\n")
    }
    let page = try #require(try await build(plain).files["roles/index.html"])
    #expect(page.contains("item two") && page.contains("Words.") && page.contains("ours too"))
  }

  @Test func `a page that has no section of its own, and says nothing else, is found`() async throws
  {
    var files = files("")
    files["content/roles.md"] = """
      ---
      adapts: {mode: sections, why: Ours}
      ^^^^^^ error: this page has no section of its own, so it changes nothing of the base's page; write headings such as '## Duties {after}', or remove the page
      ---
      """
    try await check(files)
    files["content/roles.md"] = "---\ntitle: Ours\nadapts: {mode: sections, why: Ours}\n---\n"
    #expect(try await build(files).files["roles/index.html"]?.hasPrefix("Ours|") == true)
  }

  @Test func `a mode that is misspelled is found with the one that is meant`() async throws {
    var files = files("")
    files["content/roles.md"] = """
      ---
      adapts: {mode: section, why: Ours}
                     ^^^^^^^ error: 'section' is no mode; did you mean 'sections'?
      ---
      # Roles
      """
    try await check(files)
    files["content/roles.md"] = """
      ---
      adapts: {mode: partial, why: Ours}
                     ^^^^^^^ error: 'partial' is no mode; write page or sections
      ---
      # Roles
      """
    try await check(files)
  }

  @Test func `sections of many names, some of them the same, are laid over one by one`()
    async throws
  {
    let numbers = 0..<40
    var files = files("")
    files["base:content/roles.md"] =
      "---\ntitle: Roles\n---\n"
      + numbers.map { "## Part \($0)\n\nBase \($0).\n\n### Same\n\nInner \($0).\n\n" }.joined()
    files["content/roles.md"] =
      "---\nadapts: {mode: sections, why: Ours}\n---\n"
      + numbers.reversed().map { "## Part \($0) {replace}\n\nOurs \($0).\n\n" }.joined()
      + "## Prat 3 {remove}\n\n## Other things {remove}\n\n### Same {remove}\n"
    let built = try await build(files)
    let messages = built.report.findings.map { $0.message + "; " + ($0.help ?? "") }
    let named = numbers.prefix(10).flatMap { ["'Part \($0)'", "'Same'"] }.joined(separator: ", ")
    let ids = ["{#same}"] + (1..<20).map { "{#same-\($0)}" }
    #expect(
      messages == [
        "the base has no section 'Prat 3'; did you mean 'Part 3'?",
        "the base has no section 'Other things'; its sections are \(named) and 60 more",
        "the base has 40 sections called 'Same'; write which one behind it: "
          + ids.joined(separator: " or "),
      ])
    let whole = try #require(built.files["roles/index.html"])
    let page = whole.replacing(#/<div class="adaptation"[\s\S]*?<\/details>\n<\/div>\n/#, with: "")
    for number in numbers { #expect(page.contains("<p>Ours \(number).</p>")) }
    #expect(!page.contains("<p>Inner"))
  }
}
