import Foundation
import Testing

/// A small network of services, listed from the command line.
@Suite struct ListPagesTests {
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
            phase: {to: phase, inverse: services}
            score: {type: number}
            since: date
            depends_on: {type: references to service, inverse: consumers}
            needs: {columns: {user: text, what: text}}
        phase: lifecycle

      """, to: "site.yml")
    try folder.write("# Home\n", to: "content/index.md")
    try folder.write("# Live\n", to: "content/lifecycle/live.md")
    try folder.write("# Beta\n", to: "content/lifecycle/beta.md")
    try folder.write(
      "---\ntitle: =Maps\nphase: live\nscore: 1.5\nowner: Jo\n---\n", to: "content/services/maps.md"
    )
    try folder.write(
      """
      ---
      title: Payments, and more
      phase: /lifecycle/live/
      since: 2026-01-31
      depends_on: [maps, sign-in]
      needs: [{user: Payers, what: pay}]
      ---

      """, to: "content/services/payments.md")
    try folder.write("---\ntitle: Sign-in\nphase: beta\n---\n", to: "content/services/sign-in.md")
    try folder.write("---\ntitle: New\ndraft: true\n---\n", to: "content/services/new.md")
    return folder
  }

  private func run(_ arguments: String..., in folder: Folder) throws -> Command.Outcome {
    try Command(arguments: ["list"] + arguments, folder: folder).run()
  }

  @Test func `the pages of a kind are listed for people, with references as ids`() throws {
    let outcome = try run("service", in: try site())
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output == """
        id        url                  title               phase  score  since       depends_on
        maps      /services/maps/      =Maps               live   1.5
        payments  /services/payments/  Payments, and more  live          2026-01-31  maps; sign-in
        sign-in   /services/sign-in/   Sign-in             beta

        """)
  }

  @Test func `all conditions hold for what is listed, however a page is named`() throws {
    let site = try site()
    func ids(_ arguments: String...) throws -> [Substring] {
      let outcome = try Command(
        arguments: ["list", "service", "--format", "csv"] + arguments, folder: site
      ).run()
      #expect(outcome.exitCode == 0, "\(outcome.console)")
      return outcome.output.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } }
    }
    #expect(try ids("--where", "phase=live") == ["maps", "payments"])
    #expect(try ids("--where", "phase=/lifecycle/live/", "--where", "score=1.5") == ["maps"])
    #expect(try ids("--where", "depends_on=/services/maps/") == ["payments"])
    #expect(try ids("--where", "consumers=payments") == ["maps", "sign-in"])
    #expect(try ids("--where", "needs=Payers") == ["payments"])
    #expect(try ids("--where", "since=") == ["maps", "sign-in"])
    #expect(try ids("--where", "owner=Jo") == ["maps"])
    #expect(try ids("--where", "title==Maps") == ["maps"])
    #expect(try ids("--where", "phase=beta", "--where", "score=1.5") == [])
    #expect(try ids("--drafts", "--where", "phase=") == ["new"])
  }

  @Test func `CSV keeps a spreadsheet from running cells, and JSON has values as they are`() throws
  {
    let site = try site()
    #expect(
      try run("service", "--where", "phase=live", "--format", "csv", in: site).output == """
        id,url,title,phase,score,since,depends_on\r
        maps,/services/maps/,'=Maps,live,1.5,,\r
        payments,/services/payments/,"Payments, and more",live,,2026-01-31,maps; sign-in\r

        """)
    let json = try run("service", "--format", "json", in: site).output
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(list.map { $0["score"] as? Double } == [1.5, nil, nil])
    #expect(list[1]["depends_on"] as? [String] == ["maps", "sign-in"])
    #expect(list[1]["needs"] as? [[String: String]] == [["user": "Payers", "what": "pay"]])
    #expect(list[0]["consumers"] as? [String] == ["payments"])
  }

  @Test func `nothing found is an empty list`() throws {
    let site = try site()
    let table = try run("service", "--where", "phase=alpha", in: site)
    #expect(table.exitCode == 0 && table.console.contains("no service is so"))
    #expect(table.output == "id  url  title  phase  score  since  depends_on\n")
    let json = try run("service", "--where", "phase=alpha", "--format", "json", in: site)
    #expect(json.exitCode == 0 && json.output == "[]\n")
    // Where nothing was asked for, nothing is missed.
    site.remove("content/lifecycle")
    #expect(try run("phase", in: site).console.contains("there is no phase yet\n"))
  }

  @Test func `without a kind the kinds are listed, and page stands for none`() throws {
    let site = try site()
    #expect(
      try run(in: site).output == """
        kind     folder             pages  description
        service  content/services   3      What users rely on.
        phase    content/lifecycle  2

        """)
    #expect(
      try run("page", in: site).output == """
        url  title
        /    Home

        """)
  }

  @Test func `a kind or a field that there is not is answered with the nearest`() throws {
    let site = try site()
    let kind = try run("servise", in: site)
    #expect(kind.exitCode == 64)
    #expect(kind.console.contains("no kind 'servise'; did you mean 'service'?"))
    let field = try run("service", "--where", "phas=live", in: site)
    #expect(field.exitCode == 64)
    #expect(field.console.contains("'phas' is no field of a service; did you mean 'phase'?"))
    #expect(try run("service", "--where", "phase", in: site).exitCode == 64)
    #expect(try run("--where", "phase=live", in: site).exitCode == 64)
  }
}
