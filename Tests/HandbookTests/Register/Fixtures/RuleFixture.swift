import Diagnostics
import Handbook
import Register
import Testing
import Values

/// One register in which a rule holds by a hair, one in which it does not, and what is said of it.
struct RuleFixture: Sendable, CustomTestStringConvertible {
  /// A register, told by what it has otherwise than the sound one, and what lies beside it.
  struct Case: Sendable {
    /// Parts of the sound register, each with what is written for the first of its kind.
    var changes: KeyValuePairs<String, String> = [:]
    /// The same of the register as it was published before; `nil` where there is none.
    var before: KeyValuePairs<String, String>?
    /// The private file, and what git says of it.
    var people: String?
    var git = GitAnswer.ignored
    /// Other files of the site.
    var files: [String: String] = [:]
  }

  /// The rule, without `registry-`.
  let rule: String
  let passing: Case
  let failing: Case
  /// The finding as it is printed; of several the first.
  let found: String

  init(_ rule: String, _ passing: Case, _ failing: Case, _ found: String) {
    self.rule = "registry-" + rule
    self.passing = passing
    self.failing = failing
    self.found = found
  }

  /// Of rules that judge the register by itself.
  init(
    _ rule: String, passing: KeyValuePairs<String, String>,
    failing: KeyValuePairs<String, String>, _ found: String
  ) {
    self.init(rule, Case(changes: passing), Case(changes: failing), found)
  }

  var testDescription: String { rule }
}

extension RuleFixture.Case {
  /// What is found by a rule in the whole site, as it is printed.
  func findings(of rule: String) async throws -> [String] {
    var files = files
    files["site.yml"] = "title: Test\npeople: people.yml\n"
    files["content/index.md"] = "# Home\n"
    files["content/registry.yml"] = try Self.register(with: changes)
    if let people { files["people.yml"] = people }
    let sources = MemorySources(files)
    var options = BuildOptions(
      asOf: try #require(PlainDate("2026-06-30")), url: nil, includesDrafts: false, workers: 1)
    options.asksGit = { [git] _ in git }
    options.previousRegistry = try before.map {
      try PreviousRegistry(
        parsing: SourceFile(path: "old.yml", text: try Self.register(with: $0)))
    }
    let report = try await compile(sources, options, into: MemoryOutput(sources))
    return report.findings.filter { $0.rule == rule }.map { TextPrinter().print($0) }
  }

  private static func register(with changes: KeyValuePairs<String, String>) throws -> String {
    var text = Project.text("Tests/Shared/sound-register.yml")
    for (part, now) in changes {
      let range = try #require(text.firstRange(of: part), "the register has no '\(part)'")
      text.replaceSubrange(range, with: now)
    }
    return text
  }
}
