import Diagnostics
import Testing
import YAML
import Values

@testable import Handbook

private func read(_ yaml: String, url: String? = nil) -> Diagnosed<Settings> {
  SettingsReader.read(SourceFile(path: "site.yml", text: yaml), url: url.flatMap(SiteURL.init))
}

@Test func `every key is read`() {
  let read = read(
    """
    title: Handbook
    description: How we work
    language: de
    licence: CC BY 4.0
    url: https://x.example/base/
    layout: page
    html: none
    registry: data/register
    people: people.private.yml
    exclude: [old/**, "*.tmp"]
    edit: https://git.example/edit/{path}
    data: {a: 1}
    """)
  #expect(read.diagnostics.isEmpty)
  let settings = read.value
  #expect(settings.title == "Handbook" && settings.description == "How we work")
  #expect(settings.language == "de" && settings.licence == "CC BY 4.0")
  #expect(settings.url == SiteURL("https://x.example/base"))
  #expect(settings.layout?.value == "page" && "\(settings.html)" == "none")
  #expect(
    settings.registry?.value == "data/register" && settings.people?.value == "people.private.yml")
  #expect(settings.exclude == ["old/**", "*.tmp"])
  #expect(settings.edit == "https://git.example/edit/{path}")
  #expect(settings.data.keys == ["a"])
}

@Test(arguments: SettingsReader.keys.names.filter { $0 != "title" })
func `a known key without a value is as good as none`(_ key: String) {
  #expect(read("title: T\n\(key):\n").diagnostics.map(\.message) == [])
}

@Test func `what is not said has its usual value`() {
  let settings = read("title: T\n").value
  #expect(settings.language == "en" && "\(settings.html)" == "allowlist" && settings.url == nil)
  #expect(settings.navigation == nil && settings.terms.isEmpty && settings.layout == nil)
}

@Test func `an address given on the command line takes the place of the one written`() {
  #expect(
    read("title: T\nurl: https://a.example\n", url: "https://b.example/c").value.url?.basePath
      == "/c")
}

@Test(arguments: [
  "title: [a]", "url: handbook.example", "html: some", "html: [all]", "terms: [a]", "rules: error",
  "rules: {broken-link: loud}", "rules: {content/**: {broken-link: 1}}", "navigation: /a/",
  "exclude: {a: b}",
  "layout: [page]", "language: {a: b}",
])
func `a value of another type is refused where it stands`(_ line: String) {
  let findings = read((line.hasPrefix("title") ? "" : "title: T\n") + line + "\n").diagnostics
  #expect(
    findings.contains { $0.rule == "invalid-field" && $0.help != nil }, "\(findings.map(\.message))"
  )
}

@Test func `settings without a title are an error, empty ones too`() {
  for text in ["", "language: en\n", "title: ''\n", "# nothing\n"] {
    #expect(read(text).diagnostics.map(\.message) == ["site.yml has no 'title'"], "\(text)")
  }
}

@Test func `findings stand under what is wrong`() async throws {
  try await check([
    "content/index.md": "# Home\n",
    "site.yml": """
    title: T
    navigaton: [/]
    ^^^^^^^^^ error: 'navigaton' is no key of site.yml; remove one of the two: 'navigation' can be written once
    terms:
      title: heading
      ^^^^^ error: a term cannot be called 'title': pages have a key of that name; choose another name, such as 'title_term'
      boss: {plural: bosses}
      ^^^^ error: the term 'boss' has no 'name'; add 'name: …'
      équipe: {name: team}
      ^^^^^^ error: a term cannot be called 'équipe': templates could not print it; write a name of the letters a to z, digits and '_', such as 'service_manager'
      nil: nothing
      ^^^ error: a term cannot be called 'nil': templates could not print it; choose another name, such as 'nil_term'
      team: {name: team, plurl: teams}
                         ^^^^^ error: 'plurl' is no key of a term; did you mean 'plural'?
    rules:
      broken-link: maybe
                   ^^^^^ error: a rule is error, warning or off, not 'maybe'; write one of the three
    navigation:
      - {title: Nothing}
        ^^^^^^^^^^^^^^^^ error: this entry of the menu has no 'page'; add 'page: …'
      - {page: /, lable: x}
                  ^^^^^ error: 'lable' is no key of an entry of the menu; remove it; the keys are title, page, section, tag, items, pages
    """,
  ])
}

@Test func `settings that are no text are one finding`() async throws {
  let sources = MemorySources([
    "site.yml": [0x74, 0x3A, 0xFF], "content/index.md": Array("# Home\n".utf8),
  ])
  let report = try await build(sources).report
  #expect(report.findings.map(\.rule) == ["invalid-encoding"])
}

@Test func `settings that do not parse are one finding`() async throws {
  let report = try await build([
    "site.yml": "title: T\nlicence: a: b\n", "content/index.md": "# Home\n",
  ]).report
  #expect(report.findings.map(\.rule) == ["invalid-front-matter"])
}

@Test
func `the level of a rule is the last that fits the path, else the one that holds everywhere`() {
  let rules = read(
    """
    title: T
    rules:
      broken-link: warning
      content/old/**: {broken-link: off, near-key: error}
      content/old/new.md: {broken-link: error}
    """
  ).value.rules
  #expect(rules.level(of: "broken-link", at: "content/a.md") == .warning)
  #expect(rules.level(of: "broken-link", at: "content/old/a.md") == .off)
  #expect(rules.level(of: "broken-link", at: "content/old/new.md") == .error)
  #expect(rules.level(of: "near-key", at: "content/old/a.md") == .error)
  #expect(rules.level(of: "near-key", at: "content/a.md") == nil)
}

@Test func `a site without settings is no site`() async throws {
  struct NoSettings: SourceTree {
    var entries: [SourceEntry] { [] }
    func read(_ entry: SourceEntry) throws(SourceError) -> [UInt8] {
      throw .changed(path: entry.path)
    }
    func find(_ path: String) throws(SourceError) -> SourceEntry? { nil }
  }
  let sources = MemorySources([String: [UInt8]]())
  let options = BuildOptions(
    asOf: try #require(PlainDate(testDay)), url: nil, includesDrafts: false, workers: 1)
  await #expect(throws: BuildError.noSettings) {
    try await compile(NoSettings(), options, into: MemoryOutput(sources))
  }
}
