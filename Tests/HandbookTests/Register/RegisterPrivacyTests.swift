import Diagnostics
import Handbook
import Testing

@Suite struct RegisterPrivacyTests {
  private let address = RegisterSite.number(1).lowercased()

  /// The register with a private file of two people, the first as given.
  private func site(
    _ state: String, employer: String? = nil, given: String = "2025-09-19", withdrawn: String? = nil
  ) -> RegisterSite {
    var site = RegisterSite()
    site.people =
      "people:\n"
      + RegisterSite.person(
        1, "Ottoline Quarrel", state: state, employer: employer, given: given, withdrawn: withdrawn)
      + RegisterSite.person(2, "Peregrine Thrupp", state: "verify-only")
    return site
  }

  /// Expects that nothing but its own page knows of the certificate.
  private func expectUnlisted(_ outcome: Outcome, _ day: String = "") throws {
    let page = try outcome.file("registry/certificates/\(address)/index.html")
    #expect(page.contains("noindex"), "\(day)")
    for (path, text) in outcome.files where path != "registry/certificates/\(address)/index.html" {
      #expect(!text.lowercased().contains(address), "\(path) \(day)")
    }
    for (path, text) in outcome.files { #expect(!text.contains("Ottoline"), "\(path) \(day)") }
  }

  @Test func `without the private file every certificate has its page and is in no list`()
    async throws
  {
    let outcome = try await RegisterSite().build(url: "https://site.example/")
    try expectUnlisted(outcome)
    #expect(
      outcome.report.notes.contains("there is no people file 'people.yml': nobody is shown by name")
    )
    #expect(try outcome.file("handbook.json").contains(#""certificates":2"#))
  }

  @Test func `who chose verify-only is not listed`() async throws {
    try expectUnlisted(try await site("verify-only").build(url: "https://site.example/"))
  }

  @Test func `who chose none has no page`() async throws {
    var site = site("none")
    site.files["content/a.md"] = "# A\n\n[x](registry:\(RegisterSite.number(1)))\n"
    let outcome = try await site.build()
    #expect(outcome.files["registry/certificates/\(address)/index.html"] == nil)
    #expect(outcome.rules == ["broken-reference"])
  }

  @Test func `who consented is named, asks search engines to stay away, and stands in lists`()
    async throws
  {
    let outcome = try await site("listed", employer: "Brindle Works").build(
      url: "https://site.example/")
    #expect(outcome.report.findings.isEmpty)
    let page = try outcome.file("registry/certificates/\(address)/index.html")
    #expect(page.contains("Ottoline Quarrel"))
    #expect(page.contains("noindex"))
    let people = try outcome.file("registry/people/index.html")
    #expect(people.contains("Ottoline Quarrel"))
    #expect(people.contains("noindex"))
    #expect(!outcome.files.values.contains { $0.contains("Brindle") })
    for path in ["registry/data/certificates.csv", "registry/data/registry.json"] {
      #expect(try outcome.file(path).contains(RegisterSite.number(1)))
      #expect(!(try outcome.file(path).contains(RegisterSite.number(2))))
      #expect(!(try outcome.file(path).contains("per-")))
    }
    #expect(try outcome.file("handbook.json").contains(address))
    #expect(!(try outcome.file("sitemap.xml").contains(address)))
    #expect(!(try outcome.file("sitemap.xml").contains("people")))
  }

  @Test func `the employer is shown to those who chose that`() async throws {
    let outcome = try await site("listed-with-employer", employer: "Brindle Works").build()
    #expect(try outcome.file("registry/people/index.html").contains("Brindle Works"))
    #expect(
      try outcome.file("registry/certificates/\(address)/index.html").contains("Brindle Works"))
  }

  @Test(arguments: [
    ("2026-01-09", false, "2026-01-10"), ("2026-01-10", true, "2026-02-02"),
    ("2026-05-19", true, "2026-05-20"),
    ("2026-05-20", false, "2026-11-12"), ("2026-05-21", false, "2026-11-12"),
  ])
  func `a consent holds from its day to the day before it is withdrawn`(
    day: String, isNamed: Bool, next: String
  ) async throws {
    let site = site("listed", given: "2026-01-10", withdrawn: "2026-05-20")
    let outcome = try await site.build(asOf: day)
    if isNamed {
      #expect(try outcome.file("registry/people/index.html").contains("Ottoline"))
    } else {
      try expectUnlisted(outcome, day)
    }
    #expect(try outcome.file("handbook.json").contains(#""nextChange":"\#(next)""#), "\(day)")
  }

  @Test(arguments: ["basis: consent", "notice_version: \"1\"", "given: 2025-09-19"])
  func `a listing without a complete record of consent is an error and shows nobody`(part: String)
    async throws
  {
    var site = site("listed")
    site.people = site.people?.replacing(
      ", \(part)", with: part == "basis: consent" ? ", basis: legitimate-interests" : "")
    let outcome = try await site.build()
    #expect(outcome.rules == ["registry-r52"])
    try expectUnlisted(outcome)
  }

  @Test func `forty names that may not be shown are nowhere`() async throws {
    var site = RegisterSite()
    site.certificates = 41
    let states = ["none", "verify-only", "listed"]
    site.people =
      "people:\n" + RegisterSite.person(41, "Shown Person", state: "listed")
      + (1...40).map { index in
        RegisterSite.person(
          index, "Canary\(index) O'Hide\(index)", state: states[index % 3],
          employer: "Nest \(index)",
          withdrawn: index % 3 == 2 ? "2026-06-30" : nil)
      }.joined()
    let outcome = try await site.build(url: "https://site.example/")
    #expect(outcome.report.findings.isEmpty)
    #expect(try outcome.file("registry/people/index.html").contains("Shown Person"))
    for (path, text) in outcome.files {
      #expect(
        !text.lowercased().contains("canary") && !text.contains("Hide") && !text.contains("Nest"),
        "\(path)")
    }
  }

  @Test(arguments: [
    "By Ottoline Quarrel.", "By Ottoline\nQuarrel.", "By OTTOLINE QUARREL.",
    "By *Ottoline* Quarrel.",
    "By [x](https://x.example/ottoline-quarrel).",
    "By [x](https://x.example/?n=Ottoline%20Quarrel).",
    "By Ottoline&nbsp;Quarrel.",
  ])
  func `a name in a page's text keeps the site from being published`(text: String) async throws {
    var site = site("verify-only")
    site.files["content/a.md"] = "# A\n\n\(text)\n"
    let findings = try await site.build().report.findings
    #expect(findings.map(\.rule) == ["registry-r54"])
    let finding = try #require(findings.first)
    #expect(finding.severity == .error)
    #expect(finding.place.file.path == "people.yml")
    #expect(finding.message == "'a/index.html' holds the name of 'per-01', who may not be named")
    #expect(finding.notes.map(\.place.file.path) == ["content/a.md"])
  }

  @Test func `names are looked for in copied files and in file names`() async throws {
    var site = site("verify-only")
    site.files["content/list.csv"] = "who\nOttoline Quarrel\n"
    site.files["assets/ottoline-quarrel.png"] = "no text"
    #expect(try await site.build().rules == ["registry-r54", "registry-r54"])
  }

  @Test func `a listed person's name may be written anywhere`() async throws {
    var site = site("listed")
    site.files["content/a.md"] = "# A\n\nBy Ottoline Quarrel.\n"
    #expect(try await site.build().report.findings.isEmpty)
  }

  @Test func `the private file is never published, wherever it lies`() async throws {
    var site = RegisterSite()
    site.files["content/people.yml"] =
      "people:\n" + RegisterSite.person(1, "Ottoline Quarrel", state: "none")
    site.settings = ""
    var files = site.files
    files["content/index.md"] = "# Home\n"
    files["content/registry.yml"] = site.entries
    files["site.yml"] = "title: T\npeople: content/people.yml\n"
    let outcome = try await build(files)
    #expect(!outcome.files.values.contains { $0.contains("Ottoline") })
    #expect(outcome.report.findings.isEmpty)
  }

  @Test func `no finding about the private file prints a name`() async throws {
    var site = site("listed", employer: "Brindle Works")
    site.people = """
      people:
        - {id: per-01, name: Ottoline Quarrel, employer: Brindle Works, colour: red, publication: {state: lisetd}}
        - {id: per-01, name: Peregrine Thrupp, publication: {state: listed}}
      """
    let findings = try await site.build().report.findings
    #expect(
      Set(findings.map(\.rule)) == [
        "invalid-field", "unknown-key", "registry-r01", "registry-r03", "registry-r52",
      ])
    let printed = findings.map { TextPrinter().print($0) }.joined()
    for name in ["Ottoline", "Quarrel", "Brindle", "Peregrine", "Thrupp"] {
      #expect(!printed.contains(name))
    }
  }

  @Test func `a sample may hold no real name`() async throws {
    var site = RegisterSite()
    site.people =
      "sample: true\npeople:\n" + RegisterSite.person(1, "Sample holder 01", state: "none")
      + RegisterSite.person(2, "Ottoline Quarrel", state: "none")
    #expect(try await site.build().rules == ["registry-r51"])
  }

  @Test func `a layout that forgets it cannot let search engines in`() async throws {
    var site = RegisterSite()
    site.files["layouts/page.html"] =
      "<html><head lang=en><title>x</title></head><body>noindex {{ content }}</body></html>"
    let page = try await site.build().file("registry/certificates/\(address)/index.html")
    #expect(page.hasPrefix(#"<html><head lang=en><meta name="robots" content="noindex"><title>"#))
  }
}
