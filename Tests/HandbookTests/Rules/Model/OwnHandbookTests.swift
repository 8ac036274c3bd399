import Diagnostics
import Testing

@testable import Handbook

/// The handbook that this project publishes, as texts by path.
private var ownHandbook: [String: String] {
  let paths = ["site.yml"] + Project.files(in: "content") + Project.files(in: "layouts")
  return Dictionary(uniqueKeysWithValues: paths.map { ($0, Project.text($0)) })
}

@Suite struct OwnHandbookTests {
  private func broken(_ files: [String: String]) async throws -> [String] {
    let rules = Set(RuleCatalogue.modelRules.map(\.id))
    return try await report(files).findings.filter { rules.contains($0.rule) }.map(\.message)
  }

  @Test func `two live services stand on a beta, and say that this is accepted`() async throws {
    var files = ownHandbook
    #expect(try await broken(files) == [])
    for path in files.keys {
      files[path] = files[path]?.replacing(/\naccepted:\n(?: +[^\n]*\n)+/, with: "\n")
    }
    #expect(
      try await broken(files) == [
        "Customer Contact is live and depends on Network Status, which is in Beta",
        "Journey Planner is live and depends on Network Status, which is in Beta",
      ])
  }

  @Test func `it has the sixteen services and forty patterns`() async throws {
    let built = try await build(ownHandbook)
    let json = built.files["handbook.json"] ?? ""
    #expect(json.split(separator: "\"kind\":\"service\"").count == 17)
    #expect(json.split(separator: "\"kind\":\"pattern\"").count == 41)
  }

  @Test(arguments: ["content/processes/assessments.md", "content/skills/elements/delivery.md"])
  func `a page that others name may be a draft, and no layout is to blame`(path: String)
    async throws
  {
    var files = ownHandbook
    files[path] = files[path]?.replacing("\nstatus: ready\n", with: "\nstatus: draft\n")
    let found = try await report(files).findings
    #expect(found.contains { $0.rule == "link-to-draft" })
    // The texts here are without the files that layouts name.
    let ofLayouts = found.filter {
      $0.place.file.path.hasPrefix("layouts/") && $0.rule != "missing-asset"
    }
    #expect(ofLayouts.map(\.message) == [])
  }
}
