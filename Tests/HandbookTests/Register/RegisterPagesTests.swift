import Diagnostics
import Handbook
import Testing

@Suite struct RegisterPagesTests {
  private let number = RegisterSite.number(1)
  private var address: String { number.lowercased() }

  @Test func `every entry of the register has a page`() async throws {
    let outcome = try await RegisterSite().build()
    #expect(outcome.report.findings.isEmpty)
    for path in [
      "", "organisations/", "organisations/org-college/", "courses/", "courses/crs-college-f/",
      "coverage/", "certificates/\(address)/", "people/", "expiring/", "changes/", "verify/",
    ] {
      #expect(outcome.files["registry/\(path)index.html"] != nil, "\(path)")
    }
    let page = try outcome.file("registry/organisations/org-college/index.html")
    #expect(page.contains("<h1>The College</h1>"))
    #expect(page.contains("Accredited until 14 May 2027"))
    #expect(page.contains("2 February 2026"))
    #expect(
      page.contains(
        #""certificationStatus":"CertificationActive","validFrom":"2025-05-15","expires":"2027-05-14""#
      ))
  }

  @Test func `certificates have a page that says how one is looked up, and names none`()
    async throws
  {
    var site = RegisterSite()
    site.certificates = 3
    let outcome = try await site.build()
    let page = try outcome.file("registry/certificates/index.html")
    #expect(page.contains("<code>/registry/certificates/c-7q4m-x2rk-3/</code>"))
    #expect(page.contains("class=\"certificate-look-up\""))
    #expect(page.contains("<tr><th scope=\"row\">Foundation</th><td>3</td></tr>"))
    for number in site.numbers { #expect(!page.contains(number)) }
  }

  @Test func `courses and levels tell search engines what they are`() async throws {
    let outcome = try await RegisterSite().build()
    let course = try outcome.file("registry/courses/crs-college-f/index.html")
    #expect(
      course.contains(
        #"{"@context":"https://schema.org","@type":"Course","name":"First steps","courseCode":"crs-college-f","provider":{"@type":"Organization","name":"The College","identifier":"org-college","url":"https://college.example/"},"educationalLevel":"Foundation""#
      ), "\(course)")
    let levels = try outcome.file("registry/certificates/index.html")
    #expect(
      levels.split(separator: #""@type":"EducationalOccupationalCredential""#).count == 4)
    #expect(levels.split(separator: #""@type":"DefinedTerm""#).count == 22)
  }

  @Test func `links to entries lead to their pages`() async throws {
    var site = RegisterSite()
    site.files["content/a.md"] =
      "# A\n\n[o](registry:org-college) [c](registry:crs-college-f) [n](registry:\(number)) [low](registry:\(address)) [list](/registry/courses/)\n"
    let outcome = try await site.build(url: "https://site.example/base")
    #expect(outcome.report.findings.isEmpty)
    let page = try outcome.file("a/index.html")
    #expect(page.contains(#"href="/base/registry/organisations/org-college/""#))
    #expect(page.contains(#"href="/base/registry/courses/crs-college-f/""#))
    #expect(page.components(of: #"href="/base/registry/certificates/\#(address)/""#) == 2)
    let course = try outcome.file("registry/courses/crs-college-f/index.html")
    #expect(course.contains(#"href="/base/registry/organisations/org-college/""#))
  }

  @Test func `an entry that is not in the register is a broken reference`() async throws {
    var site = RegisterSite()
    site.files["content/a.md"] = "# A\n\n[o](registry:org-collage)\n"
    let findings = try await site.build().report.findings
    #expect(findings.map(\.rule) == ["broken-reference"])
    #expect(findings.first?.help == "did you mean 'registry:org-college'?")
  }

  @Test func `a generated page has no source and no edit link`() async throws {
    var site = RegisterSite()
    site.settings = "edit: https://git.example/{path}\n"
    site.files["layouts/page.html"] =
      "<p>[{{ page.source }}|{{ page.edit_url }}|{{ page.title }}]</p>{{ content }}"
    site.files["content/a.md"] = "# A\n"
    let outcome = try await site.build()
    #expect(try outcome.file("registry/courses/index.html").contains("[||Courses]"))
    #expect(
      try outcome.file("a/index.html").contains("[content/a.md|https://git.example/content/a.md|A]")
    )
    #expect(
      try outcome.file("handbook.json").contains(
        #""url":"/registry/courses/","title":"Courses","kind":null,"source":null"#))
  }

  @Test func `a generated page stands in the site's own layout`() async throws {
    var site = RegisterSite()
    site.files["layouts/page.html"] =
      #"<nav>{% for crumb in page.breadcrumbs %}[{{ crumb.title }}]{% endfor %} {{ page.section.title }}</nav>{{ content }}"#
    let outcome = try await site.build()
    let page = try outcome.file("registry/certificates/\(address)/index.html")
    #expect(page.contains("<nav>[Home][The register][Certificates] Register</nav>"))
    #expect(page.contains(number))
  }

  @Test func `menus show the register's lists and not its entries`() async throws {
    var site = RegisterSite()
    site.files["layouts/page.html"] =
      "{% for section in site.sections %}{% for item in section.pages %}[{{ item.url }}]{% endfor %}{% endfor %}"
    let menu = try await site.build().file("registry/courses/index.html")
    #expect(menu.contains("[/registry/organisations/]"))
    #expect(!menu.contains("org-college"))
    #expect(!menu.contains("/registry/certificates/c-"))
  }

  @Test func `an authored page wins, and is told its entry`() async throws {
    var site = RegisterSite()
    site.files["content/registry/organisations/org-college.md"] =
      "# Ours\n\n{{ entry.name }} is {{ entry.status }}, of {{ registry.organisations.size }}.\n"
    site.files["content/registry/checking.md"] = "---\naliases: /registry/verify/\n---\n# Check\n"
    let outcome = try await site.build()
    #expect(outcome.report.findings.isEmpty)
    #expect(
      try outcome.file("registry/organisations/org-college/index.html")
        .contains("The College is accredited, of 1."))
    #expect(try outcome.file("registry/verify/index.html").contains("has moved"))
  }

  @Test func `an authored page may have the built-in table below its text`() async throws {
    var site = RegisterSite()
    site.files["content/registry/courses.md"] =
      "---\nlayout: registry/courses\n---\n# Ours\n\nOur words.\n"
    let page = try await site.build().file("registry/courses/index.html")
    #expect(page.contains("Our words."))
    #expect(page.contains("First steps"))
    #expect(page.contains("<html"))
  }

  @Test func `a site's own template is used, and its links are checked where it writes them`()
    async throws
  {
    try await check([
      "content/index.md": "# Home\n",
      "content/registry.yml": "organisations:\n  - {id: org-a, name: A}\n",
      "layouts/registry/organisation.html": """
      <p>{{ entry.name }}!</p><a href="/nowhere/">x</a>
                                       ^^^^^^^^^ error: no page at '/nowhere/'
      """,
    ])
  }

  @Test func `what the register makes a built-in template print wrongly is told at the entry`()
    async throws
  {
    var site = RegisterSite()
    site.entries = site.entries.replacing(
      "https://college.example/", with: "\"javascript:alert(1)\"")
    let outcome = try await site.build()
    let finding = try #require(outcome.report.findings.first { $0.rule == "unsafe-url" })
    #expect(finding.place.file.path == "content/registry.yml")
    let text = String(decoding: finding.place.file.bytes[finding.place.range], as: UTF8.self)
    #expect(text.hasPrefix("id: org-college"))
    #expect(
      !(try outcome.file("registry/organisations/org-college/index.html").contains(
        "href=\"javascript")))
  }

  @Test func `markup in the register is escaped`() async throws {
    var site = RegisterSite()
    site.entries = site.entries.replacing("The College", with: "\"<script>alert(1)</script>\"")
    let outcome = try await site.build()
    for (path, text) in outcome.files where path.hasSuffix(".html") {
      #expect(!text.contains("<script>alert"), "\(path)")
    }
  }

  @Test func `an id that no address can hold gets no page`() async throws {
    for id in ["../../x", "a/b", "-x", "ä", "a b", "."] {
      var site = RegisterSite()
      site.entries = site.entries.replacing("id: org-college", with: "id: \"\(id)\"")
      let outcome = try await site.build()
      #expect(
        !outcome.files.keys.contains {
          $0.contains("organisations/") && $0 != "registry/organisations/index.html"
        })
    }
  }

  @Test func `a site without a register has none of its pages`() async throws {
    let outcome = try await build(["content/index.md": "# A\n"])
    #expect(outcome.files.keys.allSatisfy { !$0.hasPrefix("registry") })
    #expect(outcome.report.findings.isEmpty)
  }

  @Test func `an empty register has pages that say so`() async throws {
    let outcome = try await build(["content/registry.yml": "organisations: []\n"])
    #expect(
      try outcome.file("registry/organisations/index.html").contains(
        "No organisation is in the register yet."))
    #expect(try outcome.file("registry/people/index.html").contains("Nobody is listed here."))
    #expect(try outcome.file("registry/expiring/index.html").contains("within the next 183 days"))
  }

  @Test func `the sample's banner stands on samples only`() async throws {
    var site = RegisterSite()
    site.people =
      "sample: true\npeople:\n" + RegisterSite.person(1, "Sample holder 01", state: "listed")
      + RegisterSite.person(2, "Sample holder 02", state: "none")
    #expect(try await site.build().file("registry/coverage/index.html").contains("Sample data"))
    site.people = nil
    #expect(!(try await site.build().file("registry/coverage/index.html").contains("Sample data")))
  }
}

extension String {
  /// How often `text` occurs.
  func components(of text: String) -> Int { ranges(of: text).count }

  @Test func `a course of a lapsed organisation is not shown as in use`() async throws {
    let site = RegisterSite()
    let course = try await site.build(asOf: "2027-05-15").file(
      "registry/courses/crs-college-f/index.html")
    #expect(course.contains("Lapsed after 14 May 2027"))
    #expect(course.contains("<td>No; this version is from "))
    let before = try await site.build(asOf: "2027-05-14")
    #expect(
      try before.file("registry/courses/crs-college-f/index.html").contains("<td>Yes, from "))
    let after = try await site.build(asOf: "2027-05-15")
    for path in ["courses.csv", "coverage.csv"] {
      #expect(try before.file("registry/data/\(path)").contains(",yes,2027-05-14"))
      #expect(!(try after.file("registry/data/\(path)").contains(",yes,2027-05-15")))
    }
    #expect(try before.file("registry/data/organisations.csv").contains(",foundation,"))
    #expect(!(try after.file("registry/data/organisations.csv").contains("foundation")))
    #expect(try after.file("registry/coverage/index.html").contains("No course is in use."))
  }

  @Test func `an organisation without a status stands in the list`() async throws {
    var site = RegisterSite()
    site.entries = site.entries.replacing(
      "courses:\n", with: "  - {id: org-beta, name: Beta}\ncourses:\n")
    let outcome = try await site.build()
    #expect(outcome.rules.isEmpty)
    let list = try outcome.file("registry/organisations/index.html")
    #expect(list.contains(#"<h2 id="_no-application">No application yet"#))
    #expect(list.contains(">Beta</a>"))
    #expect(
      try outcome.file("registry/organisations/org-beta/index.html").contains("No application yet"))
    #expect(
      !(try await RegisterSite().build().file("registry/organisations/index.html").contains(
        "No application yet")))
  }

  @Test func `an id of two kinds is told as such, and as nothing else`() async throws {
    var site = RegisterSite()
    site.entries = site.entries.replacing("id: crs-college-f-1", with: "id: org-college")
    #expect(Set(try await site.build().rules) == ["registry-r01"])
  }
}
