import Diagnostics
import Testing

@testable import Handbook

@Suite struct SilencingTests {
  @Test func `a comment above a block allows what is in it, and nothing below`() async throws {
    try await check([
      "content/index.md": """
      # Home

      <!-- handbook: allow broken-link until 2099-12-31: moves in spring -->

      One [a](/a/)
      and [b](/b/).

      Then [c](/c/).
               ^^^ error: no page at '/c/'
      """
    ])
  }

  @Test func `other rules are not allowed by it`() async throws {
    let found = try await report([
      "content/index.md": """
      # Home

      <!-- handbook: allow broken-link until 2099-12-31: moves in spring -->
      One [a](/a/) and [b]().
      """
    ])
    #expect(drawing(found.findings) == ["content/index.md:4 empty-link"])
  }

  @Test func `comments stand above each other, lists and tables`() async throws {
    let found = try await report([
      "content/index.md": """
      # Home

      <!-- handbook: allow broken-link until 2099-12-31: a -->
      <!-- handbook: allow broken-anchor until 2099-12-31: b -->

      - [a](/a/)
        - [b](#nowhere)

      <!-- handbook: allow broken-link until 2099-12-31: c -->

      | a | b |
      |---|---|
      | 1 | [x](/x/) |
      """
    ])
    #expect(drawing(found.findings) == [])
    #expect(found.suppressed.map(\.reason) == [.comment("a"), .comment("b"), .comment("c")])
  }

  @Test func `in a page with Liquid it stands above what was written`() async throws {
    try await check([
      "content/index.md": """
      ---
      title: Home
      word: plain
      ---
      {{ page.title }} and {{ word }} {{ word }} {{ word }} move all that follows.

      <!-- handbook: allow broken-link until 2099-12-31: moves in spring -->
      One [{{ word }}](/a/) and [b](/{{ word }}/).

      <!-- handbook: allow undefined-variable until 2099-12-31: to be named -->
      At the end {{ nobody }}

      Then [c](/c/).
               ^^^ error: no page at '/c/'
      """
    ])
  }

  @Test func `in a partial it allows what the partial holds`() async throws {
    let found = try await report([
      "content/part.html": """
      <!-- handbook: allow broken-link until 2099-12-31: moves in spring -->
      See [a](/a/).
      """,
      "content/index.md": "# Home\n\n{% include part.html %}\n\n[b](/b/)\n",
      "content/other.md": "# Other\n\n{% include part.html %}\n",
    ])
    #expect(drawing(found.ofParts.findings) == ["content/index.md:5 broken-link"])
    #expect(found.suppressed.count == 1)
  }

  @Test func `in front matter it stands above a line`() async throws {
    try await check([
      "content/index.md": """
      ---
      # handbook: allow near-key until 2099-12-31: read by another program
      slug: home
      weight: 3
      ^^^^^^ warning: 'weight' means nothing here, and looks like 'order'; write 'order', or '_weight' for a key of your own
      ---
      # Home
      """
    ])
  }

  @Test func `in site.yml it is for all of the entry below`() async throws {
    try await check([
      "site.yml": """
      title: Test
      # handbook: allow unknown-key until 2099-12-31: a rule of the next version
      rules:
        content/**:
          new-rule: off
      titel: x
      ^^^^^ error: 'titel' is no key of site.yml; remove one of the two: 'title' can be written once
      """
    ])
  }

  @Test func `an overdue one still silences, and says since when`() async throws {
    let page = """
      # Home

      <!-- handbook: allow broken-link until 2026-06-30: moves in June -->
      See [a](/a/).
      """
    #expect(try await report(["content/index.md": page]).findings.isEmpty)
    let late = try await report(["content/index.md": page], asOf: "2026-07-01").findings
    #expect(drawing(late) == ["content/index.md:3 overdue-allow"])
    #expect(late.first?.severity == .warning)
    #expect(late.first?.since == "2026-07-01")
    #expect(late.first?.message == "'broken-link' was allowed until 2026-06-30: moves in June")
  }

  @Test func `a needless one is a warning`() async throws {
    try await check([
      "content/index.md": """
      # Home

      <!-- handbook: allow broken-link until 2020-12-31: moved -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: nothing below breaks 'broken-link', so there is nothing to allow; remove the comment
      See [the top](#top).

      <!-- handbook: allow broken-lnik until 2020-12-31: moved -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: 'broken-lnik' is no rule; did you mean 'broken-link'?
      """
    ])
  }

  @Test func `one that cannot be read allows nothing`() async throws {
    let found = try await report([
      "content/index.md": """
      # Home

      <!-- handbook: allow broken-link until later: soon -->
      See [a](/a/).

      <!-- an ordinary comment -->
      """
    ]).findings
    #expect(
      drawing(found) == ["content/index.md:3 invalid-allow", "content/index.md:4 broken-link"])
  }

  @Test func `rules about comments have levels too`() async throws {
    let found = try await report([
      "site.yml": "title: Test\nrules:\n  needless-allow: off\n",
      "content/index.md": "# Home\n\n<!-- handbook: allow broken-link until 2099-12-31: x -->\n",
    ]).findings
    #expect(drawing(found) == [])
  }
}
