import Diagnostics
import Handbook
import Testing

/// One mistake that keeps a file from being read is one finding, whatever the rest of the handbook takes from that file.
struct CutShortTests {
  private let page =
    "---\nkind: service\nnone: 1\n---\n# A {{ service_manager }}\n\n![F](figure:f)\n"

  @Test func `of a site.yml that cannot be read to its end nothing else is found`() async throws {
    try await check([
      "site.yml": """
      title: Our model: how we work
             ^^^^^^^^^^^^^^^^^^^^^^ error: a value with ': ' in it needs quotes; write "Our model: how we work"
      terms: {service_manager: lead}
      kinds: {service: {folder: services}}
      # handbook: allow broken-link until 2099-01-01: later
      """,
      "content/services/a.md": page,
    ])
  }

  @Test func `of a register of which a list is lost, nothing is missing`() async throws {
    var register = RegisterSite()
    register.files = ["content/index.md": "# Home\n\n[The college](registry:org-college)\n"]
    register.entries = register.entries.replacing("organisations:", with: "organizations:")
    let outcome = try await register.build()
    #expect(
      outcome.report.findings.map(\.message) == ["'organizations' is no key of the register"])
  }

  @Test func `of a register with a slip in its syntax nothing else is found`() async throws {
    var register = RegisterSite()
    register.files = ["content/index.md": "# Home\n\n[The college](registry:org-college)\n"]
    register.entries = register.entries.replacing(
      "- {id: acc-1, audit: aud-1, start", with: "- {id: acc-1 audit: aud-1, start")
    let outcome = try await register.build()
    #expect(outcome.report.findings.map(\.rule) == ["invalid-registry"])
  }
}
