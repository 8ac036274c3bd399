import Foundation
import Testing

/// Pages begun from the command line.
@Suite struct NewPageTests {
  private func site() throws -> Folder {
    let folder = try Folder()
    try folder.write(
      """
      title: T
      kinds:
        service:
          folder: services
          description: What users rely on.
          fields:
            code: {type: text, required: true, pattern: "S[0-9]+", description: Its short name}
            phase: {to: phase, required: true, description: "Where it is: in its life"}
            stage: {required: true, values: {novel: Nobody has it, commodity: All have it}}
            since: {type: date, required: true}
            users: {type: list, required: true, count: at least 1}
            needs: {required: true, columns: {user: {required: true}, why: text}}
            level: {type: whole number, required: true, default: 1}
            help: {type: url, description: Where users get help}
        phase: lifecycle
        role: {fields: {owner: {required: true, description: Who appoints it}}}

      """, to: "site.yml")
    try folder.write("# Home\n\n[s](/services/) [p](/lifecycle/)\n", to: "content/index.md")
    try folder.write("# Services\n", to: "content/services/index.md")
    try folder.write("# Live\n", to: "content/lifecycle/live.md")
    try folder.write("# Phases\n\n[l](live.md)\n", to: "content/lifecycle/index.md")
    return folder
  }

  private func run(_ arguments: String..., in folder: Folder) throws -> Command.Outcome {
    try Command(arguments: arguments, folder: folder).run()
  }

  @Test func `a page begins with what its kind asks for, in comments`() throws {
    let site = try site()
    let outcome = try run("new", "service", "Street works: permits!", in: site)
    #expect(
      outcome.exitCode == 0 && outcome.console == "content/services/street-works-permits.md\n")
    #expect(
      try site.text("content/services/street-works-permits.md") == """
        ---
        title: "Street works: permits!"
        draft: true # remove this line when the page is finished
        # What users rely on.
        description: # decide: What it is about, in one sentence (text)
        owner: # decide: Who keeps it right: a role or a team (text)
        code: # decide: Its short name (text, of the form S[0-9]+)
        phase: # decide: Where it is: in its life (live)
        stage: # decide: one of: novel, commodity
        #   novel: Nobody has it
        #   commodity: All have it
        since: # decide: a day, such as 2026-06-30
        users: # decide: [text], …, at least 1
        needs: # decide: rows such as {user: text; why: perhaps text}
        # It may tell more; remove '# ' before what it tells.
        # level: # whole number; without it 1
        # help: # Where users get help (an address, such as https://example.org/ or /page/)
        ---

        <!-- Write the page here. -->

        """)
  }

  @Test func `what is missing does not count in a draft, and nothing is when it is decided`() throws
  {
    let site = try site()
    _ = try run("new", "service", "Maps", in: site)
    let path = "content/services/maps.md"
    let draft = try run("check", "--strict", in: site)
    #expect(draft.exitCode == 0)
    #expect(draft.console.contains("this service has no 'code'"))
    #expect(draft.console.contains("this service has no 'needs'"))
    var text = try site.text(path)
    for (key, value) in [
      ("draft", "false"), ("code", "S1"), ("phase", "live"), ("stage", "novel"),
      ("since", "2026-01-31"), ("users", "[all]"), ("needs", "[{user: all}]"), ("owner", "us"),
    ] {
      let line = try Regex("(?m)^\(key):")
      text.replace(line, with: "\(key): \(value)")
    }
    text = text.replacing("draft: false true", with: "draft: false")
    try site.write(text, to: path)
    try site.write("# Services\n\n[m](maps.md)\n", to: "content/services/index.md")
    let finished = try run("check", "--strict", in: site)
    #expect(finished.exitCode == 0, "\(finished.console)")
  }

  @Test
  func `a page of no folder's kind says its kind, and a field takes the place of a common key`()
    throws
  {
    let site = try site()
    #expect(try run("new", "role", "Lead", in: site).output == "content/lead.md\n")
    let role = try site.text("content/lead.md")
    #expect(role.contains("title: Lead\nkind: role\ndraft: true"))
    #expect(role.contains("owner: # decide: Who appoints it (text)\n"))
    #expect(role.components(separatedBy: "owner:").count == 2)
    #expect(
      try run("new", "page", "How", "we", "meet", in: site).output == "content/how-we-meet.md\n")
    #expect(!(try site.text("content/how-we-meet.md")).contains("kind:"))
    #expect(try run("check", "--strict", in: site).console.contains("this role has no 'owner'"))
  }

  @Test func `nothing is made where something is, or of a name that is none`() throws {
    let site = try site()
    try site.write("---\nurl: /services/maps/\n---\n# M\n", to: "content/m.md")
    let before = try Tree(site.url)
    let taken = try run("new", "phase", "Live", in: site)
    #expect(taken.exitCode == 1)
    #expect(taken.console.contains("there is 'content/lifecycle/live.md' already"))
    let address = try run("new", "service", "Maps", in: site)
    #expect(address.exitCode == 1)
    #expect(address.console.contains("'content/m.md' is published at '/services/maps/' already"))
    #expect(try run("new", "service", "Index", in: site).exitCode == 1)
    #expect(try run("new", "service", "!?", in: site).exitCode == 1)
    let kind = try run("new", "servise", "Maps", in: site)
    #expect(kind.exitCode == 64)
    #expect(kind.console.contains("did you mean 'service'?"))
    #expect(try Tree(site.url).differences(from: before) == [])
  }

  @Test func `on a terminal what is missing is asked for, until the answer will do`() throws {
    let site = try site()
    let printed = try onTerminal(
      "new", in: site, ["TERM": "dumb"], typing: "servise\n\nphase\nLive\n\nStopped for good\n")
    for line in [
      "  service  What users rely on.", "  page     None of these.",
      "site.yml declares no kind 'servise'; did you mean 'service'?\r\n",
      "there is 'content/lifecycle/live.md' already; choose another title.",
      "content/lifecycle/stopped-for-good.md",
    ] {
      #expect(printed.contains(line), "\(line)\n\(printed)")
    }
    #expect(try site.text("content/lifecycle/stopped-for-good.md").contains("Stopped for good"))
  }

  @Test func `nothing is made of a question that nobody answers`() throws {
    let site = try site()
    let before = try Tree(site.url)
    let printed = try onTerminal("new service", in: site, ["TERM": "dumb"], typing: "\u{4}")
    #expect(printed.contains("nothing is made"))
    try FileManager.default.removeItem(at: site.url.appending(path: "printed"))
    #expect(try Tree(site.url).differences(from: before) == [])
  }

  @Test func `without a terminal nobody is asked for what is missing`() throws {
    let site = try site()
    for arguments in [["new"], ["new", "service"], ["new", "service", " "]] {
      let outcome = try Command(arguments: arguments, folder: site).run()
      #expect(outcome.exitCode == 64)
      #expect(outcome.console.contains("name a kind and a title"))
    }
  }
}
