import Diagnostics
import Testing
import Values

@testable import Handbook

/// A tiny site, and the rules of the findings it has: a wrong one and the right one beside it.
private struct Example: CustomTestStringConvertible, Sendable {
  var rule: String
  var wrong: [String: String]
  var right: [String: String]

  init(_ rule: String, _ wrong: [String: String], _ right: [String: String]) {
    (self.rule, self.wrong, self.right) = (rule, wrong, right)
  }

  /// One page, wrong and right.
  init(_ rule: String, page wrong: String, _ right: String) {
    self.init(rule, ["content/index.md": wrong], ["content/index.md": right])
  }

  var testDescription: String { rule }
}

private let home = "# Home\n\n## Part\n"

private func layout(_ text: String, page: String = home) -> [String: String] {
  ["site.yml": "title: T\nlayout: page\n", "layouts/page.html": text, "content/index.md": page]
}

private let examples = [
  Example("broken-link", page: "[a](/none/)\n", "[a](/)\n"),
  Example("broken-anchor", page: "## Part\n\n[a](#none)\n", "## Part\n\n[a](#part)\n"),
  Example("missing-asset", page: "![a](/assets/a.png)\n", "[a](https://x.example/a.png)\n"),
  Example("empty-link", page: "[a]()\n", "[a](#)\n"),
  Example("unread-link", page: "[a](b c.md) [a](/)\n", "[a](</>) [a](b c)\n"),
  Example("unread-block", page: "# Home\n\n##Part\n", "# Home\n\n\\##Part\n"),
  Example("unsafe-url", page: "[a](javascript:x)\n", "[a](mailto:x@y.example)\n"),
  Example("broken-reference", page: "[a](registry:none)\n", "[a](/)\n"),
  Example(
    "duplicate-url", ["content/a.md": "", "content/a/index.md": ""],
    ["content/a.md": "", "content/b.md": ""]),
  Example(
    "undefined-variable", page: "{{ nobody }}\n",
    "{% if nobody %}{% endif %}{{ nobody | default: 'x' }}\n"),
  Example(
    "unknown-key", ["site.yml": "title: T\ncolour: red\n", "content/index.md": home],
    ["site.yml": "title: T\ndata: {colour: red}\n", "content/index.md": home]),
  Example("invalid-front-matter", page: "---\ntitle: a: b\n---\n", "---\ntitle: 'a: b'\n---\n"),
  Example("invalid-field", page: "---\norder: first\n---\n", "---\norder: 1\n---\n"),
  Example(
    "missing-field", ["site.yml": "language: en\n", "content/index.md": home],
    ["site.yml": "title: T\n", "content/index.md": home]),
  Example("template-syntax", page: "{% if true %}\n", "{% if true %}{% endif %}\n"),
  Example(
    "template-syntax", layout("<p {{ page.title }}>{{ content }}"),
    layout("<p>{{ page.title }}{{ content }}")),
  Example("missing-layout", page: "---\nlayout: none\n---\n", "---\nlayout: ''\n---\n"),
  Example(
    "missing-partial", layout("{% include 'none' %}{{ content }}"),
    layout("{{ content }}").merging(["layouts/none.html": "x"]) { $1 }),
  Example(
    "term-shadowed", ["site.yml": "title: T\nterms: {title: x}\n", "content/index.md": home],
    ["site.yml": "title: T\nterms: {heading: x}\n", "content/index.md": home]),
  Example("near-key", page: "---\ntitel: x\n---\n", "---\n_titel: x\naudience: y\n---\n"),
  Example(
    "link-to-draft",
    ["content/index.md": "[a](a.md)\n", "content/a.md": "---\ndraft: true\n---\n"],
    ["content/index.md": "[a](a.md)\n", "content/a.md": "---\nstatus: stub\n---\n"]),
  Example("empty-heading", page: "# Home\n\n##\n", "# Home\n"),
  Example("unsafe-html", page: "<script>x</script>\n", "<b>x</b> <!-- a comment -->\n"),
  Example("stray-file", ["content/a": "---\n---\n"], ["content/.well-known/a": "---\n---\n"]),
  Example("stray-file", ["content/a.zzz": "text"], ["content/a.txt": "--\n"]),
]

@Test(arguments: examples)
private func `each rule finds what is wrong, and nothing in what is right`(_ example: Example)
  async throws
{
  let wrong = try await build(example.wrong).report.findings
  #expect(wrong.map(\.rule) == [example.rule], "\(wrong.map(\.message))")
  let right = try await build(example.right).report.findings
  #expect(right.map(\.message) == [])
}

@Test(arguments: examples)
private func `each finding names its file, marks something in it, and ends without a full stop`(
  _ example: Example
) async throws {
  for finding in try await build(example.wrong).report.findings {
    #expect(example.wrong[finding.place.file.path] != nil)
    #expect(!finding.message.isEmpty && !finding.message.hasSuffix("."))
    #expect(finding.help?.hasSuffix(".") != true)
    #expect(!finding.message.contains("\n"))
  }
}

@Test(arguments: examples)
private func `a site says how severe a rule is, everywhere or in some files`(_ example: Example)
  async throws
{
  let finding = try #require(try await build(example.wrong).report.findings.first)
  func severities(_ rules: String) async throws -> [Severity] {
    var files = example.wrong
    files["site.yml", default: "title: Test\n"] += rules
    return try await build(files).report.findings.filter { $0.rule == example.rule }.map(\.severity)
  }
  #expect(try await severities("rules: {\(example.rule): warning}\n") == [.warning])
  #expect(try await severities("rules: {\(example.rule): error}\n") == [.error])
  #expect(try await severities("rules: {\(example.rule): off}\n") == [])
  #expect(
    try await severities("rules: {'\(finding.place.file.path)': {\(example.rule): off}}\n") == [])
  #expect(
    try await severities("rules: {content/none/**: {\(example.rule): off}}\n") == [finding.severity]
  )
}

@Test func `a base path typed by hand is a warning`() async throws {
  try await check(
    [
      "content/index.md": """
      [a](/base/)
          ^^^^^^ warning: '/base' is put in front by the program and need not be typed; write '/'
      """
    ], url: "https://x.example/base/")
}

@Test func `a symbolic link and bytes that are no text are found by name and by byte`() async throws
{
  let linked = try await build(["content/index.md": home], links: ["content/a.md"]).report
  #expect(linked.findings.map(\.rule) == ["symbolic-link"])
  let sources = MemorySources([
    "content/index.md": Array(home.utf8), "content/a.md": Array("A caf".utf8) + [0xE9],
    "layouts/x.html": [0xFF],
  ])
  let findings = try await build(sources).report.findings
  #expect(
    findings.map { "\($0.rule) \($0.place.file.path) \($0.place.range)" } == [
      "invalid-encoding content/a.md 5..<6", "invalid-encoding layouts/x.html 0..<1",
    ])
}

@Test func `findings stand in the order of files and places, each once`() async throws {
  let findings = try await build([
    "site.yml": "title: T\nlayout: page\ncolour: red\n",
    "layouts/page.html": "{{ content }}<a href=\"/x/\">{{ nobody }}",
    "content/b.md": "[x](/none/) [x](/none/)\n", "content/a.md": "---\norder: x\n---\n\n[y](#y)\n",
    "content/index.md": home,
  ]).report.findings
  #expect(
    findings.map { "\($0.place.file.path) \($0.place.range.lowerBound) \($0.rule)" } == [
      "content/a.md 11 invalid-field", "content/a.md 22 broken-anchor",
      "content/b.md 4 broken-link",
      "content/b.md 16 broken-link", "layouts/page.html 22 broken-link",
      "layouts/page.html 30 undefined-variable",
      "site.yml 22 unknown-key",
    ])
}

@Test func `a draft's findings are listed, and count only when drafts do`() async throws {
  let files = ["content/index.md": home, "content/a.md": "---\ndraft: true\n---\n\n[x](/none/)\n"]
  let report = try await build(files).report
  #expect(report.findings.map(\.rule) == ["broken-link"])
  #expect(report.counted.isEmpty)
  #expect(try await build(files, drafts: true).report.counted.count == 1)
}

@Test func `what templates do on a draft alone is told when drafts are published`() async throws {
  let files = [
    "site.yml": "title: T\nlayout: page\n",
    "layouts/page.html":
      "{{ content }}{% if page.draft %}<a href=\"#no\">x</a><a href=\"/no/\">{{ no }}</a>{% endif %}",
    "content/index.md": home, "content/note.html": "[y](/gone/) [z](/#no) {{ nobody }}\n",
    "content/a.md": "---\ndraft: true\n---\n\n{% include 'note.html' %}\n[x](/none/)\n",
  ]
  let report = try await build(files).report
  #expect(report.findings.map(\.message) == ["no page at '/none/'"])
  #expect(report.counted.isEmpty)
  let all = try await build(files, drafts: true).report.findings
  #expect(
    all.map { "\($0.place.file.path) \($0.rule)" } == [
      "content/a.md broken-link", "content/note.html broken-link",
      "content/note.html broken-anchor", "content/note.html undefined-variable",
      "layouts/page.html broken-anchor", "layouts/page.html broken-link",
      "layouts/page.html undefined-variable",
    ])
}

@Test func `a layout's mistake on a draft and on a published page is that of the published one`()
  async throws
{
  let report = try await build([
    "site.yml": "title: T\nlayout: page\n",
    "layouts/page.html": "{{ content }}<a href=\"/no/\">x</a>",
    "content/a.md": "---\ndraft: true\n---\n", "content/b.md": "# B\n",
  ]).report
  #expect(report.counted.map(\.message) == ["no page at '/no/'"])
  #expect(report.findings.flatMap(\.notes).map(\.message) == ["seen on '/b/'"])
}

@Test func `a finding in a partial is told where the partial says it`() async throws {
  try await check([
    "content/index.md": "# Home\n\n{% include 'note.html' %}\n",
    "content/note.html": """
    See [it](/none/).
             ^^^^^^ error: no page at '/none/'
    """,
  ])
}

@Test func `a broken link says what may have been meant`() async throws {
  try await check([
    "content/services/index.md": "## Budget\n", "content/services/team.md": "# Team\n",
    "assets/form.pdf": "pdf",
    "content/index.md": """
    [a](/servcies/)
        ^^^^^^^^^^ error: no page at '/servcies/'; did you mean '/services/'?
    [b](/team/)
        ^^^^^^ error: no page at '/team/'; did you mean '/services/team/'?
    [c](services/#bugdet)
        ^^^^^^^^^^^^^^^^ error: '/services/' has no heading or anchor '#bugdet'; did you mean '#budget'?
    [d](/assets/forms.pdf)
        ^^^^^^^^^^^^^^^^^ error: no file at '/assets/forms.pdf'; did you mean '/assets/form.pdf'?
    [e](services/team.md#x)
        ^^^^^^^^^^^^^^^^^^ error: '/services/team/' has no heading or anchor '#x'; '/services/team/' has #team
    """,
  ])
}

@Test func `however many tasks work, files and findings are the same`() async throws {
  var files = [
    "site.yml": "title: T\nlayout: page\n",
    "layouts/page.html": "{{ content }}{{ page.backlinks | size }}{{ page.next.url }}",
  ]
  for number in 0..<150 {
    files["content/s\(number % 7)/p\(number).md"] =
      "---\norder: \(number % 5)\ntags: t\(number % 3)\n---\n\n## A\n\n[next](../s\((number + 1) % 7)/p\(number + 1).md#a) [x](/none\(number)/)\n"
  }
  let sources = MemorySources(files)
  func built(_ workers: Int) async throws -> ([String: String], [String]) {
    let output = MemoryOutput(sources)
    let options = BuildOptions(
      asOf: try #require(.init(testDay)), url: nil, includesDrafts: false, workers: workers)
    let report = try await compile(sources, options, into: output)
    return (
      output.files,
      report.findings.map {
        "\($0.place.file.path) \($0.place.range) \($0.message) \($0.help ?? "")"
      }
    )
  }
  let one = try await built(1)
  #expect(one.1.count >= 151)
  for workers in [2, 5, 16] {
    let many = try await built(workers)
    #expect(many.0 == one.0)
    #expect(many.1 == one.1)
  }
}
