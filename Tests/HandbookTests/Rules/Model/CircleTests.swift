import Diagnostics
import Testing

@testable import Handbook

/// A site with pages `a`, `b` and so on of the kind `svc` in `content/svc`, held to one rule.
private func site(_ rule: String, _ pages: [String: String]) -> [String: String] {
  var files = [
    "site.yml": """
    title: T
    kinds:
      svc:
        folder: svc
        fields:
          live: true or false
          dep: references to svc
          accepted: {columns: {service: reference to svc, date: date}}
      part: {folder: part, fields: {of: reference to svc, name: text}}
    rules:
      circle: {\(rule)}

    """, "content/index.md": "# Home\n", "content/svc/index.md": "# S\n",
  ]
  for (name, lines) in pages {
    files["content/svc/\(name).md"] = "---\ntitle: \(name.uppercased())\n\(lines)\n---\n"
  }
  return files
}

@Suite struct CircleTests {
  private func circles(_ rule: String, _ pages: [String: String]) async throws -> [String] {
    try await report(site(rule, pages)).findings.map(\.message)
  }

  @Test func `a new circle is told beside one that is known`() async throws {
    let rule = "for: svc, no circle: dep, message: c"
    let known = Baseline(
      try await report(site(rule, ["a": "dep: [b]", "b": "dep: [a]", "c": ""])).findings)
    for a in ["[b, c]", "[c, b]"] {
      let pages = ["a": "dep: \(a)", "b": "dep: [a]", "c": "dep: [b]"]
      let findings = try await report(site(rule, pages)).findings
      #expect(Set(findings.map(\.message)) == ["c: A → B → A", "c: A → C → B → A"])
      #expect(known.divide(findings).new.map(\.message) == ["c: A → C → B → A"])
    }
  }

  @Test func `circles are looked for among the pages that the rule is about`() async throws {
    let pages = [
      "a": "dep: [b, c]\nlive: true", "b": "dep: [a]\nlive: true", "c": "dep: [a]",
    ]
    #expect(
      try await circles("for: svc, when: {live: \"true\"}, no circle: dep, message: c", pages)
        == ["c: A → B → A"])
    #expect(
      try await circles("for: svc, unless: {live: missing}, no circle: dep, message: c", pages)
        == ["c: A → B → A"])
  }

  @Test func `a reference for which 'unless' holds closes no circle`() async throws {
    let rule =
      "for: svc, no circle: dep, unless: {accepted: {service: it, date: given}}, message: c"
    var pages = ["a": "dep: [b]", "b": "dep: [a]"]
    #expect(try await circles(rule, pages) == ["c: A → B → A"])
    pages["b"] = "dep: [a]\naccepted: [{service: a, date: 2026-01-01}]"
    #expect(try await circles(rule, pages) == [])
  }

  @Test func `related pages run in circles too, also those that no kind tells of`() async throws {
    var files = site("for: page, no circle: related, message: c", [:])
    files["content/index.md"] = """
      ---
      title: Home
      related: [/svc/]
                ^^^^^ error: c: Home → S → Home
      ---
      """
    files["content/svc/index.md"] = "---\ntitle: S\nrelated: [/svc/, /]\n---\n"
    try await check(files)
  }

  @Test func `what refers to no pages runs in no circle, and is refused`() async throws {
    let rules = [
      ("for: part, no circle: name", "no field 'name' of a part refers to pages"),
      ("for: part, no circle: dep", "no field 'dep' of a part refers to pages"),
      ("for: page, no circle: backlinks", "no field 'backlinks' of a page refers to pages"),
      ("for: svc, no circle: dep, must: {dep: given}", "'must' says nothing beside 'no circle'"),
    ]
    for (rule, message) in rules { #expect(try await circles(rule, [:]) == [message]) }
    for rule in [
      "for: svc, no circle: service", "for: part, no circle: of", "for: page, no circle: dep",
    ] {
      #expect(try await circles(rule, [:]) == [])
    }
  }

  @Test func `circles beyond number are counted`() async throws {
    var pages: [String: String] = [:]
    let names = (0..<60).map { "p\($0)" }
    for name in names {
      pages[name] = "dep: [\(names.filter { $0 != name }.joined(separator: ", "))]"
    }
    let found = try await circles("for: svc, no circle: dep, message: c", pages)
    #expect(found.count == 1001)
    #expect(found.contains("c: \(60 * 59 - 2000) more references"))
  }
}

@Suite struct CircleSearchTests {
  @Test func `a chain of a hundred thousand is searched without recursion`() {
    let count = 100_000
    let chain = CircleSearch(Array(0..<count)) { $0 + 1 < count ? [$0 + 1] : [] }
    #expect(chain.circles.isEmpty)
    let circle = CircleSearch(Array(0..<count)) { [($0 + 1) % count] }
    #expect(circle.circles.map(\.count) == [count])
  }

  @Test func `circles are found once each, also of one page, and shared parts are none`() {
    let targets = [[1, 2], [3], [3], [4], [3, 4], [0]]
    #expect(CircleSearch(Array(0..<6)) { targets[$0] }.circles == [[3, 4], [4]])
  }

  @Test func `every reference that lies on a circle lies on one that is found, the shortest`() {
    // 0 and 1 lead to each other, and 2 leads from 0 to 1.
    for targets in [[[1, 2], [0], [1]], [[2, 1], [0], [1]]] {
      let circles = CircleSearch(Array(0..<3)) { targets[$0] }.circles
      #expect(Set(circles) == [[0, 1], [0, 2, 1]])
      #expect(circles.count == 2)
    }
    // Each begins with the page that was given first, wherever it is met.
    #expect(CircleSearch([2, 0, 1]) { [[1], [2], [0]][$0] }.circles == [[2, 0, 1]])
    #expect(CircleSearch([3]) { [[1], [0], [], [0]][$0] }.circles == [[0, 1]])
  }

  @Test func `where everything leads to everything the search ends, and counts what it leaves`() {
    let count = 300
    let all = Array(0..<count)
    let dense = CircleSearch(all) { page in all.filter { $0 != page } }
    #expect(dense.circles.count == 1000)
    #expect(dense.circles.allSatisfy { $0.count == 2 })
    #expect(dense.rest?.references == count * (count - 1) - 2000)
    let short = CircleSearch(all, effort: 10) { [($0 + 1) % count] }
    #expect(short.circles.isEmpty)
    #expect(short.rest?.page == 0 && short.rest?.references == count)
  }
}
