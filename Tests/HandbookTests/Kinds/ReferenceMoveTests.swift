import Diagnostics
import Testing
import Values

@testable import Handbook

private let site = TextSite(files: [
  "site.yml": """
  title: T
  kinds:
    service:
      folder: services
      fields: {needs: {to: service, type: references}, wants: references to service, heir: {to: service}}

  """,
  "content/index.md": "# Home\n", "content/services/index.md": "# S\n",
  "content/services/a.md":
    "---\ntitle: A\nneeds: [b, c]\nwants: [\"/services/b/\", c]\nheir: services/b.md\n---\n",
  "content/services/b.md": "---\ntitle: B\n---\n", "content/services/c.md": "---\ntitle: C\n---\n",
])

@Suite struct ReferenceMoveTests {
  @Test func `a page's uses in fields are listed where they are written`() async throws {
    #expect(
      try await site.uses(of: "/services/b/") == [
        "content/services/a.md:3:9 b", "content/services/a.md:4:10 /services/b/",
        "content/services/a.md:5:7 services/b.md",
      ])
  }

  @Test(arguments: [
    ("/services/new/", "new", "/services/new.md"),
    ("/services/deep/b/", "b", "/services/deep/b.md"),
  ])
  func `what fields call a page that moves is written anew, in the form it had`(
    new: String, id: String, file: String
  ) async throws {
    let after = try await site.moved("/services/b/", new)
    #expect(
      after.files["content/services/a.md"]
        == "---\ntitle: A\nneeds: [\(id), c]\nwants: [\"\(new)\", c]\nheir: \(file)\n---\n")
    #expect(try await after.report().findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test func `pages keep their kind when its folder moves as a whole`() async throws {
    let after = try await site.moved("/services/", "/offers/all/")
    #expect(after.files["site.yml"]?.contains("    folder: offers/all\n") == true)
    #expect(after.files["content/offers/all/b.md"] != nil)
    #expect(try await after.report().findings.filter { $0.severity == .error }.isEmpty)
  }

  @Test func `a page that leaves the folder of its kind names it, and is told of`() async throws {
    let sources = MemorySources(site.files)
    let options = BuildOptions(
      asOf: try #require(PlainDate(testDay)), url: nil, includesDrafts: false, workers: 1)
    let plan = try await planMove(of: "/services/c/", to: "/c/", sources, options)
    #expect(plan.keptKinds.map(\.path) == ["content/c.md"])
    #expect(plan.keptKinds.map(\.kind) == ["service"])
    #expect(!plan.changes.contains { $0.place.file.path == "site.yml" })
  }
}
