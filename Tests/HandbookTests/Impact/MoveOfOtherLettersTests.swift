import Testing

@testable import Handbook

@Suite struct MoveOfOtherLettersTests {
  @Test func `a folder of letters beyond ASCII moves with all that is in it`() async throws {
    let site = TextSite(files: [
      "site.yml": "title: T\n", "content/index.md": "# Home\n",
      "content/äpfel/x.md": "# X\n", "content/äpfel/y/z.png": "",
    ])
    let plan = try await site.plan("äpfel", "birnen")
    #expect(plan.moves.map(\.new) == ["content/birnen/x.md", "content/birnen/y/z.png"])
  }

  @Test func `the folder of a kind moves whatever its letters, and pages keep their ids`()
    async throws
  {
    let site = team("rôles", boss: "ops/lead", more: ["content/rôles/ops/lead.md": "# L\n"])
    #expect(try await site.errors() == [])
    let plan = try await site.plan("rôles", "rollen")
    let after = site.after(plan)
    #expect(after.files["site.yml"]?.contains("{folder: rollen,") == true)
    #expect(plan.leftovers.isEmpty)
    #expect(after.files["content/rollen/dev.md"]?.contains("\nboss: ops/lead\n") == true)
    #expect(try await after.errors() == [])
  }
}
