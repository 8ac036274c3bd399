import Diagnostics
import Handbook
import Starter
import Testing
import Values

/// A foreign site in memory.
private struct Foreign: SourceTree {
  let files: [String: String]

  var entries: [SourceEntry] {
    files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { SourceEntry(path: $0.key, size: $0.value.utf8.count) }
  }

  func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
    Array((files[entry.path] ?? "").utf8)
  }

  func find(_ path: String) throws(SourceError) -> SourceEntry? {
    entries.first { $0.path == path }
  }
}

/// The handbook that comes of a foreign site.
private struct Outcome {
  let plan: Takeover
  let files: [NewFile]

  init(_ files: [String: String]) throws {
    let foreign = Foreign(files: files)
    plan = try Takeover(foreign, name: "old-handbook")
    self.files =
      try plan.copies.map {
        NewFile(
          $0.path, String(decoding: try $0.contents ?? foreign.read($0.entry), as: UTF8.self))
      } + plan.files
  }

  func text(_ path: String) -> String? { files.first { $0.path == path }?.text }

  /// The remarks, each as `place: text`, up to its first colon.
  var remarks: [String] {
    plan.remarks.map { remark in
      remark.file + (remark.line.map { ":\($0)" } ?? "") + ": "
        + remark.text.prefix { $0 != ":" && $0 != "," }
    }
  }
}

private let eleventy = [
  ".eleventy.js": """
  module.exports = function (config) {
    config.addPassthroughCopy("src/css");
    config.addPassthroughCopy({ "public": "/" });
    config.addFilter("shout", (s) => s.toUpperCase());
    config.addShortcode("year", () => "2020");
    return { dir: { input: "src", output: "dist", includes: "_parts" }, pathPrefix: "/hb/" };
  };
  """,
  "package.json": #"{"name": "old"}"#,
  "dist/index.html": "built",
  "node_modules/x/readme.md": "# No",
  "public/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
  "tools/make.sh": "echo",
  "src/_parts/base.njk": "{% block content %}{% endblock %}",
  "src/_parts/note.liquid": "A note.\n",
  "src/_data/site.json":
    #"{"title": "Old: handbook", "language": "en-GB", "url": "https://old.example", "team": "Blue", "list": [1]}"#,
  "src/_data/terms.json":
    #"{"lead": "lead", "council": {"name": "council", "plural": "councils"}, "bad": [1]}"#,
  "src/_data/fetch.js": "module.exports = async () => {};",
  "src/css/site.css": "p { color: red }",
  "src/index.md": """
  ---
  title: Old handbook
  layout: base.njk
  eleventyNavigation: {key: Home, order: 0}
  ---
  [A](/a/) {% include "note.liquid" %}
  """,
  "src/a/index.md": """
  ---
  title: A
  layout: layouts/post.njk
  tags: [one, two]
  eleventyNavigation:
    key: A
    title: All of A
    order: 2
  ---
  The {{ lead }} and {{ council.plural }}. {{ site.team }}
  """,
  "src/a/b.md": """
  ---
  title: B
  permalink: /b-was-here/
  eleventyNavigation: {key: B, order: 1}
  ---
  # B

  {% set x = 1 %}
  {{ x | shout }}
  """,
  "src/a/c.md":
    "---\npermalink: \"{{ page.fileSlug }}/\"\npagination: {data: x}\n---\n[gone](/gone/)\n",
  "src/a/a.json": #"{"layout": "base.njk"}"#,
  "src/feed.njk": "---\npermalink: /feed.xml\n---\n",
]

@Test func `pages and files keep their bytes and their addresses`() throws {
  let made = try Outcome(eleventy)
  #expect(made.text("content/a/index.md") == eleventy["src/a/index.md"])
  #expect(
    made.plan.copies.map(\.path) == [
      "content/a/b.md", "content/a/c.md", "content/a/index.md", "content/css/site.css",
      "content/index.md", "content/logo.svg", "layouts/note.liquid",
    ])
  #expect(made.plan.pageCount == 4)
}

@Test func `site yml holds the title, address, menu, terms and data that were recognised`() throws {
  #expect(
    try Outcome(eleventy).text("site.yml") == """
      # What holds for the whole handbook.
      title: "Old: handbook"
      language: "en-GB"
      url: "https://old.example/hb/"
      layout: page

      # The menu, in this order.
      navigation:
        - {title: "Home", page: "/"}
        - "/b-was-here/"
        - {title: "All of A", page: "/a/"}

      # Words that may change: kept here alone, and printed by name in pages.
      terms:
        lead: "lead"
        council:
          name: "council"
          plural: "councils"

      # Values for templates: site.data.FILE.NAME.
      data:
        "site":
          "team": "Blue"

      """)
}

@Test func `the report names each thing that was not understood, with its place`() throws {
  let made = try Outcome(eleventy)
  #expect(
    made.remarks == [
      ".eleventy.js:4: the filter 'shout'", ".eleventy.js:5: the shortcode 'year'",
      "src/_data/fetch.js: data that a program makes",
      "src/_data/site.json:1: 'list' is not used", "src/_data/terms.json:1: 'bad' is no term",
      "src/_parts/base.njk: a template", "src/a/a.json: gives values to pages beside it",
      "src/a/b.md:8: {% set %} is not Liquid", "src/a/c.md:2: a permalink is a path",
      "src/a/c.md:3: 'pagination' is Eleventy's", "src/feed.njk: a template",
      "tools: outside the pages' folder",
    ])
}

@Test func `what is wrong is known, and nothing of it is the program's own`() async throws {
  let made = try Outcome(eleventy)
  let day = try #require(PlainDate("2026-06-30"))
  let found = try await report(on: made.files, day).findings
  #expect(
    found.map { "\($0.place.file.path): \($0.rule)" } == [
      "content/a/b.md: template-syntax", "content/a/b.md: template-syntax",
      "content/a/c.md: invalid-field", "content/a/c.md: broken-link",
      "content/a/index.md: undefined-variable",
    ])
  let text = made.plan.report(of: found).text
  #expect(text.contains("- `src/a/b.md:8`: {% set %} is not Liquid: write 'assign'\n"))
  #expect(text.contains("| template-syntax | 2 |\n| broken-link | 1 |\n"))
}

@Test func `plain folders of Markdown become a handbook too`() async throws {
  let made = try Outcome([
    "README.md": "# Team\n\n[How](how/we-work.md)\n", "how/we-work.md": "# How we work\n",
    "how/plan.png": "", "LICENSE": "free", ".git/config": "", "notes.markdown": "# Notes\n",
  ])
  #expect(
    made.plan.copies.map(\.path) == [
      "LICENSE", "content/how/plan.png", "content/how/we-work.md", "content/index.md",
      "content/notes.md",
    ])
  #expect(made.remarks == [])
  #expect(made.text("site.yml")?.contains("title: \"Old handbook\"\n") == true)
  let day = try #require(PlainDate("2026-06-30"))
  #expect(
    try await report(on: made.files, day).findings.map(\.rule) == ["missing-index", "orphan-page"])
}

@Test func `links follow files that are called otherwise in the handbook`() async throws {
  let made = try Outcome([
    "README.md":
      "# Team\n\n[g](sub/) [b](b.markdown#b) <a href=\"b.markdown\">b</a> [d](/guide/C.MD)\n",
    "b.markdown": "---\ntitle: B\n---\n## B\n\n[up][r] `README.md`\n\n[r]: ./README.md 'Home'\n",
    "sub/readme.md": "# Sub\n\n[home](../README.md) [own](README.md) [c](../guide/C.MD)\n",
    "guide/C.MD": "# C\n", "guide/index.markdown": "# G\n", "guide/README.md": "# Read\n\n[g](.)\n",
  ])
  #expect(
    made.text("content/index.md")
      == "# Team\n\n[g](sub/) [b](b.md#b) <a href=\"b.md\">b</a> [d](/guide/C.md)\n")
  #expect(
    made.text("content/b.md")
      == "---\ntitle: B\n---\n## B\n\n[up][r] `README.md`\n\n[r]: ./index.md 'Home'\n")
  #expect(
    made.text("content/sub/index.md")
      == "# Sub\n\n[home](../index.md) [own](README.md) [c](../guide/C.md)\n")
  #expect(made.text("content/guide/README.md") == "# Read\n\n[g](.)\n")
  let told = made.plan.report(of: []).text
  #expect(told.contains("- `b.markdown` is `content/b.md`\n"))
  #expect(told.contains("Links to them were changed in 3 pages.\n"))
  let day = try #require(PlainDate("2026-06-30"))
  let found = try await report(on: made.files, day).findings.filter { $0.severity == .error }
  #expect(found.map(\.message) == ["no page at '/sub/README.md'"])
}

@Test func `a menu in a data file is taken over as far as its pages are there`() throws {
  let made = try Outcome([
    "_data/navigation.yml": """
    - {text: Start, url: /}
    - text: More
      children: [{title: B, href: /b}, {title: Gone, href: /gone/}]
    - {title: Elsewhere, url: "https://x.example/"}
    """, "index.md": "# Home\n", "b.md": "# B\n",
  ])
  #expect(
    made.text("site.yml")?.contains(
      """
      navigation:
        - {title: "Start", page: "/"}
        - title: "More"
          items:
            - {title: "B", page: "/b/"}

      """) == true)
}

@Test func `nothing is copied out of the new folder`() throws {
  let made = try Outcome([
    ".eleventy.js": """
    c.addPassthroughCopy({ "a": "../../escaped" });
    c.addPassthroughCopy("../up");
    c.addPassthroughCopy({ "b": "./deep/./er/" });
    """, "a/x.txt": "out", "b/y.txt": "in", "index.md": "# Home\n",
  ])
  #expect(made.plan.copies.map(\.path) == ["content/deep/er/y.txt", "content/index.md"])
  #expect(
    made.remarks
      == [
        ".eleventy.js:1: 'a' is not copied: it",
        ".eleventy.js:2: '../up' is not copied: it",
      ].map { $0.replacing(": it", with: "") })
}

@Test func `each file of the new handbook is made once, and none is a folder too`() async throws {
  let made = try Outcome([
    ".eleventy.js": #"c.addPassthroughCopy({ "raw": "b.md", "more": "c" });"#,
    "assets/handbook/site.css": "p {}", "assets/mine.css": "p {}", "raw/x.txt": "x",
    "_includes/menu.liquid": "Mine.\n", "index.md": "---\nlayout: menu\n---\n# Home\n",
    "a.md": "---\nlayout: handbook-frame\n---\n# A\n", "b.md": "---\nlayout: ./page\n---\n# B\n",
    "c.md": "---\nlayout: \(String(repeating: "x", count: 256))\n---\n# C\n",
    "d.md": "---\nlayout: ../../site\n---\n# D\n", "README.md": "# Read\n",
  ])
  let paths = made.files.map(\.path)
  #expect(Set(paths).count == paths.count)
  #expect(
    !paths.contains { path in paths.contains { $0.hasPrefix(path + "/") || $0.contains("/../") } })
  #expect(paths.contains("assets/mine.css") && paths.contains("content/b.md"))
  #expect(made.text("layouts/menu.html") == "---\nlayout: page\n---\n{{ content }}\n")
  #expect(made.text("assets/handbook/site.css")?.contains(":root") == true)
  #expect(
    made.plan.remarks.map { $0.file + ": " + $0.text.prefix(40) } == [
      "README.md: left out: the handbook has a README of i",
      "assets/handbook/site.css: left out: the handbook has a file of its",
      "b.md: the layout './page' is not made: no file",
      "c.md: the layout 'xxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      "d.md: the layout '../../site' is not made: no ",
      "raw/x.txt: left out: 'content/b.md' is a file alrea",
    ])
  let day = try #require(PlainDate("2026-06-30"))
  let site = try await report(on: made.files, day)
  #expect(
    !site.findings.contains { $0.place.file.path == "content/index.md" && $0.rule != "orphan-page" }
  )
}
