import Diagnostics
import Testing

@testable import Handbook

/// A site with some terms, whose only page holds `body`.
private func page(_ body: String) -> [String: String] {
  [
    "site.yml": """
    title: Test
    terms:
      model: {name: OSOM, a: an OSOM}
      lead: service lead
      mandate: mandate
      community: {name: community of practice, plural: communities of practice}
    """, "content/index.md": body,
  ]
}

/// What a page's findings would write, in order.
private func variables(_ body: String) async throws -> [String] {
  try await report(page(body)).findings.filter { $0.rule == "written-out-term" }
    .compactMap(\.fix?.replacement)
}

@Suite struct WrittenOutTermTests {
  @Test func `a term is found as it is, in the plural and with a capital letter`() async throws {
    try await check(
      page(
        """
        # Home

        Ask the service lead. Mandates bind.
                ^^^^^^^^^^^^ warning: 'service lead' is written out, though 'terms' in site.yml names it; write '{{ lead }}'
                              ^^^^^^^^ warning: 'Mandates' is written out, though 'terms' in site.yml names it; write '{{ mandate.plural_start }}'

        - Two communities of practice, in *one* OSOM.
              ^^^^^^^^^^^^^^^^^^^^^^^ warning: 'communities of practice' is written out, though 'terms' in site.yml names it; write '{{ community.plural }}'
                                                ^^^^ warning: 'OSOM' is written out, though 'terms' in site.yml names it; write '{{ model }}'
        """))
  }

  @Test func `it is found over the end of a line, in links, tables, boxes and headings`()
    async throws
  {
    #expect(
      try await variables("# Home\n\nThe service\nlead, and all of the *service\nlead*.\n")
        == ["{{ lead }}", "{{ lead }}"])
    #expect(try await variables("# Home\n\n## Service lead\n") == ["{{ lead.start }}"])
    #expect(try await variables("# Home\n\n[the mandate](/)\n") == ["{{ mandate }}"])
    #expect(try await variables("# Home\n\n| a |\n|---|\n| a mandate |\n") == ["{{ mandate }}"])
    #expect(try await variables("# Home\n\n> [!NOTE]\n> A mandate.\n") == ["{{ mandate }}"])
  }

  @Test(arguments: [
    "`service lead`", "```\nmandate\n```", "[x](/#mandate 'a mandate')",
    "<https://a.example/mandate/>",
    "https://a.example/mandate/ and www.mandate.example and mandate@a.example",
    "![a mandate](/x.png)", "<span title=\"mandate\">x</span>",
    "“The mandate” and \"a mandate\"", "> A mandate, they said.",
    "the Service Lead Conference", "A Mandate", "Mandate Watch is a paper.",
    "mandated, premandate, mandate-based, self-mandate, mandate_x, service leader",
    "the service-lead", "<!-- mandate -->",
  ])
  func `it is left alone in code, addresses, quotes, names and other words`(text: String)
    async throws
  {
    #expect(try await variables("# Home\n\n\(text)\n") == [])
  }

  @Test func `what a template prints is not written out`() async throws {
    #expect(
      try await variables(
        "# Home\n\n{{ lead.the }} and {{ lead }} have a mandate: {{ mandate }}.\n")
        == ["{{ mandate }}"])
    #expect(
      try await variables("# Home\n\n{% if true %}service{% endif %} lead\n") == [])
  }

  @Test func `a page without templates has no other way, one with its own name has a longer one`()
    async throws
  {
    #expect(try await variables("---\nliquid: false\n---\n# Home\n\nA mandate.\n") == [])
    #expect(
      try await variables("---\nmandate: 3\n---\n# Home\n\nA mandate.\n")
        == ["{{ terms.mandate }}"])
  }

  @Test func `what stands in raw is left alone, in partials too`() async throws {
    #expect(
      try await variables(
        "# Home\n\nA mandate. {% raw %}A mandate of {{ lead }}s.{% endraw %} The service lead.\n")
        == ["{{ mandate }}", "{{ lead }}"])
    var files = page("# Home\n\n{% include 'note.html' %}\n")
    files["content/note.html"] = "{% raw %}A mandate{% endraw %} is a mandate.\n"
    let found = try await report(files).findings
    #expect(found.map(\.place.range.lowerBound) == [36])
  }

  @Test func `dashes and brackets end a word`() async throws {
    #expect(
      try await variables("# Home\n\n—mandate— (mandate) mandate’s\n").count == 3)
  }

  @Test func `what the finding offers prints the words again`() async throws {
    let body = "# Home\n\nMandates bind the service lead; communities of practice do not.\n"
    let findings = try await report(page(body)).findings
    var bytes = Array(body.utf8)
    for fix in findings.compactMap(\.fix).sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
    {
      bytes.replaceSubrange(fix.range, with: Array(fix.replacement.utf8))
    }
    #expect(findings.count == 3)
    let repaired = String(decoding: bytes, as: UTF8.self)
    let (before, after) = try await (
      build(page(body)).files["index.html"], build(page(repaired)).files["index.html"]
    )
    #expect(before == after)
    #expect(try await report(page(repaired)).findings.isEmpty)
  }
}
