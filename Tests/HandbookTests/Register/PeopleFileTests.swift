import Diagnostics
import Handbook
import Register
import Testing

@Suite struct PeopleFileTests {
  private let ottoline = RegisterSite.person(
    1, "Ottoline Quarrel", state: "listed", employer: "Brindle Works")

  /// The register, with the people in the file that site.yml names.
  private func site(_ people: String?) -> RegisterSite {
    var site = RegisterSite()
    site.people =
      people.map { "people:\n" + $0 + RegisterSite.person(2, "Peregrine Thrupp", state: "none") }
    return site
  }

  @Test func `a file with real names is one that git ignores`() async throws {
    let outcome = try await site(ottoline).build { $0.asksGit = { _ in .notIgnored } }
    let finding = try #require(outcome.report.findings.first)
    #expect(outcome.rules == ["registry-r51"])
    #expect(finding.place.file.path == "people.yml")
    #expect(finding.message == "git does not ignore this file, and names in it are private")
    #expect(try await site(ottoline).build { $0.asksGit = { _ in .ignored } }.rules.isEmpty)
  }

  @Test func `where git cannot be asked a note says so`() async throws {
    for (answer, note) in [
      (
        GitAnswer.noWorkTree,
        "the site is in no git work tree: nobody was asked whether git ignores 'people.yml'"
      ),
      (
        .unknown(reason: "there is no git here"),
        "whether git ignores 'people.yml' could not be asked: there is no git here"
      ),
    ] {
      let outcome = try await site(ottoline).build { $0.asksGit = { _ in answer } }
      #expect(outcome.rules.isEmpty)
      #expect(outcome.report.notes.contains(note))
    }
  }

  @Test func `a sample and a file that is not there are nobody's business`() async throws {
    var sample = RegisterSite()
    sample.people =
      "sample: true\npeople:\n" + RegisterSite.person(1, "Sample holder 01", state: "none")
      + RegisterSite.person(2, "Sample holder 02", state: "none")
    for site in [sample, site(nil)] {
      let outcome = try await site.build {
        $0.asksGit = { path in
          Issue.record("git was asked about \(path)")
          return .notIgnored
        }
      }
      #expect(outcome.rules.isEmpty)
    }
  }

  @Test func `the file that the run names takes the place of the site's`() async throws {
    let other =
      "people:\n" + RegisterSite.person(1, "Someone Else", state: "listed")
      + RegisterSite.person(2, "Peregrine Thrupp", state: "none")
    let outcome = try await site(ottoline).build {
      $0.people = NamedPeople(path: "/elsewhere/p.yml", bytes: Array(other.utf8), sitePath: nil)
      $0.asksGit = { path in path == "/elsewhere/p.yml" ? .noWorkTree : .notIgnored }
    }
    #expect(outcome.rules.isEmpty)
    #expect(!outcome.report.notes.contains { $0.contains("git") })
    #expect(try outcome.file("registry/people/index.html").contains("Someone Else"))
    #expect(!outcome.files.values.contains { $0.contains("Ottoline") })
  }

  @Test func `without the file that the run names nobody is named`() async throws {
    let outcome = try await site(ottoline).build {
      $0.people = NamedPeople(path: "p.yml", bytes: nil, sitePath: nil)
    }
    #expect(
      outcome.report.notes.contains("there is no people file 'p.yml': nobody is shown by name"))
    #expect(!outcome.files.values.contains { $0.contains("Ottoline") })
  }

  @Test func `a file among the pages is not published though only the run names it`() async throws {
    var site = RegisterSite()
    let people =
      "people:\n" + ottoline + RegisterSite.person(2, "Peregrine Thrupp", state: "none")
    site.files["content/holders.yml"] = people
    let outcome = try await site.build {
      $0.people = NamedPeople(
        path: "content/holders.yml", bytes: Array(people.utf8), sitePath: "content/holders.yml")
    }
    #expect(outcome.rules.isEmpty)
    #expect(outcome.files["holders.yml"] == nil)
  }

  @Test func `an employer who may not be shown stands beside no name`() async throws {
    var site = site(ottoline)
    site.files["content/a.md"] = "# A\n\nWell done, Ottoline Quarrel of *Brindle Works*!\n"
    let findings = try await site.build().report.findings
    #expect(findings.map(\.rule) == ["registry-r53"])
    #expect(
      findings.first?.message == "'a/index.html' holds the employer of 'per-01' beside the name")
    site.files["content/a.md"] =
      "# A\n\nBrindle Works was here.\n\nSo was Ottoline Quarrel, "
      + String(repeating: "much ", count: 20) + "later.\n"
    site.files["content/a.md"] = "# A\n\nBrindle Works was here.\n"
    #expect(try await site.build().rules.isEmpty)
  }

  @Test func `an employer who may be shown may stand anywhere`() async throws {
    var site = site(
      RegisterSite.person(
        1, "Ottoline Quarrel", state: "listed-with-employer", employer: "Brindle Works"))
    site.files["content/a.md"] = "# A\n\nWell done, Ottoline Quarrel of Brindle Works!\n"
    #expect(try await site.build().rules.isEmpty)
  }

  @Test func `an authored page about people keeps search engines out`() async throws {
    var site = site(ottoline)
    site.files["content/registry/people.md"] = "---\ntitle: People\nlayout: registry/people\n---\n"
    let finding = try #require(try await site.build().report.findings.first)
    #expect(finding.rule == "registry-r57")
    #expect(finding.place.file.path == "content/registry/people.md")
    site.files["content/registry/people.md"] =
      "---\ntitle: People\nlayout: registry/people\nnoindex: true\n---\n"
    #expect(try await site.build().rules.isEmpty)
  }

  @Test func `a policy may let search engines in, but only to those who are listed`() async throws {
    var site = site(ottoline)
    site.entries = "framework: {rules: {people_indexed: true}}\n" + site.entries
    let outcome = try await site.build(url: "https://site.example/")
    let numbers = site.numbers.map { $0.lowercased() }
    #expect(!(try outcome.file("registry/people/index.html").contains("noindex")))
    #expect(
      !(try outcome.file("registry/certificates/\(numbers[0])/index.html").contains("noindex")))
    #expect(try outcome.file("sitemap.xml").contains("/registry/people/"))
    #expect(try outcome.file("sitemap.xml").contains(numbers[0]))
    #expect(!(try outcome.file("sitemap.xml").contains(numbers[1])))
  }

  @Test func `an earlier register shows what was lost`() async throws {
    let old = RegisterSite()
    var new = RegisterSite()
    new.certificates = 1
    let text = SourceFile(
      path: "old.yml",
      text: old.entries + "certificates:\n  - {id: \(old.numbers[1]), person: per-02}\n")
    let previous = try PreviousRegistry(parsing: text)
    let outcome = try await new.build { $0.previousRegistry = previous }
    #expect(outcome.rules == ["registry-r60"])
    #expect(try await old.build { $0.previousRegistry = previous }.rules.isEmpty)
  }

  @Test(arguments: ["people: content/people.privat.yml", ""])
  func `a file that is called private is not published, whatever site.yml names`(
    key: String
  ) async throws {
    var site = RegisterSite()
    site.files["content/people.private.yml"] = "people:\n" + ottoline
    site.files["content/a.private.csv"] = "Ottoline"
    site.files["content/index.md"] = "# Home\n"
    site.files["content/registry.yml"] = site.entries
    site.files["site.yml"] = "title: Test\n" + key
    let outcome = try await build(site.files)
    #expect(!outcome.files.values.contains { $0.contains("Ottoline") })
    #expect(outcome.files["a.private.csv"] == nil && outcome.rules.isEmpty)
  }

  @Test(arguments: ["content/holders.yml", "assets/holders.json"])
  func `a file of people that would be published is an error`(path: String) async throws {
    var site = RegisterSite()
    site.files[path] =
      path.hasSuffix("json")
      ? #"{"people": [{"id": "per-01", "name": "Ottoline Quarrel"}]}"# : "people:\n" + ottoline
    let findings = try await site.build().report.findings
    #expect(findings.map(\.rule) == ["registry-r51"])
    #expect(
      findings.first?.message == "this file names people of the register, and would be published")
    #expect(!findings.map { TextPrinter().print($0) }.joined().contains("Ottoline"))
    site.files[path] = "sample: true\npeople: [{id: per-01, name: Sample holder 01}]"
    #expect(try await site.build().rules.isEmpty)
    site.files[path] = "people: [{id: ann, name: The Team}]"
    #expect(try await site.build().rules.isEmpty)
  }

  @Test(arguments: ["../people.yml", "/home/people.yml", "content/../../people.yml"])
  func `a file outside the site is said to be there`(path: String) async throws {
    var site = RegisterSite()
    site.files["content/index.md"] = "# Home\n"
    site.files["content/registry.yml"] = site.entries
    site.files["site.yml"] = "title: Test\npeople: \(path)\n"
    let outcome = try await build(site.files)
    #expect(
      outcome.report.notes.contains(
        "'people' in site.yml names '\(path)' outside the site's folder, where only --people reads a file: nobody is shown by name"
      ), "\(outcome.report.notes)")
  }
}
