import Diagnostics
import Testing

@testable import Handbook

@Suite struct ModelRuleReaderTests {
  @Test func `what is wrong with a rule stands under it`() async throws {
    try await check([
      "content/index.md": "# Home\n",
      "site.yml": """
      title: T
      kinds: {service: {folder: s, fields: {phase: text, needs: {columns: {what: text}}}}}
      rules:
        one: {for: servce, must: {phase: live}}
                   ^^^^^^ error: there is no kind 'servce'; did you mean 'service'?
        two: {for: service, must: {phse: live}}
                                   ^^^^ error: no kind has a field 'phse'; did you mean 'phase'?
        three: {for: service}
        ^^^^^ error: the rule 'three' has no 'must'; add 'must: …'
        four: {for: service, mst: 1, must: {phase: {matches: "(", not: x}}}
                             ^^^ error: 'mst' is no key of a rule; remove one of the two: 'must' can be written once
                                                             ^^^ error: '(' is no regular expression; write one, such as 'vacant.*'
        five: {for: service, severity: loud, must: {needs: {at least: many}}}
                                       ^^^^ error: a rule of the site is error or warning, not 'loud'; write one of them; 'off' goes into a site that adapts this one
                                                                      ^^^^ error: 'many' is no number; write digits, such as 3
        six: {for: service, must: {needs: {named by: needs}, phase: {within: soon}}}
                                                     ^^^^^ error: 'needs' is no column of a table; write 'table.column'
                                                                             ^^^^ error: 'soon' is no period; write a number and days, weeks, months or years
      """,
    ])
  }

  @Test(arguments: [
    ("phase: live", ["a"]), ("phase: [live, beta]", ["a", "b"]),
    ("phase: {not: live}", ["b", "c"]),
    ("phase: given", ["a", "b"]), ("phase: missing", ["c"]),
    ("phase: {matches: '.*e.*'}", ["a", "b"]), ("needs: {at least: 1}", ["a"]),
    ("needs: {exactly: 0}", ["b", "c"]), ("needs: {what: ride}", ["a"]),
    ("needs: {what: ride, at least: 2}", []), ("title: A", ["a"]), ("url: /s/b/", ["b"]),
  ])
  func `a condition is a word, several, or a test`(condition: String, pages: [String]) async throws
  {
    let report = try await report([
      "site.yml": """
      title: T
      kinds: {service: {folder: s, fields: {phase: text, needs: {columns: {what: text}}}}}
      rules:
        mine: {for: service, must: {\(condition)}, message: "{title} breaks it {unknown}"}
      """,
      "content/s/a.md": "---\ntitle: A\nphase: live\nneeds: [{what: ride}, {what: rest}]\n---\n",
      "content/s/b.md": "---\ntitle: B\nphase: beta\n---\n",
      "content/s/c.md": "---\ntitle: C\n---\n",
    ])
    let broken = Set(["a", "b", "c"]).subtracting(pages).sorted()
    #expect(
      report.findings.map(\.message) == broken.map { "\($0.uppercased()) breaks it {unknown}" })
  }
}
