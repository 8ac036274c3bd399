import Diagnostics
import Testing
import Values

@testable import Register

@Suite struct PeopleTests {
  private func decode(_ text: String) -> Diagnosed<People> {
    People.decode(SourceFile(path: "people.yml", text: text))
  }

  private let ann = """
    - id: per-1
      name: Ann
      publication: {state: listed, basis: consent, notice_version: "1", given: 2026-01-10}
    """

  @Test func `the file is a list, or has one`() {
    #expect(decode(ann).value.all.map(\.id.value) == ["per-1"])
    #expect(decode("sample: true\npeople:\n" + ann).value.isSample)
    #expect(decode("").value.all.isEmpty)
    for wrong in ["people", "persons: []", "sample: maybe", "- no"] {
      #expect(!decode(wrong).diagnostics.isEmpty, "\(wrong)")
    }
  }

  @Test func `a consent holds from its day on`() throws {
    let person = try #require(decode(ann).value.person("per-1"))
    for (day, isListed) in [("2026-01-09", false), ("2026-01-10", true), ("2030-01-01", true)] {
      #expect(person.isListed(on: try #require(PlainDate(day))) == isListed)
    }
  }

  @Test func `names that someone else of the name shows are not hidden`() throws {
    let text = ann + "\n- {id: per-2, name: Ann}\n- {id: per-3, name: Bob}\n"
    let day = try #require(PlainDate("2026-06-30"))
    #expect(decode(text).value.hiddenNames(on: day).map(\.name) == ["Bob"])
    #expect(decode(text).value.shownNames(on: day) == ["Ann"])
  }

  @Test func `names are asterisks in the file that findings show`() {
    let shown = decode("- {id: per-1, name: Ann Lee, employer: \"Works\", colour: red}").value.file
    #expect(
      String(decoding: shown.bytes, as: UTF8.self)
        == "- {id: per-1, name: *******, employer: *******, colour: red}")
  }

  @Test func `nobody else is asked for`() throws {
    let registry = Register.Registry.decode([
      SourceFile(
        path: "r.yml", text: "certificates:\n  - {id: C-1, person: per-9, awarded: 2026-01-01}")
    ]).value
    let day = try #require(PlainDate("2026-06-30"))
    let found = decode(ann).value.check(with: registry, asOf: day)
    #expect(found.map(\.rule) == ["registry-r03"])
    #expect(found.first?.message == "the people file has no 'per-9'")
  }
}
