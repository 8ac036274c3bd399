import Testing

@testable import Handbook

private let files = [
  "site.yml": "title: T & Co\nlanguage: en-GB\n", "content/index.md": "# Home\n",
  "content/roles/index.md": "---\ntitle: Roles\ndate: 2026-01-05\n---\n",
  "content/roles/lead.md": """
  ---
  title: Lead
  description: Who leads
  date: 2025-01-01
  updated: 2026-02-02
  changes:
    - {date: 2026-03-03, note: "Two <new> duties"}
    - {date: 2026-03-03, note: And a third}
    - 2026-01-01
  ---
  """,
  "content/undated.md": "# Nothing happened\n",
  "content/hidden.md": "---\nnoindex: true\ndate: 2026-06-01\n---\n",
  "content/draft.md": "---\ndraft: true\ndate: 2026-06-01\n---\n",
]

/// The titles and days of a feed's entries, in order.
private func entries(_ feed: String?) -> [String] {
  (feed ?? "").split(separator: "<entry>").dropFirst().map { entry in
    let title = entry.firstMatch(of: /<title>(.*)<\/title>/)?.1 ?? ""
    let day = entry.firstMatch(of: /<updated>(.*)T00:00:00Z/)?.1 ?? ""
    return "\(day) \(title)"
  }
}

@Test func `the feed tells of changes newest first, and of pages without them by their own day`()
  async throws
{
  let site = try await build(files, url: "https://x.example/base/")
  let feed = try #require(site.files["feed.xml"])
  #expect(
    entries(feed) == ["2026-03-03 Lead", "2026-03-03 Lead", "2026-01-05 Roles", "2026-01-01 Lead"])
  #expect(
    feed.contains(
      """
      <entry>
      <id>tag:x.example,2026-03-03:page:/roles/lead/</id>
      <title>Lead</title>
      <updated>2026-03-03T00:00:00Z</updated>
      <link rel="alternate" type="text/html" href="https://x.example/base/roles/lead/"/>
      <summary>Two &lt;new&gt; duties</summary>
      </entry>
      """))
  #expect(feed.contains("<title>Changes to T &amp; Co</title>"))
  #expect(feed.contains(#"xml:lang="en-GB""#))
  let ids = feed.matches(of: /<id>(.*)<\/id>/).map(\.1)
  #expect(Set(ids).count == ids.count)
}

@Test func `a section whose page is a draft has no feed`() async throws {
  let files = [
    "content/sec/index.md": "---\ntitle: Secret\ndraft: true\n---\n",
    "content/sec/x.md": "---\ndate: 2026-01-05\n---\n# X\n", "content/index.md": "# Home\n",
  ]
  let site = try await build(files, url: "https://x.example/")
  #expect(entries(site.files["feed.xml"]) == ["2026-01-05 X"])
  #expect(site.files["sec/feed.xml"] == nil)
}

@Test func `a section has a feed of its own, which its pages know`() async throws {
  var files = files
  files["layouts/page.html"] = "{{ page.url }} {{ page.feed }} {{ site.feed }}"
  files["site.yml"]? += "layout: page\n"
  let site = try await build(files, url: "https://x.example")
  #expect(entries(site.files["roles/feed.xml"]).count == 4)
  #expect(
    site.files["roles/feed.xml"]?.contains("<title>Changes to Roles, T &amp; Co</title>") == true)
  #expect(site.files["roles/lead/index.html"] == "/roles/lead/ /roles/feed.xml /feed.xml")
  #expect(site.files["undated/index.html"] == "/undated/ /feed.xml /feed.xml")
}

@Test(arguments: [
  ("", nil), ("feed: false\n", "https://x.example"),
])
func `without an address, or where the site wants none, there is no feed`(
  _ setting: String, _ url: String?
) async throws {
  var files = files
  files["site.yml"]? += setting
  #expect(try await build(files, url: url).files.keys.filter { $0.hasSuffix("feed.xml") } == [])
}

@Test func `a feed tells as many changes as the site says, and sections may have none`()
  async throws
{
  var files = files
  files["site.yml"]? += "feed: {entries: 2, sections: false}\n"
  let site = try await build(files, url: "https://x.example")
  #expect(entries(site.files["feed.xml"]) == ["2026-03-03 Lead", "2026-03-03 Lead"])
  #expect(site.files["roles/feed.xml"] == nil)
}

@Test
func `a link to a feed is no dead link, and a page that stands where a feed is made is named`()
  async throws
{
  try await check(
    [
      "site.yml": "title: T\n",
      "content/index.md": "---\ndate: 2026-01-01\n---\n[all](/feed.xml), [some](/roles/feed.xml)\n",
      "content/roles/index.md": "---\ndate: 2026-01-01\n---\n",
    ], url: "https://x.example")
}

@Test func `changes that cannot be read are named where they stand`() async throws {
  try await check([
    "site.yml": """
    title: T
    feed: {entries: 0, section: false}
                    ^ error: 'entries' cannot be 0; write a number above 0, or 'feed: false'
                       ^^^^^^^ error: 'section' is no key of 'feed'; did you mean 'sections'?
    """,
    "content/index.md": """
    ---
    changes:
      - {date: 2026-02-30, note: a}
               ^^^^^^^^^^ error: 2026-02-30 is no day of the calendar; write year, month and day, such as 2026-06-30
      - {note: b}
        ^^^^^^^^^ error: this change has no 'date'; add 'date: …'
      - {date: 2026-01-01, nite: c}
                           ^^^^ error: 'nite' is no key of a change; did you mean 'note'?
    ---
    """,
  ])
}
