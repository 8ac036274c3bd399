import Diagnostics
import Handbook
import Testing

/// Renaming a word of the base, as adopters do first.
@Suite struct RenamedTermTests {
  private let base = [
    "site.yml": """
    title: Base
    terms:
      manager: service manager
      board: board
    """,
    "layouts/page.html": "<title>{{ page.title }}</title>{{ content }}",
    "content/index.md": """
    ---
    title: "The {{ manager }}"
    description: "What a {{ manager }} does"
    ---
    # {{ manager.start }}

    See [duties](/roles/#duties-of-the-service-manager) and [all](/roles/#service-managers).
    """,
    "content/roles.md": """
    ---
    title: "{{ manager.title }}"
    ---
    ## Duties of the {{ manager }}

    {{ manager.a_start }} decides. Then {{ manager | possessive }} word counts; ![A {{ manager }}](/assets/a.svg)

    ## {{ manager.plural | start }}

    {{ manager.plural_start }} meet.
    """,
    "assets/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
  ]

  private func files(_ words: String) -> [String: String] {
    adapted(["site.yml": "title: Ours\nextends: ../base\nterms:\n  \(words)\n"], base: base)
  }

  @Test func `no anchor and no address changes, and no old word is left but in the register`()
    async throws
  {
    let before = try await build(files("board: board"))
    let after = try await build(files("manager: service lead"))
    #expect(after.report.findings.isEmpty)
    // The files of the search index are named after what is in them.
    let paths = [before, after].map { $0.files.keys.filter { !$0.hasPrefix("search/") }.sorted() }
    #expect(paths[0] == paths[1])
    for (path, text) in after.files where path.hasSuffix(".html") {
      let old = try #require(before.files[path])
      #expect(
        Self.targets(in: text) == Self.targets(in: old) || path == "adaptations/index.html",
        "\(path)")
      if path != "adaptations/index.html" {
        // What is left are the anchors themselves.
        let words = text.replacing(#/(?:id|href)="[^"]*"/#, with: "").lowercased()
        #expect(!words.contains("service manager"), "\(path)")
        #expect(!words.contains("service-manager"), "\(path)")
      }
    }
    let roles = try #require(after.files["roles/index.html"])
    #expect(
      roles.contains("<h2 id=\"duties-of-the-service-manager\">Duties of the service lead</h2>"))
    #expect(roles.contains("A service lead decides. Then service lead’s word counts"))
    #expect(roles.contains("<title>Service Lead</title>"))
    #expect(roles.contains("alt=\"A service lead\""))
    let register = try #require(after.files["adaptations/index.html"])
    #expect(register.contains("<td>service manager</td><td>service lead</td>"))
  }

  /// Where everything leads, and what everything is called, in order.
  private static func targets(in html: String) -> [String] {
    html.matches(of: #/(?:id|href|src)="([^"]*)"/#).map { String($0.1) }
  }

  @Test func `an old word left over is found in pages of both`() async throws {
    var files = files("manager: service lead")
    files["content/own.md"] = """
      ---
      title: Own
      ---
      Ask the service manager. “The service manager” is quoted.
              ^^^^^^^^^^^^^^^ warning: 'service manager' is the base's word, and this handbook says 'service lead'; write '{{ manager }}'
      """
    files["base:content/old.md"] = """
      ---
      title: Old
      ---
      Service managers meet.
      ^^^^^^^^^^^^^^^^ warning: 'Service managers' is the base's word, and this handbook says 'service lead'; write '{{ manager.plural_start }}'
      """
    try await check(files)
  }
}
