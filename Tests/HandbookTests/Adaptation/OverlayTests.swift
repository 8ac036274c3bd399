import Diagnostics
import Handbook
import Testing

/// A base of two pages, and what a test adds to it.
func adapted(_ files: [String: String], base: [String: String] = [:]) -> [String: String] {
  var all = [
    "base:site.yml": "title: Base\nurl: https://base.example/\nterms:\n  lead: manager\n",
    "base:content/index.md": "---\ntitle: Home\n---\nSee [roles](/roles/).\n",
    "base:content/roles.md": "---\ntitle: Roles\n---\n## Duties\n\nThe {{ lead }} decides.\n",
    "site.yml": "title: Ours\nextends: ../base\n",
  ]
  for (path, text) in base { all["base:" + path] = text }
  return all.merging(files) { $1 }
}

@Suite struct OverlayTests {
  @Test func `a base without changes is built as it is, under the site's own title`() async throws {
    let built = try await build(adapted([:]))
    #expect(built.report.findings.isEmpty)
    #expect(built.files["roles/index.html"]?.contains("The manager decides.") == true)
    #expect(built.files["index.html"]?.contains("<title>Ours</title>") == false)
    #expect(built.files["index.html"]?.contains("Ours") == true)
  }

  @Test func `a term changes its word in all pages of the base`() async throws {
    let built = try await build(
      adapted(["site.yml": "title: Ours\nextends: ../base\nterms: {lead: captain}\n"]))
    #expect(built.report.findings.isEmpty)
    #expect(built.files["roles/index.html"]?.contains("The captain decides.") == true)
  }

  @Test func `a marked page takes the place of the base's`() async throws {
    let built = try await build(
      adapted([
        "content/roles.md":
          "---\ntitle: Our roles\nadapts: {mode: page, why: We have none}\n---\nNobody decides.\n"
      ]))
    #expect(built.report.findings.isEmpty)
    let page = try #require(built.files["roles/index.html"])
    #expect(page.contains("Nobody decides."))
    #expect(page.contains("Our roles"))
  }

  @Test func `a page at a base's path that does not say so is found`() async throws {
    try await check(
      adapted([
        "content/roles.md": """
        ---
        ^^^ error: the base has a page at this path, and this one does not say that it takes its place; add 'adapts: {mode: page, why: …}' to its front matter, or rename it
        title: Our roles
        ---
        """
      ]))
  }

  @Test func `a page that adapts nothing is found, with the page that was meant`() async throws {
    try await check(
      adapted([
        "content/rolse.md": """
        ---
        title: Our roles
        adapts: {mode: page, why: Ours}
        ^^^^^^ error: the base has no page 'content/rolse.md' to adapt; did you mean 'content/roles.md'?
        ---
        """
      ]))
  }

  @Test func `a difference without a reason and one whose day has come are warnings`() async throws
  {
    try await check(
      adapted([
        "content/roles.md": """
        ---
        title: Our roles
        adapts: {mode: page, review: 2026-06-01}
        ^^^^^^ warning: nobody wrote down why this differs from the base; write it into 'why': readers see 'reason not recorded' until then
                                     ^^^^^^^^^^ warning: this difference from the base was to be looked at again by 2026-06-01; decide whether it still pays, and write the next day into 'review'
        ---
        """
      ]))
  }

  @Test func `what is wrong in a page of the base is a warning there`() async throws {
    try await check(
      adapted(
        [:],
        base: [
          "content/index.md": """
          ---
          title: Home
          ---
          See [roles](/rols/).
                      ^^^^^^ warning: no page at '/rols/'; did you mean '/roles/'?
          """
        ]))
  }

  @Test func `layouts and files are overlaid by their paths, without a mark`() async throws {
    let base = ["layouts/page.html": "base {{ content }}", "assets/a.txt": "base"]
    let built = try await build(
      adapted(["layouts/page.html": "ours {{ content }}", "assets/b.txt": "ours"], base: base))
    #expect(built.files["roles/index.html"]?.hasPrefix("ours") == true)
    #expect(built.files["assets/b.txt"] == "ours")
    #expect(built.files["assets/a.txt"] == "base")
  }

  @Test func `the base's file of people is not published with an adaptation`() async throws {
    let built = try await build(
      adapted(
        [:],
        base: [
          "site.yml": "title: Base\npeople: content/people.yml\nterms: {lead: manager}\n",
          "content/people.yml": "people: []\n", "content/other.yml": "a: b\n",
        ]))
    #expect(built.files["people.yml"] == nil)
    #expect(built.files["other.yml"] != nil)
  }

  @Test func `a removed page is gone, and links to it lead where it says`() async throws {
    let built = try await build(
      adapted(
        [
          "site.yml": """
          title: Ours
          extends: ../base
          remove:
            - {page: /roles/, links_to: /people/, why: We have people}
          """,
          "content/people.md": "---\ntitle: People\n---\nSee [them](/roles/#duties).\n",
        ],
        base: [
          "site.yml": "title: Base\nterms: {lead: manager}\nnavigation:\n- /roles/\n- /more/\n",
          "content/more.md":
            "---\ntitle: More\n---\n[By file](roles.md#duties), [by path](/roles/).\n",
        ]))
    #expect(built.report.findings.isEmpty)
    #expect(
      built.files["more/index.html"]?.contains(
        "<a href=\"/people/\">By file</a>, <a href=\"/people/\">by path</a>") == true)
    #expect(built.files["people/index.html"]?.contains("<a href=\"/people/\">them</a>") == true)
    #expect(built.files["roles/index.html"]?.contains("url=/people/") == true)
  }

  @Test func `removing what is not there, and leading links nowhere, is found`() async throws {
    try await check(
      adapted(
        [
          "site.yml": """
          title: Ours
          extends: ../base
          remove:
            - {page: /rols/, why: Ours}
                     ^^^^^^ error: the base has no page '/rols/' to take out; did you mean '/roles/'?
            - {page: /roles/, links_to: /indx/, why: Ours}
                                        ^^^^^^ error: no page at '/indx/'; name the page by its address, such as /roles/lead/
          """
        ], base: ["content/index.md": "---\ntitle: Home\n---\n"]))
  }

  @Test func `a base of a base gives its pages too`() async throws {
    var files = adapted([
      "content/index.md": "---\ntitle: Start\nadapts: {mode: page, why: Ours}\n---\n"
    ])
    files["base:site.yml"] = "title: Base\nextends: ../first\nterms: {lead: head}\n"
    files["base:content/roles.md"] = nil
    files["base:base:site.yml"] = "title: First\nterms: {lead: manager, plan: plan}\n"
    files["base:base:content/index.md"] = "---\ntitle: First home\n---\n"
    files["base:base:content/old.md"] = "---\ntitle: Old\n---\nA {{ plan }} of the {{ lead }}.\n"
    let built = try await build(files)
    #expect(built.files["old/index.html"]?.contains("A plan of the head.") == true)
    // The middle one hides a page of its base.
    #expect(built.report.findings.map(\.rule) == ["unmarked-override"])
    #expect(built.report.findings.map(\.place.file.path) == ["base:content/index.md"])
    #expect(built.report.findings.map(\.severity) == [.warning])
  }

  @Test func `links to a page that a base takes out of its base lead where that base says`()
    async throws
  {
    var files = adapted(["site.yml": "title: Ours\nextends: ../base\n"])
    files["base:site.yml"] = """
      title: Base
      extends: ../first
      remove:
      - {page: /old/, links_to: /roles/, why: Nobody read it}
      """
    files["base:content/index.md"] = nil
    files["base:base:site.yml"] =
      "title: First\nterms: {lead: manager}\nnavigation: [/old/, /roles/]\n"
    files["base:base:content/index.md"] =
      "---\ntitle: Home\n---\n[Old](/old/#part), [file](old.md).\n"
    files["base:base:content/old.md"] = "---\ntitle: Old\n---\n## Part\n\nOld.\n"
    let built = try await build(files)
    #expect(built.report.findings.isEmpty)
    #expect(
      built.files["index.html"]?.contains(
        "<a href=\"/roles/\">Old</a>, <a href=\"/roles/\">file</a>")
        == true)
    #expect(built.files["old/index.html"]?.contains("url=/roles/") == true)
    // What leads there leads on where this handbook takes that page out too.
    files["site.yml"] = """
      title: Ours
      extends: ../base
      remove:
      - {page: /roles/, links_to: /, why: Ours}
      """
    let further = try await build(files)
    #expect(further.report.findings.isEmpty)
    #expect(further.files["old/index.html"]?.contains("url=/\"") == true)
  }

  @Test func `a page of one's own stands where a base took one out`() async throws {
    var files = adapted(["content/old.md": "---\ntitle: Ours\n---\nOurs.\n"])
    files["base:site.yml"] = """
      title: Base
      extends: ../first
      terms: {lead: manager}
      remove:
      - {page: /old/, links_to: /roles/, why: Nobody read it}
      """
    files["base:base:site.yml"] = "title: First\n"
    files["base:base:content/old.md"] = "---\ntitle: Old\n---\nOld.\n"
    let built = try await build(files)
    #expect(built.report.findings.isEmpty)
    #expect(built.files["old/index.html"]?.contains("Ours.") == true)
  }

  @Test func `without its base nothing else is said of a site`() async throws {
    try await check([
      "site.yml": """
      title: Ours
      extends: ../base
               ^^^^^^^ error: the base cannot be read: nothing is there; correct 'extends'; it names a folder, or {git, at, path}
      """,
      "content/index.md": "---\ntitle: Home\n---\n[Gone](/gone/)\n",
    ])
  }

  @Test func `a lock that cannot be read is found`() async throws {
    try await check(
      adapted([
        "handbook.lock": """
        <<<<<<< ours
        ^ error: this file pins nothing: it is not as 'handbook adapt update' writes it; take it from version control, or remove it and write it anew
        lock 1
        """
      ]))
  }

  @Test func `a version that git would take for an option is refused`() async throws {
    try await check([
      "site.yml": """
      title: Ours
      extends: {git: "https://example.org/a.git", at: --upload-pack=x}
                                                      ^^^^^^^^^^^^^^^ error: '--upload-pack=x' is no version; write a tag, a branch or a commit
      """
    ])
  }
}
