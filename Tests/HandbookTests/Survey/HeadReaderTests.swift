import Diagnostics
import Testing
import Values

@testable import Handbook

private func head(_ yaml: String) -> Diagnosed<PageHead> {
  let file = SourceFile(path: "content/a.md", text: yaml)
  var patterns = PatternCache()
  let kinds = KindTable([Kind(name: "course", range: 0..<0)])
  return HeadReader.read(file, 0..<file.bytes.count, kinds: kinds, &patterns)
}

@Test func `every known key is read`() {
  let read = head(
    """
    title: The title
    subtitle: Sub
    nav_title: Nav
    description: What it is
    layout: page
    tags: [a, b, a]
    kind: course
    order: 1.5
    date: 2026-01-02
    updated: "2026-03-04"
    changes: [{date: 2026-03-04, note: Words}]
    draft: false
    status: stub
    owner: A
    reviewed: 2026-05-06
    review_in: 12 months
    sources: [a book]
    related: [/a/, b.md]
    aliases: [/old/, /older/#part]
    permalink: /new/
    noindex: true
    toc: {from: 2, to: 4}
    liquid: false
    adapts: base.md
    """)
  #expect(read.diagnostics.isEmpty)
  let head = read.value
  #expect(head.title == "The title" && head.subtitle == "Sub" && head.navigationTitle == "Nav")
  #expect(
    head.description == "What it is" && head.layout?.value == "page" && head.kind == "course"
  )
  #expect(head.tags == ["a", "b"])
  #expect(head.order == 1.5 && head.owner == "A" && head.reviewPeriod?.text == "12 months")
  #expect(head.date?.description == "2026-01-02" && head.updated?.description == "2026-03-04")
  #expect(head.reviewed?.value.description == "2026-05-06")
  #expect(!head.isDraft && head.status == .stub && head.isHiddenFromSearch && !head.rendersLiquid)
  #expect(head.related.map(\.value) == ["/a/", "b.md"])
  #expect(head.aliases.map(\.value) == ["/old/", "/older/#part"])
  #expect(head.path?.value == "/new/")
  #expect(head.contents == .levels(from: 2, to: 4))
  #expect(head.data.count == 24)
}

@Test func `what a page does not say has its usual value`() {
  let head = head("").value
  #expect(head.title == nil && head.tags.isEmpty && head.order == nil && head.path == nil)
  #expect(!head.isDraft && !head.isHiddenFromSearch && head.rendersLiquid)
  #expect(head.contents == .levels(from: 2, to: 3))
}

@Test(arguments: HeadReader.knownKeys)
func `an empty string, nothing and null count as absent`(_ key: String) {
  for value in ["", "''", "\"\"", "null", "~"] {
    let read = head("\(key): \(value)\n")
    #expect(read.diagnostics.map(\.message) == [], "\(key): \(value)")
    #expect(read.value.title == nil && read.value.tags.isEmpty && read.value.date == nil)
  }
}

@Test(arguments: [
  "title", "subtitle", "nav_title", "description", "layout", "kind", "order", "date", "updated",
  "draft", "status",
  "owner", "reviewed", "review_in", "noindex", "liquid", "toc",
])
func `a list where one value belongs is refused`(_ key: String) {
  let read = head("\(key): [1, 2]\n")
  #expect(read.diagnostics.map(\.rule) == ["invalid-field"])
  #expect(read.diagnostics.first?.place.range.lowerBound == key.utf8.count + 2)
}

@Test(arguments: ["tags", "aliases", "related", "url", "permalink"])
func `keys and values where texts belong are refused`(_ key: String) {
  #expect(head("\(key): {a: b}\n").diagnostics.map(\.rule) == ["invalid-field"])
}

@Test(arguments: [
  "order: first", "date: 2026-02-30", "date: 30.6.2026", "updated: 2026-06-30T10:00:00Z",
  "reviewed: soon",
  "draft: yes", "noindex: 1", "liquid: off", "status: done", "toc: {from: 0}",
  "toc: {from: 4, to: 3}",
  "toc: {to: 7}", "toc: maybe", "aliases: old", "aliases: https://x.example/",
  "aliases: [/ok/, /../x/]",
  "url: a/b", "url: /a//b/", "url: /.git/config", "permalink: /%00/", "url: /%/",
  "aliases: '/?p=12'", "aliases: [/page.php?id=3#a]",
])
func `a value that means nothing is refused`(_ line: String) {
  let read = head(line + "\n")
  #expect(read.diagnostics.map(\.rule) == ["invalid-field"], "\(read.diagnostics.map(\.message))")
  #expect(read.diagnostics.allSatisfy { $0.severity == .error && $0.help != nil })
}

@Test func `a number or day where text belongs is its text`() {
  let head = head("title: 2026\nnav_title: 1.10\nowner: 2026-06-30\ntags: [1, true]\n").value
  #expect(head.title == "2026" && head.navigationTitle == "1.10" && head.owner == "2026-06-30")
  #expect(head.tags == ["1", "true"])
}

@Test func `text that a comment cuts short, or stands in place of, is told of`() {
  let yaml = "title: Service desk #2\nlead: Ask in  #help, first\nowner: #4\n"
  let read = head(yaml)
  #expect(read.value.title == "Service desk")
  #expect(
    read.diagnostics.map { String(decoding: Array(yaml.utf8)[$0.place.range], as: UTF8.self) }
      == ["#2", "#help, first", "#4"])
  #expect(
    read.diagnostics.map(\.message) == [
      "a comment begins here, so the value is 'Service desk' alone",
      "a comment begins here, so the value is 'Ask in' alone",
      "a comment begins here, so there is no value",
    ])
  for line in [
    "title: Desk # a comment", "title: 'Desk #2'", "title: Desk#2", "title: # to do",
    "title: Desk ## Two", "tags: [a] #b", "title: Desk #", "tags: #b\n  - a", "title:\n#b",
  ] {
    #expect(head(line + "\n").diagnostics.isEmpty, "\(line)")
  }
}

@Test func `draft and status mean the same`() {
  #expect(head("draft: true\n").value.isDraft)
  #expect(head("status: draft\n").value.isDraft)
  #expect(head("status: draft\ndraft: false\n").value.isDraft)
  #expect(!head("status: ready\n").value.isDraft)
}

@Test(arguments: [
  ("toc: true", ContentsList.standard), ("toc: false", .none),
  ("toc: {from: 3}", .levels(from: 3, to: 3)),
  ("toc: {to: 5}", .levels(from: 2, to: 5)), ("toc: {from: 1, to: 6}", .levels(from: 1, to: 6)),
])
func `a contents list is on, off, or has levels`(_ line: String, _ expected: ContentsList) {
  let read = head(line + "\n")
  #expect(read.diagnostics.isEmpty)
  #expect(read.value.contents == expected)
}

@Test(
  arguments: [
    ("titel", "title"), ("Title", "title"), ("tag", "tags"), ("orderr", "order"),
    ("desciption", "description"),
    ("desc", nil), ("slug", "url"), ("weight", "order"), ("lastmod", "updated"),
    ("redirect_from", "aliases"),
    ("summary", "description"), ("linkTitle", "nav_title"), ("audience", nil), ("mandate", nil),
    ("kinds", "kind"),
    ("reviewd", "reviewed"), ("dates", "date"), ("colour", nil), ("x", nil),
    ("navtitle", "nav_title"), ("update", "updated"), ("created", "date"), ("alias", "aliases"),
  ] as [(String, String?)])
func `a key that is nearly known is a warning, any other one's own`(_ key: String, _ known: String?)
{
  let findings = head("\(key): 1\n").diagnostics
  #expect(findings.map(\.rule) == (known == nil ? [] : ["near-key"]))
  #expect(findings.allSatisfy { $0.severity == .warning })
  if let known { #expect(findings.first?.help?.hasPrefix("write '\(known)'") == true) }
}

/// The help of each finding, and whether it comes with a repair.
private func advice(_ yaml: String) -> [String] {
  head(yaml).diagnostics.map { "\($0.help ?? "") [\($0.fix?.replacement ?? "no repair")]" }
}

@Test func `another generator's key whose value means something else here is for a person`() {
  #expect(
    advice("published: true\n") == [
      "write 'draft: true' or 'draft: false', the opposite of 'published'; or write '_published' for a key of your own [no repair]"
    ])
  #expect(
    advice("slug: my-page\n") == [
      "write 'url' with the whole path, such as 'url: /guides/my-page/'; or write '_slug' for a key of your own [no repair]"
    ])
  #expect(
    advice("slug: /my-page/\n") == ["write 'url', or '_slug' for a key of your own [url]"])
}

@Test func `no repair writes a key twice`() {
  let once = "remove one of the two: 'description' can be written once; or write"
  #expect(
    advice("summary: a\ndescription: b\n") == [
      "\(once) '_summary' for a key of your own [no repair]"
    ])
  #expect(
    advice("excerpt: a\nsummary: b\n") == [
      "write 'description', or '_excerpt' for a key of your own [description]",
      "\(once) '_summary' for a key of your own [no repair]",
    ])
}

@Test func `a key that begins with an underscore is ignored`() {
  let read = head("_titel: x\n_: y\nmandate: z\n")
  #expect(read.diagnostics.isEmpty)
  #expect(read.value.data.keys == ["mandate"])
}

@Test func `findings of front matter stand under what is wrong`() async throws {
  try await check([
    "content/index.md": """
    ---
    title: [Home]
           ^^^^^^ error: 'title' must be text, not a list; write one value
    status: finsihed
            ^^^^^^^^ error: 'finsihed' is no status; write one of draft, stub, ready, superseded, withdrawn
    draft: yes
           ^^^ error: 'draft' must be true or false, not 'yes'; write true, without quotes
    weight: 3
    ^^^^^^ warning: 'weight' means nothing here, and looks like 'order'; write 'order', or '_weight' for a key of your own
    aliases: [old, /./]
              ^^^ error: 'old' is no path that a page can have; begin it with '/', such as '/old'
                   ^^^ error: '/./' is no path that a page can have; leave out parts that are empty, begin with '.' or '-', or hold control characters
    ---
    """,
    "content/open.md": """
    ---
    ^^^ error: this front matter is not closed; put a line '---' behind its last line
    title: Open
    """,
  ])
}

@Test func `terms work in the four texts that head a page, and a wrong one is found in its place`()
  async throws
{
  try await check([
    "site.yml": "title: T\nterms: {boss: chief}\n",
    "content/index.md": """
    ---
    title: "{{ boss.start }}"
    subtitle: A {{ bos }}
                   ^^^ error: nobody defines 'bos'; did you mean 'boss'?
    ---
    """,
  ])
  let site = try await build([
    "site.yml": "title: T\nterms: {boss: chief}\nlayout: page\n",
    "layouts/page.html":
      "{{ page.title }}|{{ title }}|{{ page.nav_title }}|{{ page.data.title }}|{{ description }}",
    "content/index.md":
      "---\ntitle: 'The {{ boss }}'\nnav_title: '{{ boss.start }}'\ndescription: '{{ boss.plural }}'\n---\n",
  ])
  #expect(site.files["index.html"] == "The chief|The chief|Chief|The {{ boss }}|chiefs")
}

@Test func `without a title the first heading heads the page, then the file's name`() async throws {
  let site = try await build([
    "site.yml": "title: T\nlayout: page\nterms: {boss: chief}\n",
    "layouts/page.html": "{{ page.title }}|{{ page.heading }}",
    "content/index.md": "Text.\n\n## The *first* {{ boss }}\n",
    "content/a.md": "# One\n", "content/b.md": "---\nsubtitle: Sub\n---\n\n# Two\n",
    "content/c d.md": "Text.\n", "content/e/index.md": "Text.\n",
    "content/liquid.md": "---\nliquid: false\n---\n\n# The {{ boss }} tag\n",
  ])
  let titles = [
    "index.html", "a/index.html", "b/index.html", "c d/index.html", "e/index.html",
    "liquid/index.html",
  ].map { site.files[$0] }
  #expect(
    titles == [
      "The first chief|false", "One|true", "Sub|true", "c d|false", "e|false",
      "The {{ boss }} tag|true",
    ])
}
