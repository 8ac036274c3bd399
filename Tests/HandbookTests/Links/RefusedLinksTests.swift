import Testing

@Test func `a link with a character that no address may hold says which, and what to write`()
  async throws
{
  try await check([
    "site.yml": "title: T\n",
    "content/plan.md": "# Plan\n",
    "content/roles/index.md": "# Roles\n",
    "content/index.md": #"""
    # Home

    [1](roles\index.md) [2](none\at.md)
        ^^^^^^^^^^^^^^ error: a link may not hold '\'; write 'roles/index.md'
                            ^^^^^^^^^^ error: a link may not hold '\'; write '/' between folders, and '%5C' where '\' itself is meant
    """#,
  ])
}

@Test func `of a link that may not be made nothing is found but that`() async throws {
  try await check([
    "site.yml": "title: T\n",
    "content/index.md": #"""
    <http://a.example?c=\*>
     ^^^^^^^^^^^^^^^^^^^^^ error: a link may not hold '\'; write '/' between folders, and '%5C' where '\' itself is meant

    """#,
  ])
}

@Test func `what is written like a link and is none is pointed at`() async throws {
  try await check([
    "site.yml": "title: T\n",
    "content/help desk.md": "# Help\n\n[Home](/)\n",
    "content/index.md": """
    # Home

    See [the *desk*](help desk.md), [desk](help desk.md) &amp; ![p](bild 1.png).
                   ^^^^^^^^^^^^^^^ warning: this is no link: its address has a space; put '<' and '>' round the address
                                    ^^^^^^^^^^^^^^^^^^^^ warning: this is no link: its address has a space; put '<' and '>' round the address
                                                                ^^^^^^^^^^^^^^^ warning: this is no link: its address has a space; put '<' and '>' round the address

    - [Desk](<help desk.md>), [open](index.md
                              ^^^^^^^^^^^^^^^ warning: this is no link: its address has no end; write ')' behind the address
    - `[code](a b.md)`, a[0](x y), [n](/ "a b.md"), [it](see below. And)

          [code](a b.md)
    """,
  ])
}

@Test
func `an address of the web without its scheme is told it, though a page is called nearly so`()
  async throws
{
  try await check([
    "site.yml": "title: T\n",
    "content/www.a.md": "# A\n\n[Home](/)\n",
    "content/index.md": """
    [1](www.b) [2](/www.a/)
        ^^^^^ error: no file at '/www.b'; write 'https://www.b' for another site
    """,
  ])
}

@Test func `an address of the web with half its scheme or none is told what is missing`()
  async throws
{
  try await check([
    "site.yml": "title: T\n",
    "content/index.md": """
    [1](https//a.example/b) [2](example.com) [3](docs.example.co.uk/a?b#c) [4](a.md) [5](none/example.com)
        ^^^^^^^^^^^^^^^^^^ error: no page at '/https/a.example/b'; write 'https://a.example/b' for another site
                                ^^^^^^^^^^^ error: no file at '/example.com'; write 'https://example.com' for another site
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ error: no page at '/docs.example.co.uk/a'; write 'https://docs.example.co.uk/a?b#c' for another site
                                                                               ^^^^ error: no page at '/a.md'
                                                                                         ^^^^^^^^^^^^^^^^ error: no file at '/none/example.com'; files are published from 'assets/' as '/assets/…', and from beside the pages
    """,
  ])
}
