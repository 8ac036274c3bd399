import Testing
import Values

@testable import Handbook

private func form(_ form: String, of name: String, _ given: [String: String] = [:]) -> String? {
  let table = TermTable([Term(key: "term", name: name, forms: given, range: 0..<0)])
  guard case .string(let text) = table.term("term")?.member(form) else { return nil }
  return text
}

@Test(arguments: [
  ("service", "services"), ("community", "communities"), ("key", "keys"), ("box", "boxes"),
  ("bus", "buses"),
  ("branch", "branches"), ("wish", "wishes"), ("quiz", "quizes"),
  ("community of practice", "communities of practice"),
  ("executive team", "executive teams"), ("SMO", "SMOs"),
  ("correction of errors", "corrections of errors"), ("", "s"),
])
func `the plural is made as English usually does`(_ name: String, _ plural: String) {
  #expect(form("plural", of: name) == plural)
}

@Test(arguments: [
  ("assessment", "an assessment"), ("service", "a service"), ("hour", "an hour"),
  ("honest broker", "an honest broker"),
  ("unit", "a unit"), ("user", "a user"), ("one-pager", "a one-pager"),
  ("European office", "a European office"),
  ("Executive", "an Executive"), ("owner", "an owner"),
])
func `the article goes by the sound that a word begins with`(_ name: String, _ expected: String) {
  #expect(form("a", of: name) == expected)
}

@Test func `every form is made of the name`() {
  #expect(form("name", of: "boss") == "boss")
  #expect(form("the", of: "boss") == "the boss")
  #expect(form("possessive", of: "boss") == "boss’")
  #expect(form("possessive", of: "chief") == "chief’s")
  #expect(form("start", of: "über-chief") == "Über-chief")
  #expect(form("abbreviation", of: "boss") == "boss")
  #expect(form("plural_start", of: "boss") == "Bosses")
  #expect(form("a_start", of: "owner") == "An owner")
  #expect(form("the_start", of: "owner") == "The owner")
  #expect(form("none", of: "owner") == nil)
}

@Test func `a form that is given wins, also in forms made of it`() {
  let given = ["plural": "staff", "a": "some staff", "abbreviation": "S"]
  #expect(form("plural", of: "person", given) == "staff")
  #expect(form("plural_start", of: "person", given) == "Staff")
  #expect(form("a_start", of: "person", given) == "Some staff")
  #expect(form("abbreviation", of: "person", given) == "S")
  #expect(form("the", of: "person", given) == "the person")
}

@Test func `terms are words in pages, layouts and titles, and front matter comes before them`()
  async throws
{
  let site = try await build([
    "site.yml":
      "title: T\nlayout: page\nterms:\n  boss: chief\n  team: {name: crew, plural: crews}\n",
    "layouts/page.html": "{{ content }}{{ terms.team.plural }} {{ boss }}",
    "content/index.md": "The {{ boss }} of {{ team.plural }}.\n",
    "content/a.md": "---\nboss: queen\n---\n\n{{ boss }}, {{ terms.boss }}\n",
  ])
  #expect(site.report.findings.isEmpty)
  #expect(site.files["index.html"] == "<p>The chief of crews.</p>\ncrews chief")
  #expect(site.files["a/index.html"] == "<p>queen, chief</p>\ncrews queen")
}
