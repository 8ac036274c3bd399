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
}
