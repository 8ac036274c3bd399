import Diagnostics
import Handbook
import Testing
import Values

@Suite struct ResolvedFilesTests {
  private func resolved(_ files: [String: String]) async throws -> [String: String] {
    let options = BuildOptions(
      asOf: try #require(PlainDate(testDay)), url: nil, includesDrafts: true, workers: 2)
    let made = try await ResolvedFiles(MemorySources(files.mapValues { Array($0.utf8) }), options)
    return Dictionary(
      uniqueKeysWithValues: made.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func `plain files say nothing of a base, whichever way a page adapted it`() async throws {
    let files = adapted(
      [
        "content/roles.md": """
        ---
        # Our own words.
        title: Our roles
        # Why we differ.
        adapts:
          mode: sections
          why: Ours
        tags: [x]
        ---
        ## Duties {after}

        Ours.

        """,
        "content/index.md": "---\nadapts: {mode: page, why: Ours}\n---\n# Ours\n",
        "content/flow.md": "---\n{title: Flow, adapts: {mode: page, why: Ours}}\n---\nOurs.\n",
        "content/talk.md": "---\ntitle: Talk\n---\nWrite `adapts: {mode: page}` into it.\n",
      ], base: ["content/flow.md": "---\ntitle: Flow\n---\nTheirs.\n"])
    let plain = try await resolved(files)
    #expect(
      plain["content/roles.md"] == """
        ---
        # Our own words.
        title: Our roles
        tags: [x]
        ---
        ## Duties

        The {{ lead }} decides.

        Ours.


        """)
    #expect(plain["content/index.md"] == "---\n---\n# Ours\n")
    #expect(plain["content/flow.md"] == "---\ntitle: Flow\n---\nOurs.\n")
    #expect(plain["content/talk.md"] == files["content/talk.md"])
    let found = try await build(plain).report.findings.map(\.rule)
    #expect(found.allSatisfy { $0 == "orphan-page" })
  }

  @Test func `links to parts of a removed page and to the register hold without a base`()
    async throws
  {
    let files = adapted(
      [
        "site.yml": """
        title: Ours
        extends: ../base
        terms: {lead: captain}
        remove:
        - {page: /old/, links_to: /roles/, why: "Nobody\\n <read> it", decided: 2026-01-31}
        """,
        "content/roles.md":
          "---\nadapts: {mode: sections, why: Ours, loss: 'A * b'}\n---\n## Duties {after}\n\nOurs.\n",
        "content/own.md": """
        ---
        title: Own
        description: All of it
        ---
        [Day](/old/#the-managers-day), [bits](/old/#bits), [register](/adaptations/#removed).
        """,
      ],
      base: [
        "content/old.md": "---\ntitle: Old\n---\n## The {{ lead }}'s day\n\n## Parts {#bits}\n"
      ])
    let plain = try await resolved(files)
    #expect(
      plain["content/adaptations.md"] == """
        ---
        title: How this handbook differs
        nav_title: Differences
        description: What differs here from the handbook that this one adapted, and why.
        order: 1000
        liquid: false
        ---
        This handbook adapted [Base](https://base.example/). Whatever is not listed here stood as it did there.

        ## Words

        | The base says | Here |
        |---|---|
        | manager | captain |

        ## Changed pages {#changed}

        ### [Roles](/roles/)

        Text is added to “Duties”.

        - **Why:** Ours
        - **Lost:** A \\* b

        ## Pages left out {#removed}

        ### Old

        Links to it lead to [another page](/roles/).

        - **Why:** Nobody \\<read\\> it
        - **Decided:** 2026-01-31

        ## Pages of our own {#added}

        - [Own](/own/): All of it

        """)
    #expect(try await build(plain).report.findings.isEmpty)
  }

  @Test func `a page of one's own that shows the register keeps it as its text`() async throws {
    let plain = try await resolved(
      adapted([
        "content/adaptations.md": "---\ntitle: Differences\nowner: secretary\n---\nWhy we differ.",
        "content/index.md":
          "---\ntitle: Start\nadapts: {mode: page, why: '{{ lead }}'}\n---\nOurs.\n",
      ]))
    #expect(
      plain["content/adaptations.md"] == """
        ---
        title: Differences
        owner: secretary
        ---
        Why we differ.

        This handbook adapted [Base](https://base.example/). Whatever is not listed here stood as it did there.

        ## Changed pages {#changed}

        ### [Start](/)

        The whole page.

        - **Why:** \\{\\{ lead \\}\\}

        """)
  }
}
