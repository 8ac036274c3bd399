import Diagnostics
import Testing

@testable import Handbook

/// What a layout that is one line prints on the page `/a/`, beside which `/b/` has the same title.
private func printed(_ layout: String) async throws -> String {
  let site = try await build([
    "site.yml": """
    title: T
    kinds:
      role: {folder: roles, fields: {boss: {to: role}}}
    """,
    "layouts/page.html": "{{ page.title }}", "layouts/role.html": "{{ page.title }}",
    "layouts/test.html": layout,
    "content/index.md": "---\ntitle: Home\n---\n",
    "content/a.md": "---\ntitle: Overview\ntags: [x, y]\nlayout: test\n---\n",
    "content/b.md": "---\ntitle: Overview\ntags: [y]\n---\n",
    "content/roles/index.md": "---\ntitle: Roles\n---\n",
    "content/roles/lead.md": "---\ntitle: Lead\nlayout: test\n---\n",
    "content/roles/clerk.md": "---\ntitle: Clerk\nboss: lead\n---\n",
  ])
  #expect(site.report.findings.map(\.message) == [])
  return try #require(site.files["a/index.html"]) + "|"
    + (try #require(site.files["roles/lead/index.html"]))
}

@Test(arguments: [
  ("{{ collections.x | concat: collections.y | uniq | map: 'url' | join }}", "/a/ /b/|/a/ /b/"),
  ("{% if page == page %}1{% endif %}{% if page == page.next %}2{% endif %}", "1|1"),
  ("{% if site.pages contains page %}1{% endif %}", "1|1"),
  (
    "{% for p in site.pages %}{% if p == page %}{{ p.url }}{% endif %}{% endfor %}",
    "/a/|/roles/lead/"
  ),
  ("{{ site.pages | where: 'boss', page | map: 'title' }}", "|Clerk"),
  (
    "{% for s in site.sections %}{% if s == page.section %}{{ s.title }}{% endif %}{% endfor %}",
    "|Roles"
  ),
])
func `a page is the same wherever a template finds it, and another with its title is not`(
  layout: String, expected: String
) async throws {
  #expect(try await printed(layout) == expected)
}

@Test func `JSON of pages has what they hold, and of pages in them the address`() async throws {
  let json = try await printed("{{ site.pages | json | raw }}")
  #expect(json.contains(#""title":"Overview""#))
  #expect(json.contains(#""breadcrumbs":["/"]"#))
  #expect(!json.contains(#""""#))
}

@Test func `what a template asks a page for in vain is answered with where it stands`() async throws
{
  try await check([
    "site.yml": "title: T\n",
    "content/index.md": """
    ---
    title: Home
    author: Ann
    ---

    {{ page.author }} {{ author }} {{ page.data.author }}
            ^^^^^^ error: 'page' has no 'author'; the keys of a page's own front matter stand below 'data': 'data.author'

    {{ page.toc }} {{ content }} {{ page.titel }}
            ^^^ error: 'page' has no 'toc'; only layouts know 'toc', as it is made of the page's body
                      ^^^^^^^ error: nobody defines 'content'; only layouts know 'content', as it is made of the page's body
                                         ^^^^^ error: 'page' has no 'titel'; did you mean 'title'?
    """,
  ])
}

@Test func `what a page may tell and does not prints nothing among its data, and a slip is found`()
  async throws
{
  try await check([
    "site.yml": "title: T\nkinds: {service: {folder: services, fields: {phase: {type: text}}}}\n",
    "content/index.md": """
    {% for page in collections.all %}{{ page.data.order }}{{ page.data.phase }}{% endfor %}
    {{ page.data.oder }} {{ site.data.order }}
                 ^^^^ error: 'page.data' has no 'oder'
                                      ^^^^^ error: 'site.data' has no 'order'
    """,
  ])
}

@Test func `a partial that there is not is told by a name that includes the one that is meant`()
  async throws
{
  try await check([
    "site.yml": "title: T\n", "content/near.html": "near",
    "content/index.md": """
    {% include nope %} {% include neaar %}
               ^^^^ error: there is no partial 'nope'
                                  ^^^^^ error: there is no partial 'neaar'; did you mean 'near'?
    {% include "content/near.html" %}
               ^^^^^^^^^^^^^^^^^^^ error: there is no partial 'content/near.html'; did you mean 'near.html'?
    """,
  ])
}
