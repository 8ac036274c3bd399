import Foundation
import Testing
import Values

@testable import Handbook

private let files = [
  "site.yml": "title: T\n", "content/index.md": "# Home\n",
  "content/a.md":
    "---\norder: 1\nupdated: 2026-05-01\ndate: 2026-01-01\naliases: [/old/]\n---\n\n## One\n\n## One\n",
  "content/é & b.md": "---\ndate: 2026-02-02\n---\n",
  "content/hidden.md": "---\nnoindex: true\n---\n",
  "content/draft.md": "---\ndraft: true\n---\n", "content/404.md": "# Not here\n",
]

@Test func `the sitemap lists what readers are to find, with the day of its last change`()
  async throws
{
  let site = try await build(files, url: "https://x.example/base/")
  #expect(
    site.files["sitemap.xml"] == """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>https://x.example/base/a/</loc><lastmod>2026-05-01</lastmod></url>
      <url><loc>https://x.example/base/</loc></url>
      <url><loc>https://x.example/base/%C3%A9%20%26%20b/</loc><lastmod>2026-02-02</lastmod></url>
      </urlset>

      """)
  #expect(
    site.files["robots.txt"]
      == "User-agent: *\nAllow: /\n\nSitemap: https://x.example/base/sitemap.xml\n")
}

@Test func `without an address there is no sitemap and one note`() async throws {
  let site = try await build(files)
  #expect(site.files["sitemap.xml"] == nil)
  #expect(site.files["robots.txt"] == "User-agent: *\nAllow: /\n")
  #expect(site.report.notes.count == 1)
  #expect(try await build(files, url: "https://x.example").report.notes == [])
}

@Test func `handbook.json tells programs of every published page`() async throws {
  let site = try await build(files)
  let text = try #require(site.files["handbook.json"])
  let document = try #require(
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  #expect(document["schemaVersion"] as? String == "1")
  #expect(document["asOf"] as? String == testDay)
  #expect(document["nextChange"] is NSNull)
  let pages = try #require(document["pages"] as? [[String: Any]])
  #expect(
    pages.compactMap { $0["url"] as? String }.sorted() == [
      "/", "/%C3%A9%20%26%20b/", "/404.html", "/a/", "/hidden/",
    ])
  let first = try #require(pages.first)
  #expect(first["title"] as? String == "One" && first["source"] as? String == "content/a.md")
  #expect(first["anchors"] as? [String] == ["one", "one-1"])
  #expect(first["aliases"] as? [String] == ["/old/"])
}

@Test func `a value is written as JSON that other programs read`() throws {
  struct Page: ValueObject {
    func member(_ key: String) -> Value? { nil }
    var memberNames: [String] { [] }
    var text: String { "a page" }
  }
  let text = "quote \" slash \\ \n\r\t\u{0}\u{1F}\u{7F}\u{2028} é 🙂"
  var writer = JSONWriter()
  writer.write([
    .none, true, false, .integer(.min), 0.5, .decimal(.infinity), .decimal(1e300), .string(text),
    .html(HTML("<b>")),
    .date(try #require(PlainDate("2026-06-30"))), [], ["a": 1, "b": [:]],
    .range(lower: 1, upper: 3), .object(Page()),
  ])
  let read = try #require(try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [Any])
  #expect(read[0] is NSNull && read[1] as? Bool == true && read[2] as? Bool == false)
  #expect(
    read[3] as? Int == .min && read[4] as? Double == 0.5 && read[5] is NSNull
      && read[6] as? Double == 1e300)
  #expect(
    read[7] as? String == text && read[8] as? String == "<b>" && read[9] as? String == "2026-06-30")
  #expect((read[10] as? [Any])?.isEmpty == true && (read[11] as? [String: Any])?["a"] as? Int == 1)
  #expect(read[12] as? String == "1..3" && read[13] as? String == "a page")
}

@Test func `members keep the order in which they were given`() {
  var writer = JSONWriter()
  writer.object([("b", 1), ("a", 2)])
  #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"b\":1,\"a\":2}")
}
