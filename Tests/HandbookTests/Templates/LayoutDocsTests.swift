import Diagnostics
import Foundation
import Testing

@testable import Handbook
@testable import Liquid

/// What docs/layouts.md tells web designers is what there is: its tables are held against the names in
/// the program, both ways, and its examples are built.
@Suite struct LayoutDocsTests {
  private let text = Project.text("docs/layouts.md")

  /// The rows of the table below a heading, without its head.
  private func rows(below heading: String) -> [[String]] {
    let lines = text.components(separatedBy: "\n")
    let section = lines.drop { $0.drop { $0 == "#" } != " " + heading }.dropFirst()
    return section.prefix { !$0.hasPrefix("#") }.filter { $0.hasPrefix("| ") }.dropFirst().map {
      $0.replacing(#"\|"#, with: "\u{0}").split(separator: "|")
        .map { $0.trimmingCharacters(in: .whitespaces).replacing("\u{0}", with: "|") }
    }
  }

  /// What stands between backticks.
  private func code(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// What the table below a heading names in its first column, in the order of names.
  private func names(below heading: String) -> [String] {
    rows(below: heading).flatMap { code($0[0]) }.sorted()
  }

  /// The site of the examples, with a register, and with this as its layout of pages.
  private func build(_ layout: String, _ files: [String: String] = [:]) async throws -> Outcome {
    var site = RegisterSite(certificates: 1)
    site.people = "people:\n" + RegisterSite.person(1, "Ann", state: "listed")
    site.settings = """
      url: https://handbook.example.org/
      edit: https://git.example.org/{path}
      navigation: [/services/]
      kinds: {service: {folder: services}}
      terms: {service_lead: service lead}

      """
    site.files = [
      "layouts/page.html": layout, "assets/site.css": "a {}\n",
      "content/index.md": "---\ntitle: Home\nupdated: 2026-06-01\n---\n[A](services/a.md)\n",
      "content/services/index.md": "---\ntitle: Services\n---\n[A](a.md)\n",
      "content/services/a.md": "---\ntitle: A\n---\n## Part\n",
    ].merging(files) { $1 }
    return try await site.build()
  }

  @Test(arguments: [
    ("`page`", "page"), ("`site`", "site"), ("A section", "site.sections.first"),
    ("A kind", "site.kinds.service"), ("`registry`", "registry"),
    ("An organisation", "registry.organisations.first"), ("A course", "registry.courses.first"),
    ("A certificate", "registry.certificates.first"), ("`terms`", "service_lead"),
  ])
  func `a table lists all members of a value, and no others`(
    _ heading: String, _ value: String
  ) async throws {
    let script = #"<script type="application/ld+json">"#
    let page = try await build(script + "{{ \(value) | json }}</script>").file("index.html")
    let json = try #require(page.components(separatedBy: script).last?.split(separator: "</").first)
    let members = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(names(below: heading) == members?.keys.sorted())
  }

  @Test func `tables list all names, tags, filters and templates that there are, and no others`() {
    #expect(names(below: "Names") == (Scope.ownNames + ["entry"]).sorted())
    #expect(names(below: "Tags") == TagKind.allCases.map(\.rawValue).sorted())
    #expect(names(below: "Filters") == Filter.extra.keys.sorted())
    #expect(names(below: "Filters of Liquid") == Filter.standard.keys.sorted())
    let files = BuiltInTemplates.missing(beside: [], hasRegister: true, adapts: true)
    #expect(
      names(below: "Pages that the program makes") == files.map(BuiltInTemplates.path).sorted())
  }

  @Test func `forms of a word and filters print what the tables show`() async throws {
    let forms = rows(below: "`terms`").map {
      (written: "{{ service_lead.\(code($0[0])[0]) }}", printed: $0[1])
    }
    let filters = rows(below: "Filters").map {
      (written: code($0[1])[0], printed: code($0[2])[0])
    }
    let all = forms + filters
    #expect(all.count == 27)
    let page = try await build(all.map { "<p>" + $0.written + "</p>\n" }.joined())
    let html = try page.file("index.html")
    for example in all { #expect(html.contains("<p>" + example.printed + "</p>"), "\(example)") }
  }

  @Test func `examples are layouts in which nothing is wrong`() async throws {
    var files: [String: String] = [:]
    var parts = ""
    let pieces = text.components(separatedBy: "```liquid\n")
    for (before, piece) in zip(pieces, pieces.dropFirst()) {
      let example = piece.components(separatedBy: "```")[0]
      let lead = before.components(separatedBy: "```").last ?? ""
      if let path = code(lead).last, lead.hasSuffix("`\(path)`:\n\n") {
        files[path] = example
      } else {
        parts += example
      }
    }
    #expect(files.keys.sorted() == ["layouts/base.html", "layouts/page.html"])
    files["layouts/page.html", default: ""] += parts
    let site = try await build("", files)
    #expect(site.report.findings.map(\.message) == [])
    #expect(try site.file("services/index.html").contains(#"<body class="wide">"#))
    #expect(try site.file("services/a/index.html").contains("The College</a>: Accredited"))
  }
}
