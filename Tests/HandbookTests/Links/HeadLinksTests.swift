import Testing

@testable import Handbook

@Test func `related pages and sources are checked where they are written`() async throws {
  try await check([
    "content/a.md": """
    ---
    related: [/b/, /bb/, draft, content/b.md]
                   ^^^^ error: no page at '/bb/'; did you mean '/b/'?
                         ^^^^^ warning: '/draft/' is a draft, so readers of the published site will not find it; finish the page, or link to it when it is published
    sources:
      - "[Ours](/c/)"
                ^^^ error: no page at '/c/'
      - "See [B](b.md#none), [B](b.md#part) and <https://elsewhere.example/>"
                 ^^^^^^^^^ error: '/b/' has no heading or anchor '#none'; '/b/' has #b, #part
      - A book without a link
    ---
    # A
    """,
    "content/b.md": "# B\n\n## Part\n", "content/draft.md": "---\ndraft: true\n---\n# Draft\n",
  ])
}

@Test func `a layout that prints a source is not blamed for it`() async throws {
  try await check([
    "content/a.md": """
    ---
    sources: ["[Ours](/none/)"]
                      ^^^^^^ error: no page at '/none/'
    ---
    # A
    """,
    "layouts/page.html": """
    {% for s in page.data.sources %}<a href="{{ s | split: "](" | last | remove: ")" }}">s</a>{% endfor %}
    {{ content }}
    """,
  ])
}

@Test func `a draft may name drafts`() async throws {
  try await check([
    "content/a.md": "---\ndraft: true\nrelated: [/b/]\n---\n# A\n",
    "content/b.md": "---\ndraft: true\n---\n# B\n",
  ])
}
