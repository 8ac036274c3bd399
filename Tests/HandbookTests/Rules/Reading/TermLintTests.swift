import Testing

@Suite struct TermLintTests {
  private let settings =
    "title: T\nterms:\n  lead: service lead\n  board: {name: board, a: a board}\n"

  @Test func `a term in lower case at the start of a sentence is found, also behind an article`()
    async throws
  {
    try await check([
      "site.yml": settings,
      "content/index.md": """
      {{ board.plural }} decide. Then {{ lead }}s act. the {{ lead }} waits.
      ^^^^^^^^^^^^^^^^^^ warning: 'boards' begins a sentence in lower case; write a form for the start, such as '{{ board.start }}' or '{{ board.the_start }}'
                                                           ^^^^^^^^^^ warning: 'service lead' begins a sentence in lower case; write a form for the start, such as '{{ lead.start }}' or '{{ lead.the_start }}'
      """,
    ])
  }

  @Test func `lower case in lists, tables, headings and behind abbreviations is as it should be`()
    async throws
  {
    try await check([
      "site.yml": settings,
      "content/index.md": """
      # {{ lead }}

      - {{ board.a }}
      - {{ lead }}

      | {{ lead }} | {{ board }} |
      |---|---|
      | {{ lead }} | {{ board }} |

      Ask somebody, e.g. {{ lead.a }}: {{ board.the }} knows. {{ lead.the_start }} too.
      """,
    ])
  }

  @Test func `a term that nothing prints is found, and one in a layout or title is not`()
    async throws
  {
    try await check([
      "site.yml": """
      title: T
      rules: {unused-term: warning}
      terms:
        lead: service lead
        board: board
        spare: spare
        ^^^^^ warning: no page prints the term 'spare'; print it with '{{ spare }}', or remove it
      """,
      "layouts/page.html": "{{ board }}{{ content }}",
      "content/index.md": "---\ntitle: \"{{ lead.start }}\"\n---\n",
    ])
  }

  @Test func `a term that is meant to change one of the base is told its name`() async throws {
    let base = [
      "site.yml": "title: Base\nterms: {service_contract: service contract}\n",
      "content/index.md": "---\ntitle: Home\n---\nThe {{ service_contract }}.\n",
    ]
    var files = adapted([:], base: base)
    files["base:content/roles.md"] = nil
    files["site.yml"] = """
      title: Ours
      extends: ../base
      rules: {unused-term: warning}
      terms:
        servce_contract: deal
        ^^^^^^^^^^^^^^^ warning: no page prints the term 'servce_contract'; did you mean 'service_contract'?
        weather: rain
        ^^^^^^^ warning: no page prints the term 'weather'; print it with '{{ weather }}', or remove it
      """
    try await check(files)
  }

  @Test func `two terms with one name are found`() async throws {
    try await check([
      "site.yml": """
      title: T
      terms:
        lead: chief
        head: chief
        ^^^^ warning: 'lead' and 'head' are both called 'chief'; give one of them another name, or use one term for both
      """,
      "content/index.md": "{{ lead.start }} and {{ head }}.\n",
    ])
  }
}
