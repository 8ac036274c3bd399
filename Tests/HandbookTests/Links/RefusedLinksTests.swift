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
