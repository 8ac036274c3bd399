import Foundation
import Testing

/// A small site with a register, as it is used from the command line.
@Suite struct RegisterCommandTests {
  private static let register = """
    organisations:
      # A comment that stays.
      - id: org-college
        name: The College
        audits:
          - {id: aud-0001, kind: initial, opened: 2024-08-05, closed: 2024-08-30, auditors: [], scope: {material: met, delivery: met, assessment: met}, decision: accredit}
        terms:
          - {id: acc-0001, audit: aud-0001, start: 2024-09-02} # two years
    certificates: []
    log:
      - {date: 2024-09-02, kind: accreditation-granted, subject: org-college, note_code: first-term}

    """

  private func site() throws -> Folder {
    let folder = try Folder()
    try folder.write("title: T\n", to: "site.yml")
    try folder.write("# Home\n\n[r](/registry/)\n", to: "content/index.md")
    try folder.write(Self.register, to: "content/registry.yml")
    return folder
  }

  private func run(_ arguments: String..., in folder: Folder) throws -> Command.Outcome {
    try Command(arguments: arguments, folder: folder).run()
  }

  @Test func `what is asked is answered as table, JSON and CSV`() throws {
    let site = try site()
    #expect(
      try run("registry", "list", "--as-of", "2026-06-30", in: site).output == """
        id           name         status      term_end    levels
        org-college  The College  accredited  2026-09-01

        """)
    #expect(
      try run("register", "renewals", "--as-of", "2026-06-30", "--format", "csv", in: site).output
        == "id,name,status,term,end,days_left\r\norg-college,The College,accredited,acc-0001,2026-09-01,63\r\n"
    )
    let json = try run(
      "registry", "show", "org-college", "--as-of", "2026-06-30", "--format", "json", in: site)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["status"] as? String == "accredited")
    #expect(
      try run("registry", "renewals", "--within", "30d", "--as-of", "2026-06-30", in: site).console
        .contains("no accreditation without a next term ends by 2026-07-30"))
    #expect(
      try run("registry", "stats", "--as-of", "2026-06-30", in: site).output
        .contains("accredited                        1\n"))
  }

  @Test func `a status that the kind cannot have is refused, and nothing found is said`() throws {
    let site = try site()
    let list = ["registry", "list", "--as-of", "2026-06-30", "--status"]
    for (arguments, words) in [
      (
        list + ["acredited"],
        "'acredited' is no status of organisations; did you mean 'accredited'?"
      ),
      (list + ["valid"], "'valid' is no status of organisations; "),
      (list + ["valid", "courses"], "courses have no status; organisations and certificates have"),
    ] {
      let outcome = try Command(arguments: arguments, folder: site).run()
      #expect(outcome.exitCode == 64)
      #expect(outcome.console.contains("Error: " + words), "\(outcome.console)")
      #expect(!outcome.console.contains("Usage"))
    }
    let none = try Command(arguments: list + ["lapsed"], folder: site).run()
    #expect(none.exitCode == 0)
    #expect(none.output.isEmpty)
    #expect(none.console == "no organisations have the status 'lapsed' on 2026-06-30\n")
    #expect(
      try run("registry", "list", "certificates", in: site).console
        == "the register has no certificates yet\n")
  }

  @Test func `an entry is shown a line for each value, and none is empty`() throws {
    let shown = try run("registry", "show", "org-college", "--as-of", "2026-06-30", in: try site())
    let lines = shown.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.contains("terms.1.current          yes"), "\(shown.output)")
    #expect(lines.allSatisfy { $0.contains("  ") }, "\(shown.output)")
  }

  @Test func `an id that is none is answered with the nearest`() throws {
    let outcome = try run("registry", "show", "org-colege", in: try site())
    #expect(outcome.exitCode == 64)
    #expect(outcome.console.contains("has no entry 'org-colege'; did you mean 'org-college'?"))
  }

  @Test func `a renewal is printed, or put in its place with all else as it was`() throws {
    let site = try site()
    let renew = [
      "registry", "renew", "org-college", "--decided", "2026-08-20", "--auditor", "aud-p",
    ]
    let printed = try Command(arguments: renew, folder: site).run()
    #expect(printed.exitCode == 0)
    #expect(
      printed.output.contains(
        "- {id: acc-0002, audit: aud-0002, start: 2026-09-02, end: 2028-09-01}"))
    #expect(try site.text("content/registry.yml") == Self.register)

    let written = try Command(arguments: renew + ["--write"], folder: site).run()
    #expect(written.exitCode == 0)
    #expect(written.console.hasPrefix("written: acc-0002 to content/registry.yml\n"))
    let now = try site.text("content/registry.yml")
    #expect(now.contains("start: 2024-09-02} # two years\n      - {id: acc-0002"))
    let kept = now.split(separator: "\n").filter {
      !$0.contains("-0002") && !$0.contains("accreditation-renewed")
    }
    #expect(kept == Self.register.split(separator: "\n"))
    try site.write(Self.register, to: "old.yml")
    #expect(
      try run(
        "registry", "diff", "old.yml", "content/registry.yml", "--as-of", "2026-08-21", in: site
      )
      .output == """
        change   id           detail
        renewed  org-college  2026-09-02 to 2028-09-01 (acc-0002)
        audited  org-college  aud-0002: accredit

        """)
  }

  @Test func `a course and a certificate are entered, and the register stays sound`() throws {
    let site = try site()
    let course = try run(
      "registry", "add", "course", "--org", "org-college", "--level", "foundation", "--title", "F",
      "--course-version", "1.0", "--pass-mark", "60", "--from", "2024-09-02", "--write", in: site)
    #expect(course.exitCode == 0, "\(course.console)")
    let certificate = try run(
      "registry", "add", "certificate", "--course", "crs-college-f", "--awarded", "2026-06-19",
      "--attended-from", "2026-06-08", "--attended-to", "2026-06-10", "--assessed", "2026-06-12",
      "--as-of", "2026-06-30", "--write", in: site)
    #expect(certificate.exitCode == 0, "\(certificate.console)")
    #expect(!certificate.console.contains("still to do"), "\(certificate.console)")
    let check = try run("check", "--as-of", "2026-06-30", "--strict", in: site)
    #expect(check.exitCode == 0, "\(check.console)")
    #expect(
      try run("registry", "list", "certificates", "--as-of", "2026-06-30", in: site).output
        .contains("foundation  org-college  2026-06-19  valid"))
  }

  @Test func `a mistake that is made once more is told once more`() throws {
    let site = try site()
    _ = try run(
      "registry", "add", "course", "--org", "org-college", "--level", "foundation", "--title", "F",
      "--course-version", "1.0", "--pass-mark", "60", "--from", "2024-09-02", "--write", in: site)
    for place in [17, 29] {
      let added = try run(
        "registry", "add", "certificate", "--course", "crs-college-f", "--awarded", "2026-06-19",
        "--attended-from", "2026-06-22", "--attended-to", "2026-06-23", "--assessed", "2026-06-19",
        "--as-of", "2026-06-30", "--write", in: site)
      #expect(added.exitCode == 0)
      #expect(added.console.contains("[registry-r32]"), "\(added.console)")
      #expect(added.console.contains("content/registry.yml:\(place):"), "\(added.console)")
    }
  }

  @Test func `nothing is written into a register that could not be read then, or cannot be now`()
    throws
  {
    let site = try site()
    let add = ["registry", "add", "organisation", "--name", "B", "--decided", "2026-05-11"]
    for (text, words) in [
      ("{organisations: [], \"log\"}", "no place is found for 'log'"),
      ("organisations: [}\n", "'content/registry.yml' cannot be read as YAML"),
      (
        "organisations: []\ncertifcates: []\n",
        "some of the register cannot be read, so nothing is written"
      ),
      (
        "\u{FEFF}organisations: []\n",
        "no place is found in 'content/registry.yml' in which the entry could be read"
      ),
    ] {
      try site.write(text, to: "content/registry.yml")
      let outcome = try Command(arguments: add + ["--write"], folder: site).run()
      #expect(outcome.exitCode == 64, "\(text)")
      #expect(outcome.console.contains("Error: " + words), "\(outcome.console)")
      #expect(try site.text("content/registry.yml") == text)
    }
    try site.write(
      "{\"organisations\": [], \"courses\": [], \"log\": []}\n", to: "content/registry.yml")
    #expect(try Command(arguments: add + ["--write"], folder: site).run().exitCode == 0)
    let listed = try run("registry", "list", "--as-of", "2026-06-30", in: site)
    #expect(listed.output.contains("org-b  B     accredited"), "\(listed.output)")
  }

  @Test func `what was published and is gone is told against the earlier file`() throws {
    let site = try site()
    try site.write(
      Self.register.replacing(
        "certificates: []", with: "certificates: [{id: C-7Q4M-X2RK-3, awarded: 2025-01-01}]"),
      to: "old.yml")
    let outcome = try run(
      "check", "--previous-registry", "old.yml", "--as-of", "2026-06-30", in: site)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.console.contains(
        "content/registry.yml:9:1: error: 'C-7Q4M-X2RK-3' was published, and is not in the register any more [registry-r60]"
      ))
    let wrong = try run("check", "--previous-registry", "site.yml", in: site)
    #expect(wrong.exitCode == 2)
    #expect(wrong.console.contains("it is no register"))
  }

  @Test func `git is asked whether it ignores the people file`() throws {
    let site = try site()
    try site.write(
      "- {id: per-1, name: Ottoline Quarrel, publication: {state: none}}\n", to: "people.yml")
    let check = ["check", "--people", "people.yml", "--as-of", "2026-06-30"]
    #expect(
      try Command(arguments: check, folder: site).run().console.contains(
        "note: the site is in no git work tree: nobody was asked whether git ignores 'people.yml'"))
    try site.git("init", "--quiet")
    let found = try Command(arguments: check, folder: site).run()
    #expect(found.exitCode == 1)
    #expect(found.console.contains("people.yml:1:1: error: git does not ignore this file"))
    #expect(!found.console.contains("Ottoline"))
    try site.write("people.yml\n", to: ".gitignore")
    #expect(try Command(arguments: check, folder: site).run().exitCode == 0)
    let none = try run("check", "--people", "nobody.yml", in: site)
    #expect(none.console.contains("note: there is no people file 'nobody.yml'"))
  }

  @Test func `bad input is a finding at its line, and publishes nothing`() throws {
    let site = try site()
    for (part, now, place, words) in [
      (
        "name: The College", "name: The College\n    name: Another", "5:5",
        "'name' is written twice"
      ),
      ("id: org-college", "id: 12345", "3:9", "'12345' is not written like the id"),
      (
        "certificates: []", "  - {id: org-co11ege, name: Twin}\ncertificates: []", "9:10",
        "'org-co11ege' is easily taken for 'org-college'"
      ),
      (
        "note_code: first-term", "note_code: ask ann@x.example", "11:86",
        "this holds an e-mail address"
      ),
    ] {
      #expect(Self.register.contains(part))
      try site.write(Self.register.replacing(part, with: now), to: "content/registry.yml")
      let outcome = try run("build", "--as-of", "2026-06-30", in: site)
      #expect(outcome.exitCode == 1)
      #expect(
        outcome.console.contains("content/registry.yml:\(place): error: \(words)"),
        "\(outcome.console)")
      #expect(try Tree(site.url.appending(path: "public")) == .nothing)
    }
  }

  @Test func `a register of a hundred megabytes is refused at its place`() throws {
    let site = try site()
    let file = try site.open("content/registry.yml")
    try file.truncate(atOffset: 100_000_000)
    try file.close()
    let outcome = try run("check", "--as-of", "2026-06-30", in: site)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.console.contains(
        "content/registry.yml:1:1: error: this file has 100000000 bytes, and none may have more than 67108864 [limit-exceeded]"
      ), "\(outcome.console)")
  }

  @Test func `other files of a hundred megabytes are refused at their places too`() throws {
    let site = try site()
    try site.write(
      "title: T\ndata: data.yml\nfigures: figures.yml\npeople: people.yml\n", to: "site.yml")
    for path in ["data.yml", "figures.yml", "people.yml"] {
      let file = try site.open(path)
      try file.truncate(atOffset: 100_000_000)
      try file.close()
    }
    let outcome = try run("check", "--as-of", "2026-06-30", in: site)
    #expect(outcome.exitCode == 1)
    for path in ["data.yml", "figures.yml", "people.yml"] {
      #expect(
        outcome.console.contains("\(path):1:1: error: this file has 100000000 bytes"),
        "\(outcome.console)")
    }
    let settings = try site.open("site.yml")
    try settings.truncate(atOffset: 100_000_000)
    try settings.close()
    let refused = try run("check", "--as-of", "2026-06-30", in: site)
    #expect(refused.exitCode == 1)
    #expect(refused.console.contains("site.yml:1:1: error: this file has 100000000 bytes"))
  }

  @Test func `a file too large to be searched for names is not published`() throws {
    let site = try site()
    try site.write(
      "- {id: per-1, name: Canary Hidden, publication: {state: none}}\n", to: "people.yml")
    let file = try site.open("content/notes.csv")
    try file.truncate(atOffset: 70_000_000)
    try file.close()
    let outcome = try run(
      "build", "--people", "people.yml", "--as-of", "2026-06-30", in: site)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.console.contains("content/notes.csv:1:1: error: this file has 70000000 bytes"),
      "\(outcome.console)")
    #expect(try run("build", "--as-of", "2026-06-30", in: site).exitCode == 0)
  }

  @Test func `forty names that may not be shown are nowhere in what is published`() throws {
    let site = try site()
    var certificates = "certificates:\n"
    var people = "people:\n"
    for index in 1...40 {
      // Every multiple of 37 has the check character 0.
      let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
      let tail = String(
        [index * 37 / 1024, index * 37 / 32 % 32, index * 37 % 32].map { digits[$0] })
      certificates +=
        "  - {id: C-0000-0\(tail)-0, person: per-\(index), level: foundation, org: org-college, course: crs-a, course_version: '1', awarded: 2025-01-01, status_index: \(index)}\n"
      let states = ["none", "verify-only", "listed"]
      people +=
        "  - {id: per-\(index), name: \"Canary\(index) Hidden\(index)\", employer: Nest\(index), publication: {state: \(states[index % 3]), basis: consent, notice_version: '1', given: 2025-01-01, withdrawn: 2026-01-01}}\n"
    }
    try site.write(
      Self.register.replacing("certificates: []\n", with: certificates), to: "content/registry.yml")
    try site.write(people, to: "people.yml")
    // Mistakes in the register keep it from being published, and are told without a name too.
    let mistaken = try run("build", "--people", "people.yml", "--as-of", "2026-06-30", in: site)
    #expect(mistaken.exitCode == 1)
    #expect(!mistaken.console.contains("Canary"))
    try site.write(
      "title: T\nurl: https://x.example/\nrules: {registry-r03: 'off', registry-r32: 'off'}\n",
      to: "site.yml")
    let built = try run("build", "--people", "people.yml", "--as-of", "2026-06-30", in: site)
    #expect(built.exitCode == 0, "\(built.console)")
    let published = try Tree(site.url.appending(path: "public"))
    #expect(published.files.keys.contains { $0.hasPrefix("registry/certificates/c-") })
    for (path, bytes) in published.files {
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["canary", "hidden", "nest"] where text.lowercased().contains(word) {
        let isCanary = (1...40).contains { text.lowercased().contains("\(word)\($0)") }
        #expect(!isCanary, "\(path) holds \(word)")
      }
    }
  }

  @Test func `a last day without a first is refused`() throws {
    let outcome = try run(
      "registry", "add", "certificate", "--course", "crs-x", "--awarded", "2026-06-19",
      "--attended-to", "2026-06-10", in: try site())
    #expect(outcome.exitCode == 64)
    #expect(outcome.console.contains("--attended-to wants --attended-from"))
  }
}
