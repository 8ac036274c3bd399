import Diagnostics
import Testing

@testable import Handbook

@Suite struct RuleCatalogueTests {
  @Test func `the rules of the contract keep their names and severities`() {
    let errors = [
      "broken-link", "broken-anchor", "missing-asset", "empty-link", "duplicate-url",
      "undefined-variable", "unknown-key", "invalid-front-matter", "invalid-field",
      "missing-field", "broken-reference", "template-syntax", "missing-layout", "missing-partial",
      "unsafe-url", "limit-exceeded", "invalid-encoding", "symbolic-link", "term-shadowed",
      "unmarked-override",
    ]
    let warnings = [
      "base-path-typed", "link-to-draft", "near-key", "orphan-page", "missing-index", "stray-file",
      "empty-heading", "unsafe-html", "overdue-allow", "needless-allow", "lost-url", "link-to-base",
    ]
    for id in errors { #expect(RuleCatalogue.rule(id)?.severity == .error, "\(id)") }
    for id in warnings { #expect(RuleCatalogue.rule(id)?.severity == .warning, "\(id)") }
    #expect(RuleCatalogue.rule("registry-r10")?.severity == .error)
    #expect(RuleCatalogue.rule("registry-r15")?.severity == .warning)
  }

  @Test func `each rule is there once, with all its texts`() {
    #expect(Set(RuleCatalogue.all.map(\.id)).count == RuleCatalogue.all.count)
    for rule in RuleCatalogue.all {
      #expect(rule.promise.hasSuffix("."), "\(rule.id)")
      #expect(!rule.promise.contains("\n"), "\(rule.id)")
      #expect(rule.why.hasSuffix("."), "\(rule.id)")
      #expect(rule.repair.hasSuffix("."), "\(rule.id)")
      #expect(!rule.example.isEmpty, "\(rule.id)")
    }
  }

  @Test func `every finding that the source makes is of a rule`() {
    // A rule's name stands first in what makes a finding, or behind one of these labels.
    let markers = [
      #/(?:Diagnostic|Remark|remark|RegistryRule|RuleText)\(\s*"([a-z][a-z0-9-]+)"/#,
      #/(?:rule|date|unknownKey|type|missing): "([a-z]+-[a-z0-9-]+)"/#,
      #/case (?:\.\w+:|\w+ =) "([a-z]+-[a-z-]+)"/#,
    ]
    // Words of the register that look like rules, and the name of a run that failed.
    let exempt = [
      "Sources/Register/Changes", "Sources/Register/Model", "Sources/Register/People",
      "Sources/Register/Status",
      "Sources/Diagnostics/Printers",
    ]
    var found: Set<String> = []
    for path in Project.swiftFiles(in: "Sources") where !exempt.contains(where: path.hasPrefix) {
      let text = Project.text(path)
      for marker in markers {
        found.formUnion(text.matches(of: marker).map { String($0.output.1) })
      }
    }
    // The test reads the sources: it must find what is surely there.
    #expect(
      found.isSuperset(of: [
        "broken-link", "registry-r10", "unsafe-html", "near-key", "template-syntax",
      ]))
    let unknown = found.filter { RuleCatalogue.rule($0) == nil }
    #expect(unknown.sorted() == [])
  }

  @Test func `a wrong name is answered with the nearest`() {
    #expect(RuleCatalogue.help(forUnknown: "brokn-link") == "did you mean 'broken-link'?")
    #expect(RuleCatalogue.help(forUnknown: "Registry-R10") == "did you mean 'registry-r10'?")
    #expect(RuleCatalogue.help(forUnknown: "zzz") == "'handbook explain' lists all rules")
  }

  @Test func `the list has a line for each rule, in columns`() {
    let lines = RuleCatalogue.list().split(separator: "\n")
    #expect(lines.count == RuleCatalogue.all.count)
    #expect(
      lines.first
        == "broken-link               error    Every link to a page of the handbook leads to a page that exists."
    )
  }

  @Test func `a rule is explained with promise, reason, example and repair`() {
    #expect(
      RuleCatalogue.rule("empty-link")?.text == """
        empty-link (error)
        Every link says where it leads.

        Why: An empty link looks like one, and takes the reader back to the page they are on.

        Such as:
            See [the standard]().

        Instead: Write the path of a page between the brackets, or leave the link out.

        """)
  }

  @Test func `the page of documentation is what the catalogue says`() {
    // Made by: handbook explain --markdown > docs/rules.md
    #expect(Project.text("docs/rules.md") == RuleCatalogue.markdown)
  }

  @Test func `the example of a link's rule is found by it`() async throws {
    for id in ["broken-link", "empty-link", "missing-asset", "unsafe-url", "broken-reference"] {
      let example = try #require(RuleCatalogue.rule(id)?.example)
      let found = try await report(["content/index.md": "# Home\n\n\(example)\n"]).findings
      #expect(found.map(\.rule) == [id])
    }
  }

  @Test func `a rule in site.yml that is none is an unknown key`() async throws {
    try await check([
      "site.yml": """
      title: Test
      rules:
        brokn-link: off
        ^^^^^^^^^^ error: 'brokn-link' is no rule; did you mean 'broken-link'?
        near-key: off
        content/**:
          xyz: error
          ^^^ error: 'xyz' is no rule; 'handbook explain' lists all rules
          lost-url: off
      """
    ])
  }
}
