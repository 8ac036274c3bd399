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

  @Test(arguments: [
    "title: \"HD", "title: Help: desk", "title: @desk", "tags: [a, b", "title:Desk", "- a",
  ])
  func `of a page whose front matter has a mistake everything else is known`(mistake: String)
    async throws
  {
    let site = TextSite(files: [
      "site.yml": """
      title: T
      kinds:
        service: {folder: services, fields: {lead: {type: text, required: true}}}
        process: {folder: processes, fields: {supports: {to: service}}}
      rules:
        led: {for: service, must: {lead: given}}
      """,
      "content/index.md": "# Home\n\n[old](/old/)\n", "content/services/index.md": "# S\n",
      "content/services/hd.md": "---\n\(mistake)\naliases: [/old/]\nlead: me\n---\n# HD\n",
      "content/s.md": "---\n\(mistake)\nkind: service\nurl: /elsewhere/\nlead: me\n---\n# S\n",
      "content/lost.md": "---\nkind: [service\n---\n# L\n",
      "content/services/open.md": "---\ntitle: Open\n# Open\n",
      "content/processes/a.md": "---\ntitle: A\nsupports: hd\n---\n",
      "content/processes/b.md": "---\ntitle: B\nsupports: /elsewhere/\n---\n",
      "content/processes/c.md": "---\ntitle: C\nsupports: /lost/\n---\n",
      "content/processes/d.md": "---\ntitle: D\nsupports: open\n---\n",
    ])
    let errors = try await site.report().findings.filter { $0.severity == .error }
    #expect(
      errors.map { "\($0.place.file.path) \($0.rule)" } == [
        "content/lost.md invalid-front-matter", "content/s.md invalid-front-matter",
        "content/services/hd.md invalid-front-matter",
        "content/services/open.md invalid-front-matter",
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
