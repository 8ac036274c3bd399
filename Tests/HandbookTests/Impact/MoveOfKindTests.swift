import Diagnostics
import Testing

@testable import Handbook

@Suite struct MoveOfKindTests {
  private let site = team("roles", boss: "lead")

  @Test func `a page that leaves the folder of its kind stays of it, there and back`()
    async throws
  {
    let plan = try await site.plan("roles/lead", "people/boss")
    let after = site.after(plan)
    #expect(plan.leftovers.map(\.message) == [])
    #expect(
      after.files["content/people/boss.md"]
        == "---\ntitle: Lead\naliases: [/roles/lead/]\nkind: role\n---\n")
    #expect(after.files["content/roles/dev.md"] == "---\ntitle: Dev\nboss: boss\n---\n")
    #expect(try await after.errors() == [])

    let back = try await after.moved("people/boss", "roles/lead")
    #expect(
      back.files["content/roles/lead.md"]
        == "---\ntitle: Lead\naliases: [/people/boss/]\nkind: role\n---\n")
    #expect(back.files["content/roles/dev.md"] == site.files["content/roles/dev.md"])
    #expect(try await back.errors() == [])
  }

  @Test(arguments: [
    ("# Lead\n", "---\naliases: [/roles/lead/]\nkind: role\n---\n# Lead\n"),
    (
      "---\n{title: L}\n---\n", "---\n{title: L, aliases: [/roles/lead/], kind: role}\n---\n"
    ),
    (
      "---\nkind:\ntitle: L\n---\n",
      "---\nkind: role\ntitle: L\naliases: [/roles/lead/]\n---\n"
    ),
  ])
  func `the kind is written in the form of the front matter`(old: String, new: String)
    async throws
  {
    var site = site
    site.files["content/roles/lead.md"] = old
    let after = try await site.moved("roles/lead", "people/lead")
    #expect(after.files["content/people/lead.md"] == new)
    #expect(try await after.errors() == [])
  }
}
