import Diagnostics
import Testing

@testable import Handbook

@Suite struct MoveQuotesTests {
  @Test func `the new folder of a kind stands in quotes where YAML asks for them`() async throws {
    let after = try await team("roles", boss: "lead").moved("roles", "team #1")
    #expect(after.files["site.yml"]?.contains("{folder: 'team #1', fields") == true)
    #expect(try await after.errors() == [])
    let back = try await after.moved("team #1", "roles")
    #expect(back.files["site.yml"] == team("roles", boss: "lead").files["site.yml"])
  }

  @Test(arguments: [
    ("lead", "'lead: chief''s'"), ("'lead'", "'lead: chief''s'"), ("\"lead\"", "\"lead: chief's\""),
  ])
  func `the new name of a page stands in the quotes that YAML asks for`(
    old: String, new: String
  ) async throws {
    let after = try await team("roles", boss: old).moved("roles/lead", "roles/lead: chief's")
    #expect(after.files["content/roles/dev.md"] == "---\ntitle: Dev\nboss: \(new)\n---\n")
    #expect(try await after.errors() == [])
  }

  @Test func `a page is named as it is called where a name is no URL`() async throws {
    var site = team("roles", boss: "lead")
    site.files["site.yml"]? += "navigation: [/roles/lead/, \"roles/lead\"]\n"
    site.files["content/x.md"] = "---\nrelated: /roles/lead/\n---\n# X\n"
    let plan = try await site.plan("roles/lead", "roles/lead: #1")
    let after = site.after(plan)
    #expect(plan.leftovers.map(\.message) == [])
    #expect(
      after.files["site.yml"]?.contains("navigation: ['/roles/lead: #1/', \"roles/lead: #1\"]\n")
        == true)
    #expect(after.files["content/x.md"] == "---\nrelated: '/roles/lead: #1/'\n---\n# X\n")
    #expect(try await after.errors() == [])
  }

  @Test func `an address with a comma stands in quotes in a list`() async throws {
    let site = team(
      "roles", boss: "lead", more: ["content/x.md": "---\nrelated: [/roles/lead/]\n---\n# X\n"])
    let after = try await site.moved("roles/lead", "roles/lead,chief")
    #expect(
      after.files["content/x.md"] == "---\nrelated: ['/roles/lead,chief/']\n---\n# X\n")
    #expect(try await after.errors() == [])
  }
}
